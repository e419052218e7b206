//! T-18: a change on record does not start from what the ledger before says, or does not end at
//! what this one says. Of several changes of a column, the first starts and the last ends.

use crate::amount::Unit;
use crate::ledger::cell::Line;
use crate::ledger::change::Field as Side;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::{earlier, is_of_period};
use crate::text::{Text, Words, fold};

rule! {
    "变动记录与台账不符", "change on record differs"
    (column: Column, side: Column, ledger: Text, found: Words)
    code: "T-18", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtId; Change: Period, Field, Old, New], beyond: Cells,
    basis: "10(a); 6-1",
    message: "变动记录里{column}的{side}，应为{ledger}台账的“{found}”", "the {side} of the {column} on record should be “{found}”, as in the ledger {ledger}",
    repair: "对照两期台账更正变动记录", "mend the record by the two ledgers",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "arrears_amount": "50.00" }] }, "header": { "period": "2022-07", "amount_unit": "yuan" },
        "entries": [{ "debt_id": "LQ-1", "arrears_amount": "40.00", "changes": [{ "period": "2022-07", "field": "arrears_amount", "old": "60", "new": "40", "reason": "审定" }] }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "arrears_amount": "50.00" }] }, "header": { "period": "2022-07", "amount_unit": "wan" },
        "entries": [{ "debt_id": "LQ-1", "arrears_amount": "40.00", "changes": [
        { "period": "2022-07", "field": "arrears_amount", "old": "50元", "new": "45元", "reason": "审定" },
        { "period": "2022-07", "field": "arrears_amount", "old": "45元", "new": "0.004", "reason": "再审定" },
        { "period": "2022-06", "field": "arrears_amount", "old": "1", "new": "2", "reason": "上期" }] }] }"#,
}

const THEN: Text = Text {
    zh: "上期",
    en: "before",
};

const NOW: Text = Text {
    zh: "本期",
    en: "of now",
};

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let unit = around.header.unit();
    let earlier = earlier(entry, around);
    let mut findings = Vec::new();
    let own = entry.changes.iter().enumerate();
    let own: Vec<_> = own
        .filter(|(_, change)| is_of_period(change, around.header))
        .filter_map(|(child, change)| Some((change.field?, child, change)))
        .collect();
    let mut first: Vec<Field> = Vec::new();
    for (field, child, change) in &own {
        if !first.contains(field) {
            first.push(*field);
            let typed = change.old.as_ref().map(Line::as_str);
            let truth = earlier.and_then(|then| differs(typed, then, *field, unit));
            let side = Side::Old;
            findings.extend(truth.map(|truth| found(*field, side, THEN, truth).child(*child)));
        }
    }
    let mut last: Vec<Field> = Vec::new();
    for (field, child, change) in own.iter().rev() {
        if !last.contains(field) {
            last.push(*field);
            let typed = change.new.as_ref().map(Line::as_str);
            let truth = differs(typed, entry, *field, unit);
            let side = Side::New;
            findings.extend(truth.map(|truth| found(*field, side, NOW, truth).child(*child)));
        }
    }
    findings
}

fn found(field: Field, side: Side, ledger: Text, truth: String) -> Finding {
    let is_blank = truth.is_empty();
    let shown = if is_blank {
        BLANK.into()
    } else {
        Words {
            zh: truth.clone(),
            en: truth.clone(),
        }
    };
    let instead = (!is_blank).then_some(truth);
    finding(side, (field.into(), side.into(), ledger, shown)).instead(instead)
}

const BLANK: Text = Text {
    zh: "空白",
    en: "blank",
};

/// What a ledger says, where a text on record does not mean it. Amounts may be written in the
/// ledger's unit or in yuan.
fn differs(typed: Option<&str>, record: &Entry, field: Field, unit: Unit) -> Option<String> {
    let typed = typed.unwrap_or_default();
    let shown = record.text(field, unit);
    let means = |unit| {
        let mut probe = Entry::default();
        probe.set(field, typed, unit);
        probe.stored(field).is_some() && probe.stored(field) == record.stored(field)
    };
    let is_same = fold(typed) == fold(&shown) || means(unit) || means(Unit::Yuan);
    (!is_same).then_some(shown)
}
