//! D-10: a payment made before the debt was booked; the arrears as booked already leave it out.

use chrono::NaiveDate;

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::payment::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::payments::of_days;

rule! {
    "清偿发生在入账前", "paid before it was booked"
    (paid: NaiveDate, booked: When)
    code: "D-10", severity: Warning, check: [Cells(check)],
    reads: [Payment: PaidOn; Entry: FirstPeriod],
    basis: "台账字段表",
    message: "清偿日期{paid}早于首次入账期{booked}，该笔应计入“已支付金额（入账前）”", "paid on {paid}, before the debt was booked in {booked}: it belongs to what was paid before",
    repair: "改记到“已支付金额（入账前）”；日期填错的更正日期", "move it to what was paid before booking, or mend the day",
    fails: r#"{ "first_period": "2022-06", "payments": [{ "paid_on": "2022-05-31" }] }"#,
    passes: r#"{ "first_period": "2022-06", "payments": [{ "paid_on": "2022-06-01" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let Some(booked) = entry.first_period else {
        return Vec::new();
    };
    of_days(entry, &|paid| {
        (paid < booked.first()).then(|| finding(Field::PaidOn, (paid, booked)))
    })
}
