//! F-05: a firm in arrears whose credit code is not a firm's.

use crate::codes::Payer;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "企业与信用代码不符", "firm with another body's code"
    (prefix: &str)
    code: "F-05", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtorType, DebtorUscc],
    basis: "GB 32100-2015",
    message: "欠款单位类型为企业，信用代码应以91开头，现为{prefix}", "the credit code of a firm starts with 91, this one with {prefix}",
    repair: "核对欠款单位类型和统一社会信用代码", "check the debtor's type and its credit code",
    fails: r#"{ "debtor_type": "county_soe", "debtor_uscc": "11440000006939561H" }"#,
    passes: r#"{ "debtor_type": "county_soe", "debtor_uscc": "91350100M000100Y43" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (kind, code) = (entry.debtor_type?, entry.debtor_uscc?);
    (kind.is_enterprise() && !Payer::Firm.fits(code.kind()))
        .then(|| finding(Field::DebtorUscc, (code.kind(),)))
}
