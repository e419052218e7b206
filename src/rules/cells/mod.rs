//! C: what can be wrong with any cell.

mod blank;
mod derived_differs;
mod left_blank;
mod too_long;
mod unreadable;

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use derived_differs::{bucket, last_paid};

use crate::ledger::fields::Table;
use crate::ledger::{Child, Entry};
use crate::rule::{Finding, Rule};

pub(super) const RULES: &[&Rule] = &[
    &blank::RULE,
    &unreadable::RULE,
    &left_blank::RULE,
    &derived_differs::RULE,
    &too_long::RULE,
];

/// Finds fault with every record that hangs on a debt.
fn children(entry: &Entry, findings: &mut Vec<Finding>, find: &dyn Fn(&dyn Table) -> Vec<Finding>) {
    if entry.is_childless() {
        return;
    }
    for table in Child::ALL {
        for (child, record) in entry.children(table).into_iter().enumerate() {
            findings.extend(find(record).into_iter().map(|one| one.child(child)));
        }
    }
}
