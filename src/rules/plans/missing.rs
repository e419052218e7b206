//! P-01: nobody contests the debt, something is still owed, the day on which plans were due is over,
//! and there is none: not even the day on which it will be cleared.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::{balance, is_drawn, is_undisputed};

rule! {
    "无分歧欠款未制定清偿计划", "undisputed and not planned for"
    (balance: Amount, due: NaiveDate)
    code: "P-01", severity: Error, check: [Entry(check)],
    reads: [Entry: PlanFinish, PlanFiledOn, Dispute, ArrearsAmount, RepaidTotal, Status, Judicial; Payment: PaidAmount; Instalment: DueOn],
    basis: "notice 二（二）; T01",
    message: "无分歧欠款尚有{balance}未清偿，计划应于{due}前报送，现无清偿计划", "{balance} are owed and undisputed, plans were due on {due}, and there is none",
    repair: "录入分期清偿计划；一次还清的，填写计划清偿完毕时间", "enter the instalments, or the day on which it will be cleared at once",
    fails: r#"{ "arrears_amount": "100.00", "repaid_total": "99.99", "dispute": "undisputed" }"#,
    passes: r#"{ "arrears_amount": "100.00", "repaid_total": "100.00", "dispute": "undisputed" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let due = around.context.campaign.deadlines.plan;
    let owed = unplanned(entry)?;
    (due < around.context.today).then(|| finding(Field::PlanFinish, (owed, due)))
}

/// What is owed of an undisputed debt for which there is no plan; `None` where there is one, or
/// none is needed.
pub(crate) fn unplanned(entry: &Entry) -> Option<Amount> {
    let owed = balance(entry).filter(|balance| Amount::ZERO < *balance)?;
    let is_planned = is_drawn(entry) || !entry.is_blank(Field::PlanFinish);
    (is_undisputed(entry) && !is_planned).then_some(owed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::lists::{Dispute, Judicial, Status};

    fn is_found(day: u32, change: fn(&mut Entry)) -> bool {
        let mut entry = Entry {
            arrears_amount: Some(Amount::from_fen(100)),
            dispute: Some(Dispute::Undisputed),
            ..Entry::default()
        };
        change(&mut entry);
        let campaign = Campaign::yexian_2022();
        let today = NaiveDate::from_ymd_opt(2022, 6, day).unwrap();
        let around = Around {
            header: &Header::default(),
            context: &Context::new(&campaign, today),
        };
        check(&entry, &around).is_some()
    }

    #[test]
    fn plans_are_in_time_on_the_last_day() {
        assert!(!is_found(15, |_| ()));
        assert!(is_found(16, |_| ()));
    }

    #[test]
    fn debts_that_need_no_plan_are_left_alone() {
        assert!(!is_found(30, |entry| entry.dispute = Some(Dispute::Disputed)));
        assert!(!is_found(30, |entry| entry.status = Some(Status::Verifying)));
        assert!(!is_found(30, |entry| entry.status = Some(Status::Removed)));
        assert!(!is_found(30, |entry| entry.judicial = Some(Judicial::Litigation)));
        assert!(is_found(30, |entry| entry.judicial = Some(Judicial::NotEntered)));
        assert!(!is_found(30, |entry| {
            entry.plan_finish = crate::date::When::month(2022, 12);
        }));
    }
}
