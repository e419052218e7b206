//! F-03: a state organ whose credit code is not an organ's.

use crate::codes::Payer;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::DebtorType;
use crate::rule::{Around, Finding, rule};

rule! {
    "机关与信用代码不符", "organ with another body's code"
    (prefix: &str)
    code: "F-03", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtorType, DebtorUscc],
    basis: "GB 32100-2015",
    message: "欠款单位类型为机关，信用代码应以11开头，现为{prefix}", "the credit code of a state organ starts with 11, this one with {prefix}",
    repair: "核对欠款单位类型和统一社会信用代码", "check the debtor's type and its credit code",
    fails: r#"{ "debtor_type": "gov_organ", "debtor_uscc": "12100000400000624D" }"#,
    passes: r#"{ "debtor_type": "gov_organ", "debtor_uscc": "11440000006939561H" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (kind, code) = (entry.debtor_type?, entry.debtor_uscc?);
    (kind == DebtorType::GovOrgan && !Payer::Organ.fits(code.kind()))
        .then(|| finding(Field::DebtorUscc, (code.kind(),)))
}
