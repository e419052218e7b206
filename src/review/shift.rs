//! Debts that come, go and move: what is kept of the others follows them to their rows.

use super::difference::{Apart, Difference};
use super::groups::Touched;
use super::identity::Numbers;
use super::kept::Shelf;
use super::standing::Standing;
use crate::campaign::Context;
use crate::ledger::Ledger;
use crate::rule::{Around, Check, Fact, Shift};

/// What an edit of rows will touch, noted before it is made.
#[derive(Debug)]
pub struct Taken {
    touched: Touched,
    from: usize,
    /// What the findings from there on said, where that is to be compared.
    said: Option<Vec<(u64, String)>>,
}

impl Standing {
    fn places(&self) -> Vec<u16> {
        (0..).take(self.asked.checks().len()).collect()
    }

    /// Takes off debts that are about to go, or to be put elsewhere, from `from` on at the earliest.
    /// Findings are compared where `is_told`.
    pub fn take(&mut self, out: Shift, from: usize, is_told: bool, ledger: &Ledger) -> Taken {
        let said = is_told.then(|| self.shelf.said_in(ledger, &Apart::From(from)));
        let places = self.places();
        let mut held = Vec::new();
        for row in out.at..out.at + out.out {
            if let Some(entry) = ledger.entries.get(row) {
                self.sums.take(entry);
                held.extend(self.held(row, entry, &places));
            }
        }
        let touched = self.groups.swap(held, Vec::new());
        self.shift(out);
        Taken {
            touched,
            from,
            said,
        }
    }

    /// Puts on debts that came, now that the edit is made, and says what became of the findings.
    pub fn give(
        &mut self,
        into: Shift,
        taken: Taken,
        ledger: &Ledger,
        context: &Context<'_>,
    ) -> Option<Difference> {
        self.shift(into);
        self.shelf.numbers = Numbers::of(ledger);
        let header = &ledger.header;
        let around = Around { header, context };
        let mut told = Difference::but(Apart::From(taken.from));
        let rows = into.at..into.at + into.into;
        let places = self.places();
        let mut held = Vec::new();
        for row in rows.clone() {
            if let Some(entry) = ledger.entries.get(row) {
                self.sums.add(entry);
                held.extend(self.held(row, entry, &places));
            }
        }
        for by in places {
            self.asks(by, rows.clone(), &around, ledger, &mut told);
            self.ask_whole(by, ledger, context, &mut told);
        }
        let Touched {
            mut keys,
            displaced,
        } = self.groups.swap(Vec::new(), held);
        keys.extend(taken.touched.keys);
        keys.sort_unstable();
        keys.dedup();
        let touched = Touched { keys, displaced };
        self.regroup(touched, rows.collect(), ledger, &mut told);
        told.settle();
        let is_told = taken.said.is_some();
        match taken.said {
            Some(said) => self.tell_apart(said, ledger, &mut told),
            None => self.shelf.match_again(ledger, told.apart()),
        }
        is_told.then_some(told)
    }

    fn shift(&mut self, shift: Shift) {
        let asked = &self.asked;
        let is_of_groups = |by| matches!(asked.check(by), Some((_, Check::Group { .. })));
        self.shelf.shift(shift, &is_of_groups);
        self.sets
            .iter_mut()
            .flatten()
            .for_each(|set| set.shift(shift));
        self.groups.shift(shift);
    }
}

impl Shelf {
    /// Follows debts that come or go. Of groups, findings quote rows.
    fn shift(&mut self, shift: Shift, is_of_groups: &dyn Fn(u16) -> bool) {
        let mut below = self.rows.split_off(shift.at);
        for list in below.drain(..shift.out) {
            for one in list {
                self.counts.take(one.finding.severity, one.answer.is_some());
            }
        }
        self.rows.resize_with(shift.at + shift.into, Vec::new);
        self.rows.append(&mut below);
        for (row, list) in self.rows.iter_mut().enumerate().skip(shift.at) {
            for one in list {
                one.finding.at.row = Some(row);
                if is_of_groups(one.by) {
                    for fact in &mut one.finding.facts {
                        if let Fact::Row(row) = fact {
                            *row = shift.of(*row).unwrap_or(*row);
                        }
                    }
                }
            }
        }
        for hosts in &mut self.hosts {
            hosts.retain_mut(|row| match shift.of(*row) {
                Some(now) => {
                    *row = now;
                    true
                }
                None => false,
            });
        }
    }

    /// Matches the findings of some rows with the confirmations again.
    pub(super) fn match_again(&mut self, ledger: &Ledger, rows: &Apart) {
        if ledger.confirmations.is_empty() {
            return;
        }
        for (row, list) in self.rows.iter_mut().enumerate() {
            if !rows.has(Some(row)) {
                continue;
            }
            for one in list {
                let answer = self.answers.to(ledger, &one.finding);
                let severity = one.finding.severity;
                self.counts.take(severity, one.answer.is_some());
                self.counts.add(severity, answer.is_some());
                one.answer = answer.and_then(|answer| u32::try_from(answer).ok());
            }
        }
    }
}
