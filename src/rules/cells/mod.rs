//! C: what can be wrong with any cell.

mod blank;
mod left_blank;
mod too_long;
mod unreadable;

use crate::rule::{Finding, Rule};

pub(super) const RULES: &[&Rule] = &[
    &blank::RULE,
    &unreadable::RULE,
    &left_blank::RULE,
    &too_long::RULE,
];

/// Findings of a record, as those of a debt's instalment or payment.
fn children(findings: Vec<Finding>, child: usize) -> impl Iterator<Item = Finding> {
    findings
        .into_iter()
        .map(move |finding| finding.child(child))
}
