//! A-10: a debt larger than a county's small firms are owed. Where the figures look like yuan,
//! A-11 says so instead.

use crate::amount::{Amount, Unit};
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::owed;
use crate::rules::amounts::yuan_as_wan;

rule! {
    "金额明显偏大", "amount very large"
    (arrears: Amount)
    code: "A-10", severity: Warning, check: [Entry(check)],
    reads: [Header: AmountUnit; Entry: ArrearsAmount, ContractAmount, PaidBefore],
    switch: on [large: Fen = 100_000_000_000],
    basis: "6-5",
    message: "拖欠金额{arrears}明显偏大，请核对是否以“元”填报", "the arrears {arrears} are very large: were they entered in yuan",
    repair: "核对金额单位；以元填报的换算成万元，确有其数的说明后确认", "check the unit of money, or confirm with a reason",
    fails: r#"{ "header": { "amount_unit": "wan" }, "entries": [{ "arrears_amount": "1000000000.01" }] }"#,
    passes: r#"{ "header": { "amount_unit": "wan" }, "entries": [{ "arrears_amount": "1000000000.00" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (unit, arrears) = (around.header.amount_unit?, owed(entry)?);
    let large = Amount::from_fen(RULE.limit("large", around.context.campaign));
    let is_doubtful = unit == Unit::Wan && large < arrears;
    (is_doubtful && yuan_as_wan::meant(entry).is_none())
        .then(|| finding(Field::ArrearsAmount, (arrears,)))
}
