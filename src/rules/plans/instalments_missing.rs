//! P-04: a plan is said to be filed or under way, and it has neither an instalment nor a day on
//! which all is paid.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Status;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::is_drawn;
use crate::text::Words;

rule! {
    "清偿计划没有期次", "plan without instalments"
    (what: Words)
    code: "P-04", severity: Error, check: [Entry(check)],
    reads: [Entry: PlanFiledOn, Status, PlanFinish, Judicial; Instalment: DueOn],
    basis: "T18",
    message: "{what}，但没有还款计划，请至少保留一期", "{what}, but there is no instalment: enter at least one",
    repair: "逐期录入还款日期和金额；一次还清的，填写计划清偿完毕时间", "enter each with its day and amount, or the day on which all is paid at once",
    fails: r#"{ "plan_filed_on": "2022-06-12" }"#,
    passes: r#"{ "plan_filed_on": "2022-06-12", "plan_finish": "2022-12" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_bare = entry.instalments.is_empty() && entry.is_blank(Field::PlanFinish);
    if !is_bare || !is_drawn(entry) || !entry.is_to_plan() {
        return None;
    }
    Some(match entry.plan_filed_on {
        Some(day) => {
            let what = Words {
                zh: format!("计划已于{day}报送"),
                en: format!("the plan was filed on {day}"),
            };
            finding(Field::PlanFiledOn, (what,))
        }
        None if entry.standing() == Status::Planned => {
            let label = Status::Planned.choice().label();
            let what = Words {
                zh: format!("状态为“{}”", label.zh),
                en: format!("the debt is marked “{}”", label.en),
            };
            finding(Field::Status, (what,))
        }
        // A day that cannot be read is C-02's.
        None => return None,
    })
}
