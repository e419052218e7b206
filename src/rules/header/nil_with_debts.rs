//! H-04: a nil report that lists debts.

use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};

rule! {
    "零报告仍有欠款", "nil report with debts"
    (rows: usize)
    code: "H-04", severity: Error, check: [Ledger(check)],
    reads: [Header: IsNil],
    basis: "T25",
    message: "已勾选零报告，但台账仍有{rows}笔欠款", "marked as a nil report, but the ledger lists {rows} debts",
    repair: "有拖欠的取消零报告；确无拖欠的删除明细", "unmark it, or delete the rows if nothing is owed",
    fails: r#"{ "header": { "is_nil": true }, "entries": [{ "debtor_name": "龙泉乡人民政府" }] }"#,
    passes: r#"{ "header": { "is_nil": true }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    let rows = ledger.entries.len();
    let contradicts = ledger.header.is_nil == Some(true) && 0 < rows;
    contradicts
        .then(|| finding(Field::IsNil, (rows,)))
        .into_iter()
        .collect()
}
