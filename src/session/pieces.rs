//! The draft in pieces, and which of them an edit changes.

use super::Session;
use super::step::Step;
use crate::draft::{Cut, Piece};

impl Session {
    /// The draft in pieces: its head, its confirmations, and its debts in their order. A piece has
    /// its text with it when it changed since the last call, so one edit hands out kilobytes; all
    /// have when they are asked for `anew`.
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
    /// let mut session = Session::new(Campaign::yexian_2022(), today);
    /// session.insert_rows(0, 100)?;
    /// assert!(session.pieces(false).iter().all(|piece| piece.text.is_some()));
    /// session.set_cell(70, "remark", "a")?;
    /// assert_eq!(session.pieces(false).iter().filter(|piece| piece.text.is_some()).count(), 1);
    /// # Ok::<(), arrears_ledger::session::EditError>(())
    /// ```
    pub fn pieces(&mut self, anew: bool) -> Vec<Piece> {
        let rows = self.ledger.entries.len();
        if anew {
            self.cut = None;
        }
        let cut = self.cut.get_or_insert_with(|| Cut::new(rows));
        cut.pieces(&self.ledger)
    }

    /// The draft was put together of these pieces, by their debts and marks, so they need not be
    /// handed out again. Without effect when it was changed since, or they are not those of a
    /// draft with so many debts.
    pub fn came_in(&mut self, pieces: Vec<(usize, String)>) {
        if self.cut.is_none() && self.undo.is_empty() {
            self.cut = Cut::known(pieces, self.ledger.entries.len());
        }
    }
}

impl Step {
    /// Tells the cut what the step is about to change.
    pub(super) fn note(&self, cut: &mut Cut) {
        match self {
            Self::Cell { row, .. } => cut.touch(*row),
            Self::Children(row, _) => cut.touch(Some(*row)),
            Self::Splice { at, remove, insert } => cut.splice(*at, *remove, insert.len()),
            Self::Move { from, count, to } => {
                cut.splice(*from, *count, 0);
                cut.splice(*to, 0, *count);
            }
            Self::Confirmations(_) => cut.touch_confirmations(),
            // Each is noted when it is taken.
            Self::Many(_) => {}
        }
    }
}
