//! F-16: a group organisation whose credit code is neither a mass organisation's (13) nor an
//! association's (51).

use crate::codes::Payer;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::DebtorType;
use crate::rule::{Around, Finding, rule};

rule! {
    "团体组织与信用代码不符", "group organisation with another body's code"
    (prefix: &str)
    code: "F-16", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtorType, DebtorUscc],
    basis: "GB 32100-2015; 条例28",
    message: "欠款单位类型为团体组织，信用代码应以13或51开头，现为{prefix}", "the credit code of a group organisation starts with 13 or 51, this one with {prefix}",
    repair: "核对欠款单位类型和统一社会信用代码", "check the debtor's type and its credit code",
    fails: r#"{ "debtor_type": "group_org", "debtor_uscc": "12100000400000624D" }"#,
    passes: r#"{ "debtor_type": "group_org", "debtor_uscc": "51100000500019541K" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (kind, code) = (entry.debtor_type?, entry.debtor_uscc?);
    let fits = Payer::Group.fits(code.kind());
    (kind == DebtorType::GroupOrg && !fits).then(|| finding(Field::DebtorUscc, (code.kind(),)))
}
