//! A debt → the day from which its term of payment runs, and how long it is (条例8 and 9, of 2025
//! 9 and 10).

use crate::calc::term::{self, Event, Events};
use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::MoneyKind;
use crate::rule::Around;
use crate::rules::regulation::{cutoff, longest, version};

/// The event the term runs from, and its day: the settlement before the acceptance before the end
/// of a late inspection.
pub(super) fn start(entry: &Entry, around: &Around<'_>) -> Option<(Field, When)> {
    let events = Events {
        settled: entry.settled_on.map(When::last),
        accepted: entry.delivered_on.map(When::last),
        inspection_ends: entry.inspect_by.map(When::last),
        delivered: None,
    };
    let (_, event) = term::start(&events, Some(cutoff(around))).ok()?;
    let (field, day) = match event {
        Event::Settled => (Field::SettledOn, entry.settled_on),
        Event::InspectionEnded => (Field::InspectBy, entry.inspect_by),
        Event::Accepted | Event::Delivered => (Field::DeliveredOn, entry.delivered_on),
    };
    Some((field, day?))
}

/// The longest term the Regulation gives; `None` where it gives none. Deposits follow the contract
/// (条例12).
pub(super) fn most(entry: &Entry, around: &Around<'_>) -> Option<u32> {
    let (version, payer) = version(entry, around)?;
    let is_deposit = entry.money_kind == Some(MoneyKind::Deposit);
    longest(version, payer).filter(|_| !is_deposit)
}

/// The days the contract gives, where they are more than the Regulation does.
pub(super) fn agreed_too_long(entry: &Entry, around: &Around<'_>) -> Option<(u32, u32)> {
    let (agreed, most) = (entry.agreed_term_days?, most(entry, around)?);
    (most < agreed).then_some((agreed, most))
}
