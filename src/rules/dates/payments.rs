//! A debt → the days on which it was paid, each with the payment's place.

use chrono::NaiveDate;

use crate::ledger::Entry;

/// The payments that have a day, counted from 0.
pub(super) fn days(entry: &Entry) -> impl Iterator<Item = (usize, NaiveDate)> {
    let payments = entry.payments.iter().enumerate();
    payments.filter_map(|(child, payment)| Some((child, payment.paid_on?)))
}
