//! A ledger and columns → the rows in which one of them is blank.

use crate::ledger::Ledger;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;

/// Rows with a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gaps {
    /// The first of them.
    pub(super) first: usize,
    /// How many there are.
    pub(super) count: usize,
}

/// The rows in which any of the columns is blank; `None` where there is no such row.
pub(super) fn gaps(ledger: &Ledger, fields: &[Field]) -> Option<Gaps> {
    let mut rows = ledger
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| fields.iter().any(|field| entry.is_blank(*field)))
        .map(|(row, _)| row);
    let first = rows.next()?;
    let count = 1 + rows.count();
    Some(Gaps { first, count })
}
