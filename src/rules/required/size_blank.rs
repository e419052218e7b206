//! R-11: whether the creditor is a small or medium enterprise is not stated.

use crate::campaign::Context;
use crate::ledger::Ledger;
use crate::ledger::entry::Field;
use crate::rule::{Finding, rule};
use crate::rules::required::gaps::gaps;

rule! {
    "企业规模未填写", "creditor's size blank"
    (count: usize)
    code: "R-11", severity: Warning, check: [Ledger(check)],
    reads: [Entry: CreditorSize],
    basis: "条例3; T14",
    message: "有{count}笔未填写企业规模，无法确认是否属于中小企业", "{count} rows do not say the creditor's size, so whether it is a small or medium enterprise",
    repair: "按合同订立时的规模填写中型、小型或微型", "enter its size when the contract was made",
    fails: r#"{ "creditor_name": "叶县安泰办公设备有限公司" }"#,
    passes: r#"{ "creditor_name": "叶县安泰办公设备有限公司", "creditor_size": "micro" }"#,
}

fn check(ledger: &Ledger, _: &Context<'_>) -> Vec<Finding> {
    let field = Field::CreditorSize;
    gaps(ledger, &[field])
        .map(|gaps| finding(field, (gaps.count,)).row(gaps.first))
        .into_iter()
        .collect()
}
