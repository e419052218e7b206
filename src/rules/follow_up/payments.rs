//! The payments of a debt against those it had before, as two heaps: a payment is the same when
//! its day and its amount are, so a voucher may still be added to it.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::ledger::{Entry, Payment};

/// What came to the payments of a debt and what went.
#[derive(Debug, Default)]
pub(super) struct Moves {
    /// Places of payments that were not there before.
    pub(super) added: Vec<usize>,
    /// Places in the earlier debt of payments that are no longer there.
    pub(super) gone: Vec<usize>,
}

type Key = (NaiveDate, Amount, usize);

/// Compares the payments of a debt. Nothing, while a payment of now lacks its day or amount, which
/// other rules ask for.
pub(super) fn moves(earlier: &Entry, entry: &Entry) -> Moves {
    let (mut moves, now) = (Moves::default(), keys(&entry.payments));
    if now.len() < entry.payments.len() {
        return moves;
    }
    let then = keys(&earlier.payments);
    let (mut then, mut now) = (then.into_iter().peekable(), now.into_iter().peekable());
    loop {
        let order = match (then.peek(), now.peek()) {
            (None, None) => return moves,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(_), None) => std::cmp::Ordering::Less,
            (Some(old), Some(new)) => (old.0, old.1).cmp(&(new.0, new.1)),
        };
        let old = if order.is_le() { then.next() } else { None };
        let new = if order.is_ge() { now.next() } else { None };
        match (old, new) {
            (Some((.., place)), None) => moves.gone.push(place),
            (None, Some((.., place))) => moves.added.push(place),
            _ => {}
        }
    }
}

/// The payments that have a day and an amount, in order.
fn keys(payments: &[Payment]) -> Vec<Key> {
    let mut keys = Vec::new();
    for (place, one) in payments.iter().enumerate() {
        let key = one.paid_on.zip(one.amount);
        keys.extend(key.map(|(paid, amount)| (paid, amount, place)));
    }
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::entry::Rest;

    fn debt(payments: &[(u32, i64)]) -> Entry {
        let payment = |(day, fen): &(u32, i64)| Payment {
            paid_on: NaiveDate::from_ymd_opt(2022, 7, *day),
            amount: Some(Amount::from_fen(*fen)),
            ..Payment::default()
        };
        Entry {
            rest: Rest {
                payments: payments.iter().map(payment).collect(),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        }
    }

    #[test]
    fn payments_are_matched_one_by_one_whatever_their_order() {
        let moves = |then, now| {
            let mut found = moves(&debt(then), &debt(now));
            found.added.sort_unstable();
            (found.gone, found.added)
        };
        assert_eq!(
            moves(&[(1, 5), (2, 5)], &[(2, 5), (1, 5)]),
            (vec![], vec![])
        );
        assert_eq!(moves(&[(1, 5), (1, 5)], &[(1, 5)]), (vec![1], vec![]));
        assert_eq!(moves(&[(1, 5)], &[(1, 5), (1, 5)]), (vec![], vec![1]));
        assert_eq!(moves(&[(1, 5)], &[(3, 9), (1, 6)]), (vec![0], vec![0, 1]));
        assert_eq!(moves(&[(1, 5)], &[(1, 5), (3, -5)]), (vec![], vec![1]));
    }

    #[test]
    fn a_payment_that_is_not_finished_silences_the_comparison() {
        let mut now = debt(&[(3, 9), (1, 6)]);
        now.payments[0].amount = None;
        assert!(moves(&debt(&[(1, 5)]), &now).gone.is_empty());
    }
}
