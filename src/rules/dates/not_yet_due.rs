//! D-03: a debt to be paid that was not yet due on the day the figures are counted to.

use chrono::NaiveDate;

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "付款期限未到", "not yet due"
    (due: When, cutoff: NaiveDate)
    code: "D-03", severity: Error, check: [Entry(check)],
    reads: [Entry: DueDate, Status; Header: CutoffDate],
    switch: on [],
    basis: "T04, T13",
    message: "应付款日期{due}晚于数据截止日期{cutoff}，付款期限未到，不属于拖欠", "due on {due}, after the cutoff {cutoff}: not yet in arrears",
    repair: "对照合同核对应付款日期；确未到期的，逾期后再列入台账", "check the day against the contract; list the debt once it is late",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "due_date": "2022-07" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "due_date": "2022-06" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (due, cutoff) = (entry.due_date?, around.header.cutoff_date?);
    let is_early = cutoff < due.first() && entry.standing().is_active();
    is_early.then(|| finding(Field::DueDate, (due, cutoff)))
}
