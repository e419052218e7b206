//! T-13: a new debt that came about after the campaign began, which is to prevent just that.

use chrono::NaiveDate;

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::lacks;

rule! {
    "行动开始后新增拖欠", "new arrears"
    (formed: When, began: NaiveDate)
    code: "T-13", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtId, ArrearsSince, DueDate, SignDate],
    beyond: Before,
    basis: "notice 二（三）; 6-1",
    message: "{formed}形成的新增拖欠，在专项行动开始日{began}以后", "new arrears of {formed}, after the campaign began on {began}",
    repair: "按“严防新增”要求报告收表办公室，说明后确认", "report it to the office, and confirm with the reason",
    fails: r#"{ "before": { "entries": [] }, "entries": [{ "debt_id": "LQ-1", "arrears_since": "2022-06-22" }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-2" }] }, "entries": [{ "debt_id": "LQ-1", "arrears_since": "2022-06-21" },
        { "debt_id": "LQ-2", "arrears_since": "2022-06-22" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    lacks(entry, around)?;
    let began = around.context.campaign.began();
    let late = entry
        .late_from()
        .is_some_and(|(earliest, _)| began < earliest);
    let (field, formed) = if late {
        entry.since()?
    } else {
        let signed = entry.sign_date.filter(|signed| began < *signed)?;
        (Field::SignDate, When::day(signed))
    };
    Some(finding(field, (formed, began)))
}
