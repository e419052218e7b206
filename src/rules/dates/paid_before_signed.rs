//! D-09: a payment made before there was a contract.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::payment::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::payments::of_days;

rule! {
    "清偿日期早于合同签订时间", "paid before it was signed"
    (paid: NaiveDate, signed: NaiveDate)
    code: "D-09", severity: Error, check: [Cells(check)],
    reads: [Payment: PaidOn; Entry: SignDate],
    basis: "台账字段表",
    message: "清偿日期{paid}早于合同签订时间{signed}", "paid on {paid}, before the contract was signed on {signed}",
    repair: "对照凭证和合同核对两个日期", "check both days against the voucher and the contract",
    fails: r#"{ "sign_date": "2021-01-24", "payments": [{ "paid_on": "2021-01-23" }] }"#,
    passes: r#"{ "sign_date": "2021-01-24", "payments": [{ "paid_on": "2021-01-24" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let Some(signed) = entry.sign_date else {
        return Vec::new();
    };
    of_days(entry, &|paid| {
        (paid < signed).then(|| finding(Field::PaidOn, (paid, signed)))
    })
}
