//! The ids of findings.

use std::borrow::Cow;
use std::fmt::Write;

use crate::ledger::{Entry, Ledger};
use crate::rule::{At, Finding};

/// The rows whose debt has a number that a row above has too, and the how many-th they are; none
/// in a ledger in order, but findings must have ids of their own in any.
#[derive(Debug, Default)]
pub(super) struct Numbers(Vec<(usize, usize)>);

impl Numbers {
    /// The repeated numbers of a ledger.
    pub(super) fn of(ledger: &Ledger) -> Self {
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
        Self(repeats)
    }

    fn nth(&self, row: usize) -> Option<usize> {
        let at = self.0.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.0.get(at).map(|(_, nth)| *nth)
    }
}

/// The id of a finding that is the `nth` of its rule in its place.
pub(super) fn id(ledger: &Ledger, numbers: &Numbers, finding: &Finding, nth: usize) -> String {
    let at = finding.at;
    let mut id = String::with_capacity(48);
    for part in [finding.rule.code, "|", &debt(ledger, at), "|"] {
        id.push_str(part);
    }
    if let Some(nth) = at.row.and_then(|row| numbers.nth(row)) {
        let _ = write!(id, "{nth}|");
    }
    place(&mut id, at);
    if 1 < nth {
        let _ = write!(id, "|{nth}");
    }
    id
}

/// The debt's own id, or its row where it has none; nothing for the ledger as a whole.
pub(super) fn debt(ledger: &Ledger, at: At) -> Cow<'_, str> {
    let named = |row: usize| ledger.entries.get(row).map(|entry| named(row, entry));
    at.row.and_then(named).unwrap_or_default()
}

/// A debt's own id, or its row where it has none.
pub(super) fn named(row: usize, entry: &Entry) -> Cow<'_, str> {
    match &entry.debt_id {
        Some(id) => id.as_str().into(),
        None => format!("#{}", row + 1).into(),
    }
}

/// Writes the table of a child, its place there, and the column.
pub(super) fn place(out: &mut String, at: At) {
    let Some(column) = at.column else {
        return;
    };
    if let (Some(table), Some(child)) = (column.child(), at.child) {
        let _ = write!(out, "{}/{child}/", table.key());
    }
    out.push_str(column.spec().key);
}
