//! H-06: the declared number is not the number of rows.

use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};

rule! {
    "合计笔数不符", "declared number differs"
    (declared: usize, rows: usize)
    code: "H-06", severity: Error, check: [Ledger(check)],
    reads: [Header: DeclaredCount],
    basis: "T10",
    message: "合计笔数{declared}，应等于明细笔数{rows}", "the declared number is {declared}, the rows are {rows}",
    repair: "核对是否漏行、多行，再更正合计笔数", "look for a row missing or too many, then correct the number",
    fails: r#"{ "header": { "declared_count": 2 }, "entries": [{ "debtor_name": "龙泉乡人民政府" }] }"#,
    passes: r#"{ "header": { "declared_count": 1 }, "entries": [{ "debtor_name": "龙泉乡人民政府" }] }"#,
}

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    count_differs(ledger).into_iter().collect()
}

fn count_differs(ledger: &Ledger) -> Option<Finding> {
    let declared = usize::try_from(ledger.header.declared_count?).ok()?;
    let rows = ledger.entries.len();
    (declared != rows).then(|| finding(Field::DeclaredCount, (declared, rows)))
}
