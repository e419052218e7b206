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

/// What a plan has to bring: the undisputed part, which is due whatever becomes of the rest
/// (条例2025第15条), less what was repaid.
///
/// # Errors
/// Where that is not on record.
pub fn payable(entry: &Entry) -> Result<Amount, Missing> {
    let owed = balance(entry)?;
    let missing = match entry.dispute {
        None => Missing::Dispute,
        Some(_) => Missing::Undisputed,
    };
    let undisputed = entry.undisputed().ok_or(missing)?;
    Ok(undisputed.less(entry.repaid()).min(owed))
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

/// The payments made on the plan, and what to know about them: those said to be on it, and of the
/// others those made since it was filed. Where the day of filing is not on record, as many of the
/// last as the plan is above the balance, for a plan covers what is owed when it is made.
///
/// # Errors
/// What the record lacks.
pub fn payments_on(entry: &Entry) -> Result<(Vec<Payment>, Vec<Caveat>), Missing> {
    let mut caveats = Vec::new();
    let marked = |wanted: bool| {
        let mut own = entry.clone();
        own.payments
            .retain(|one| match (one.is_planned, entry.plan_filed_on) {
                (Some(is_planned), _) => is_planned == wanted,
                (None, Some(filed)) => one.paid_on.is_none_or(|paid| filed <= paid) == wanted,
                (None, None) => !wanted,
            });
        // Without payments their total would be taken for them.
        own.repaid_total = own
            .repaid_total
            .filter(|_| entry.payments.is_empty() && !wanted);
        own
    };
    let mut made = payments(&marked(true), &mut caveats)?;
    if entry.plan_filed_on.is_none() || entry.payments.is_empty() {
        let mut unsaid = marked(false);
        unsaid.payments.retain(|one| one.is_planned.is_none());
        let planned: Amount = entry.instalments.iter().filter_map(|one| one.amount).sum();
        let said: Amount = made.iter().map(|one| one.amount).sum();
        let missing = planned.less(balance(entry)?).less(said);
        made.extend(last(payments(&unsaid, &mut caveats)?, missing));
        made.sort_by_key(|one| one.on);
    }
    let on_plan: Amount = made.iter().map(|one| one.amount).sum();
    let off = entry.repaid().less(on_plan);
    if Amount::ZERO < off {
        caveats.push(Caveat::OffPlan(off));
    }
    Ok((made, caveats))
}

/// The last payments that come to a sum; the first of them perhaps in part.
fn last(payments: Vec<Payment>, mut sum: Amount) -> Vec<Payment> {
    let mut taken = Vec::new();
    for mut payment in payments.into_iter().rev() {
        payment.amount = payment.amount.min(sum);
        sum = sum - payment.amount;
        if Amount::ZERO < payment.amount {
            taken.push(payment);
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger;
    use crate::ledger::entry::Rest;

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
            rest: Rest {
                payments: vec![payment(50)],
                ..Rest::default()
            }
            .into(),
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

    fn made(filed: Option<&str>, list: &[(&str, i64, Option<bool>)]) -> (Vec<i64>, Vec<Caveat>) {
        let payment = |(on, amount, is_planned): &(&str, i64, Option<bool>)| ledger::Payment {
            paid_on: on.parse().ok(),
            amount: Some(fen(*amount)),
            is_planned: *is_planned,
            ..ledger::Payment::default()
        };
        let mut entry = Entry {
            arrears_amount: Some(fen(100)),
            rest: Rest {
                plan_filed_on: filed.and_then(|day| day.parse().ok()),
                payments: list.iter().map(payment).collect(),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        put(&mut entry, &new(&[("2022-12-31", 70)])).unwrap();
        let (payments, caveats) = payments_on(&entry).unwrap();
        (
            payments.iter().map(|one| one.amount.fen()).collect(),
            caveats,
        )
    }

    #[test]
    fn only_payments_on_the_plan_fill_it() {
        let list = [
            ("2022-06-14", 1, None),
            ("2022-06-14", 2, Some(true)),
            ("2022-06-15", 4, None),
            ("2022-07-15", 8, Some(false)),
        ];
        let off = |amount| vec![Caveat::OffPlan(fen(amount))];
        assert_eq!(made(Some("2022-06-15"), &list), (vec![2, 4], off(9)));
        // Of 100 owed, 30 were paid before 70 were planned, so only what came later is on the plan.
        let list = [("2022-06-01", 30, None), ("2022-07-01", 25, None)];
        assert_eq!(made(None, &list), (vec![25], off(30)));
        assert_eq!(made(None, &list[..1]), (vec![], off(30)));
    }
}
