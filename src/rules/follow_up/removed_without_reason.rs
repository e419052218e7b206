//! T-08: a debt is taken off, and nothing says why.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Status;
use crate::rule::{Around, Finding, rule};

rule! {
    "核减未说明原因", "taken off without a reason"
    ()
    code: "T-08", severity: Error, check: [Entry(check)],
    reads: [Entry: Status, RemovalReason],
    basis: "6-1",
    message: "状态为“核减”，请填写核减原因", "the debt is taken off: say why",
    repair: "选择核减原因，并留存依据；不应核减的改回原状态", "choose the reason and keep the papers, or set the status back",
    fails: r#"{ "status": "removed" }"#,
    passes: r#"{ "status": "removed", "removal_reason": "duplicate" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_open = entry.status? == Status::Removed && entry.is_blank(Field::RemovalReason);
    is_open.then(|| finding(Field::RemovalReason, ()))
}
