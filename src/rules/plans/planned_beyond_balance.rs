//! P-05: the instalments still to come add up to more than is still owed.

use crate::amount::Amount;
use crate::ledger::{Entry, instalment};
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::{balance, still_planned};

rule! {
    "计划还款金额超出余额", "planned beyond the balance"
    (planned: Amount, balance: Amount)
    code: "P-05", severity: Error, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, RepaidTotal, Status, Judicial; Instalment: PlannedAmount, Status; Payment: PaidAmount, IsPlanned],
    basis: "T18",
    message: "计划还款{planned}，已超出未还款金额{balance}", "{planned} are planned, and {balance} are owed",
    repair: "核对各期金额；已还的期次标为“已还款”", "check the instalments, and mark those that were paid",
    fails: r#"{ "arrears_amount": "100.00", "instalments": [{ "amount": "60.00" }, { "amount": "40.01" }] }"#,
    passes: r#"{ "arrears_amount": "100.00", "repaid_total": "60.00", "instalments": [{ "amount": "60.00", "status": "paid" }, { "amount": "40.00" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (planned, balance) = (still_planned(entry)?, balance(entry)?);
    let is_beyond = balance < planned && entry.is_to_plan();
    // Somewhere among them is what is too much; the last is the first to look at.
    let child = entry.instalments.len().checked_sub(1)?;
    let at = instalment::Field::PlannedAmount;
    is_beyond.then(|| finding(at, (planned, balance)).child(child))
}
