//! D-02: payment was due before there was a contract.

use chrono::NaiveDate;

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "应付款日期早于合同签订时间", "due before it was signed"
    (due: When, signed: NaiveDate)
    code: "D-02", severity: Error, check: [Entry(check)],
    reads: [Entry: DueDate, SignDate],
    basis: "台账字段表",
    message: "应付款日期{due}早于合同签订时间{signed}", "due on {due}, before the contract was signed on {signed}",
    repair: "对照合同核对应付款日期和签订日期", "check both days against the contract",
    fails: r#"{ "sign_date": "2019-08-01", "due_date": "2019-07" }"#,
    passes: r#"{ "sign_date": "2019-08-01", "due_date": "2019-08" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (due, signed) = (entry.due_date?, entry.sign_date?);
    (due.last() < signed).then(|| finding(Field::DueDate, (due, signed)))
}
