//! A-02: an amount below nothing. A payment may be negative, since that is how one is reversed;
//! negative arrears are A-01's, and a negative balance is A-03's or A-05's.

use crate::amount::Amount;
use crate::ledger::{Column, Entry, entry, instalment};
use crate::rule::{Around, Finding, rule};

rule! {
    "金额为负数", "negative amount"
    (field: Column, amount: Amount)
    code: "A-02", severity: Error, check: [Cells(check)],
    reads: [Entry: ContractAmount, SettledPrice, PaidBefore, UndisputedAmount, DisputedAmount, RepaidTotal; Instalment: PlannedAmount],
    basis: "台账字段表",
    message: "{field}{amount}，不能小于0", "the {field} {amount} cannot be less than nothing",
    repair: "核对正负号；冲正以前登记的清偿时，另记一笔负数的清偿", "check the sign; to reverse a payment, record a negative one",
    fails: r#"{ "paid_before": "-1.00" }"#,
    passes: r#"{ "paid_before": "0.00", "payments": [{ "amount": "2.00" }, { "amount": "-1.00" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    use entry::Field;
    let mut findings = Vec::new();
    for (field, amount) in [
        (Field::ContractAmount, entry.contract_amount),
        (Field::SettledPrice, entry.settled_price),
        (Field::PaidBefore, entry.paid_before),
        (Field::UndisputedAmount, entry.undisputed_amount),
        (Field::DisputedAmount, entry.disputed_amount),
        (Field::RepaidTotal, entry.repaid_total),
    ] {
        findings.extend(negative(field.into(), amount));
    }
    for (child, one) in entry.instalments.iter().enumerate() {
        let found = negative(instalment::Field::PlannedAmount.into(), one.amount);
        findings.extend(found.map(|finding| finding.child(child)));
    }
    findings
}

fn negative(column: Column, amount: Option<Amount>) -> Option<Finding> {
    let amount = amount.filter(|amount| *amount < Amount::ZERO)?;
    Some(finding(column, (column, amount)))
}
