//! A ledger and columns → the rows in which one of them is blank.

use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Entry, Ledger};

/// Rows with a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Gaps {
    /// The first of them.
    pub(in crate::rules) first: usize,
    /// How many there are.
    pub(in crate::rules) count: usize,
}

/// The rows in which any of the columns is blank; `None` where there is no such row.
pub(super) fn gaps(ledger: &Ledger, fields: &[Field]) -> Option<Gaps> {
    gaps_where(ledger, &|entry| {
        fields.iter().any(|field| entry.is_blank(*field))
    })
}

/// The rows of which something holds; `None` where there is no such row.
pub(in crate::rules) fn gaps_where(
    ledger: &Ledger,
    is_gap: &dyn Fn(&Entry) -> bool,
) -> Option<Gaps> {
    let mut rows = ledger
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| is_gap(entry))
        .map(|(row, _)| row);
    let first = rows.next()?;
    let count = 1 + rows.count();
    Some(Gaps { first, count })
}
