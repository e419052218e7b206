//! P-07: a plan with instalments, and neither it nor one of them says where the money comes from.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::instalment;
use crate::rule::{Around, Finding, rule};

rule! {
    "清偿计划未落实资金来源", "plan without funds"
    ()
    code: "P-07", severity: Warning, check: [Entry(check)],
    reads: [Entry: FundSource, Status, Judicial; Instalment: DueOn, FundSource],
    basis: "notice 二（三）; 6-3",
    message: "清偿计划未填写资金来源", "the plan does not say where the money comes from",
    repair: "选择资金来源，可多选，也可逐期填写；尚未落实的说明后确认", "choose the sources, for the plan or for each instalment, or confirm with a reason",
    fails: r#"{ "instalments": [{ "due_on": "2022-09", "fund_source": ["own_funds"] }, { "due_on": "2022-12" }] }"#,
    passes: r#"{ "instalments": [{ "due_on": "2022-09", "fund_source": ["own_funds"] }, { "due_on": "2022-12", "fund_source": ["bonds"] }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_open = |one: &instalment::Instalment| one.is_blank(instalment::Field::FundSource);
    let is_bare = entry.is_blank(Field::FundSource) && entry.instalments.iter().any(is_open);
    (is_bare && entry.is_to_plan()).then(|| finding(Field::FundSource, ()))
}
