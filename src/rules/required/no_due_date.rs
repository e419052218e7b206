//! R-15: neither the day it was due nor the day it fell into arrears is given.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, rule};

rule! {
    "应付款日期和拖欠起始日期均未填写", "neither due date nor start of arrears"
    ()
    code: "R-15", severity: Error, check: [Entry(check)],
    reads: [Entry: DueDate, ArrearsSince],
    basis: "T04, T13",
    message: "应付款日期与拖欠起始日期至少填写一项，否则无法判断是否逾期", "give the due date or the start of the arrears: without either, nobody can tell that it is late",
    repair: "按合同填写应付款日期，或填写开始拖欠的日期（可只写到月）", "enter either; a month is enough",
    fails: r#"{ "arrears_amount": "5000.00" }"#,
    passes: r#"{ "arrears_amount": "5000.00", "arrears_since": "2019-12" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_open = entry.is_blank(Field::DueDate) && entry.is_blank(Field::ArrearsSince);
    is_open.then(|| finding(Field::DueDate, ()))
}
