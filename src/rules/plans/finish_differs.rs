//! P-14: the day on which the plan ends is not that of its last instalment. Where instalments are
//! missing for the rest of the debt, P-06 speaks; where they are out of order, P-11.

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::last;
use crate::rules::plans::planned_below_balance::rest;

rule! {
    "计划清偿完毕时间与末期不符", "plan ends another day than its last instalment"
    (finish: When, last: When)
    code: "P-14", severity: Warning, check: [Entry(check)],
    reads: [Entry: PlanFinish, ArrearsAmount, RepaidTotal, Dispute, Status, Judicial; Instalment: DueOn, PlannedAmount, Status; Payment: PaidAmount, IsPlanned],
    basis: "T05, T18",
    message: "计划清偿完毕时间{finish}与最后一期的还款日期{last}不一致", "the plan ends in {finish}, and its last instalment is due in {last}",
    repair: "以最后一期的还款日期为准更正，或补列期次", "take the day of the last instalment, or add the instalment that is missing",
    fails: r#"{ "plan_finish": "2022-12", "instalments": [{ "due_on": "2022-09" }, { "due_on": "2023-01-01" }] }"#,
    passes: r#"{ "plan_finish": "2022-12", "instalments": [{ "due_on": "2022-09" }, { "due_on": "2022-12-01" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let finish = entry.plan_finish?;
    let (_, last) = last(entry)?;
    let is_earlier = finish.last() < last.first();
    let is_later = last.last() < finish.first() && rest(entry).is_none();
    (is_earlier || is_later)
        .then(|| finding(Field::PlanFinish, (finish, last)).instead(Some(last.to_string())))
}
