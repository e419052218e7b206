//! R-14: a debt is disputed, in whole or in part, and nothing says why.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Dispute;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::text::Text;

rule! {
    "分歧事由未说明", "dispute without a ground"
    (dispute: Text)
    code: "R-14", severity: Error, check: [Entry(check)],
    reads: [Entry: Dispute, DisputeNote],
    basis: "notice 二（二）",
    message: "标注为“{dispute}”的欠款，请填写分歧事由", "a debt marked “{dispute}” needs the ground of the dispute",
    repair: "写明双方对什么有分歧；没有分歧的改为“无分歧”", "say what the dispute is about, or mark the debt as undisputed",
    fails: r#"{ "dispute": "disputed" }"#,
    passes: r#"{ "dispute": "partly", "dispute_note": "对增项工程量的计价有分歧" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let dispute = entry.dispute?;
    (dispute != Dispute::Undisputed && entry.is_blank(Field::DisputeNote))
        .then(|| finding(Field::DisputeNote, (dispute.choice().label(),)))
}
