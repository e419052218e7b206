//! U-04: one credit code stands beside several names. Spacing and brackets are F-06's.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Finding, Keys, Member, rule};
use crate::rules::duplicates::contradictions::{Contradiction, contradictions, keys, sees};
use crate::text::Words;

rule! {
    "同一信用代码有多个名称", "one code, several names"
    (code: &str, count: usize, names: Words)
    code: "U-04", severity: Warning, check: [Group(debtors, debtor_keys, debtor_sees), Group(creditors, creditor_keys, creditor_sees)],
    reads: [Entry: DebtorName, DebtorUscc, CreditorName, CreditorUscc],
    basis: "GB 32100-2015",
    message: "信用代码{code}对应{count}个单位名称：{names}", "the credit code {code} stands beside {count} names: {names}",
    repair: "核对代码；属同一单位的统一为登记证书上的全称，曾用名说明后确认", "check the code, and write one name for one body, or confirm that it was renamed",
    fails: r#"{ "entries": [
        { "creditor_name": "叶县安泰办公设备有限公司", "creditor_uscc": "91350100M000100Y43" },
        { "creditor_name": "叶县安泰办公设备公司", "creditor_uscc": "91350100M000100Y43" } ] }"#,
    passes: r#"{ "entries": [
        { "creditor_name": "叶县安泰（集团）有限公司", "creditor_uscc": "91350100M000100Y43" },
        { "creditor_name": "叶县安泰(集团)有限公司", "creditor_uscc": "91350100M000100Y43" } ] }"#,
}

fn debtor(entry: &Entry) -> Option<(&str, &str)> {
    let (code, name) = (entry.debtor_uscc.as_ref()?, entry.debtor_name.as_ref()?);
    Some((code.as_str(), name.as_str()))
}

fn creditor(entry: &Entry) -> Option<(&str, &str)> {
    let (code, name) = (entry.creditor_uscc.as_ref()?, entry.creditor_name.as_ref()?);
    Some((code.as_str(), name.as_str()))
}

fn debtor_keys(entry: &Entry, found: &mut Keys) {
    keys(entry, debtor, found);
}

fn creditor_keys(entry: &Entry, found: &mut Keys) {
    keys(entry, creditor, found);
}

fn debtor_sees(entry: &Entry, keys: &mut Keys) -> u64 {
    sees(entry, debtor, keys)
}

fn creditor_sees(entry: &Entry, keys: &mut Keys) -> u64 {
    sees(entry, creditor, keys)
}

fn debtors(members: &[Member<'_>]) -> Vec<Finding> {
    let found = contradictions(members, debtor);
    found.iter().map(|one| at(Field::DebtorName, one)).collect()
}

fn creditors(members: &[Member<'_>]) -> Vec<Finding> {
    let found = contradictions(members, creditor);
    found
        .iter()
        .map(|one| at(Field::CreditorName, one))
        .collect()
}

fn at(field: Field, one: &Contradiction<'_>) -> Finding {
    finding(field, (one.of, one.count, one.list())).row(one.row)
}
