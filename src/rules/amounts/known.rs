//! A debt → its amounts as far as other rules may build on them: what is blank, unreadable or
//! negative has been spoken of already, and comparing it would only say so again.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;

/// The arrears, where they are more than nothing.
pub(in crate::rules) fn owed(entry: &Entry) -> Option<Amount> {
    entry.arrears_amount.filter(|owed| Amount::ZERO < *owed)
}

/// An amount that is not negative.
pub(in crate::rules) fn known(amount: Option<Amount>) -> Option<Amount> {
    amount.filter(|amount| Amount::ZERO <= *amount)
}

/// What was repaid; `None` while an amount it is made of is missing. A blank total with no payments
/// listed means that nothing was repaid yet.
pub(in crate::rules) fn repaid(entry: &Entry) -> Option<Amount> {
    let is_listed = !entry.payments.is_empty();
    let is_unread = entry.repaid_total.is_none() && !entry.is_blank(Field::RepaidTotal);
    let is_missing = if is_listed {
        entry.payments.iter().any(|one| one.amount.is_none())
    } else {
        is_unread
    };
    (!is_missing).then(|| entry.repaid())
}
