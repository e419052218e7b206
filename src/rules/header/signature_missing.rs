//! H-12: not everybody who must sign has; one finding names all who have not.

use crate::campaign::Context;
use crate::ledger::fields::Record;
use crate::ledger::header::Field;
use crate::ledger::{Ledger, Sums};
use crate::rule::{Finding, rule};
use crate::rules::header::totals_blank::names;
use crate::text::Words;

rule! {
    "签字不全", "signature missing"
    (who: Words)
    code: "H-12", severity: Warning, check: [Ledger(check)],
    reads: [Header: Filler, Reviewer, Head],
    basis: "T14",
    message: "缺少{who}", "missing: {who}",
    repair: "填写填表人、审核人和单位负责人姓名", "enter who filled it in, who reviewed it, and the head of the unit",
    fails: r#"{ "header": { "filler": "张某" }, "entries": [] }"#,
    passes: r#"{ "header": { "filler": "张某", "reviewer": "李某", "head": "王某" }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, _: &Context<'_>) -> Vec<Finding> {
    let missing: Vec<Field> = [Field::Filler, Field::Reviewer, Field::Head]
        .into_iter()
        .filter(|field| ledger.header.is_blank(*field))
        .collect();
    missing
        .first()
        .map(|first| finding(*first, (names(&missing),)))
        .into_iter()
        .collect()
}
