//! P-08: the budget of the department is to be cut, which is for debts it ran up without a budget.

use crate::ledger::lists::{Cause, FundSource};
use crate::ledger::{Entry, entry, instalment};
use crate::rule::{Around, Finding, rule};

rule! {
    "扣减部门预算没有相应原因", "budget cut without its cause"
    ()
    code: "P-08", severity: Warning, check: [Cells(check)],
    reads: [Entry: FundSource, Causes; Instalment: FundSource],
    basis: "notice 二（三）",
    message: "扣减部门预算适用于未经批准自行安排支出造成的拖欠，请核对原因", "a budget is cut for debts from spending without approval: check the causes",
    repair: "核对拖欠原因和资金来源；确经财政部门同意的说明后确认", "check causes and sources, or confirm that the finance bureau agrees",
    fails: r#"{ "causes": ["fund_shortage"], "fund_source": ["budget_cut"] }"#,
    passes: r#"{ "causes": ["no_budget"], "fund_source": ["own_funds", "budget_cut"] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let causes = entry.causes.as_ref();
    if causes.is_none_or(|causes| causes.has(Cause::NoBudget)) {
        return findings;
    }
    let cut = FundSource::BudgetCut;
    if entry.fund_source.as_ref().is_some_and(|all| all.has(cut)) {
        findings.push(finding(entry::Field::FundSource, ()));
    }
    for (child, one) in entry.instalments.iter().enumerate() {
        if one.fund_source.as_ref().is_some_and(|all| all.has(cut)) {
            findings.push(finding(instalment::Field::FundSource, ()).child(child));
        }
    }
    findings
}
