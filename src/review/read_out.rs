//! What a standing review says when it is asked: findings, how many there are, sums.

use super::standing::Standing;
use super::{Counts, Difference, Reviewed};
use crate::ledger::{Ledger, Totals};

impl Standing {
    /// Everything that is found, in order.
    pub fn reviewed(&self, ledger: &Ledger) -> Vec<Reviewed> {
        let mut all = Vec::with_capacity(self.shelf.len());
        self.shelf
            .each(ledger, &mut |_, reviewed| all.push(reviewed()));
        all
    }

    /// The findings of these ids. It is quickest when they stand in the order of the ledger.
    pub fn find(&self, ledger: &Ledger, ids: &[&str]) -> Vec<Reviewed> {
        let mut codes: Vec<&str> = ids.iter().filter_map(|id| id.split('|').next()).collect();
        codes.dedup();
        let mut found: Vec<Reviewed> = Vec::new();
        self.shelf.each(ledger, &mut |finding, reviewed| {
            if codes.contains(&finding.rule.code) {
                let one = reviewed();
                let is_next = ids.get(found.len()) == Some(&&*one.id);
                if is_next || ids.contains(&&*one.id) {
                    found.push(one);
                }
            }
        });
        found
    }

    /// What all findings say, to be compared with what they say later.
    pub fn said(&self, ledger: &Ledger) -> Vec<(u64, String)> {
        self.shelf.said(ledger)
    }

    /// What became of the findings since they were said.
    pub fn since(&self, said: Vec<(u64, String)>, ledger: &Ledger) -> Difference {
        Difference::since(said, &mut |tell| {
            self.shelf.each(ledger, &mut |_, reviewed| tell(reviewed()));
        })
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.shelf.len()
    }

    /// Whether nothing is found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many findings there are from a row on.
    pub fn below(&self, row: usize) -> usize {
        self.shelf.below(row)
    }

    /// The findings, counted.
    pub const fn counts(&self) -> Counts {
        self.shelf.counts()
    }

    /// The ledger's sums.
    pub fn totals(&self) -> Totals {
        self.sums.totals()
    }
}
