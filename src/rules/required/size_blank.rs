//! R-11: whether the creditor is a small or medium enterprise is not stated.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, Tally, rule};

rule! {
    "企业规模未填写", "creditor's size blank"
    (count: usize)
    code: "R-11", severity: Warning, check: [Tally(check, is_blank)],
    reads: [Entry: CreditorSize],
    basis: "条例3; T14",
    message: "有{count}笔未填写企业规模，无法确认是否属于中小企业", "{count} rows do not say the creditor's size, so whether it is a small or medium enterprise",
    repair: "按合同订立时的规模填写中型、小型或微型", "enter its size when the contract was made",
    fails: r#"{ "creditor_name": "叶县安泰办公设备有限公司" }"#,
    passes: r#"{ "creditor_name": "叶县安泰办公设备有限公司", "creditor_size": "micro" }"#,
}

fn is_blank(entry: &Entry, _: &Around<'_>) -> u32 {
    u32::from(entry.is_blank(Field::CreditorSize))
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let found = tally
        .gaps(0)
        .map(|gaps| finding(Field::CreditorSize, (gaps.count,)).row(gaps.first));
    found.into_iter().collect()
}
