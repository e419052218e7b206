//! A plan against what was paid.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::calc::clearance::Percent;
use crate::calc::schedule::Instalment;

/// A payment made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    /// On which day.
    pub on: NaiveDate,
    /// How much; less than nothing counts as nothing.
    pub amount: Amount,
}

/// How an instalment stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Paid in full.
    Paid,
    /// Not paid in full, and today is its day.
    DueToday,
    /// Not paid in full, and its day has not come.
    Pending,
    /// Not paid in full, and its day is past.
    Overdue,
}

/// An instalment and what was paid on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filled {
    /// When it is due.
    pub due: NaiveDate,
    /// How much is due.
    pub amount: Amount,
    /// What has been paid on it.
    pub applied: Amount,
    /// How it stands.
    pub standing: Standing,
}

/// How a plan stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Each instalment, in the order they were given.
    pub instalments: Vec<Filled>,
    /// What should have been paid by the end of the day.
    pub planned: Amount,
    /// What has been paid by the end of the day.
    pub actual: Amount,
    /// What is unpaid of instalments whose day is past.
    pub overdue: Amount,
    /// Paid beyond the whole plan.
    pub prepaid: Amount,
}

impl Progress {
    /// Paid less planned: below zero when behind.
    pub fn variance(&self) -> Amount {
        self.actual - self.planned
    }

    /// Paid of planned, in per cent; nothing while nothing was planned.
    pub fn achievement(&self) -> Option<Percent> {
        Percent::of(self.actual.fen(), self.planned.fen(), 2)
    }

    /// What is still to be paid of the plan.
    pub fn rest(&self) -> Amount {
        let unpaid = |one: &Filled| one.amount.less(one.applied);
        self.instalments.iter().map(unpaid).sum()
    }
}

/// Fills the instalments with the payments made up to a day, the instalment due first first.
///
/// What is applied and what is prepaid make what was paid.
pub fn progress(plan: &[Instalment], payments: &[Payment], as_of: NaiveDate) -> Progress {
    let made = payments.iter().filter(|payment| payment.on <= as_of);
    let actual: Amount = made.map(|payment| payment.amount.max(Amount::ZERO)).sum();
    let mut order: Vec<(usize, &Instalment)> = plan.iter().enumerate().collect();
    order.sort_by_key(|(_, instalment)| instalment.due);
    let mut left = actual;
    let mut filled: Vec<(usize, Filled)> = order
        .into_iter()
        .map(|(index, instalment)| {
            let amount = instalment.amount.max(Amount::ZERO);
            let applied = amount.min(left);
            left = left - applied;
            (index, fill(instalment.due, amount, applied, as_of))
        })
        .collect();
    filled.sort_by_key(|(index, _)| *index);
    let instalments: Vec<Filled> = filled.into_iter().map(|(_, one)| one).collect();
    let due = instalments.iter().filter(|one| one.due <= as_of);
    let planned = due.map(|one| one.amount).sum();
    let late = instalments
        .iter()
        .filter(|one| one.standing == Standing::Overdue);
    let overdue = late.map(|one| one.amount - one.applied).sum();
    Progress {
        instalments,
        planned,
        actual,
        overdue,
        prepaid: left,
    }
}

fn fill(due: NaiveDate, amount: Amount, applied: Amount, as_of: NaiveDate) -> Filled {
    let standing = if applied == amount {
        Standing::Paid
    } else if due < as_of {
        Standing::Overdue
    } else if due == as_of {
        Standing::DueToday
    } else {
        Standing::Pending
    };
    Filled {
        due,
        amount,
        applied,
        standing,
    }
}
