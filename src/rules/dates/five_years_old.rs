//! D-07: a debt so old that its papers, and the time to sue for it, may be gone. It says what
//! D-11 and D-12 would say of a younger one.

use chrono::{Months, NaiveDate};

use crate::claims::limitation::limit;
use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::regulation::cutoff;
use crate::text::Text;

rule! {
    "拖欠超过5年", "in arrears for over five years"
    (since: When, why: Text)
    code: "D-07", severity: Warning, check: [Entry(check)],
    reads: [Entry: ArrearsSince, DueDate, LastDemandOn, PlanFiledOn, PlanFinish, AgreementOn, LastPaidOn, Status; Header: CutoffDate; Payment: PaidOn; Instalment: DueOn],
    basis: "T22; 民法典188, 195; 法释〔2018〕12号",
    message: "自{since}起拖欠已超过5年，{why}", "in arrears since {since}, over five years: {why}",
    repair: "与企业对账，核对合同和催款记录，填写最近催收日期；核实无误的说明后确认", "agree the account with the firm, enter the last demand; confirm the debt when it stands",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "arrears_since": "2017-05" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "arrears_since": "2017-06" }] }"#,
}

const LIMIT: Months = Months::new(60);

const UNDER_TWO_YEARS: Text = Text {
    zh: "按当时的两年诉讼时效，2017年10月以前可能已届满",
    en: "the two years of the former law may have run out before October 2017",
};

const OVER: Text = Text {
    zh: "诉讼时效可能已届满",
    en: "the time to sue may be over",
};

const RUNNING: Text = Text {
    zh: "请核实债权债务关系和诉讼时效",
    en: "see that the claim still stands",
};

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (field, since) = since(entry, around)?;
    let why = match limit(entry) {
        Some(limit) if limit.is_under_two_years => UNDER_TWO_YEARS,
        Some(limit) if limit.is_over(cutoff(around)) => OVER,
        _ => RUNNING,
    };
    Some(finding(field, (since, why)))
}

/// Since when a debt of more than five years, still to be paid, is in arrears.
pub(super) fn since(entry: &Entry, around: &Around<'_>) -> Option<(Field, When)> {
    let (field, since) = entry.since()?;
    let is_told = is_old(since, cutoff(around)) && entry.standing().is_active();
    is_told.then_some((field, since))
}

fn is_old(since: When, cutoff: NaiveDate) -> bool {
    let limit = since.last().checked_add_months(LIMIT);
    limit.is_some_and(|limit| limit < cutoff)
}

#[cfg(test)]
mod tests {
    use super::*;

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
