//! U-07: two debts bear one number, so that a reason given for one would answer for the other.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Finding, Keys, Member, Row, rule};
use crate::rules::key::{Key, alike, put};

rule! {
    "欠款编号重复", "one debt id twice"
    (id: &str, row: Row)
    code: "U-07", severity: Error, check: [Group(check, keys)],
    reads: [Entry: DebtId],
    basis: "T17 一债一档",
    message: "欠款编号“{id}”与第{row}笔相同", "the debt id “{id}” is that of row {row}",
    repair: "一笔欠款一个编号：改用未用过的编号", "one debt, one number: take one that is not in use",
    fails: r#"{ "entries": [{ "debt_id": "a-1" }, { "debt_id": "a-1" }] }"#,
    passes: r#"{ "entries": [{ "debt_id": "a-1" }, { "debt_id": "a-2" }] }"#,
}

fn key(entry: &Entry) -> Option<Key<'_>> {
    Some(Key::of(entry.debt_id.as_ref()?.as_str()))
}

fn keys(entry: &Entry, keys: &mut Keys) {
    put(key(entry), keys);
}

fn check(members: &[Member<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in alike(members, &key) {
        let Some((first, again)) = part.split_first() else {
            continue;
        };
        for member in again {
            let id = member.entry.debt_id.as_ref().map_or("", |id| id.as_str());
            findings.push(finding(Field::DebtId, (id, Row(first.row))).row(member.row));
        }
    }
    findings
}
