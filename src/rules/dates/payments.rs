//! A debt → what is to be said of the days on which it was paid.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::rule::Finding;

/// What is found of the payments that have a day.
pub(super) fn of_days(entry: &Entry, find: &dyn Fn(NaiveDate) -> Option<Finding>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (child, payment) in entry.payments.iter().enumerate() {
        if let Some(finding) = payment.paid_on.and_then(find) {
            findings.push(finding.child(child));
        }
    }
    findings
}
