//! A-01: a debt of nothing, or of less.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "拖欠金额不大于0", "arrears of nothing"
    (arrears: Amount)
    code: "A-01", severity: Error, check: [Entry(check)],
    reads: [Entry: ArrearsAmount],
    basis: "T18",
    message: "拖欠金额{arrears}，应大于0", "the arrears {arrears} should be more than nothing",
    repair: "填写首次入账时确认的欠款；确无拖欠的删除本笔，以后的清偿另记", "enter the arrears as first booked; delete a debt that never was",
    fails: r#"{ "arrears_amount": "0.00" }"#,
    passes: r#"{ "arrears_amount": "0.01" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let arrears = entry.arrears_amount?;
    (arrears <= Amount::ZERO).then(|| finding(Field::ArrearsAmount, (arrears,)))
}
