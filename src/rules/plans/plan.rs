//! A debt → its plan, as far as rules may build on it: what is blank, unreadable or negative has
//! been spoken of already.

use crate::amount::Amount;
use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::{Dispute, InstalmentStatus, Status};
use crate::rules::amounts::known::{known, owed, repaid};

/// Whether a plan has to be made for it, and nobody contests it (notice 二（二）).
pub(super) fn is_undisputed(entry: &Entry) -> bool {
    entry.dispute == Some(Dispute::Undisputed) && entry.is_to_plan()
}

/// Whether a plan was drawn up: there are instalments, or it is said to be filed or under way.
pub(super) fn is_drawn(entry: &Entry) -> bool {
    let is_filed = !entry.is_blank(Field::PlanFiledOn) || entry.standing() == Status::Planned;
    is_filed || !entry.instalments.is_empty()
}

/// What is still owed. `None` where more was repaid than was owed: A-03 speaks.
pub(super) fn balance(entry: &Entry) -> Option<Amount> {
    known(Some(owed(entry)? - repaid(entry)?))
}

/// What the plan still has to bring: its instalments, less those marked as paid, or less the
/// payments marked as planned where these come to more. `None` without instalments, or while one
/// has no amount.
pub(super) fn still_planned(entry: &Entry) -> Option<Amount> {
    entry.instalments.first()?;
    let (mut all, mut marked) = (Amount::ZERO, Amount::ZERO);
    for instalment in &entry.instalments {
        let amount = known(instalment.amount)?;
        all = all + amount;
        if instalment.status == Some(InstalmentStatus::Paid) {
            marked = marked + amount;
        }
    }
    let mut paid = Amount::ZERO;
    for payment in &entry.payments {
        if payment.is_planned == Some(true) {
            paid = paid + payment.amount?;
        }
    }
    Some(all.less(marked.max(paid)))
}

/// The last instalment and its place, by its day.
pub(super) fn last(entry: &Entry) -> Option<(usize, When)> {
    let days = entry.instalments.iter().enumerate();
    days.filter_map(|(child, one)| Some((child, one.due_on?)))
        .max_by_key(|(_, due)| due.last())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::entry::Rest;
    use crate::ledger::{Instalment, Payment};

    fn fen(fen: i64) -> Amount {
        Amount::from_fen(fen)
    }

    fn planned(instalments: &[(i64, bool)], payments: &[(i64, Option<bool>)]) -> Entry {
        let instalment = |(amount, is_paid): &(i64, bool)| Instalment {
            amount: Some(fen(*amount)),
            status: is_paid.then_some(InstalmentStatus::Paid),
            ..Instalment::default()
        };
        let payment = |(amount, is_planned): &(i64, Option<bool>)| Payment {
            amount: Some(fen(*amount)),
            is_planned: *is_planned,
            ..Payment::default()
        };
        Entry {
            arrears_amount: Some(fen(100)),
            rest: Rest {
                instalments: instalments.iter().map(instalment).collect(),
                payments: payments.iter().map(payment).collect(),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        }
    }

    #[test]
    fn what_is_paid_is_no_longer_planned() {
        for (instalments, payments, left) in [
            (vec![(60, false), (40, false)], vec![], Some(fen(100))),
            (vec![(60, true), (40, false)], vec![], Some(fen(40))),
            (
                vec![(60, true), (40, false)],
                vec![(60, Some(true))],
                Some(fen(40)),
            ),
            (
                vec![(60, false), (40, false)],
                vec![(70, Some(true))],
                Some(fen(30)),
            ),
            (vec![(60, false)], vec![(40, None)], Some(fen(60))),
            (vec![(60, false)], vec![(90, Some(true))], Some(fen(0))),
            (vec![], vec![], None),
        ] {
            let entry = planned(&instalments, &payments);
            assert_eq!(still_planned(&entry), left, "{instalments:?} {payments:?}");
        }
        let mut entry = planned(&[(60, false)], &[]);
        entry.instalments[0].amount = None;
        assert_eq!(still_planned(&entry), None);
    }

    #[test]
    fn more_repaid_than_owed_leaves_no_balance() {
        assert_eq!(balance(&planned(&[], &[(100, None)])), Some(fen(0)));
        assert_eq!(balance(&planned(&[], &[(101, None)])), None);
    }
}
