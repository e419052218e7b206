//! F-04: a public institution whose credit code is not an institution's.

use crate::codes::Payer;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::DebtorType;
use crate::rule::{Around, Finding, rule};

rule! {
    "事业单位与信用代码不符", "institution with another body's code"
    (prefix: &str)
    code: "F-04", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtorType, DebtorUscc],
    basis: "GB 32100-2015",
    message: "欠款单位类型为事业单位，信用代码应以12开头，现为{prefix}", "the credit code of a public institution starts with 12, this one with {prefix}",
    repair: "核对欠款单位类型和统一社会信用代码", "check the debtor's type and its credit code",
    fails: r#"{ "debtor_type": "public_institution", "debtor_uscc": "11440000006939561H" }"#,
    passes: r#"{ "debtor_type": "public_institution", "debtor_uscc": "12100000400000624D" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (kind, code) = (entry.debtor_type?, entry.debtor_uscc?);
    (kind == DebtorType::PublicInstitution && !Payer::Institution.fits(code.kind()))
        .then(|| finding(Field::DebtorUscc, (code.kind(),)))
}
