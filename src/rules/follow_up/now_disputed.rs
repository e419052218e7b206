//! T-09: a debt that was undisputed is disputed now.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Dispute;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::{earlier, is_on_record};
use crate::text::Text;

rule! {
    "无分歧改为有分歧", "disputed since"
    (dispute: Text)
    code: "T-09", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtId, Dispute; Change: Period, Field, Reason],
    beyond: Before,
    basis: "6-1",
    message: "上期为“无分歧”，本期改为“{dispute}”", "undisputed in the ledger before, and “{dispute}” now",
    repair: "在变动记录中说明事由和依据材料；没有新情况的改回“无分歧”", "give the reason and the papers in the change log, or set it back",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "dispute": "undisputed" }] },
        "entries": [{ "debt_id": "LQ-1", "dispute": "partly" }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "dispute": "undisputed" }] }, "header": { "period": "2022-07" },
        "entries": [{ "debt_id": "LQ-1", "dispute": "partly", "changes": [{ "period": "2022-07", "field": "dispute",
            "old": "无分歧", "new": "部分分歧", "reason": "企业提出增项，见会议纪要" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (then, now) = (earlier(entry, around)?.dispute?, entry.dispute?);
    let is_new = then == Dispute::Undisputed && now != Dispute::Undisputed;
    (is_new && !is_on_record(entry, Field::Dispute, around))
        .then(|| finding(Field::Dispute, (now.choice().label(),)))
}
