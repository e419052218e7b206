//! Plans made: equal, fixed, by milestones, projected.

use arrears_ledger::almanac::{Almanac, Beyond, Rate};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::Debt;
use arrears_ledger::calc::appropriation::Balance;
use arrears_ledger::calc::cautions::{Bounds, Caution, cautions};
use arrears_ledger::calc::repayment::{until_cleared, with_interest};
use arrears_ledger::calc::schedule::{self, Instalment, Rhythm, by_shares, dates, instalments};
use arrears_ledger::calc::split::{self, Remainder};
use arrears_ledger::printout::{self, Page};
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::book::{Owed, Planned};
use super::{Every, words};
use crate::input::day;
use crate::sums::{Output, Running, Stop, money, percent};

/// When.
#[derive(Args)]
struct When {
    /// 首期日期。 The day of the first instalment.
    #[arg(long, value_name = "DAY", value_parser = day)]
    first: NaiveDate,
    /// 间隔；31日起的，小月为月末。 How often; a plan that begins on the 31st is due at the month's end.
    #[arg(long, value_enum, default_value_t = Every::Month)]
    every: Every,
    /// 遇休息日不顺延；不写则顺延到下一个工作日。 Leave instalments on days off where they are; without it they move to the next workday
    /// (Civil Code art. 203).
    #[arg(long)]
    no_roll: bool,
}

impl When {
    const fn rhythm(&self) -> Rhythm {
        Rhythm {
            first: self.first,
            step: self.every.months(),
        }
    }
}

/// What the plan is held against.
#[derive(Args, Clone)]
struct Against {
    /// 诉讼时效提示日，晚于该日的一期给出提示；编制台账中的计划时不写则按台账推算。 Warn of instalments after the day the claim may be time-barred; of a ledger's debt, by the ledger.
    #[arg(long, value_name = "DAY", value_parser = day)]
    act_by: Option<NaiveDate>,
    /// 清偿目标日，末期晚于该日给出提示。 Warn when the plan goes on after the campaign's target.
    #[arg(long, value_name = "DAY", value_parser = day)]
    target: Option<NaiveDate>,
    /// 年度预算：年份=金额，计划超出时提示，可写多次。 Warn when more is planned for a year than its budget has, 2026=500000; may be given several
    /// times.
    #[arg(long, value_name = "YEAR=AMOUNT", value_parser = year_budget)]
    year_budget: Vec<(i32, Amount)>,
}

impl Against {
    /// With the limitation of the debt planned for, where no other day was given.
    fn of(&self, planned: &Planned) -> Self {
        Self {
            act_by: self.act_by.or_else(|| planned.act_by()),
            ..self.clone()
        }
    }
}

fn year_budget(text: &str) -> Result<(i32, Amount), String> {
    let parts = text.split_once('=');
    let parts = parts.and_then(|(year, amount)| Some((year.trim().parse().ok()?, amount)));
    let (year, amount) = parts
        .ok_or_else(|| "应为“年份=金额”，例如 2026=500000 (expected YEAR=AMOUNT)".to_owned())?;
    Ok((year, money(amount)?))
}

#[derive(Args)]
pub(crate) struct Equal {
    #[command(flatten)]
    owed: Owed,
    /// 期数。 How many instalments.
    #[arg(long)]
    parts: u32,
    /// 每期取整到：fen（分）、yuan（元）、wan（万元），或者一个金额。 Instalments are whole such units: fen, yuan, wan (万元), or an amount such as 100.
    #[arg(long, value_parser = unit, default_value = "fen")]
    unit: Amount,
    /// 除不尽的余数放在哪里。 Who takes what does not part evenly.
    #[arg(long, value_enum, default_value_t = Rest::Last)]
    remainder: Rest,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    running: Running,
    #[command(flatten)]
    against: Against,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Rest {
    /// 末期。 The last instalment takes the balance.
    Last,
    /// 前几期各多一个单位。 The first instalments take a unit more each.
    Spread,
}

fn unit(text: &str) -> Result<Amount, String> {
    match text.trim() {
        "fen" | "分" => Ok(Amount::from_fen(1)),
        "yuan" | "元" => Ok(Amount::from_fen(100)),
        "wan" | "万元" => Ok(Amount::from_fen(1_000_000)),
        amount => money(amount),
    }
}

#[derive(Args)]
pub(crate) struct Fixed {
    #[command(flatten)]
    owed: Owed,
    /// 每期金额，末期为余额。 How much each time; the last takes what is left.
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    each: Amount,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    running: Running,
    #[command(flatten)]
    against: Against,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
pub(crate) struct Milestones {
    #[command(flatten)]
    owed: Owed,
    /// 节点：日期=比例 或者 日期=金额，只用一种。 A milestone: 2026-03-31=50% or 2026-03-31=100000; all of one kind.
    #[arg(long, required = true, value_name = "DAY=SHARE", value_parser = milestone)]
    at: Vec<(NaiveDate, Share)>,
    #[command(flatten)]
    running: Running,
    #[command(flatten)]
    against: Against,
    #[command(flatten)]
    output: Output,
}

/// What falls due at a milestone.
#[derive(Clone, Copy)]
enum Share {
    Percent(Rate),
    Amount(Amount),
}

fn milestone(text: &str) -> Result<(NaiveDate, Share), String> {
    let Some((when, share)) = text.split_once('=') else {
        return Err("应为“日期=比例”，例如 2026-03-31=50% (expected DAY=SHARE)".to_owned());
    };
    let share = if share.trim_end().ends_with(['%', '％']) {
        Share::Percent(percent(share)?)
    } else {
        Share::Amount(money(share)?)
    };
    Ok((day(when)?, share))
}

#[derive(Args)]
pub(crate) struct Project {
    /// 尚欠金额。 What is still owed.
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    rest: Amount,
    /// 每期付多少。 How much is paid each time.
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    each: Amount,
    /// 首次付款日期。 The day of the first payment.
    #[arg(long, value_name = "DAY", value_parser = day)]
    first: NaiveDate,
    /// 间隔。 How often.
    #[arg(long, value_enum, default_value_t = Every::Month)]
    every: Every,
    #[command(flatten)]
    running: Running,
    #[command(flatten)]
    output: Output,
}

impl Equal {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

impl Fixed {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

impl Milestones {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

impl Project {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }
}

pub(crate) fn equal(request: &Equal) -> Result<Page, Stop> {
    let rule = match request.remainder {
        Rest::Last => Remainder::LastTakesBalance,
        Rest::Spread => Remainder::LargestRemainder,
    };
    let planned = request.owed.read()?;
    let amounts = split::equal(planned.total, request.parts, request.unit, rule);
    let amounts = amounts.map_err(|why| Stop::usage(printout::not_split(why)))?;
    let (plan, page) = dated(
        &amounts,
        &request.when,
        &request.running,
        &request.against.of(&planned),
        &request.output,
    )?;
    request.owed.page(planned, &plan, page)
}

pub(crate) fn fixed(request: &Fixed) -> Result<Page, Stop> {
    let planned = request.owed.read()?;
    let amounts = schedule::fixed(planned.total, request.each);
    let amounts = amounts.map_err(|why| Stop::usage(printout::not_split(why)))?;
    let (plan, page) = dated(
        &amounts,
        &request.when,
        &request.running,
        &request.against.of(&planned),
        &request.output,
    )?;
    request.owed.page(planned, &plan, page)
}

/// Amounts on the days of a rhythm.
fn dated(
    amounts: &[Amount],
    when: &When,
    running: &Running,
    against: &Against,
    output: &Output,
) -> Result<(Vec<Instalment>, Page), Stop> {
    let almanac = output.almanac()?;
    let count = u32::try_from(amounts.len()).unwrap_or(u32::MAX);
    let roll = (!when.no_roll).then_some(&almanac.calendar);
    let dates = dates(when.rhythm(), count, roll);
    let plan = instalments(&dates.days, amounts);
    let mut remarks: Vec<Words> = dates.beyond.iter().map(Beyond::words).collect();
    let found = warnings(&plan, schedule::sum(&plan), against, &almanac);
    // What the roll has said of the calendar is not said again.
    let is_new =
        |caution: &&Caution| dates.beyond.is_none() || !matches!(caution, Caution::Calendar(_));
    remarks.extend(found.iter().filter(is_new).map(printout::caution));
    let page = page(&plan, running, &almanac)?.with_remarks(remarks);
    Ok((plan, page))
}

fn warnings(
    plan: &[Instalment],
    total: Amount,
    against: &Against,
    almanac: &Almanac,
) -> Vec<Caution> {
    let bounds = Bounds {
        total: Some(total),
        limitation: against.act_by,
        target: against.target,
        budgets: &against.year_budget,
        arisen: &[],
    };
    cautions(plan, &bounds, &almanac.calendar)
}

/// The plan, with interest where it runs.
fn page(plan: &[Instalment], running: &Running, almanac: &Almanac) -> Result<Page, Stop> {
    let Some((due, terms)) = running.terms() else {
        return Ok(printout::schedule(plan));
    };
    let debt = debt(schedule::sum(plan), due);
    let done = with_interest(&debt, plan, &terms, almanac);
    let done = done.map_err(|why| Stop::usage(printout::no_rate(why)))?;
    Ok(printout::repayment(&done))
}

pub(super) fn debt(principal: Amount, due: NaiveDate) -> Debt {
    let owed = Balance {
        principal,
        ..Balance::default()
    };
    Debt { owed, due }
}

/// What all shares of a plan make.
const WHOLE: i64 = Rate::ONE.e8();

pub(crate) fn milestones(request: &Milestones) -> Result<Page, Stop> {
    let almanac = request.output.almanac()?;
    let planned = request.owed.read()?;
    let total = planned.total;
    let days: Vec<NaiveDate> = request.at.iter().map(|(day, _)| *day).collect();
    let mut shares = Vec::new();
    let mut amounts = Vec::new();
    for (_, share) in &request.at {
        match share {
            Share::Percent(share) => shares.push(*share),
            Share::Amount(amount) => amounts.push(*amount),
        }
    }
    if !shares.is_empty() && !amounts.is_empty() {
        return Err(Stop::usage(words(
            "里程碑请全部用比例，或者全部用金额",
            "give all milestones as percentages, or all as amounts",
        )));
    }
    let mut remarks = Vec::new();
    if !shares.is_empty() {
        let sum: i64 = shares
            .iter()
            .fold(0, |sum, share| sum.saturating_add(share.e8()));
        if sum != WHOLE {
            let sum = Rate::from_e8(sum);
            remarks.push(words(
                &format!("各里程碑比例合计{sum}%，不是100%，已按各自所占份额分配，请核对"),
                &format!(
                    "the percentages come to {sum}, not 100; they were taken as shares: check them"
                ),
            ));
        }
        amounts = by_shares(total, &shares);
    }
    let mut plan = instalments(&days, &amounts);
    plan.sort_by_key(|one| one.due);
    if let Err(differs) = schedule::ties(&plan, total) {
        let differs = Caution::Sum(differs);
        return Err(Stop::usage(printout::caution(&differs)));
    }
    let found = warnings(&plan, total, &request.against.of(&planned), &almanac);
    remarks.extend(found.iter().map(printout::caution));
    let page = page(&plan, &request.running, &almanac)?.with_remarks(remarks);
    request.owed.page(planned, &plan, page)
}

pub(crate) fn project(request: &Project) -> Result<Page, Stop> {
    let almanac = request.output.almanac()?;
    let rhythm = Rhythm {
        first: request.first,
        step: request.every.months(),
    };
    let Some((due, terms)) = request.running.terms() else {
        let ahead = schedule::project(request.rest, request.each);
        return Ok(printout::projection(ahead.as_ref(), rhythm));
    };
    let debt = debt(request.rest, due);
    let done = until_cleared(&debt, request.each, rhythm, &terms, &almanac);
    let done = done.map_err(|why| Stop::usage(printout::no_rate(why)))?;
    Ok(printout::repayment(&done))
}
