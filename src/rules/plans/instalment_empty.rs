//! P-03: an instalment of nothing. A blank cell of an instalment is C-01's.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::instalment::Field;
use crate::rule::{Around, Finding, Row, rule};

rule! {
    "期次没有还款金额", "instalment of nothing"
    (no: Row)
    code: "P-03", severity: Error, check: [Cells(check)],
    reads: [Instalment: PlannedAmount],
    basis: "T18",
    message: "请设置第{no}期的还款金额，应大于0", "instalment {no} needs an amount above nothing",
    repair: "填写本期还款金额；不需要的期次删除", "enter what will be paid, or take the instalment out",
    fails: r#"{ "instalments": [{ "due_on": "2022-09", "amount": "0.00" }] }"#,
    passes: r#"{ "instalments": [{ "due_on": "2022-09", "amount": "0.01" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (child, instalment) in entry.instalments.iter().enumerate() {
        if instalment.amount == Some(Amount::ZERO) {
            findings.push(finding(Field::PlannedAmount, (Row(child),)).child(child));
        }
    }
    findings
}
