//! Plans followed: status, the rest planned anew, one plan against another.

use std::path::PathBuf;

use arrears_ledger::almanac::Beyond;
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::repayment::{self, with_interest};
use arrears_ledger::calc::replanning::{self, Repair};
use arrears_ledger::calc::schedule::{Instalment, Rhythm, dates, sum};
use arrears_ledger::limits;
use arrears_ledger::printout::{self, Page};
use arrears_ledger::text::Words;
use clap::{Args, ValueEnum};

use super::book::no_ledger;
use super::given::Followed;
use super::make::debt;
use super::{Every, read_plan, words};
use crate::book::Written;
use crate::sums::{Output, Running, Stop, money};

#[derive(Args)]
pub(crate) struct Status {
    #[command(flatten)]
    followed: Followed,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
pub(crate) struct Replan {
    #[command(flatten)]
    followed: Followed,
    /// 未付的一期怎么办。 What becomes of what was missed.
    #[arg(long, value_enum)]
    how: How,
    /// 用 append 时每期至多多少；不写则为原计划最大的一期。 With append: how much at most each time; without it, the plan's largest instalment.
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    each: Option<Amount>,
    /// 用 append 时的间隔，自原计划首期起数。 With append: how often, counted from the plan's first day.
    #[arg(long, value_enum, default_value_t = Every::Month)]
    every: Every,
    /// 用 append 时遇休息日不顺延。 With append: leave instalments on days off where they are.
    #[arg(long)]
    no_roll: bool,
    #[command(flatten)]
    written: Written,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum How {
    /// 并入下一期。 The next instalment takes it.
    Next,
    /// 按比例摊入以后各期。 All instalments to come take it, each by its size.
    Spread,
    /// 延到计划末期之后。 It is paid behind the plan's end.
    Append,
}

#[derive(Args)]
pub(crate) struct Compare {
    /// 方案一，用 --format json 打印。 The first plan, printed with --format json.
    first: PathBuf,
    /// 方案二。 The second.
    second: PathBuf,
    #[command(flatten)]
    running: Running,
    #[command(flatten)]
    output: Output,
}

impl Status {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

impl Replan {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

impl Compare {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

pub(crate) fn status(request: &Status) -> Result<Page, Stop> {
    let stands = request.followed.stands()?;
    let page = printout::progress(&stands.progress);
    Ok(stands.about(page))
}

pub(crate) fn replan(request: &Replan) -> Result<Page, Stop> {
    let read = request.followed.stands()?;
    if request.written.write.is_some() && read.found.is_none() {
        return Err(no_ledger());
    }
    let stands = &read.progress;
    let amounts = stands.instalments.iter().map(|one| one.amount);
    let each = request.each.or(amounts.max()).unwrap_or_default();
    let begins = stands.instalments.iter().map(|one| one.due).min();
    let rhythm = Rhythm {
        first: begins.unwrap_or_default(),
        step: request.every.months(),
    };
    let most = u32::try_from(limits::CHILDREN).unwrap_or(u32::MAX);
    let almanac = request.output.almanac()?;
    let roll = (!request.no_roll).then_some(&almanac.calendar);
    let later = dates(rhythm, most, roll);
    let repair = match request.how {
        How::Next => Repair::NextTakesIt,
        How::Spread => Repair::Spread,
        How::Append => Repair::Append {
            dates: &later.days,
            each,
        },
    };
    let rest = replanning::replan(stands, request.followed.as_of(), repair);
    let rest = rest.map_err(|why| Stop::usage(printout::no_day_left(why)))?;
    let is_reached = |beyond: &Beyond| rest.iter().any(|one| beyond.asked <= one.due);
    let told = later.beyond.filter(is_reached);
    let mut remarks: Vec<Words> = told.iter().map(Beyond::words).collect();
    let page = read.about(printout::schedule(&rest));
    if let Some(found) = read.found.filter(|_| request.written.write.is_some()) {
        remarks.extend(found.write(&rest, &request.written)?);
    }
    Ok(page.with_remarks(remarks))
}

pub(crate) fn compare(request: &Compare) -> Result<Page, Stop> {
    let almanac = request.output.almanac()?;
    let Some((due, terms)) = request.running.terms() else {
        return Err(Stop::usage(words(
            "请给出到期日 --due 和利率（--yearly-rate、--daily-rate 或 --lpr）",
            "give --due and a rate: --yearly-rate, --daily-rate or --lpr",
        )));
    };
    let (first, second) = (read_plan(&request.first)?, read_plan(&request.second)?);
    let (owed, other) = (sum(&first), sum(&second));
    if owed != other {
        return Err(Stop::usage(words(
            &format!("两个方案的金额应相同，现为{owed}元和{other}元"),
            &format!("the plans should pay the same debt, not {owed} and {other}"),
        )));
    }
    let carry_out = |plan: &[Instalment]| {
        let done = with_interest(&debt(owed, due), plan, &terms, &almanac);
        done.map_err(|why| Stop::usage(printout::no_rate(why)))
    };
    let (first, second) = (carry_out(&first)?, carry_out(&second)?);
    let compared = repayment::compare(&first, &second);
    Ok(printout::comparison(&first, &second, &compared))
}
