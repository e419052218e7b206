//! D-14: a deposit for the quality of works is to be returned later than it may be kept: the time
//! for defects is two years from acceptance at most, and checking and returning have fourteen days
//! each.

use chrono::{Days, Months, NaiveDate};

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::{DepositKind, MoneyKind};
use crate::rule::{Around, Finding, rule};

rule! {
    "工程质量保证金返还过晚", "quality deposit kept too long"
    (delivered: When, latest: NaiveDate, due: When)
    code: "D-14", severity: Warning, check: [Entry(check)],
    reads: [Entry: DueDate, DeliveredOn, MoneyKind, DepositKind],
    basis: "建质〔2017〕138号 第二条、第十条、第十一条",
    message: "{delivered}验收，工程质量保证金最迟{latest}返还，应付款日期为{due}", "accepted {delivered}: the quality deposit is to be returned by {latest}, and is due on {due}",
    repair: "核对验收日期和应付款日期；缺陷责任期最长2年，到期核实、返还各14日内", "check both days: two years for defects at most, then fourteen days each to check and to return",
    fails: r#"{ "money_kind": "deposit", "deposit_kind": "quality", "delivered_on": "2019-06-30", "due_date": "2021-07-29" }"#,
    passes: r#"{ "entries": [
        { "money_kind": "deposit", "deposit_kind": "quality", "delivered_on": "2019-06-30", "due_date": "2021-07-28" },
        { "money_kind": "deposit", "deposit_kind": "performance", "delivered_on": "2019-06-30", "due_date": "2021-07-29" } ] }"#,
}

const DEFECTS: Months = Months::new(24);
const RETURN: Days = Days::new(28);

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (delivered, due) = (entry.delivered_on?, entry.due_date?);
    let is_kept_back =
        entry.money_kind? == MoneyKind::Deposit && entry.deposit_kind? == DepositKind::Quality;
    let latest = delivered.last().checked_add_months(DEFECTS)?;
    let latest = latest.checked_add_days(RETURN)?;
    (is_kept_back && latest < due.first())
        .then(|| finding(Field::DueDate, (delivered, latest, due)))
}
