//! `explain`: where the values of a debt come from that nobody typed.

use std::path::PathBuf;

use arrears_ledger::api::Verdict;
use arrears_ledger::explain::{place, topics};
use arrears_ledger::json::Tree;
use arrears_ledger::read::read;
use arrears_ledger::rule::Severity;
use arrears_ledger::session::Session;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use clap::Args;

use crate::input::{bytes, campaign, day, today_in_china};
use crate::{Report, USAGE, Words, print};

#[derive(Args)]
pub(crate) struct Explain {
    /// 提交文件、草稿或者表格，- 为标准输入。 A submission, a draft or a sheet; - for standard input.
    file: PathBuf,
    /// 哪一笔的哪个值，从 0 数起：`/entries/3/plan_maker`，`/entries/3` 为该笔全部。 The debt and the value, counted from 0, or the debt for all.
    path: String,
    /// 文字，或者含两种文字的 JSON 数组。 Words, or a JSON array with both languages.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 专项行动文件；不写则为程序自带的。 A campaign file; without it, the one this program carries.
    #[arg(long)]
    campaign: Option<PathBuf>,
    /// 以哪一天为准；不写则为今天。 The day it is asked, YYYY-MM-DD; without it, today in China.
    #[arg(long, value_parser = day)]
    today: Option<NaiveDate>,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

pub(crate) fn explain(request: &Explain) -> u8 {
    let lang = request.lang.into();
    let Some((row, key)) = place(&request.path) else {
        return wrong_path(&request.path, lang);
    };
    let campaign = match campaign(request.campaign.as_deref(), lang) {
        Ok(campaign) => campaign,
        Err(why) => {
            eprintln!("{why}");
            return USAGE;
        }
    };
    let name = request.file.display();
    let bytes = match bytes(&request.file) {
        Ok(bytes) => bytes,
        Err(why) => {
            eprintln!("{name}: {why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    let reading = read(&bytes);
    let unit = reading.ledger.header.unit();
    if !reading.whole {
        let faults = reading.findings.iter();
        for fault in faults.filter(|one| one.severity == Severity::Error) {
            eprintln!("{name}: {} {}", fault.rule.code, fault.message(lang, unit));
        }
        return Verdict::Unreadable.exit_code();
    }
    let today = request.today.unwrap_or_else(today_in_china);
    let session = Session::open(reading, campaign, today);
    let unit = session.ledger().header.unit();
    let Ok(told) = session.explain(row, key) else {
        let rows = session.ledger().entries.len();
        eprintln!(
            "{}",
            match lang {
                Lang::Zh => format!(
                    "{}：没有这一笔，台账共{rows}笔，从/entries/0数起",
                    request.path
                ),
                Lang::En => format!(
                    "{}: the file has {rows} debts, counted from 0",
                    request.path
                ),
            }
        );
        return USAGE;
    };
    print(&match request.format {
        Report::Json => Tree::List(told.iter().map(|one| one.tree(unit)).collect()).canonical(),
        Report::Text => {
            let lines: Vec<String> = told.iter().map(|one| one.text(lang, unit)).collect();
            lines.join("\n")
        }
    })
}

fn wrong_path(path: &str, lang: Lang) -> u8 {
    let keys = topics().collect::<Vec<_>>().join(", ");
    eprintln!(
        "{}",
        match lang {
            Lang::Zh => format!(
                "“{path}”不是可以说明的位置，应为 /entries/序号 或 /entries/序号/项目，项目有：{keys}"
            ),
            Lang::En => format!(
                "“{path}” is nothing to explain: expected /entries/N or /entries/N/KEY, with KEY one of {keys}"
            ),
        }
    );
    USAGE
}
