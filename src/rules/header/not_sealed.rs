//! H-11: the paper does not bear the seal yet.

use crate::campaign::Context;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};

rule! {
    "尚未盖章", "not sealed"
    ()
    code: "H-11", severity: Warning, check: [Ledger(check)],
    reads: [Header: Sealed],
    basis: "T02, T03",
    message: "纸质台账尚未加盖公章", "the printed ledger does not bear the seal yet",
    repair: "打印台账、加盖公章后勾选“已盖章”", "print and seal it, then mark it as sealed",
    fails: r#"{ "header": { "sealed": false }, "entries": [] }"#,
    passes: r#"{ "header": { "sealed": true }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    (ledger.header.sealed == Some(false))
        .then(|| finding(Field::Sealed, ()))
        .into_iter()
        .collect()
}
