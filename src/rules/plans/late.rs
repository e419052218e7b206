//! P-10: the plan was filed after the day on which plans were due. Ledgers of later periods have no
//! such day.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};

rule! {
    "清偿计划报送逾期", "plan filed late"
    (filed: NaiveDate, due: NaiveDate)
    code: "P-10", severity: Warning, check: [Entry(check)],
    reads: [Entry: PlanFiledOn; Header: Period],
    basis: "notice 二（二）",
    message: "清偿计划于{filed}报送，晚于{due}", "the plan was filed on {filed}, due on {due}",
    repair: "核对计划报送日期；确属逾期的说明原因后确认", "check the day, or confirm with the reason",
    fails: r#"{ "plan_filed_on": "2022-06-16" }"#,
    passes: r#"{ "header": { "period": "2022-07" }, "entries": [{ "plan_filed_on": "2022-06-16" }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let campaign = around.context.campaign;
    let (filed, due) = (entry.plan_filed_on?, campaign.deadlines.plan);
    let is_late = due < filed && !campaign.is_past(around.header.period);
    is_late.then(|| finding(Field::PlanFiledOn, (filed, due)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::entry::Rest;

    #[test]
    fn the_last_day_is_in_time() {
        let campaign = Campaign::yexian_2022();
        let is_late = |day| {
            let entry = Entry {
                rest: Rest {
                    plan_filed_on: NaiveDate::from_ymd_opt(2022, 6, day),
                    ..Rest::default()
                }
                .into(),
                ..Entry::default()
            };
            let around = Around {
                header: &Header::default(),
                context: &Context::new(&campaign, NaiveDate::default()),
            };
            check(&entry, &around).is_some()
        };
        assert!(!is_late(15) && is_late(16));
    }
}
