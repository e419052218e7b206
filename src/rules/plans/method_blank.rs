//! P-02: a plan for an undisputed debt was drawn up and does not say how it will be cleared.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::{is_drawn, is_undisputed};

rule! {
    "清偿计划未明确清偿方式", "plan without a method"
    ()
    code: "P-02", severity: Error, check: [Entry(check)],
    reads: [Entry: Method, PlanFiledOn, Dispute, Status, Judicial; Instalment: DueOn],
    basis: "notice 二（二）; T01",
    message: "已制定清偿计划，请填写清偿方式", "there is a plan: say how the debt will be cleared",
    repair: "选择现金（转账）、票据等清偿方式，可多选", "choose the methods, cash or other",
    fails: r#"{ "dispute": "undisputed", "plan_filed_on": "2022-06-12" }"#,
    passes: r#"{ "dispute": "undisputed", "plan_finish": "2022-12" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_open = entry.is_blank(Field::Method) && is_drawn(entry) && is_undisputed(entry);
    is_open.then(|| finding(Field::Method, ()))
}
