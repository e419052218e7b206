//! D-06: no due date is given, and the Regulation gives one to contracts that name none. It is
//! only quoted: what the contract says goes before it.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::statutory::{USUAL, delivery};

rule! {
    "应付款日期可按条例推算", "due date follows from the Regulation"
    (latest: NaiveDate)
    code: "D-06", severity: Warning, check: [Entry(check)],
    reads: [Entry: DueDate, DeliveredOn, SignDate, DebtorType, MoneyKind],
    basis: "条例8",
    message: "未填应付款日期；合同未约定的，应自交付之日起30日内付款，即不晚于{latest}", "no due date; where the contract names none, 30 days from delivery: {latest} at the latest",
    repair: "合同约定了付款期限的按合同填写，没有约定的按推算日期填写", "enter the day the contract names, or this one where it names none",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2021-01-24", "delivered_on": "2021-03" }"#,
    passes: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-08-31", "delivered_on": "2021-03" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let latest = delivery(entry, around)?.last().checked_add_days(USUAL)?;
    entry
        .is_blank(Field::DueDate)
        .then(|| finding(Field::DueDate, (latest,)))
}
