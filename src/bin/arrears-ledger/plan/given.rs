//! A plan that is followed, and what was paid on it: printed, given, or of a ledger.

use std::path::PathBuf;

use arrears_ledger::amount::Amount;
use arrears_ledger::calc::cautions::Caution;
use arrears_ledger::calc::progress::{Matched, Payment, Progress, progress, progress_matched};
use arrears_ledger::calc::schedule::Instalment;
use arrears_ledger::claims::interest::Caveat;
use arrears_ledger::claims::plan::{payments_on, plan};
use arrears_ledger::date::When;
use arrears_ledger::ledger::Entry;
use arrears_ledger::printout::{self, Page};
use arrears_ledger::read::Reading;
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use clap::Args;

use super::book::written;
use super::read_plan;
use crate::book::{Written, debt, lacks, open};
use crate::input::{day, today_in_china};
use crate::sums::{Stop, dated};

/// A plan and what was paid on it.
#[derive(Args)]
pub(super) struct Followed {
    /// 用 --format json 打印的计划，- 为标准输入。 A plan printed with --format json, or - for standard input.
    #[arg(required_unless_present_any = ["instalment", "ledger"], conflicts_with_all = ["instalment", "ledger"])]
    plan: Option<PathBuf>,
    /// 一期：日期=金额，可写多次，代替文件。 An instalment, 2026-03-31=100000; may be given several times in place of a file.
    #[arg(long, value_name = "DAY=AMOUNT", value_parser = dated, conflicts_with = "ledger")]
    instalment: Vec<Instalment>,
    /// 台账：其中一笔欠款的计划和清偿记录。 A ledger: the plan and payments of one of its debts.
    #[arg(long, value_name = "FILE", requires = "debt")]
    ledger: Option<PathBuf>,
    /// 欠款编号；没有编号的用行号，如 #3。 The debt's number; its row, such as #3, where it has none.
    #[arg(long, value_name = "ID", requires = "ledger")]
    debt: Option<String>,
    /// 一笔付款：日期=金额，可写多次；指明抵第几期的写 日期=金额@期次。 A payment made, 2026-03-05=50000; for a
    /// certain instalment, 2026-03-05=50000@2; may be given several times.
    #[arg(long, value_name = "DAY=AMOUNT[@NO]", value_parser = matched, conflicts_with = "ledger")]
    payment: Vec<Matched>,
    /// 看哪一天的情况；不写则为今天。 The day to look at; without it, today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    as_of: Option<NaiveDate>,
}

/// A payment, and the instalment it was made for where it names one, from one.
fn matched(text: &str) -> Result<Matched, String> {
    let (paid, to) = match text.rsplit_once('@') {
        None => (text, None),
        Some((paid, no)) => {
            let no: Option<usize> = no.trim().parse().ok();
            let place = no.and_then(|no| no.checked_sub(1));
            let place = place.ok_or_else(|| {
                "@ 后应为期次，例如 2026-03-05=50000@2 (expected the instalment's number)"
                    .to_owned()
            })?;
            (paid, Some(place))
        }
    };
    let one = dated(paid)?;
    let payment = Payment {
        on: one.due,
        amount: one.amount,
    };
    Ok(Matched { payment, to })
}

/// The debt of a ledger whose plan it is.
pub(super) struct Found {
    reading: Reading,
    row: usize,
}

/// A plan as it stands.
pub(super) struct Stands {
    pub(super) progress: Progress,
    pub(super) found: Option<Found>,
    remarks: Vec<Words>,
}

impl Followed {
    pub(super) fn as_of(&self) -> NaiveDate {
        self.as_of.unwrap_or_else(today_in_china)
    }

    pub(super) fn stands(&self) -> Result<Stands, Stop> {
        if let Some((file, id)) = self.ledger.as_ref().zip(self.debt.as_ref()) {
            return of_ledger(open(file)?, id, self.as_of());
        }
        let plan = match &self.plan {
            Some(file) => read_plan(file)?,
            None => self.instalment.clone(),
        };
        let beyond = |one: &&Matched| one.to.is_some_and(|place| plan.len() <= place);
        if let Some(one) = self.payment.iter().find(beyond) {
            let (no, count) = (one.to.unwrap_or(0).saturating_add(1), plan.len());
            return Err(Stop::usage(Words {
                zh: format!("计划只有{count}期，没有第{no}期"),
                en: format!("the plan has {count} instalments and no {no}"),
            }));
        }
        Ok(Stands {
            progress: progress_matched(&plan, &self.payment, self.as_of()),
            found: None,
            remarks: Vec::new(),
        })
    }
}

fn of_ledger(reading: Reading, id: &str, as_of: NaiveDate) -> Result<Stands, Stop> {
    let (row, entry) = debt(&reading, id)?;
    let lacks = |why| lacks(row, entry, why);
    let plan = plan(entry).map_err(lacks)?;
    let (payments, caveats) = payments_on(entry).map_err(lacks)?;
    let mut remarks: Vec<Words> = caveats.iter().map(Caveat::words).collect();
    let begins = entry.plan_filed_on.or(plan.first().map(|one| one.due));
    let arisen = begins.map(|begins| arisen(&reading, entry, begins, as_of));
    if let Some(arisen) = arisen.filter(|arisen| !arisen.is_empty()) {
        remarks.push(printout::caution(&Caution::Arisen {
            count: arisen.len(),
            amount: arisen.into_iter().sum(),
        }));
    }
    Ok(Stands {
        progress: progress(&plan, &payments, as_of),
        remarks,
        found: Some(Found { reading, row }),
    })
}

/// The debts of the same debtor that fell due after a plan began, up to a day (边清边欠).
fn arisen(reading: &Reading, of: &Entry, begins: NaiveDate, as_of: NaiveDate) -> Vec<Amount> {
    let is_new = |entry: &&Entry| {
        let due = entry.due_date.or(entry.arrears_since).map(When::first);
        let is_since = due.is_some_and(|due| begins < due && due <= as_of);
        is_since && entry.debtor_name == of.debtor_name && entry.standing().is_counted()
    };
    let new = reading.ledger.entries.iter().filter(is_new);
    new.filter_map(|entry| entry.arrears_amount).collect()
}

impl Stands {
    /// A page about it: which debt it is, and what to know.
    pub(super) fn about(&self, page: Page) -> Page {
        let Some(found) = &self.found else {
            return page;
        };
        let page = match found.reading.ledger.entries.get(found.row) {
            Some(entry) => page.of_debt(found.row, entry),
            None => page,
        };
        page.with_remarks(self.remarks.clone())
    }
}

impl Found {
    /// Puts what is planned anew into the debt and saves the ledger.
    pub(super) fn write(
        mut self,
        plan: &[Instalment],
        place: &Written,
    ) -> Result<Vec<Words>, Stop> {
        let mut said = Vec::new();
        if let Some(entry) = self.reading.ledger.entries.get_mut(self.row) {
            said.extend(written(entry, plan)?);
        }
        said.extend(place.save(self.reading)?);
        Ok(said)
    }
}
