//! U-05: one name stands beside several credit codes.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Finding, Keys, Member, rule};
use crate::rules::duplicates::contradictions::{Contradiction, contradictions, keys, sees};
use crate::text::Words;

rule! {
    "同一名称有多个信用代码", "one name, several codes"
    (name: &str, count: usize, codes: Words)
    code: "U-05", severity: Error, check: [Group(debtors, debtor_keys, debtor_sees), Group(creditors, creditor_keys, creditor_sees)],
    reads: [Entry: DebtorName, DebtorUscc, CreditorName, CreditorUscc],
    basis: "GB 32100-2015",
    message: "“{name}”对应{count}个信用代码：{codes}", "“{name}” stands beside {count} credit codes: {codes}",
    repair: "从登记证书核对代码；确为不同单位的，把名称写全加以区分", "check the codes on the certificates; write the names of different bodies in full",
    fails: r#"{ "entries": [
        { "debtor_name": "龙泉乡人民政府", "debtor_uscc": "11410422006149008X" },
        { "debtor_name": "龙泉乡人民政府", "debtor_uscc": "11100000000014154E" } ] }"#,
    passes: r#"{ "entries": [
        { "debtor_name": "龙泉乡人民政府", "debtor_uscc": "11410422006149008X" },
        { "debtor_name": "龙泉乡人民政府" },
        { "debtor_name": "龙泉乡人民政府", "debtor_uscc": "11410422006149008x" } ] }"#,
}

fn debtor(entry: &Entry) -> Option<(&str, &str)> {
    let (code, name) = (entry.debtor_uscc.as_ref()?, entry.debtor_name.as_ref()?);
    Some((name.as_str(), code.as_str()))
}

fn creditor(entry: &Entry) -> Option<(&str, &str)> {
    let (code, name) = (entry.creditor_uscc.as_ref()?, entry.creditor_name.as_ref()?);
    Some((name.as_str(), code.as_str()))
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
    found.iter().map(|one| at(Field::DebtorUscc, one)).collect()
}

fn creditors(members: &[Member<'_>]) -> Vec<Finding> {
    let found = contradictions(members, creditor);
    found
        .iter()
        .map(|one| at(Field::CreditorUscc, one))
        .collect()
}

fn at(field: Field, one: &Contradiction<'_>) -> Finding {
    finding(field, (one.of, one.count, one.list())).row(one.row)
}
