//! S-10: the creditor's credit code is that of an organ, an institution or a village rather than a
//! business's. Often it stands in the wrong column. S-01 goes before it.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Size;
use crate::rule::{Around, Finding, rule};

rule! {
    "被拖欠方的信用代码不属于企业", "creditor's code is not a business's"
    (prefix: &str)
    code: "S-10", severity: Warning, check: [Entry(check)],
    reads: [Entry: CreditorUscc, CreditorSize],
    basis: "notice 一; 条例3; GB 32100-2015",
    message: "被拖欠企业的信用代码以{prefix}开头，不是企业、个体工商户或合作社的代码", "the creditor's credit code starts with {prefix}, which no business's does",
    repair: "核对是否与欠款单位的代码填反；确不是企业的移出台账", "see whether it is the debtor's code; take the debt off if the creditor is no business",
    fails: r#"{ "creditor_uscc": "11440000006939561H", "creditor_size": "small" }"#,
    passes: r#"{ "creditor_uscc": "92630105MA753YNL1J", "creditor_size": "micro" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let code = entry.creditor_uscc?;
    let is_business = matches!(code.kind(), "91" | "92" | "93");
    let is_told = matches!(
        entry.creditor_size,
        Some(Size::Large | Size::NotAnEnterprise)
    );
    // A code that is no code says nothing about its holder.
    (!is_business && !is_told && code.is_sound())
        .then(|| finding(Field::CreditorUscc, (code.kind(),)))
}
