//! G-06: a county-run firm forced bills on its creditor, and the bodies that have to urge it are
//! not all among the supervisors. Which they are, the campaign's matrix says.

use crate::ledger::Entry;
use crate::rule::{Around, Finding, rule};
use crate::rules::roles::supervision::left_out;

rule! {
    "承兑汇票拖欠的督促单位不全", "a supervisor of forced bills left out"
    (bodies: &str)
    code: "G-06", severity: Warning, check: [Entry(check)],
    reads: [Entry: Supervisors, DebtorChannel, Causes], beyond: Matrix,
    basis: "notice 三（二）",
    message: "强制使用承兑汇票等造成的拖欠，督促单位还应有{bodies}", "for a debt from forced bills, {bodies} must be among the supervisors",
    repair: "补列，或清空督促单位，由软件按方案列出", "add them, or clear the cell: the supervisors are worked out",
    fails: r#"{ "debtor_channel": "county_soe", "causes": ["acceptance_bill"], "supervisors": "叶县财政局、人行叶县支行" }"#,
    passes: r#"{ "debtor_channel": "county_soe", "causes": ["acceptance_bill"], "supervisors": "县财政局、人行叶县支行，银保监叶县监管局" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    left_out(&RULE, entry, around, finding)
}
