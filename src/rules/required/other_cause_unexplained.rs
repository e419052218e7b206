//! R-13: the cause is “other”, and nothing says which.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Cause;
use crate::rule::{Around, Finding, rule};

rule! {
    "其他原因未说明", "other cause unexplained"
    ()
    code: "R-13", severity: Error, check: [Entry(check)],
    reads: [Entry: Causes, CauseNote],
    basis: "T27",
    message: "拖欠原因选了“其他”，请填写原因说明", "the cause is “other”: explain it",
    repair: "填写原因说明，或改选清单中的原因", "explain it, or choose a cause of the list",
    fails: r#"{ "causes": ["fund_shortage", "other"] }"#,
    passes: r#"{ "causes": ["other"], "cause_note": "原项目负责人调离，档案未移交" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_other = entry.causes.as_ref()?.has(Cause::Other);
    (is_other && entry.is_blank(Field::CauseNote)).then(|| finding(Field::CauseNote, ()))
}
