//! Which columns a sheet has, and what they are headed with.

use crate::amount::Unit;
use crate::ledger::cell::Kind;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::spec::{Presence, Spec};
use crate::ledger::{Entry, Ledger};

/// The columns of the official table, in whose order the fields stand too.
pub(super) const OFFICIAL: [Field; 14] = [
    Field::SeqNo,
    Field::DebtorName,
    Field::CreditorName,
    Field::ProjectName,
    Field::MoneyKind,
    Field::ContractAmount,
    Field::PaidBefore,
    Field::ArrearsAmount,
    Field::DueDate,
    Field::Dispute,
    Field::Causes,
    Field::PlanFinish,
    Field::FundSource,
    Field::DutyPerson,
];

/// The columns of a ledger's sheet: the official ones, and whichever has something in it.
pub(super) fn of_ledger(ledger: &Ledger) -> Vec<Field> {
    let is_used = |field: &Field| {
        OFFICIAL.contains(field) || ledger.entries.iter().any(|entry| !entry.is_blank(*field))
    };
    Entry::FIELDS.iter().copied().filter(is_used).collect()
}

/// The columns of the template: the official ones, and those that every debt should have. What
/// follows from others is not asked for.
pub(super) fn of_template() -> Vec<Field> {
    let is_asked = |field: &Field| {
        let presence = Entry::spec(*field).presence;
        // A number for life is given by the software.
        *field != Field::DebtId
            && (OFFICIAL.contains(field)
                || matches!(presence, Presence::Required | Presence::Expected))
    };
    Entry::FIELDS.iter().copied().filter(is_asked).collect()
}

/// The names of members this version does not know that are texts, in the order they come.
pub(super) fn unknown(ledger: &Ledger) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, raw) in ledger.entries.iter().flat_map(|entry| &entry.extra) {
        if raw.starts_with('"') && !names.contains(&&**name) {
            names.push(name);
        }
    }
    names
}

/// A column's heading; amounts say their unit.
pub(super) fn heading(spec: &Spec, unit: Unit) -> String {
    let label = spec.label().zh;
    match spec.kind {
        Kind::Amount => format!("{label}（{}）", unit.name()),
        _ => label.to_owned(),
    }
}

/// How wide a column is, in letters.
pub(super) const fn width(spec: &Spec) -> f64 {
    match spec.kind {
        Kind::Uscc => 21.0,
        Kind::Amount => 15.0,
        Kind::Date | Kind::Month | Kind::Text { max: 0..=32 } => 12.0,
        Kind::Flag | Kind::Count | Kind::Rate => 9.0,
        Kind::Choice { .. } => 13.0,
        Kind::Choices { .. } => 20.0,
        Kind::Text { max: 33..=64 } => 18.0,
        Kind::Text { .. } => 28.0,
    }
}
