//! A draft in pieces, so that one edit writes kilobytes and not the ledger: the head, the
//! confirmations, and runs of debts. Which of them changed is kept while edits are made.
//!
//! Put together, the pieces are a draft file: the head is its object without two members,
//! `confirmations` and `entries`, whose lists the other pieces are parts of.

mod cut;

pub use cut::Cut;

use crate::digest::sm3_hex;
use crate::json::members;
use crate::ledger::Ledger;
use crate::submission::{draft_confirmations, draft_head, draft_rows};

/// One piece of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Debts in it.
    pub rows: usize,
    /// What its text is known by: [`mark`].
    pub mark: String,
    /// Its text, when it may not have been handed out before.
    pub text: Option<String>,
}

members!(Piece: rows, mark, text);

/// What a text is known by: the first sixteen digits of its digest.
///
/// ```
/// assert_eq!(arrears_ledger::draft::mark("abc"), "66c7f0f462eeedd9");
/// ```
pub fn mark(text: &str) -> String {
    let mut digest = sm3_hex(text.as_bytes());
    digest.truncate(16);
    digest
}

impl Cut {
    /// The pieces as the ledger stands: the head, the confirmations, and the debts in their order.
    /// Only those that changed since the last call are written anew.
    pub fn pieces(&mut self, ledger: &Ledger) -> Vec<Piece> {
        let runs = self.runs();
        let mut pieces = Vec::new();
        let mut from = 0;
        for (index, run) in runs.iter_mut().enumerate() {
            let text = run.mark.is_none().then(|| match index {
                0 => draft_head(ledger),
                1 => draft_confirmations(ledger),
                _ => draft_rows(
                    ledger
                        .entries
                        .get(from..from + run.rows)
                        .unwrap_or_default(),
                ),
            });
            from += run.rows;
            if let Some(text) = &text {
                run.mark = Some(mark(text));
            }
            pieces.push(Piece {
                rows: run.rows,
                mark: run.mark.clone().unwrap_or_default(),
                text,
            });
        }
        pieces
    }
}
