//! D-04: delivered before there was a contract; it happens, and has to be explained.

use chrono::NaiveDate;

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "交付日期早于合同签订时间", "delivered before it was signed"
    (delivered: When, signed: NaiveDate)
    code: "D-04", severity: Warning, check: [Entry(check)],
    reads: [Entry: DeliveredOn, SignDate],
    basis: "台账字段表",
    message: "交付（验收合格）日期{delivered}早于合同签订时间{signed}", "delivered on {delivered}, before the contract was signed on {signed}",
    repair: "核对两个日期；先交付后补签合同的，说明后确认", "check both days; confirm it where the contract was signed afterwards",
    fails: r#"{ "sign_date": "2020-03-10", "delivered_on": "2020-03-09" }"#,
    passes: r#"{ "sign_date": "2020-03-10", "delivered_on": "2020-03" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (delivered, signed) = (entry.delivered_on?, entry.sign_date?);
    (delivered.last() < signed).then(|| finding(Field::DeliveredOn, (delivered, signed)))
}
