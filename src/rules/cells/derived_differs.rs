//! C-04: a column that follows from others was typed, and does not say what follows. The balance
//! is A-05's.

use crate::amount::{Amount, Unit};
use crate::ledger::cell::Cell;
use crate::ledger::entry::Field;
use crate::ledger::fields::{Record, Table};
use crate::ledger::lists::Age;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use chrono::{Months, NaiveDate};

rule! {
    "推算栏与推算不符", "derived column differs"
    (field: Column, typed: String, follows: String)
    code: "C-04", severity: Error, check: [Cells(check)],
    reads: [Entry: RepaidTotal, LastPaidOn, AgeBucket, ArrearsSince, DueDate; Payment: PaidAmount, PaidOn; Header: CutoffDate, AmountUnit],
    basis: "T18, T22",
    message: "{field}“{typed}”，按台账推算应为“{follows}”", "the {field} “{typed}” should be “{follows}”, as the ledger has it",
    repair: "核对清偿记录和日期，或清空该栏，由软件推算", "check payments and dates, or clear the column: it is computed",
    fails: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [{ "arrears_since": "2021-06-11", "age_bucket": "up_to_1" }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-06-12" }, "entries": [
        { "arrears_since": "2021-06-12", "age_bucket": "up_to_1" }, { "arrears_since": "2021-06", "age_bucket": "up_to_3" },
        { "repaid_total": "60.00", "last_paid_on": "2022-05-01", "payments": [{ "paid_on": "2022-05-01", "amount": "70.00" }, { "paid_on": "2022-05-02", "amount": "-10.00" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let unit = around.header.unit();
    let mut compare = |field: Field, follows: &dyn Fn() -> Option<String>| {
        if entry.peek(field.into()).is_none() {
            return;
        }
        let typed = entry.text(field, unit);
        if let Some(follows) = follows().filter(|follows| *follows != typed) {
            let instead = Some(follows.clone());
            findings.push(finding(field, (field.into(), typed, follows)).instead(instead));
        }
    };
    let paid = || repaid(entry).map(|paid| paid.print(unit));
    compare(Field::RepaidTotal, &paid);
    let last = || last_paid(entry).map(|day| day.to_string());
    compare(Field::LastPaidOn, &last);
    let age = || age(entry, around).map(|age| age.print(Unit::Yuan));
    compare(Field::AgeBucket, &age);
    findings
}

/// The sum of the payments listed; `None` where there are none, or one lacks its amount.
fn repaid(entry: &Entry) -> Option<Amount> {
    let is_whole = entry.payments.iter().all(|one| one.amount.is_some());
    (is_whole && !entry.payments.is_empty()).then(|| entry.repaid())
}

/// The day of the last payment that was not a reversal.
pub(crate) fn last_paid(entry: &Entry) -> Option<NaiveDate> {
    let paid = entry
        .payments
        .iter()
        .filter(|one| Some(Amount::ZERO) < one.amount);
    paid.filter_map(|one| one.paid_on).max()
}

/// How old the debt is on the day the figures are counted to; where it began in a month that may
/// mean either of two, the one that was typed will do.
fn age(entry: &Entry, around: &Around<'_>) -> Option<Age> {
    let cutoff = around.header.cutoff_date?;
    let (earliest, latest) = entry.late_from()?;
    let (oldest, youngest) = (bucket(earliest, cutoff), bucket(latest, cutoff));
    match entry.age_bucket {
        Some(typed) if youngest <= typed && typed <= oldest => Some(typed),
        _ => Some(oldest),
    }
}

/// The bucket of a debt in arrears since a day; the day a year is full belongs to that year.
pub(crate) fn bucket(since: NaiveDate, cutoff: NaiveDate) -> Age {
    let is_within = |months| {
        let end = since.checked_add_months(Months::new(months));
        end.is_none_or(|end| cutoff <= end)
    };
    let within = [
        (12, Age::UpToOne),
        (36, Age::UpToThree),
        (60, Age::UpToFive),
    ];
    let found = within.into_iter().find(|(months, _)| is_within(*months));
    found.map_or(Age::Older, |(_, age)| age)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_to_the_day_is_one_year() {
        let cutoff = NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
        for (since, age) in [
            ((2022, 6, 12), Age::UpToOne),
            ((2021, 6, 12), Age::UpToOne),
            ((2021, 6, 11), Age::UpToThree),
            ((2019, 6, 12), Age::UpToThree),
            ((2019, 6, 11), Age::UpToFive),
            ((2017, 6, 12), Age::UpToFive),
            ((2017, 6, 11), Age::Older),
        ] {
            let since = NaiveDate::from_ymd_opt(since.0, since.1, since.2).unwrap();
            assert_eq!(bucket(since, cutoff), age, "{since}");
        }
    }
}
