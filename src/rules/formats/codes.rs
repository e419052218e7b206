//! A debt → what is to be said of its credit codes.

use crate::codes::{Damage, Uscc};
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::Finding;

/// What is found of the debtor's code and the creditor's. A code that looks rounded by a
/// spreadsheet is left to F-14.
pub(super) fn of_codes(
    entry: &Entry,
    find: &dyn Fn(Field, Uscc) -> Option<Finding>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (field, code) in [
        (Field::DebtorUscc, entry.debtor_uscc),
        (Field::CreditorUscc, entry.creditor_uscc),
    ] {
        let code = code.filter(|code| !is_rounded(*code));
        findings.extend(code.and_then(|code| find(field, code)));
    }
    findings
}

/// Whether a code ends in zeros after its fifteenth digit and fails a check; a code that passes
/// both may end in zeros.
pub(super) fn is_rounded(code: Uscc) -> bool {
    // Only a zero at the end need be looked into.
    code.ends_in_zero() && Damage::of(code.as_str()).is_some() && !code.is_sound()
}
