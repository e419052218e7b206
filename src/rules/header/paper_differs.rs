//! H-13: the sealed paper and the file do not have the same total. Where the declared total is not
//! the sum of the rows, H-07 and H-08 speak of that.

use crate::amount::Amount;
use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Header, Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::rules::header::gap::sum;

rule! {
    "盖章件与电子表不一致", "paper and file differ"
    (paper: Amount, file: Amount)
    code: "H-13", severity: Warning, check: [Ledger(check)],
    reads: [Header: PaperTotal, DeclaredTotal; Entry: ArrearsAmount, Status],
    basis: "T10",
    message: "盖章件合计{paper}，与电子表合计{file}不一致", "the paper's total is {paper}, the file's {file}",
    repair: "按定稿重新打印盖章，或更正电子表；确有原因的说明后确认", "print and seal it anew, or mend the file, or confirm with the reason",
    fails: r#"{ "header": { "paper_total": "100000.00", "declared_total": "100000.01" }, "entries": [] }"#,
    passes: r#"{ "header": { "paper_total": "100000.00" }, "entries": [
        { "arrears_amount": "100000.00" }, { "arrears_amount": "50000.00", "status": "in_court" } ] }"#,
}

fn check(ledger: &Ledger, sums: &Sums, _: &Context<'_>) -> Vec<Finding> {
    differs(&ledger.header, sums).into_iter().collect()
}

fn differs(header: &Header, sums: &Sums) -> Option<Finding> {
    let paper = header.paper_total?;
    let file = header.declared_total.or_else(|| sum(sums))?;
    (paper != file).then(|| finding(Field::PaperTotal, (paper, file)))
}
