//! U-01: the same debtor, creditor, contract and amount stand in the ledger twice.

use crate::ledger::Entry;
use crate::ledger::cell::Line;
use crate::ledger::entry::Field;
use crate::rule::{Finding, Keys, Member, Row, rule};
use crate::rules::duplicates::parties::parties;
use crate::rules::key::{Key, alike, put};

rule! {
    "同一笔欠款重复", "the same debt twice"
    (row: Row)
    code: "U-01", severity: Error, check: [Group(check, keys)],
    reads: [Entry: DebtorName, CreditorName, ContractNo, ProjectName, ArrearsAmount, Status],
    basis: "T18 疑似重复",
    message: "与第{row}笔重复：欠款单位、被拖欠企业、合同和金额都相同", "repeats row {row}: same debtor, creditor, contract and amount",
    repair: "确属同一笔的删除一笔；不是同一笔的写明合同编号加以区分", "delete one, or tell them apart by their contract numbers",
    fails: r#"{ "entries": [
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "arrears_amount": "1.00" } ] }"#,
    passes: r#"{ "entries": [
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "contract_no": "1", "arrears_amount": "1.00" },
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "contract_no": "1", "arrears_amount": "1.00", "status": "removed" },
        { "debtor_name": "甲", "creditor_name": "乙", "project_name": "丙", "contract_no": "2", "arrears_amount": "1.00" } ] }"#,
}

/// The debt's contract is its number, or its project where it has none.
pub(in crate::rules) fn key(entry: &Entry) -> Option<Key<'_>> {
    let contract = entry.contract_no.as_ref().map(Line::as_str);
    let contract = contract.or(entry.project_name.as_ref().map(Line::as_str))?;
    let key = parties(entry)?.and(contract);
    Some(key.worth(entry.arrears_amount?))
}

fn keys(entry: &Entry, keys: &mut Keys) {
    put(key(entry), keys);
}

fn check(members: &[Member<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in alike(members, &key) {
        if let Some((first, again)) = part.split_first() {
            findings.extend(again.iter().map(|again| repeats(first, again)));
        }
    }
    findings
}

fn repeats(first: &Member<'_>, again: &Member<'_>) -> Finding {
    finding(Field::ArrearsAmount, (Row(first.row),)).row(again.row)
}
