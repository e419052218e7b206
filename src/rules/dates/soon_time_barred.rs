//! D-12: the time to sue for a debt runs out within half a year of the day the figures are counted
//! to, so that the ledger says the same whenever it is read. Debts of more than five years are
//! D-07's.

use chrono::NaiveDate;

use crate::calc::limitation::ALERTS;
use crate::claims::limitation::limit;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::five_years_old;
use crate::rules::regulation::cutoff;

rule! {
    "诉讼时效即将届满", "time to sue soon over"
    (deadline: NaiveDate, left: usize, step: usize)
    code: "D-12", severity: Warning, check: [Entry(check)],
    reads: [Header: CutoffDate; Entry: DueDate, ArrearsSince, LastDemandOn, PlanFiledOn, PlanFinish, AgreementOn, LastPaidOn, Status; Payment: PaidOn; Instalment: DueOn],
    switch: on [near: Days = 180],
    basis: "民法典188, 189, 195",
    message: "按已登记的日期，诉讼时效于{deadline}届满，距截止日期{left}天，已进入{step}天提醒期", "by the days on record the time to sue ends on {deadline}, {left} days from the cutoff: the {step}-day alert",
    repair: "制定清偿计划或签订还款协议；企业催收过的，填写最近催收日期", "make a plan or sign an agreement; enter the last demand where there was one",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "due_date": "2019-12-09" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "due_date": "2019-12-10" },
        { "due_date": "2019-12-09", "plan_finish": "2022-09" }, { "due_date": "2019-06-11" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    if !entry.standing().is_active() || five_years_old::since(entry, around).is_some() {
        return None;
    }
    let (limit, cutoff) = (limit(entry)?, cutoff(around));
    let left = limit.deadline.signed_duration_since(cutoff).num_days();
    let near = RULE.limit("near", around.context.campaign);
    let is_near = !limit.is_over(cutoff) && left <= near;
    let (left, near) = (usize::try_from(left).ok()?, usize::try_from(near).ok()?);
    is_near.then(|| finding(Field::DueDate, (limit.deadline, left, step(left, near))))
}

/// The last alert that has been reached: half a year, three months, a month, or what the campaign
/// has in place of the first.
fn step(left: usize, near: usize) -> usize {
    let alerts = ALERTS.into_iter().map(usize::from);
    let reached = alerts.filter(|alert| left <= *alert && *alert < near);
    reached.min().unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_nearest_alert_is_named() {
        for (left, near, alert) in [
            (180, 180, 180),
            (91, 180, 180),
            (90, 180, 90),
            (31, 180, 90),
            (30, 180, 30),
            (0, 180, 30),
            (200, 365, 365),
            (179, 365, 180),
            (60, 60, 60),
            (30, 60, 30),
        ] {
            assert_eq!(step(left, near), alert, "{left} of {near}");
        }
    }
}
