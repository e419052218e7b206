//! T-07: a debt of the ledger before is missing. It must stay, whatever became of it, so that
//! nothing drops out of the books unseen.

use crate::campaign::Context;
use crate::ledger::entry::Field;
use crate::ledger::{Ledger, Numbers, Sums};
use crate::rule::{Finding, rule};
use crate::rules::follow_up::earlier::before;

rule! {
    "上期欠款本期缺失", "debt missing"
    (id: &str)
    code: "T-07", severity: Error, check: [Ledger(check)],
    reads: [Entry: DebtId],
    beyond: Before,
    basis: "6-1; 一债一档",
    message: "上期台账的欠款{id}，本期台账里没有", "the debt {id} of the ledger before is not in this one",
    repair: "把该笔列回台账；确应核减、移交的改状态并说明原因，不要删除", "put it back; where it should not count, set its status and say why",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1" }, { "debt_id": "LQ-2" }] }, "entries": [{ "debt_id": "LQ-2" }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1" }] }, "entries": [{ "debt_id": "LQ-2" }, { "debt_id": "LQ-1", "status": "removed" }] }"#,
}

fn check(ledger: &Ledger, _: &Sums, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(before) = before(&ledger.header, context) else {
        return findings;
    };
    let numbers = Numbers::of(&ledger.entries);
    for entry in &before.ledger().entries {
        let Some(id) = &entry.debt_id else {
            continue;
        };
        if numbers.row(&ledger.entries, id.as_str()).is_none() {
            findings.push(finding(Field::DebtId, (id.as_str(),)));
        }
    }
    findings
}
