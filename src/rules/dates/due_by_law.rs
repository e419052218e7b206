//! D-06: no due date is given, and one follows from the days the contract gives, or the Regulation
//! gives contracts that name none. It is only quoted: what the contract says goes before it.

use chrono::{Days, NaiveDate};

use crate::calc::term::{Terms, days};
use crate::date::When;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::MoneyKind;
use crate::ledger::{Column, Entry};
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::statutory::start;

rule! {
    "应付款日期可以推算", "due date can be told"
    (event: Column, start: When, days: u32, latest: NaiveDate)
    code: "D-06", severity: Warning, check: [Entry(check)],
    reads: [Entry: DueDate, SettledOn, DeliveredOn, InspectBy, AgreedTermDays, SignDate, DebtorType, MoneyKind; Header: CutoffDate],
    basis: "条例8, 9; 条例(2025)9, 10",
    message: "未填应付款日期；自{event}{start}起{days}日内付款，即不晚于{latest}", "no due date; {days} days from {event} {start} it is due: {latest} at the latest",
    repair: "合同约定了付款日期的按合同填写，没有约定的按推算日期填写", "enter the day the contract names, or this one where it names none",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2021-01-24", "delivered_on": "2021-03" }"#,
    passes: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-08-31", "delivered_on": "2021-03" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    if !entry.is_blank(Field::DueDate) {
        return None;
    }
    let Due {
        event,
        start,
        days,
        latest,
    } = due(entry, around)?;
    Some(finding(Field::DueDate, (event.into(), start, days, latest)))
}

/// A due day that follows from the contract's days or the Regulation's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due {
    /// The column of the event the term runs from.
    pub(crate) event: Field,
    /// When that was.
    pub(crate) start: When,
    /// How many days the term has.
    pub(crate) days: u32,
    /// The last day for paying.
    pub(crate) latest: NaiveDate,
}

/// The due day of a debt for which none is typed; `None` where nothing tells it. Deposits follow
/// the contract (条例12).
pub(crate) fn due(entry: &Entry, around: &Around<'_>) -> Option<Due> {
    if entry.money_kind == Some(MoneyKind::Deposit) {
        return None;
    }
    let (event, start) = start(entry, around)?;
    let terms = Terms {
        payer: entry.debtor_type?.payer(),
        signed: Some(entry.sign_date?),
        start: start.last(),
        agreed_days: entry.agreed_term_days,
        rolls: false,
    };
    let (days, _) = days(&terms, &around.context.law.regulations).ok()?;
    let latest = terms.start.checked_add_days(Days::new(u64::from(days)))?;
    Some(Due {
        event,
        start,
        days,
        latest,
    })
}
