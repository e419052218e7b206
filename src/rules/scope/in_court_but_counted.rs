//! S-03: a debt in court still stands among those that count, or its notes say that it is in
//! court and its status does not.

use crate::ledger::Entry;
use crate::ledger::cell::Line;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Judicial;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, Severity, rule};
use crate::rules::scope::court;
use crate::text::Words;

rule! {
    "已进入司法程序仍计入台账", "in court but counted"
    (what: Words)
    code: "S-03", severity: Error, check: [Entry(check)],
    reads: [Entry: Judicial, Status, Remark, CauseNote, DisputeNote],
    basis: "notice 一",
    message: "{what}，已进入司法程序的欠款只做登记，不计入台账合计", "{what}: debts in court are registered, and not counted",
    repair: "填写司法状态和案号，并将状态改为“转司法”；未进入的说明后确认", "enter the case and set the status to “in court”, or confirm that there is none",
    fails: r#"{ "remark": "已于2021年起诉，案号（2021）豫0422民初123号" }"#,
    passes: r#"{ "judicial": "litigation", "status": "in_court", "remark": "已于2021年起诉" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    if !entry.standing().is_counted() {
        return None;
    }
    match entry.judicial {
        Some(judicial) if judicial != Judicial::NotEntered => {
            Some(finding(Field::Judicial, (of_status(judicial),)))
        }
        None if !entry.is_blank(Field::Judicial) => None,
        _ => by_note(entry),
    }
}

fn of_status(judicial: Judicial) -> Words {
    let label = judicial.choice().label();
    Words {
        zh: format!("司法状态为“{}”", label.zh),
        en: format!("the debt is marked “{}”", label.en),
    }
}

fn by_note(entry: &Entry) -> Option<Finding> {
    let remark = entry.remark.as_ref().map(Line::as_str);
    let cause = entry.cause_note.as_ref().map(Line::as_str);
    let ground = entry.dispute_note.as_ref().map(Line::as_str);
    [
        (Field::Remark, remark),
        (Field::CauseNote, cause),
        (Field::DisputeNote, ground),
    ]
    .into_iter()
    .find_map(|(field, note)| {
        let words = court::mention(note?)?;
        Some(finding(field, (of_note(field, &words),)).severity(Severity::Warning))
    })
}

fn of_note(field: Field, words: &str) -> Words {
    let label = Entry::spec(field).label();
    Words {
        zh: format!("{}提到“{words}”", label.zh),
        en: format!("the {} mentions “{words}”", label.en),
    }
}
