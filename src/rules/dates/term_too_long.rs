//! D-05: a public body that has itself given more than the sixty days of the Regulation.

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::statutory::{LONGEST, delivery};

rule! {
    "付款期限超过60日", "term of payment over 60 days"
    (delivered: When, due: When)
    code: "D-05", severity: Warning, check: [Entry(check)],
    reads: [Entry: DueDate, DeliveredOn, SignDate, DebtorType, MoneyKind],
    basis: "条例8",
    message: "交付日期{delivered}至应付款日期{due}超过60日，长于条例规定的最长期限", "from delivery on {delivered} to {due} is over 60 days, longer than the Regulation allows",
    repair: "核对两个日期；按进度或定期结算、自确认结算金额之日起算的，说明后确认", "check both days; confirm it where the term runs from an agreed settlement",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-09-01", "delivered_on": "2021-03-01", "due_date": "2021-05-01" }"#,
    passes: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-09-01", "delivered_on": "2021-03-01", "due_date": "2021-04-30" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (due, delivered) = (entry.due_date?, delivery(entry, around)?);
    let latest = delivered.last().checked_add_days(LONGEST)?;
    (latest < due.first()).then(|| finding(Field::DueDate, (delivered, due)))
}
