//! T-12: a new debt that was in arrears already on the day the ledger before is counted to.

use chrono::NaiveDate;

use crate::date::When;
use crate::ledger::Entry;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::lacks;

rule! {
    "疑为上期漏报", "missed in the ledger before"
    (since: When, cutoff: NaiveDate)
    code: "T-12", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtId, ArrearsSince, DueDate],
    beyond: Before,
    basis: "3.8",
    message: "本期新增的欠款{since}已形成，在上期截止日{cutoff}以前，疑为上期漏报", "new, but in arrears since {since}, before the last cutoff {cutoff}: was it missed",
    repair: "漏报的说明原因后确认；日期不符的更正", "confirm with the reason why it was missed, or mend the date",
    fails: r#"{ "before": { "header": { "cutoff_date": "2022-05-31" }, "entries": [] },
        "entries": [{ "debt_id": "LQ-1", "arrears_since": "2022-05-31" }, { "debt_id": "LQ-2", "due_date": "2022-04" }] }"#,
    passes: r#"{ "before": { "header": { "cutoff_date": "2022-05-31" }, "entries": [{ "debt_id": "LQ-3" }] },
        "entries": [{ "debt_id": "LQ-1", "arrears_since": "2022-06-01" }, { "debt_id": "LQ-2", "due_date": "2022-05-31" },
        { "debt_id": "LQ-3", "arrears_since": "2021-01" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let cutoff = lacks(entry, around)?.ledger().header.cutoff_date?;
    let (field, since) = entry.since()?;
    let (_, latest) = entry.late_from()?;
    (latest <= cutoff).then(|| finding(field, (since, cutoff)))
}
