//! Debts whose numbers are edited: the ids of findings, and which confirmations answer them, go by
//! the numbers, and so do those of other debts that have the same.

use super::difference::Apart;
use super::identity::{Numbers, named};
use super::kept::Shelf;
use super::standing::Edited;
use crate::ledger::{Ledger, entry};
use crate::rules::Part;

/// The debts that have the numbers an edit takes away or gives.
#[derive(Debug)]
pub(super) struct Renamed {
    rows: Vec<usize>,
    /// What their findings said.
    pub(super) said: Vec<(u64, String)>,
}

impl Renamed {
    /// Before the edit; `None` where it is of no numbers.
    pub(super) fn of(edited: &[Edited], ledger: &Ledger, shelf: &Shelf) -> Option<Self> {
        let rows = alike(edited, ledger);
        (!rows.is_empty()).then(|| {
            let rows = Apart::Rows(rows);
            let said = shelf.said_in(ledger, &rows);
            Self {
                rows: rows.list(),
                said,
            }
        })
    }

    /// After it: all rows that had the numbers, or have them.
    pub(super) fn now(&mut self, edits: &[Edited], ledger: &Ledger, kept: &mut Shelf) -> Apart {
        let mut joined = alike(edits, ledger);
        joined.retain(|row| self.rows.binary_search(row).is_err());
        // Those that had it already are told as they were.
        let joined = Apart::Rows(joined);
        self.said.append(&mut kept.said_in(ledger, &joined));
        self.rows.append(&mut joined.list());
        self.rows.sort_unstable();
        if 1 < self.rows.len() {
            kept.numbers = Numbers::of(ledger);
        }
        Apart::Rows(self.rows.clone())
    }
}

/// The rows whose debts have the numbers of those whose numbers are edited.
fn alike(edited: &[Edited], ledger: &Ledger) -> Vec<usize> {
    let number = Part::Cell(entry::Field::DebtId.into());
    let mut names = Vec::new();
    for one in edited.iter().filter(|one| one.parts.contains(&number)) {
        let row = one.row.unwrap_or_default();
        names.extend(ledger.entries.get(row).map(|entry| named(row, entry)));
    }
    if names.is_empty() {
        return Vec::new();
    }
    let rows = ledger.entries.iter().enumerate();
    rows.filter(|(row, entry)| names.contains(&named(*row, entry)))
        .map(|(row, _)| row)
        .collect()
}
