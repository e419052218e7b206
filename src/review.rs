//! Findings with their identity, and the reasons people gave for warnings.

use std::borrow::Cow;
use std::fmt::Write;

use crate::amount::Unit;
use crate::campaign::Context;
use crate::digest::sm3_hex;
use crate::ledger::cell::Stored;
use crate::ledger::fields::{Index, Table};
use crate::ledger::{Column, Confirmation, Entry, Ledger};
use crate::rule::{At, Check, Fact, Finding, Severity};
use crate::rules;
use crate::text::{Lang, join};

/// A finding, named so that it can be pointed at again, and its reason where it was confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    /// `code|debt|place`: stays the same while the debt, the rule and the place do.
    pub id: String,
    /// What was found.
    pub finding: Finding,
    /// The debt's id, or nothing for the ledger as a whole.
    pub debt_id: String,
    /// What a confirmation is bound to: sixteen digits of SM3 over the values the rule reads.
    pub values: String,
    /// Why somebody confirmed the warning.
    pub reason: Option<String>,
}

/// How many findings of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings nobody has answered for.
    pub warnings: usize,
    /// Notices.
    pub notices: usize,
    /// Warnings confirmed with a reason.
    pub confirmed: usize,
}

impl Counts {
    /// Whether a submission may be written.
    pub const fn is_ready(self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

/// Asks every rule and matches the ledger's confirmations.
pub fn review(ledger: &Ledger, context: &Context<'_>) -> Vec<Reviewed> {
    name(rules::check(ledger, context), ledger)
}

/// Names findings and matches the ledger's confirmations.
pub fn name(findings: Vec<Finding>, ledger: &Ledger) -> Vec<Reviewed> {
    // The same place twice stands side by side, since findings come sorted.
    let mut last = (String::new(), 1);
    let repeats = repeats(ledger);
    findings
        .into_iter()
        .map(|finding| {
            let debt_id = debt_id(ledger, finding.at);
            let mut id = format!("{}|{debt_id}|", finding.rule.code);
            let row = finding.at.row.unwrap_or(usize::MAX);
            if let Ok(at) = repeats.binary_search_by_key(&row, |(row, _)| *row) {
                let nth = repeats.get(at).map_or(1, |(_, nth)| *nth);
                let _ = write!(id, "{nth}|");
            }
            id.push_str(&place(finding.at));
            if last.0 == id {
                last.1 += 1;
            } else {
                last = (id.clone(), 1);
            }
            if 1 < last.1 {
                let _ = write!(id, "|{}", last.1);
            }
            let values = if finding.severity == Severity::Warning {
                values(ledger, &finding)
            } else {
                String::new()
            };
            let reason = reason(ledger, &finding, &debt_id, &values);
            Reviewed {
                id,
                finding,
                debt_id,
                values,
                reason,
            }
        })
        .collect()
}

/// Counts findings by what they ask.
pub fn count(reviewed: &[Reviewed]) -> Counts {
    let mut counts = Counts::default();
    for one in reviewed {
        let count = match (one.finding.severity, &one.reason) {
            (Severity::Error, _) => &mut counts.errors,
            (Severity::Warning, None) => &mut counts.warnings,
            (Severity::Warning, Some(_)) => &mut counts.confirmed,
            (Severity::Notice, _) => &mut counts.notices,
        };
        *count += 1;
    }
    counts
}

/// The debt's own id, or its row where it has none.
fn debt_id(ledger: &Ledger, at: At) -> String {
    let Some(row) = at.row else {
        return String::new();
    };
    let entry = ledger.entries.get(row);
    entry.map_or_else(String::new, |entry| named(row, entry).into_owned())
}

fn named(row: usize, entry: &Entry) -> Cow<'_, str> {
    match &entry.debt_id {
        Some(id) => id.as_str().into(),
        None => format!("#{}", row + 1).into(),
    }
}

/// The rows whose debt has a number that a row above has too, and the how many-th they are; none
/// in a ledger in order, but findings must have ids of their own in any.
fn repeats(ledger: &Ledger) -> Vec<(usize, usize)> {
    let mut ids: Vec<(Cow<'_, str>, usize)> = ledger
        .entries
        .iter()
        .enumerate()
        .map(|(row, entry)| (named(row, entry), row))
        .collect();
    ids.sort_unstable();
    let mut repeats = Vec::new();
    for group in ids.chunk_by(|(a, _), (b, _)| a == b) {
        for (index, (_, row)) in group.iter().enumerate().skip(1) {
            repeats.push((*row, index + 1));
        }
    }
    repeats.sort_unstable();
    repeats
}

fn place(at: At) -> String {
    let key = at.column.map_or("", |column| column.spec().key);
    let table = at.column.and_then(Column::child);
    match (table, at.child) {
        (Some(table), Some(child)) => format!("{}/{child}/{key}", table.key()),
        _ => key.to_owned(),
    }
}

fn reason(ledger: &Ledger, finding: &Finding, debt_id: &str, values: &str) -> Option<String> {
    if finding.severity != Severity::Warning {
        return None;
    }
    let is_it = |one: &&Confirmation| {
        one.code == finding.rule.code && one.debt_id == debt_id && one.values == values
    };
    ledger
        .confirmations
        .iter()
        .find(is_it)
        .map(|one| one.reason.clone())
}

/// What the finding rests on: the facts it quotes and the columns its rule reads; of instalments and
/// payments those of all, or of the one it is about where the rule asks of each. Row numbers do not
/// count, since sorting a sheet changes nothing.
fn values(ledger: &Ledger, finding: &Finding) -> String {
    let mut text = place(finding.at);
    let facts = finding
        .facts
        .iter()
        .filter(|fact| !matches!(fact, Fact::Row(_)));
    for fact in facts {
        text.push('\u{1f}');
        text.push_str(&fact.show(Lang::En, Unit::Yuan));
    }
    let entry = finding.at.row.and_then(|row| ledger.entries.get(row));
    let is_of_each = |check: &Check| matches!(check, Check::Cells(_));
    let asks_each = finding.rule.checks.iter().any(is_of_each);
    let only = finding.at.child.filter(|_| asks_each);
    for column in finding.rule.reads {
        text.push('\u{1e}');
        let index = column.index();
        match (column.child(), entry) {
            (Some(table), Some(entry)) => {
                for (child, one) in entry.children(table).into_iter().enumerate() {
                    if only.is_none_or(|only| only == child) {
                        text.push('\u{1d}');
                        push(&mut text, one, index);
                    }
                }
            }
            (None, _) if matches!(column, Column::Header(_)) => {
                push(&mut text, &ledger.header, index);
            }
            (None, Some(entry)) => push(&mut text, entry, index),
            (_, None) => {}
        }
    }
    let mut digest = sm3_hex(text.as_bytes());
    digest.truncate(16);
    digest
}

fn push(text: &mut String, record: &dyn Table, index: Index) {
    match record.peek(index).stored() {
        Some(Stored::Text(value)) => text.push_str(&value),
        Some(Stored::Flag(flag)) => text.push_str(if flag { "true" } else { "false" }),
        Some(Stored::Count(count)) => text.push_str(&count.to_string()),
        Some(Stored::List(codes)) => text.push_str(&join(&codes, ",")),
        None => text.push_str(&record.read(index, Unit::Yuan)),
    }
}
