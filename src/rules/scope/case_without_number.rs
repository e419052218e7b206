//! S-04: a debt in court without the number of its case.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Judicial;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::text::Text;

rule! {
    "已进入司法程序未填案号", "in court without a case number"
    (judicial: Text)
    code: "S-04", severity: Warning, check: [Entry(check)],
    reads: [Entry: Judicial, JudicialNo],
    basis: "notice 一; T11",
    message: "司法状态为“{judicial}”，未填写案号", "marked “{judicial}”, and no case number is given",
    repair: "从受理通知书或裁判文书抄录案号；尚未取得的说明后确认", "copy it from the papers of the case, or confirm that there is none yet",
    fails: r#"{ "judicial": "litigation", "status": "in_court" }"#,
    passes: r#"{ "judicial": "litigation", "status": "in_court", "judicial_no": "（2021）豫0422民初123号" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let judicial = entry.judicial?;
    (judicial != Judicial::NotEntered && entry.is_blank(Field::JudicialNo))
        .then(|| finding(Field::JudicialNo, (judicial.choice().label(),)))
}
