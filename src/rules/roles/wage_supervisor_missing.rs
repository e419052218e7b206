//! G-07: migrant workers' wages are behind a debt, and the bureau that looks after them is not among
//! the supervisors. Which it is, the campaign's matrix says.

use crate::ledger::Entry;
use crate::rule::{Around, Finding, rule};
use crate::rules::roles::supervision::left_out;

rule! {
    "涉农民工工资的督促单位不全", "a supervisor of migrant wages left out"
    (bodies: &str)
    code: "G-07", severity: Warning, check: [Entry(check)],
    reads: [Entry: Supervisors, MigrantWages], beyond: Matrix,
    basis: "notice 三（二）",
    message: "涉及农民工工资的欠款，督促单位还应有{bodies}", "for a debt behind migrant wages, {bodies} must be among the supervisors",
    repair: "补列，或清空督促单位，由软件按方案列出", "add it, or clear the cell: the supervisors are worked out",
    fails: r#"{ "migrant_wages": true, "supervisors": "叶县工业和信息化局、叶县审计局" }"#,
    passes: r#"{ "migrant_wages": true, "supervisors": "叶县工业和信息化局、县人社局" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    left_out(&RULE, entry, around, finding)
}
