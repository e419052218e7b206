//! The debts of a ledger that wait for a budget, and what several budgets, one after the other, make
//! of each: instalments.

use std::borrow::Cow;

use super::{COURT, name};
use crate::amount::Amount;
use crate::calc::allocation::{Allocation, Waiting};
use crate::calc::schedule::{Instalment, instalments};
use crate::date::When;
use crate::ledger::{Entry, Ledger};
use chrono::NaiveDate;

/// A debt that waits for its share.
#[derive(Debug, Clone)]
pub struct Queued<'a> {
    /// Its row.
    pub row: usize,
    /// Its number, or its row while it has none.
    pub id: Cow<'a, str>,
    /// The debt.
    pub entry: &'a Entry,
    amount: Amount,
    undisputed: Amount,
}

impl Queued<'_> {
    /// As budgets are shared.
    pub fn waiting(&self) -> Waiting<'_> {
        Waiting {
            id: &self.id,
            amount: self.amount,
            undisputed: Some(self.undisputed),
            paid: self.entry.repaid(),
            in_court: self.entry.judicial.is_some_and(|at| COURT.contains(&at)),
            due: self.entry.due_date.map(When::first),
        }
    }

    /// The firm it is owed to.
    pub fn firm(&self) -> &str {
        let firm = self.entry.creditor_name.as_ref();
        firm.map_or("", |firm| firm.as_str())
    }
}

/// The debts still to be paid, and how many more there are that cannot wait yet: nobody has said
/// how much is owed, or whether it is disputed.
///
/// ```
/// use arrears_ledger::{claims::budget::queue, read};
/// let sheet = "被拖欠企业\t拖欠金额（元）\t是否有分歧\n甲\t100\t无分歧\n乙\t200\t\n";
/// let ledger = read::read(sheet.as_bytes()).ledger;
/// let (waiting, left_out) = queue(&ledger);
/// assert_eq!((waiting.len(), waiting[0].firm(), left_out), (1, "甲", 1));
/// ```
pub fn queue(ledger: &Ledger) -> (Vec<Queued<'_>>, usize) {
    let rows = ledger.entries.iter().enumerate();
    let active: Vec<_> = rows
        .filter(|(_, entry)| entry.standing().is_active())
        .collect();
    let count = active.len();
    let known = active.into_iter().filter_map(|(row, entry)| {
        Some(Queued {
            row,
            id: name(row, entry),
            entry,
            amount: entry.arrears_amount?,
            undisputed: entry.undisputed()?,
        })
    });
    let known: Vec<_> = known.collect();
    let left_out = count.saturating_sub(known.len());
    (known, left_out)
}

/// What the debt in one place of the queue gets of each budget, on the budgets' days; nothing where
/// it gets nothing.
pub fn shares(place: usize, periods: &[Allocation], days: &[NaiveDate]) -> Vec<Instalment> {
    let share = |period: &Allocation| period.shares.get(place).map(|one| one.paid);
    let amounts: Vec<Amount> = periods.iter().filter_map(share).collect();
    let mut plan = instalments(days, &amounts);
    plan.retain(|one| Amount::ZERO < one.amount);
    plan
}
