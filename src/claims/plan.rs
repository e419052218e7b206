//! A debt and its plan: what is still owed, the instalments on record, new ones in their place, and
//! the payments made on them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::interest::{Caveat, Missing};
use super::payments::payments;
use crate::amount::Amount;
use crate::calc::progress::Payment;
use crate::calc::schedule;
use crate::date::When;
use crate::ledger::lists::InstalmentStatus;
use crate::ledger::{Entry, Instalment};
use crate::limits;

/// What became of the instalments there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// Those paid, which stay.
    pub kept: usize,
    /// Those that gave way.
    pub removed: usize,
    /// Those put in their place.
    pub added: usize,
}

/// The debt would have more instalments than it may ([`limits::CHILDREN`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// How many.
    pub count: usize,
}

/// What a plan is made for: the balance.
///
/// # Errors
/// Where the arrears are not on record.
pub fn balance(entry: &Entry) -> Result<Amount, Missing> {
    entry.balance_due().ok_or(Missing::Amount)
}

/// Puts a plan in the place of the instalments still open, in the order of its days, a day once,
/// and ends the plan on its last day. What was paid of the old plan stays as paid instalments, so
/// that what is still planned is the new plan to the fen.
///
/// # Errors
/// When there would be too many; the debt then stays as it was.
pub fn put(entry: &mut Entry, plan: &[schedule::Instalment]) -> Result<Replaced, TooMany> {
    let mut days: BTreeMap<NaiveDate, Amount> = BTreeMap::new();
    for one in plan.iter().filter(|one| Amount::ZERO < one.amount) {
        let day = days.entry(one.due).or_default();
        *day = *day + one.amount;
    }
    let kept = paid(entry);
    let count = kept.len().saturating_add(days.len());
    if limits::CHILDREN < count {
        return Err(TooMany { count });
    }
    let replaced = Replaced {
        kept: kept.len(),
        removed: entry.instalments.len().saturating_sub(kept.len()),
        added: days.len(),
    };
    entry.plan_finish = days.keys().next_back().map(|day| When::day(*day));
    let new = days.into_iter().map(|(day, amount)| Instalment {
        due_on: Some(When::day(day)),
        amount: Some(amount),
        ..Instalment::default()
    });
    let mut all: Vec<Instalment> = kept.into_iter().chain(new).collect();
    all.sort_by_key(|one| one.due_on.map(When::last));
    for (no, one) in (1..).zip(&mut all) {
        one.no = Some(no);
    }
    entry.instalments = all;
    Ok(replaced)
}

/// The instalments that were paid: those marked so, and as much of the others, by their days, as
/// payments marked as planned cover beyond them.
fn paid(entry: &Entry) -> Vec<Instalment> {
    let is_marked = |one: &&Instalment| one.status == Some(InstalmentStatus::Paid);
    let mut kept: Vec<Instalment> = entry
        .instalments
        .iter()
        .filter(is_marked)
        .cloned()
        .collect();
    let marked: Amount = kept.iter().filter_map(|one| one.amount).sum();
    let planned = entry
        .payments
        .iter()
        .filter(|one| one.is_planned == Some(true));
    let made: Amount = planned.filter_map(|one| one.amount).sum();
    let mut left = made.less(marked);
    let mut open: Vec<&Instalment> = entry.instalments.iter().collect();
    open.retain(|one| !is_marked(one));
    open.sort_by_key(|one| one.due_on.map(When::last));
    for one in open {
        let covered = one.amount.unwrap_or_default().min(left);
        if Amount::ZERO < covered {
            left = left - covered;
            kept.push(Instalment {
                amount: Some(covered),
                status: Some(InstalmentStatus::Paid),
                ..one.clone()
            });
        }
    }
    kept
}

/// The instalments on record, a month by its last day.
///
/// # Errors
/// Where one has no day or no amount.
pub fn plan(entry: &Entry) -> Result<Vec<schedule::Instalment>, Missing> {
    let one = |one: &Instalment| {
        let (due, amount) = one.due_on.zip(one.amount).ok_or(Missing::Instalment)?;
        Ok(schedule::Instalment {
            due: due.last(),
            amount,
        })
    };
    let plan: Vec<schedule::Instalment> = entry
        .instalments
        .iter()
        .map(one)
        .collect::<Result<_, _>>()?;
    if plan.is_empty() {
        return Err(Missing::Plan);
    }
    Ok(plan)
}

/// The payments made on the plan: all on record but those said to be none of it, and those of
/// before it was filed; and what to know about them.
///
/// # Errors
/// What the record lacks.
pub fn payments_on(entry: &Entry) -> Result<(Vec<Payment>, Vec<Caveat>), Missing> {
    let mut own = entry.clone();
    let count = own.payments.len();
    own.payments.retain(|one| {
        let before = one.paid_on.zip(entry.plan_filed_on);
        let is_before = before.is_some_and(|(paid, filed)| paid < filed);
        one.is_planned.unwrap_or(!is_before)
    });
    let left_out = count.saturating_sub(own.payments.len());
    if own.payments.is_empty() && 0 < count {
        own.repaid_total = None;
    }
    let mut caveats = Vec::new();
    let payments = payments(&own, &mut caveats)?;
    if 0 < left_out {
        caveats.push(Caveat::OffPlan(left_out));
    }
    Ok((payments, caveats))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger;

    fn fen(fen: i64) -> Amount {
        Amount::from_fen(fen)
    }

    fn new(list: &[(&str, i64)]) -> Vec<schedule::Instalment> {
        let one = |(due, amount): &(&str, i64)| schedule::Instalment {
            due: due.parse().unwrap(),
            amount: fen(*amount),
        };
        list.iter().map(one).collect()
    }

    fn shown(entry: &Entry) -> Vec<(Option<u32>, i64, bool)> {
        let instalments = entry.instalments.iter();
        let shown = instalments.map(|one| {
            let is_paid = one.status == Some(InstalmentStatus::Paid);
            (one.no, one.amount.unwrap().fen(), is_paid)
        });
        shown.collect()
    }

    #[test]
    fn what_was_paid_of_the_old_plan_stays() {
        let payment = |amount| ledger::Payment {
            amount: Some(fen(amount)),
            is_planned: Some(true),
            ..ledger::Payment::default()
        };
        let mut entry = Entry {
            arrears_amount: Some(fen(100)),
            payments: vec![payment(50)],
            ..Entry::default()
        };
        let plan = new(&[("2022-01-31", 40), ("2022-02-28", 60)]);
        put(&mut entry, &plan).unwrap();
        entry.instalments[0].status = Some(InstalmentStatus::Paid);
        let rest = new(&[("2022-05-31", 20), ("2022-04-30", 30), ("2022-06-30", 0)]);
        let replaced = put(&mut entry, &rest).unwrap();
        assert_eq!((replaced.kept, replaced.removed, replaced.added), (2, 0, 2));
        assert_eq!(
            shown(&entry),
            [
                (Some(1), 40, true),
                (Some(2), 10, true),
                (Some(3), 30, false),
                (Some(4), 20, false)
            ]
        );
        assert_eq!(entry.plan_finish.unwrap().to_string(), "2022-05-31");
    }

    #[test]
    fn a_day_is_planned_for_once_and_nothing_is_not_planned() {
        let mut entry = Entry::default();
        let twice = new(&[("2022-01-31", 40), ("2022-01-31", 60)]);
        put(&mut entry, &twice).unwrap();
        assert_eq!(shown(&entry), [(Some(1), 100, false)]);
        let day = |count: i32| chrono::NaiveDate::from_num_days_from_ce_opt(730_000 + count);
        let most = i32::try_from(limits::CHILDREN).unwrap();
        let long: Vec<schedule::Instalment> = (0..=most)
            .map(|count| schedule::Instalment {
                due: day(count).unwrap(),
                amount: fen(1),
            })
            .collect();
        let count = limits::CHILDREN + 1;
        assert_eq!(put(&mut entry, &long), Err(TooMany { count }));
        assert_eq!(shown(&entry).len(), 1);
    }

    #[test]
    fn only_payments_on_the_plan_fill_it() {
        let payment = |on: &str, is_planned| ledger::Payment {
            paid_on: on.parse().ok(),
            amount: Some(fen(1)),
            is_planned,
            ..ledger::Payment::default()
        };
        let entry = Entry {
            plan_filed_on: "2022-06-15".parse().ok(),
            payments: vec![
                payment("2022-06-14", None),
                payment("2022-06-14", Some(true)),
                payment("2022-06-15", None),
                payment("2022-07-15", Some(false)),
            ],
            ..Entry::default()
        };
        let (payments, caveats) = payments_on(&entry).unwrap();
        assert_eq!(payments.len(), 2);
        assert_eq!(caveats, [Caveat::OffPlan(2)]);
    }
}
