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

/// A payment, and the place of the instalment it was made for, where it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matched {
    /// The payment.
    pub payment: Payment,
    /// The instalment's place in the plan, from zero.
    pub to: Option<usize>,
}

/// Fills the instalments with the payments made up to a day, the instalment due first first.
///
/// What is applied and what is prepaid make what was paid.
pub fn progress(plan: &[Instalment], payments: &[Payment], as_of: NaiveDate) -> Progress {
    let unmatched = |payment: &Payment| Matched {
        payment: *payment,
        to: None,
    };
    let payments: Vec<Matched> = payments.iter().map(unmatched).collect();
    progress_matched(plan, &payments, as_of)
}

/// As [`progress`], with payments that were made for an instalment: each fills its own first. What
/// is over, and what names no instalment of the plan, goes to the instalment due first.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::progress::{Matched, Payment, progress_matched};
/// use arrears_ledger::calc::schedule::Instalment;
/// let plan = ["2026-01-31", "2026-02-28"].map(|due| Instalment {
///     due: due.parse().unwrap(), amount: Amount::from_fen(100),
/// });
/// let payment = Payment { on: "2026-01-20".parse().unwrap(), amount: Amount::from_fen(130) };
/// let made = [Matched { payment, to: Some(1) }];
/// let stands = progress_matched(&plan, &made, payment.on);
/// assert_eq!(stands.instalments.iter().map(|one| one.applied.fen()).collect::<Vec<_>>(), [30, 100]);
/// ```
pub fn progress_matched(plan: &[Instalment], payments: &[Matched], as_of: NaiveDate) -> Progress {
    let mut order: Vec<(usize, &Instalment)> = plan.iter().enumerate().collect();
    order.sort_by_key(|(_, instalment)| instalment.due);
    let mut applied = vec![Amount::ZERO; plan.len()];
    let (mut actual, mut left) = (Amount::ZERO, Amount::ZERO);
    for one in payments.iter().filter(|one| one.payment.on <= as_of) {
        let amount = one.payment.amount.max(Amount::ZERO);
        let own = pay(plan, &mut applied, one.to, amount);
        actual = actual + amount;
        left = left + (amount - own);
    }
    for (index, _) in order {
        left = left - pay(plan, &mut applied, Some(index), left);
    }
    let filled = plan.iter().zip(&applied);
    let instalments: Vec<Filled> = filled
        .map(|(one, applied)| fill(one.due, one.amount.max(Amount::ZERO), *applied, as_of))
        .collect();
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

/// Pays what is open of an instalment; how much that took.
fn pay(plan: &[Instalment], applied: &mut [Amount], place: Option<usize>, money: Amount) -> Amount {
    let found = place.and_then(|place| plan.get(place).zip(applied.get_mut(place)));
    let Some((instalment, applied)) = found else {
        return Amount::ZERO;
    };
    let paid = instalment.amount.less(*applied).min(money);
    *applied = *applied + paid;
    paid
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
