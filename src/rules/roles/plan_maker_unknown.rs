//! G-02: the notice does not say who plans for a debt of this kind. Nobody guesses: the office that
//! collects the ledgers decides, and whom it names is then entered.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::{Record, Table};
use crate::ledger::lists::Dispute;
use crate::rule::{Around, Finding, rule};

rule! {
    "清偿计划制定单位未明确", "the notice names no plan-maker"
    (office: &str)
    code: "G-02", severity: Warning, check: [Entry(check)],
    reads: [Entry: PlanMaker, DebtorChannel, DebtorType, Dispute, Status, Judicial], beyond: Matrix,
    basis: "notice 二（二）",
    message: "方案未明确这类欠款由谁制定清偿计划，请报{office}确定", "the notice does not say who plans for a debt of this kind: ask the {office}",
    repair: "把确定的单位填入“清偿计划制定单位”；尚在请示的说明后确认", "enter the body it names, or confirm that the question is open",
    fails: r#"{ "debtor_channel": "other", "debtor_type": "soe_large_other", "dispute": "undisputed" }"#,
    passes: r#"{ "debtor_channel": "other", "debtor_type": "soe_large_other", "dispute": "undisputed", "plan_maker": "叶县财政局" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let campaign = around.context.campaign;
    let office = campaign.office.name.as_str();
    let asks = matches!(entry.dispute?, Dispute::Undisputed | Dispute::Partly);
    let is_asked = asks && entry.is_to_plan() && entry.is_blank(Field::PlanMaker);
    let line = campaign.plan_line(entry);
    let names_nobody = line.is_none_or(|line| line.who.is_empty());
    if !is_asked || !names_nobody || campaign.plan_makers.is_empty() {
        return None;
    }
    // A column the matrix asks about may be blank, and then it is not the notice that is silent.
    let mut columns = campaign
        .plan_makers
        .iter()
        .flat_map(|line| line.when.columns());
    let is_told = columns.all(|index| entry.peek(index).stored().is_some());
    is_told.then(|| finding(Field::PlanMaker, (office,)))
}
