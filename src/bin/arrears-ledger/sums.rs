//! What `interest` and `plan` share: how money, rates and days are given, and how answers print.

use std::path::PathBuf;

use arrears_ledger::almanac::{Almanac, Rate};
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::api::Verdict;
use arrears_ledger::calc::accrual::{Manner, Terms};
use arrears_ledger::calc::appropriation::Order;
use arrears_ledger::calc::course::Fixing;
use arrears_ledger::calc::interest::{Convention, Per};
use arrears_ledger::calc::schedule::Instalment;
use arrears_ledger::printout::Page;
use arrears_ledger::text::{Lang, Words as Sentence};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::input::{almanac, amount, day};
use crate::{FAULT, USAGE, Words, print};

/// Why there is no answer: the exit code, and what to tell.
pub(crate) struct Stop {
    pub(crate) code: u8,
    pub(crate) why: Sentence,
}

impl Stop {
    /// The arguments cannot be computed with.
    pub(crate) fn usage(why: Sentence) -> Self {
        Self { code: USAGE, why }
    }

    /// A file cannot be read.
    pub(crate) fn unreadable(why: &str) -> Self {
        Self::refused(Sentence {
            zh: why.to_owned(),
            en: why.to_owned(),
        })
    }

    /// A file does not say what is asked.
    pub(crate) fn refused(why: Sentence) -> Self {
        Self {
            code: Verdict::Unreadable.exit_code(),
            why,
        }
    }

    /// A file cannot be written.
    pub(crate) fn fault(why: &str) -> Self {
        Self {
            code: FAULT,
            why: Sentence {
                zh: why.to_owned(),
                en: why.to_owned(),
            },
        }
    }
}

/// How the answer is printed.
#[derive(Args)]
pub(crate) struct Output {
    /// 打印格式。 How to print.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
    /// 载入更新的数据文件（LPR、放假安排），见 arrears-ledger data。 A newer file of the almanac (LPR, days off): see `arrears-ledger data`.
    #[arg(long = "data", visible_alias = "load", value_name = "FILE")]
    data: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Text,
    Json,
    Markdown,
    /// 表格部分，供表格软件打开。 The tables, for spreadsheets.
    Csv,
}

impl Output {
    pub(crate) fn almanac(&self) -> Result<Almanac, Stop> {
        almanac(&self.data).map_err(|why| Stop::unreadable(&why))
    }

    /// Prints a page, or says on the error output why there is none; the exit code.
    pub(crate) fn show(&self, page: Result<Page, Stop>) -> u8 {
        let lang = Lang::from(self.lang);
        match page {
            Ok(page) => print(&match self.format {
                Form::Text => page.text(lang),
                Form::Json => page.json(),
                Form::Markdown => page.markdown(lang),
                // The mark by which spreadsheets know UTF-8.
                Form::Csv => format!("\u{feff}{}", page.csv(lang)),
            }),
            Err(stop) => {
                eprintln!("{}", stop.why.get(lang));
                stop.code
            }
        }
    }
}

/// How days are counted and payments put to account.
#[derive(Args)]
pub(crate) struct Counting {
    /// 计息方法：天数怎样折算成年。 How days become a part of a year.
    #[arg(long, value_enum, default_value_t = Days::Act365)]
    convention: Days,
    /// 付款日、截止日不计息，少计一天。 The day of payment, or the day computed for, bears no interest (算头不算尾 from the first
    /// day overdue): one day less.
    #[arg(long)]
    exclude_last_day: bool,
    /// 付款先抵本金（按约定）；不写则先费用、再利息、后本金。 Payments go to principal first, as agreed; without it to fees, interest, principal (Civil
    /// Code art. 561).
    #[arg(long)]
    principal_first: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Days {
    /// 实际天数/365。 Actual days of a year of 365.
    #[value(name = "act/365")]
    Act365,
    /// 实际天数/360。 Actual days of a year of 360.
    #[value(name = "act/360")]
    Act360,
    /// 整月按年利率的十二分之一，零头天数/360。 Whole months as twelfths of a year, days left over of a year of 360.
    Months,
}

impl Counting {
    pub(crate) fn manner(&self) -> Manner {
        Manner {
            convention: match self.convention {
                Days::Act365 => Convention::Act365,
                Days::Act360 => Convention::Act360,
                Days::Months => Convention::Months,
            },
            count_last: !self.exclude_last_day,
            order: if self.principal_first {
                Order::PRINCIPAL_FIRST
            } else {
                Order::LAW
            },
        }
    }
}

/// Interest that runs while a plan is carried out.
#[derive(Args)]
pub(crate) struct Running {
    /// 账款到期日，次日起算利息；要计利息时与下面一种利率同写。 The day the debt was due: interest runs from the day after. Needs one of the rates.
    #[arg(long, value_parser = day)]
    due: Option<NaiveDate>,
    /// 年利率，百分数，如6。 Interest in percent a year, such as 6.
    #[arg(long, value_name = "PERCENT", value_parser = percent, group = "running", requires = "due")]
    yearly_rate: Option<Rate>,
    /// 日利率，百分数，如0.05（万分之五）。 Interest in percent a day, such as 0.05.
    #[arg(long, value_name = "PERCENT", value_parser = percent, group = "running", requires = "due")]
    daily_rate: Option<Rate>,
    /// 一年期LPR的倍数，浮动，如1。 Interest at so many times the one-year LPR, floating, such as 1.
    #[arg(long, value_name = "TIMES", value_parser = times, group = "running", requires = "due")]
    lpr: Option<Rate>,
    #[command(flatten)]
    counting: Counting,
}

impl Running {
    /// The due day and the terms, where there is interest.
    pub(crate) fn terms(&self) -> Option<(NaiveDate, Terms)> {
        let yearly = self.yearly_rate.map(|rate| Fixing::Agreed(rate, Per::Year));
        let daily = self.daily_rate.map(|rate| Fixing::Agreed(rate, Per::Day));
        let fixing = yearly.or(daily).or(self.lpr.map(Fixing::SamePeriod))?;
        let terms = Terms {
            course: fixing.into(),
            manner: self.counting.manner(),
        };
        Some((self.due?, terms))
    }
}

/// Yuan, or what is written behind the number: 500000, 50万元.
pub(crate) fn money(text: &str) -> Result<Amount, String> {
    let read = amount(text, Unit::Yuan)?;
    if read < Amount::ZERO {
        return Err("应不小于0 (expected no less than nothing)".to_owned());
    }
    Ok(read)
}

/// Percents, with or without the sign.
pub(crate) fn percent(text: &str) -> Result<Rate, String> {
    Rate::parse_percent(text.trim().trim_end_matches(['%', '％']))
        .ok_or_else(|| "应为百分数，例如 3.85 (expected percents such as 3.85)".to_owned())
}

/// A multiple.
pub(crate) fn times(text: &str) -> Result<Rate, String> {
    Rate::parse(text.trim())
        .filter(|times| Rate::ZERO < *times)
        .ok_or_else(|| "应为倍数，例如 1.3 (expected a multiple such as 1.3)".to_owned())
}

/// A day and an amount: 2024-05-10=100000.
pub(crate) fn dated(text: &str) -> Result<Instalment, String> {
    let Some((due, amount)) = text.split_once('=') else {
        return Err("应为“日期=金额”，例如 2024-05-10=100000 (expected DAY=AMOUNT)".to_owned());
    };
    Ok(Instalment {
        due: day(due)?,
        amount: money(amount)?,
    })
}
