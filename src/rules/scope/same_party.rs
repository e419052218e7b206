//! S-06: the debtor and the creditor are one and the same.

use crate::ledger::entry::Field;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::text::folded;

rule! {
    "欠款单位与被拖欠企业相同", "debtor and creditor are the same"
    (one: Column, other: Column, text: &str)
    code: "S-06", severity: Error, check: [Entry(check)],
    reads: [Entry: DebtorName, DebtorUscc, CreditorName, CreditorUscc],
    basis: "notice 一",
    message: "{one}与{other}相同，均为“{text}”", "the {one} and the {other} are both “{text}”",
    repair: "核对两个单位，看是否填错列", "check both: one may stand in the wrong column",
    fails: r#"{ "debtor_name": "叶县建设投资（集团）有限公司", "creditor_name": "叶县建设投资(集团)有限公司" }"#,
    passes: r#"{ "debtor_name": "叶县建设投资（集团）有限公司", "creditor_name": "叶县建设工程有限公司" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    same_name(entry).or_else(|| same_code(entry))
}

fn same_name(entry: &Entry) -> Option<Finding> {
    let debtor = entry.debtor_name.as_ref()?.as_str();
    let creditor = entry.creditor_name.as_ref()?.as_str();
    let (one, other) = (Field::DebtorName, Field::CreditorName);
    folded(debtor)
        .eq(folded(creditor))
        .then(|| finding(other, (one.into(), other.into(), creditor)))
}

fn same_code(entry: &Entry) -> Option<Finding> {
    let (debtor, creditor) = (entry.debtor_uscc?, entry.creditor_uscc?);
    let (one, other) = (Field::DebtorUscc, Field::CreditorUscc);
    (debtor == creditor).then(|| finding(other, (one.into(), other.into(), creditor.as_str())))
}
