//! H-08: the declared total was probably added up from rounded figures.

use crate::amount::Amount;
use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::rules::header::gap::gap;

rule! {
    "合计金额有舍入差", "declared total is rounded"
    (difference: Amount, sum: Amount)
    code: "H-08", severity: Warning, check: [Ledger(check)],
    reads: [Header: DeclaredTotal, AmountUnit; Entry: ArrearsAmount, Status],
    basis: "T22",
    message: "合计金额与明细之和相差{difference}，疑为四舍五入，应以明细之和{sum}为准", "the declared total is {difference} off, probably by rounding; the rows add up to {sum}",
    repair: "把合计金额改为明细之和，或说明原因后确认", "declare the sum of the rows, or confirm with a reason",
    fails: r#"{ "header": { "amount_unit": "wan", "declared_total": "100000.00" }, "entries": [
        { "arrears_amount": "50030.00" }, { "arrears_amount": "50030.00" } ] }"#,
    passes: r#"{ "header": { "amount_unit": "wan", "declared_total": "100060.00" }, "entries": [
        { "arrears_amount": "50030.00" }, { "arrears_amount": "50030.00" } ] }"#,
}

fn check(ledger: &Ledger, sums: &Sums, _: &Context<'_>) -> Vec<Finding> {
    let unit = ledger.header.unit();
    gap(&ledger.header, sums)
        .filter(|gap| gap.is_rounding)
        .map(|gap| {
            finding(Field::DeclaredTotal, (gap.difference, gap.sum))
                .instead(Some(gap.sum.print(unit)))
        })
        .into_iter()
        .collect()
}
