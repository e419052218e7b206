//! U-02: the same debtor, creditor and project stand in the ledger twice, with amounts that differ
//! or with a contract number on one side only. What U-01 calls a repeat is not asked about again;
//! two contract numbers tell two debts apart; and where two debts of one number together exceed
//! their contract, U-06 has the stronger word.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Finding, Keys, Member, Row, rule};
use crate::rules::duplicates::contract_exceeded::exceeds;
use crate::rules::duplicates::parties::parties;
use crate::rules::duplicates::same_debt_twice;
use crate::rules::key::{Key, alike, firsts, put};

rule! {
    "疑似同一笔欠款", "probably the same debt"
    (row: Row, own: Amount, other: Amount)
    code: "U-02", severity: Warning, check: [Group(check, keys)],
    reads: [Entry: DebtorName, CreditorName, ProjectName, ContractNo, ArrearsAmount, ContractAmount, SettledPrice, Status],
    basis: "T18 疑似重复",
    message: "与第{row}笔单位、企业和项目都相同，本笔{own}，该笔{other}，疑似同一笔", "same parties and project as row {row}: {own} here, {other} there",
    repair: "属同一笔的合并；不是同一笔的写明合同编号加以区分，或说明后确认", "merge them, tell them apart by contract numbers, or confirm with a reason",
    fails: r#"{ "entries": [
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "2.00" } ] }"#,
    passes: r#"{ "entries": [
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "contract_no": "1", "arrears_amount": "1.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "contract_no": "1", "arrears_amount": "1.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "contract_no": "2", "arrears_amount": "2.00" } ] }"#,
}

fn key(entry: &Entry) -> Option<Key<'_>> {
    let project = entry.project_name.as_ref()?.as_str();
    entry.arrears_amount?;
    Some(parties(entry)?.and(project))
}

fn keys(entry: &Entry, keys: &mut Keys) {
    put(key(entry), keys);
}

fn check(members: &[Member<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in alike(members, &key) {
        findings.extend(doubts(&part));
    }
    findings
}

fn number(entry: &Entry) -> Option<Key<'_>> {
    entry.contract_no.as_ref().map(|no| Key::of(no.as_str()))
}

fn doubts(part: &[Member<'_>]) -> Vec<Finding> {
    let new: Vec<usize> = firsts(part, &same_debt_twice::key)
        .iter()
        .map(|member| member.row)
        .collect();
    let mut findings = Vec::new();
    for (before, again) in pairs(part) {
        if new.binary_search(&again.row).is_ok() {
            findings.extend(doubt(&before, &again));
        }
    }
    findings
}

/// Each debt of a project with one before it: with the first of its contract number, or else the
/// first without a number; without a number of its own, with the first of all.
fn pairs<'a>(part: &[Member<'a>]) -> Vec<(Member<'a>, Member<'a>)> {
    let unnumbered = |member: &&Member<'_>| member.entry.contract_no.is_none();
    let bare = part.iter().copied().find(|member| unnumbered(&member));
    let mut pairs = Vec::new();
    for again in part.iter().filter(unnumbered) {
        pairs.extend(part.first().map(|first| (*first, *again)));
    }
    for same in alike(part, &number) {
        let Some((first, rest)) = same.split_first() else {
            continue;
        };
        pairs.extend(bare.map(|bare| (bare, *first)));
        // Debts that exceed their contract together are U-06's business.
        if exceeds(&same).is_none() {
            pairs.extend(rest.iter().map(|again| (*first, *again)));
        }
    }
    pairs.retain(|(before, again)| before.row < again.row);
    pairs
}

fn doubt(before: &Member<'_>, again: &Member<'_>) -> Option<Finding> {
    let (own, other) = (again.entry.arrears_amount?, before.entry.arrears_amount?);
    let facts = (Row(before.row), own, other);
    Some(finding(Field::ArrearsAmount, facts).row(again.row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::ledger::fields::Record;
    use crate::rule::Fact;

    /// Contract number and arrears of each row → the rows in doubt, each with the one before it.
    fn found(rows: &[(&str, &str)]) -> Vec<(usize, usize)> {
        let entry = |(number, arrears): &(&str, &str)| {
            let mut entry = Entry::default();
            for (field, text) in [
                (Field::DebtorName, "甲"),
                (Field::CreditorName, "乙"),
                (Field::ProjectName, "丙"),
                (Field::ContractNo, number),
                (Field::ContractAmount, "10"),
                (Field::ArrearsAmount, arrears),
            ] {
                entry.set(field, text, Unit::Yuan);
            }
            entry
        };
        let entries: Vec<Entry> = rows.iter().map(entry).collect();
        let members: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(row, entry)| Member { row, entry })
            .collect();
        let mut found: Vec<_> = check(&members)
            .into_iter()
            .filter_map(|finding| match finding.facts.first() {
                Some(Fact::Row(before)) => Some((finding.at.row?, *before)),
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn a_pair_is_asked_about_once() {
        for (rows, expected) in [
            (vec![("", "1"), ("", "1")], vec![]),
            (vec![("", "1"), ("", "2"), ("", "2")], vec![(1, 0)]),
            (vec![("", "1"), ("", "")], vec![]),
            (vec![("1", "1"), ("2", "2")], vec![]),
            (vec![("1", "1"), ("1", "2")], vec![(1, 0)]),
            (vec![("1", "6"), ("1", "5")], vec![]),
            (vec![("1", "12"), ("1", "2")], vec![(1, 0)]),
            (vec![("1", "1"), ("", "1")], vec![(1, 0)]),
            (
                vec![("", "1"), ("1", "1"), ("2", "3"), ("1", "4")],
                vec![(1, 0), (2, 0), (3, 1)],
            ),
        ] {
            assert_eq!(found(&rows), expected, "{rows:?}");
        }
    }
}
