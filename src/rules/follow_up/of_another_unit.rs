//! T-19: the ledger to compare with is another unit's; then nothing is compared.

use crate::campaign::Context;
use crate::ledger::cell::Line;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::rules::follow_up::earlier::before;

rule! {
    "上期台账不是本单位的", "ledger of another unit"
    (unit: String)
    code: "T-19", severity: Warning, check: [Ledger(check)],
    reads: [Header: ReportUnitCode],
    beyond: Before,
    basis: "notice 二（一）",
    message: "上期台账是“{unit}”报送的，没有与它比较", "the ledger before was handed in by “{unit}”: nothing was compared with it",
    repair: "选择本单位上期报送的台账", "choose the ledger this unit handed in before",
    fails: r#"{ "before": { "header": { "report_unit_code": "410422204", "report_unit_name": "田庄乡" }, "entries": [] },
        "header": { "report_unit_code": "410422207" }, "entries": [] }"#,
    passes: r#"{ "before": { "header": { "report_unit_code": "410422207" }, "entries": [] },
        "header": { "report_unit_code": "410422207" }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, context: &Context<'_>) -> Vec<Finding> {
    let other = context
        .before
        .filter(|_| before(&ledger.header, context).is_none());
    let name = other.map(|other| {
        let header = &other.ledger().header;
        let code = header.report_unit_code.as_ref().map(Line::as_str);
        let name = header.report_unit_name.as_ref().map(Line::as_str);
        name.or(code).unwrap_or_default().to_owned()
    });
    name.map(|name| finding(Field::ReportUnitCode, (name,)))
        .into_iter()
        .collect()
}
