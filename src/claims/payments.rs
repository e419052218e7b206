//! A debt → what was paid on it and when, with payments that were reversed taken out.

use chrono::NaiveDate;

use super::interest::{Caveat, Missing};
use crate::amount::Amount;
use crate::calc::progress::Payment;
use crate::ledger::Entry;

/// The payments on record by their days, each above zero. Where only their total is, it counts as
/// paid on the day of the last.
///
/// # Errors
/// What the record lacks.
pub fn payments(entry: &Entry, caveats: &mut Vec<Caveat>) -> Result<Vec<Payment>, Missing> {
    if entry.payments.is_empty() {
        return total(entry, caveats);
    }
    let mut made = Vec::new();
    let mut reversals = Vec::new();
    for payment in &entry.payments {
        let (Some(on), Some(amount)) = (payment.paid_on, payment.amount) else {
            return Err(Missing::Payment);
        };
        if amount < Amount::ZERO {
            reversals.push((on, -amount));
        } else {
            made.push(Payment { on, amount });
        }
    }
    made.sort_by_key(|payment| payment.on);
    for (on, amount) in &reversals {
        reverse(&mut made, *on, *amount)?;
    }
    if !reversals.is_empty() {
        caveats.push(Caveat::Reversed(reversals.len()));
    }
    made.retain(|payment| Amount::ZERO < payment.amount);
    Ok(made)
}

fn total(entry: &Entry, caveats: &mut Vec<Caveat>) -> Result<Vec<Payment>, Missing> {
    let repaid = entry.repaid_total.unwrap_or_default();
    if repaid <= Amount::ZERO {
        return Ok(Vec::new());
    }
    let on = entry.last_paid_on.ok_or(Missing::PaymentDay)?;
    caveats.push(Caveat::PaidAtOnce(on));
    Ok(vec![Payment { on, amount: repaid }])
}

/// Takes a reversed sum out of the payments made by its day: out of one of that very amount, else
/// out of the last ones.
fn reverse(made: &mut [Payment], on: NaiveDate, amount: Amount) -> Result<(), Missing> {
    let earlier = |payment: &&mut Payment| payment.on <= on;
    let mut backwards = made.iter_mut().filter(earlier).rev();
    if let Some(same) = backwards.find(|payment| payment.amount == amount) {
        same.amount = Amount::ZERO;
        return Ok(());
    }
    let mut left = amount;
    for payment in made.iter_mut().filter(earlier).rev() {
        let taken = payment.amount.min(left);
        payment.amount = payment.amount - taken;
        left = left - taken;
    }
    if left == Amount::ZERO {
        Ok(())
    } else {
        Err(Missing::Reversed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::entry::Rest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn found(list: &[(&str, i64)]) -> Result<Vec<(NaiveDate, i64)>, Missing> {
        let payment = |(on, fen): &(&str, i64)| crate::ledger::Payment {
            paid_on: Some(day(on)),
            amount: Some(Amount::from_fen(*fen)),
            ..crate::ledger::Payment::default()
        };
        let entry = Entry {
            rest: Rest {
                payments: list.iter().map(payment).collect(),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        let payments = payments(&entry, &mut Vec::new())?;
        let plain = payments.into_iter().map(|one| (one.on, one.amount.fen()));
        Ok(plain.collect())
    }

    #[test]
    fn a_reversed_payment_was_never_made() {
        let (first, second) = ("2024-01-01", "2024-02-01");
        assert_eq!(
            found(&[(second, 5), (first, 7), ("2024-03-01", -7)]),
            Ok(vec![(day(second), 5)])
        );
        assert_eq!(
            found(&[(first, 7), (second, 5), ("2024-03-01", -6)]),
            Ok(vec![(day(first), 6)])
        );
        // A payment made later is not the one that was reversed.
        assert_eq!(
            found(&[(first, 7), (second, 5), ("2024-01-15", -5)]),
            Ok(vec![(day(first), 2), (day(second), 5)])
        );
        assert_eq!(found(&[(first, 7), (second, -8)]), Err(Missing::Reversed));
    }

    #[test]
    fn a_total_needs_the_day_of_the_last_payment() {
        let mut entry = Entry {
            rest: Rest {
                repaid_total: Some(Amount::from_fen(5)),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        let mut told = Vec::new();
        assert_eq!(payments(&entry, &mut told), Err(Missing::PaymentDay));
        entry.last_paid_on = Some(day("2024-01-01"));
        assert_eq!(payments(&entry, &mut told).unwrap().len(), 1);
        assert_eq!(told, [Caveat::PaidAtOnce(day("2024-01-01"))]);
    }
}
