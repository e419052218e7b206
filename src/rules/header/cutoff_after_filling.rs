//! H-10: figures counted to a day after the one they were filled in on.

use chrono::NaiveDate;

use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Header, Ledger, Sums};
use crate::rule::{Finding, rule};

rule! {
    "截止日期晚于填报日期", "counted past the day of filling in"
    (cutoff: NaiveDate, filled: NaiveDate)
    code: "H-10", severity: Error, check: [Ledger(check)],
    reads: [Header: CutoffDate, FilledOn],
    basis: "台账字段表",
    message: "数据截止日期{cutoff}不能晚于填报日期{filled}", "figures as of {cutoff} cannot be filled in on {filled}",
    repair: "核对数据截止日期和填报日期", "check both days",
    fails: r#"{ "header": { "cutoff_date": "2022-06-30", "filled_on": "2022-06-12" }, "entries": [] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12", "filled_on": "2022-06-12" }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    cutoff_after_filling(&ledger.header).into_iter().collect()
}

fn cutoff_after_filling(header: &Header) -> Option<Finding> {
    let (cutoff, filled) = (header.cutoff_date?, header.filled_on?);
    (filled < cutoff).then(|| finding(Field::CutoffDate, (cutoff, filled)))
}
