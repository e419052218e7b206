//! H-07: the declared total is not the sum of the rows, by more than rounding explains.

use crate::amount::Amount;
use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::rules::header::gap::gap;

rule! {
    "合计金额不符", "declared total differs"
    (declared: Amount, sum: Amount, difference: Amount)
    code: "H-07", severity: Error, check: [Ledger(check)],
    reads: [Header: DeclaredTotal, AmountUnit; Entry: ArrearsAmount, Status],
    basis: "T22, T10",
    message: "合计金额{declared}，应等于明细之和{sum}，相差{difference}", "the declared total {declared} and the sum of the rows {sum} are {difference} apart",
    repair: "核对明细和合计；转司法、核减、移交的不计入合计", "check rows and total; debts in court, taken off or transferred do not count",
    fails: r#"{ "header": { "declared_total": "100000.00" }, "entries": [{ "arrears_amount": "50000.00" }] }"#,
    passes: r#"{ "header": { "declared_total": "100000.00" }, "entries": [
        { "arrears_amount": "100000.00" }, { "arrears_amount": "50000.00", "status": "in_court" } ] }"#,
}

fn check(ledger: &Ledger, sums: &Sums, _: &Context<'_>) -> Vec<Finding> {
    gap(&ledger.header, sums)
        .filter(|gap| !gap.is_rounding)
        .map(|gap| {
            let facts = (gap.declared, gap.sum, gap.difference);
            finding(Field::DeclaredTotal, facts)
        })
        .into_iter()
        .collect()
}
