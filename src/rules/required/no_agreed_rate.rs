//! R-16: interest is counted at the agreed rate, and the rate is not given.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::RateBasis;
use crate::rule::{Around, Finding, rule};

rule! {
    "未填约定逾期年利率", "no agreed rate"
    ()
    code: "R-16", severity: Warning, check: [Entry(check)],
    reads: [Entry: RateBasis, AgreedRate],
    basis: "条例15; 条例(2025)17",
    message: "计息依据为约定利率，未填约定逾期年利率", "interest is counted at the agreed rate, which is not given",
    repair: "按合同填写约定的逾期年利率；合同没有约定的改选计息依据", "enter the contract's rate, or choose another basis where it has none",
    fails: r#"{ "rate_basis": "agreed" }"#,
    passes: r#"{ "rate_basis": "agreed", "agreed_rate": "4.35" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_agreed = entry.rate_basis? == RateBasis::Agreed;
    (is_agreed && entry.is_blank(Field::AgreedRate)).then(|| finding(Field::AgreedRate, ()))
}
