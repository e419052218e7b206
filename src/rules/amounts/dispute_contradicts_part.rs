//! A-14: a debt is marked as wholly undisputed, or wholly disputed, and an amount says otherwise.

use crate::amount::Amount;
use crate::ledger::entry::Field;
use crate::ledger::lists::Dispute;
use crate::ledger::vocabulary::Vocabulary;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::text::Text;

rule! {
    "分歧标注与金额不符", "dispute contradicts an amount"
    (mark: Text, field: Column, amount: Amount)
    code: "A-14", severity: Error, check: [Entry(check)],
    reads: [Entry: Dispute, UndisputedAmount, DisputedAmount],
    basis: "notice 二（二）",
    message: "标注为“{mark}”，但{field}为{amount}", "marked as {mark}, but the {field} amount is {amount}",
    repair: "只有部分有分歧的改为“部分分歧”；否则清空该金额", "mark the debt as partly disputed, or clear the amount",
    fails: r#"{ "dispute": "undisputed", "disputed_amount": "40.00" }"#,
    passes: r#"{ "dispute": "undisputed", "disputed_amount": "0.00" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let dispute = entry.dispute?;
    let (field, amount) = match dispute {
        Dispute::Undisputed => (Field::DisputedAmount, entry.disputed_amount?),
        Dispute::Disputed => (Field::UndisputedAmount, entry.undisputed_amount?),
        Dispute::Partly => return None,
    };
    let facts = (dispute.choice().label(), field.into(), amount);
    (Amount::ZERO < amount).then(|| finding(field, facts))
}
