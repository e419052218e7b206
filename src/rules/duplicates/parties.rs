//! A debt → who owes whom.

use crate::ledger::Entry;
use crate::ledger::lists::Status;
use crate::rules::key::Key;

/// Debtor and creditor; `None` where one is missing, and for a debt that was taken off: that may
/// well have been because it stood there twice.
pub(super) fn parties(entry: &Entry) -> Option<Key<'_>> {
    let (debtor, creditor) = (entry.debtor_name.as_ref()?, entry.creditor_name.as_ref()?);
    let stands = entry.standing() != Status::Removed;
    stands.then(|| Key::of(debtor.as_str()).and(creditor.as_str()))
}
