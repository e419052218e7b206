//! A-12: a debt too small to be one, in a ledger kept in yuan.

use crate::amount::{Amount, Unit};
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::owed;

rule! {
    "疑似将万元作元填报", "ten thousands entered as yuan"
    (arrears: Amount, meant: Amount)
    code: "A-12", severity: Warning, check: [Entry(check)],
    reads: [Header: AmountUnit; Entry: ArrearsAmount],
    basis: "6-5",
    message: "拖欠金额{arrears}不足1000元，如以“万元”填报则应为{meant}", "the arrears {arrears} are below CNY 1,000; if ten thousands were meant, {meant}",
    repair: "核对原件的金额单位；确为小额欠款的说明后确认", "check the unit on the original, or confirm that the debt is so small",
    fails: r#"{ "header": { "amount_unit": "yuan" }, "entries": [{ "arrears_amount": "14.15" }] }"#,
    passes: r#"{ "header": { "amount_unit": "yuan" }, "entries": [{ "arrears_amount": "1000.00" }] }"#,
}

const SMALL: Amount = Amount::from_fen(100_000);

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (unit, arrears) = (around.header.amount_unit?, owed(entry)?);
    let meant = Amount::from_fen(arrears.fen().saturating_mul(10_000));
    (unit == Unit::Yuan && arrears < SMALL).then(|| finding(Field::ArrearsAmount, (arrears, meant)))
}
