//! D-08: a payment made after the day the figures are counted to.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::payment::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::payments::of_days;

rule! {
    "清偿日期晚于截止日期", "paid after the cutoff"
    (paid: NaiveDate, cutoff: NaiveDate)
    code: "D-08", severity: Error, check: [Cells(check)],
    reads: [Payment: PaidOn; Header: CutoffDate],
    basis: "台账字段表",
    message: "清偿日期{paid}晚于数据截止日期{cutoff}", "paid on {paid}, after the cutoff {cutoff}",
    repair: "对照凭证核对清偿日期；截止日期以后的清偿列入下一期", "check the day against the voucher; later payments belong to the next period",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "payments": [{ "paid_on": "2022-06-13" }] }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "payments": [{ "paid_on": "2022-06-12" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let Some(cutoff) = around.header.cutoff_date else {
        return Vec::new();
    };
    of_days(entry, &|paid| {
        (cutoff < paid).then(|| finding(Field::PaidOn, (paid, cutoff)))
    })
}
