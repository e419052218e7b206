//! T-14: from one ledger to the next a debt's status made a move it cannot make, or one back that
//! nothing gives a reason for.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::{earlier, is_on_record};
use crate::rules::follow_up::statuses::MOVES;
use crate::text::Text;

rule! {
    "状态变更不合程序", "status out of turn"
    (then: Text, now: Text)
    code: "T-14", severity: Error, check: [Entry(check)],
    reads: [Entry: DebtId, Status; Change: Period, Field, Reason],
    beyond: Before,
    basis: "3.8",
    message: "状态不能由“{then}”直接变更为“{now}”", "the status cannot go from “{then}” straight to “{now}”",
    repair: "改为相应的状态；退回、恢复的在变动记录中写明原因", "choose the status that follows; for a step back, give the reason in the change log",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "status": "clue" }] },
        "entries": [{ "debt_id": "LQ-1", "status": "closed" }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "status": "booked" }, { "debt_id": "LQ-2", "status": "closed" }] },
        "header": { "period": "2022-07" }, "entries": [{ "debt_id": "LQ-1", "status": "partly_repaid" },
        { "debt_id": "LQ-2", "status": "partly_repaid", "changes": [{ "period": "2022-07", "field": "status",
            "old": "已销号", "new": "部分清偿", "reason": "回单有误，见审计底稿" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (then, now) = (earlier(entry, around)?.status?, entry.status?);
    let moves = MOVES.iter().find(|moves| moves.0 == then)?;
    let is_free = then == now || moves.1.contains(&now);
    let is_told = || moves.2.contains(&now) && is_on_record(entry, Field::Status, around);
    let facts = (then.choice().label(), now.choice().label());
    (!is_free && !is_told()).then(|| finding(Field::Status, facts))
}
