//! D-07: a debt so old that its papers, and the time to sue for it, may be gone.

use chrono::{Months, NaiveDate};

use crate::date::When;
use crate::ledger::Entry;
use crate::rule::{Around, Finding, rule};

rule! {
    "拖欠超过5年", "in arrears for over five years"
    (since: When)
    code: "D-07", severity: Warning, check: [Entry(check)],
    reads: [Entry: ArrearsSince, DueDate, Status; Header: CutoffDate],
    basis: "T22",
    message: "自{since}起拖欠已超过5年，请核实债权债务关系和诉讼时效", "in arrears since {since}, over five years: see that the claim still stands",
    repair: "与企业对账，核对合同和催款记录；核实无误的说明后确认", "agree the account with the firm; confirm it when it stands",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "arrears_since": "2017-05" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "arrears_since": "2017-06" }] }"#,
}

const LIMIT: Months = Months::new(60);

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (field, since) = entry.since()?;
    let cutoff = around
        .header
        .cutoff_date
        .unwrap_or(around.context.campaign.deadlines.ledger);
    (is_old(since, cutoff) && entry.standing().is_active()).then(|| finding(field, (since,)))
}

fn is_old(since: When, cutoff: NaiveDate) -> bool {
    let limit = since.last().checked_add_months(LIMIT);
    limit.is_some_and(|limit| limit < cutoff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::entry::Field;

    #[test]
    fn five_years_to_the_day_are_not_over() {
        let cutoff = NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
        let is_old = |since| is_old(When::parse(since).unwrap(), cutoff);
        assert!(is_old("2017-06-11") && is_old("2017-05"));
        assert!(!is_old("2017-06-12") && !is_old("2017-06"));
    }

    #[test]
    fn the_start_of_the_arrears_goes_before_the_due_date() {
        let mut entry = Entry {
            due_date: When::parse("2016-11-14").ok(),
            ..Entry::default()
        };
        assert_eq!(entry.since().map(|(field, _)| field), Some(Field::DueDate));
        entry.arrears_since = When::month(2018, 1);
        assert_eq!(
            entry.since().map(|(field, _)| field),
            Some(Field::ArrearsSince)
        );
    }
}
