//! A budget shared among the debts of a ledger.

use std::path::PathBuf;

use arrears_ledger::almanac::Beyond;
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::allocation::{Allocation, Method, Order, Waiting, allocate_periods};
use arrears_ledger::calc::schedule::{Rhythm, dates};
use arrears_ledger::claims::budget::{Queued, queue, shares};
use arrears_ledger::printout::{self, Page};
use arrears_ledger::read::Reading;
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::book::written;
use super::{Every, words};
use crate::book::{Written, open};
use crate::input::day;
use crate::sums::{Output, Stop, money};

#[derive(Args)]
pub(crate) struct Allocate {
    /// 台账：提交文件、草稿或者表格，- 为标准输入。 A submission, a draft or a sheet of debts; - for standard input.
    ledger: PathBuf,
    /// 一期预算，可写多次，逐期分配；当期未用完的不结转。 The budget of a period; given several times, one period after the other. What one period
    /// leaves unspent is not carried over.
    #[arg(long, required = true, value_name = "AMOUNT", value_parser = money)]
    budget: Vec<Amount>,
    /// 分配办法；只付无分歧部分，已进入司法程序的不付。 How it is shared. Only undisputed parts are paid, and nothing of what a court has.
    #[arg(long, value_enum)]
    method: How,
    /// 用 small-then-pro-rata 时，多少以下算小额。 With small-then-pro-rata: up to how much a debt is small.
    #[arg(long, value_name = "AMOUNT", value_parser = money, required_if_eq("method", "small-then-pro-rata"))]
    threshold: Option<Amount>,
    /// 用 undisputed-first 时，内部的次序。 With undisputed-first: in which order inside.
    #[arg(long, value_enum, default_value_t = Inside::Oldest)]
    inside: Inside,
    /// 首期付款日期；写入台账时要写。 The day the first budget is paid on; needed to write the shares as instalments.
    #[arg(long, value_name = "DAY", value_parser = day, requires = "write")]
    first: Option<NaiveDate>,
    /// 预算的间隔。 How often there is a budget.
    #[arg(long, value_enum, default_value_t = Every::Month)]
    every: Every,
    /// 付款日遇休息日不顺延。 Leave payments on days off where they are.
    #[arg(long)]
    no_roll: bool,
    #[command(flatten)]
    written: Written,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum How {
    /// 按可付金额的比例。 Each debt by what may be paid of it.
    ProRata,
    /// 先到期的先付。 The debt due first, first.
    OldestFirst,
    /// 先付金额小的，付清的户数最多。 The smallest debt first, so that most firms are paid.
    SmallestFirst,
    /// 先付全部无分歧的，再付其余的无分歧部分。 Debts without dispute first, then the undisputed parts of the others.
    UndisputedFirst,
    /// 先付清小额的，其余按比例。 All debts up to --threshold, then the others pro rata.
    SmallThenProRata,
}

#[derive(Clone, Copy, ValueEnum)]
enum Inside {
    Oldest,
    Smallest,
    ProRata,
}

impl Allocate {
    pub(crate) const fn output(&self) -> &Output {
        &self.output
    }

    fn method(&self) -> Method {
        match self.method {
            How::ProRata => Method::All(Order::ProRata),
            How::OldestFirst => Method::All(Order::Oldest),
            How::SmallestFirst => Method::All(Order::Smallest),
            How::UndisputedFirst => Method::UndisputedFirst(match self.inside {
                Inside::Oldest => Order::Oldest,
                Inside::Smallest => Order::Smallest,
                Inside::ProRata => Order::ProRata,
            }),
            How::SmallThenProRata => Method::SmallThenProRata(self.threshold.unwrap_or_default()),
        }
    }
}

pub(crate) fn allocate(request: &Allocate) -> Result<Page, Stop> {
    let name = request.ledger.display();
    let reading = open(&request.ledger)?;
    let (known, left_out) = queue(&reading.ledger);
    if known.is_empty() {
        return Err(Stop::unreadable(&format!(
            "{name}: 没有可以分配的欠款：每笔应有拖欠金额和是否有分歧 (no debt to share among: each needs its amount and whether it is disputed)"
        )));
    }
    let debts: Vec<Waiting<'_>> = known.iter().map(Queued::waiting).collect();
    let names: Vec<String> = known.iter().map(|one| one.firm().to_owned()).collect();
    let periods = allocate_periods(&debts, &request.budget, request.method());
    let mut remarks = Vec::new();
    if 0 < left_out {
        remarks.push(words(
            &format!("有{left_out}笔缺少拖欠金额或者是否有分歧，未参加分配，请先补填"),
            &format!("{left_out} debts lack their amount or whether they are disputed, and were left out: fill them in"),
        ));
    }
    let page = printout::allocation(&debts, &names, &periods);
    if request.written.write.is_some() {
        let rows: Vec<usize> = known.iter().map(|one| one.row).collect();
        remarks.extend(write(request, reading, &rows, &periods)?);
    }
    Ok(page.with_remarks(remarks))
}

/// Puts the shares of each debt into it as instalments, a budget a day.
fn write(
    request: &Allocate,
    mut reading: Reading,
    rows: &[usize],
    periods: &[Allocation],
) -> Result<Vec<Words>, Stop> {
    let Some(first) = request.first else {
        return Err(Stop::usage(words(
            "写入台账时请用 --first 给出首期付款日期",
            "to write the shares, say with --first when the first budget is paid",
        )));
    };
    let almanac = request.output.almanac()?;
    let rhythm = Rhythm {
        first,
        step: request.every.months(),
    };
    let count = u32::try_from(periods.len()).unwrap_or(u32::MAX);
    let roll = (!request.no_roll).then_some(&almanac.calendar);
    let days = dates(rhythm, count, roll);
    let mut said: Vec<Words> = days.beyond.iter().map(Beyond::words).collect();
    let mut planned = 0_usize;
    for (place, row) in rows.iter().enumerate() {
        let plan = shares(place, periods, &days.days);
        let entry = reading.ledger.entries.get_mut(*row);
        if let Some(entry) = entry.filter(|_| !plan.is_empty()) {
            written(entry, &plan)?;
            planned += 1;
        }
    }
    said.push(words(
        &format!("已为{planned}笔写入还款计划，其余未分到，计划不变"),
        &format!(
            "instalments were put into {planned} debts; the others got nothing and keep theirs"
        ),
    ));
    said.extend(request.written.save(reading)?);
    Ok(said)
}
