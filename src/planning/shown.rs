//! Amounts, instalments and words as the page reads them.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::form::words;
use crate::amount::{Amount, Unit};
use crate::calc::schedule::Instalment;
use crate::claims::name;
use crate::ledger::Entry;
use crate::text::Words;

/// An amount in the ledger's unit, and in whole fen.
pub(super) fn amount(amount: Amount, unit: Unit) -> Value {
    json!({ "text": amount.print(unit), "fen": amount.fen() })
}

pub(super) fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}

pub(super) fn instalments(plan: &[Instalment], unit: Unit) -> Value {
    let one = |one: &Instalment| {
        json!({
            "due": one.due.to_string(),
            "amount": one.amount.print(unit),
            "fen": one.amount.fen(),
        })
    };
    plan.iter().map(one).collect()
}

pub(super) fn all(list: &[Words]) -> Value {
    list.iter().map(words).collect()
}

/// Which debt it is.
pub(super) fn named(row: usize, entry: &Entry) -> Value {
    let creditor = entry
        .creditor_name
        .as_ref()
        .map_or("", |name| name.as_str());
    let project = entry.project_name.as_ref().map_or("", |name| name.as_str());
    json!({
        "row": row,
        "debt_id": name(row, entry),
        "creditor": creditor,
        "project": project,
    })
}

/// One answer of the members of several.
pub(super) fn joined(parts: impl IntoIterator<Item = Value>) -> Value {
    let mut all = serde_json::Map::new();
    for part in parts {
        if let Value::Object(members) = part {
            all.extend(members);
        }
    }
    Value::Object(all)
}
