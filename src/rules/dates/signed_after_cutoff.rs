//! D-01: a contract signed after the day the figures are counted to.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "合同签订时间晚于截止日期", "signed after the cutoff"
    (signed: NaiveDate, cutoff: NaiveDate)
    code: "D-01", severity: Error, check: [Entry(check)],
    reads: [Entry: SignDate; Header: CutoffDate],
    basis: "台账字段表",
    message: "合同签订时间{signed}晚于数据截止日期{cutoff}", "the contract was signed on {signed}, after the cutoff {cutoff}",
    repair: "对照合同核对签订日期；以后签订的合同列入下一期", "check the day against the contract; later contracts belong to the next period",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "sign_date": "2022-06-13" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "sign_date": "2022-06-12" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (signed, cutoff) = (entry.sign_date?, around.header.cutoff_date?);
    (cutoff < signed).then(|| finding(Field::SignDate, (signed, cutoff)))
}
