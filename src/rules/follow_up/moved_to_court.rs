//! T-15: a debt went to court since the ledger before, and leaves the totals. A move its status
//! cannot make is T-14's.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Status;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::{earlier, is_on_record};

rule! {
    "转入司法程序", "moved to court"
    ()
    code: "T-15", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtId, Status],
    beyond: Before,
    basis: "notice 一; 6-14",
    message: "本期转入司法程序，退出统计基数，请附立案材料", "moved to court, out of the totals: attach the notice of filing",
    repair: "在变动记录中写明立案法院和日期，或说明后确认；未立案的改回原状态", "name the court and the day in the change log, or confirm, or set the status back",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "status": "planned" }] },
        "entries": [{ "debt_id": "LQ-1", "status": "in_court" }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "status": "in_court" }] },
        "entries": [{ "debt_id": "LQ-1", "status": "in_court" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let then = earlier(entry, around)?.standing();
    let has_moved = then.is_active() && entry.status? == Status::InCourt;
    (has_moved && !is_on_record(entry, Field::Status, around)).then(|| finding(Field::Status, ()))
}
