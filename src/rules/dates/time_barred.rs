//! D-11: debts whose time to sue seems to be over. One finding for all of them: a first ledger
//! may have dozens, and they are answered together with the firms. Debts of more than five years
//! are D-07's.

use crate::claims::limitation::limit;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, Gaps, Tally, rule};
use crate::rules::dates::five_years_old;
use crate::rules::regulation::cutoff;
use crate::text::join;

rule! {
    "诉讼时效可能已届满", "time to sue perhaps over"
    (count: usize, rows: String)
    code: "D-11", severity: Warning, check: [Tally(check, is_barred)],
    reads: [Header: CutoffDate; Entry: DueDate, ArrearsSince, LastDemandOn, PlanFiledOn, PlanFinish, AgreementOn, LastPaidOn, Status; Payment: PaidOn; Instalment: DueOn],
    basis: "民法典188, 189, 195",
    message: "有{count}笔到期已满3年且没有清偿、计划或催收记录，诉讼时效可能已届满：第{rows}行", "{count} debts were due three years ago, with no payment, plan or demand on record: rows {rows}",
    repair: "与企业对账，补填最近催收日期、还款协议或清偿计划；确无记录的说明后确认", "agree the account with the firm; enter the last demand, the agreement or the plan, or confirm",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "due_date": "2019-06-11" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "due_date": "2019-06-12" },
        { "due_date": "2019-06-11", "last_demand_on": "2021-05" }, { "due_date": "2016-06" }] }"#,
}

/// Rows named in the message; the rest is counted.
const NAMED: usize = 10;

fn is_barred(entry: &Entry, around: &Around<'_>) -> u32 {
    let is_over = || limit(entry).is_some_and(|limit| limit.is_over(cutoff(around)));
    let is_told = || five_years_old::since(entry, around).is_some();
    // What takes longest is asked last.
    u32::from(entry.standing().is_active() && !is_told() && is_over())
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let Some(Gaps { first, count }) = tally.gaps(0) else {
        return Vec::new();
    };
    let numbers = tally.holds(0).map(|row| (row + 1).to_string());
    let mut named: Vec<String> = numbers.take(NAMED).collect();
    if NAMED < count {
        named.push("…".to_owned());
    }
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let facts = (count, join(&named, "、"));
    vec![finding(Field::DueDate, facts).row(first)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Campaign, Context};
    use crate::date::When;
    use crate::ledger::Ledger;
    use crate::rule::Fact;
    use crate::rules::tallied;
    use chrono::NaiveDate;

    #[test]
    fn ten_rows_are_named_and_all_are_counted() {
        let debt = Entry {
            due_date: When::parse("2019-03").ok(),
            ..Entry::default()
        };
        let said = |count: usize| {
            let ledger = Ledger {
                entries: vec![debt.clone(); count],
                ..Ledger::default()
            };
            let campaign = Campaign::yexian_2022();
            let context = Context::new(&campaign, NaiveDate::default());
            let findings = tallied(is_barred, check, &ledger, &context);
            findings.first().map(|one| one.facts.clone())
        };
        let facts = |count, rows: &str| Some(vec![Fact::Count(count), Fact::Text(rows.into())]);
        assert_eq!(said(0), None);
        assert_eq!(said(2), facts(2, "1、2"));
        assert_eq!(said(10), facts(10, "1、2、3、4、5、6、7、8、9、10"));
        assert_eq!(said(11), facts(11, "1、2、3、4、5、6、7、8、9、10、…"));
    }
}
