//! The findings of an open ledger, kept in step with its edits: an edit asks again the checks that
//! read what it touched, of the rows and the groups it touched.
//!
//! The law: after any edits, they are those of [`rules::check`](crate::rules::check).

use std::ops::Range;

use super::Difference;
use super::groups::{self, Groups, Held, Key, Touched};
use super::kept::{Answer, Shelf};
use super::renamed::Renamed;
use crate::campaign::Context;
use crate::ledger::{Confirmation, Entry, Ledger, Sums};
use crate::rule::{Around, Check, Finding, Keys, Member, Rows, Tally};
use crate::rules::{Asked, Part, put};

/// A debt of which some parts are edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The row; `None` for the header.
    pub row: Option<usize>,
    /// What is edited of it.
    pub parts: Vec<Part>,
}

/// What an edit will touch, noted before it is made.
#[derive(Debug)]
pub struct Lifted {
    held: Vec<Held>,
    renamed: Option<Renamed>,
}

/// The findings as they stand.
#[derive(Debug)]
pub struct Standing {
    pub(super) asked: Asked,
    pub(super) shelf: Shelf,
    /// For each check that counts rows, those of which its questions hold.
    pub(super) sets: Vec<Vec<Rows>>,
    pub(super) groups: Groups,
    pub(super) sums: Sums,
}

impl Standing {
    /// Asks everything of a ledger.
    pub fn of(ledger: &Ledger, context: &Context<'_>) -> Self {
        let asked = Asked::of(context.campaign);
        let count = asked.checks().len();
        let mut standing = Self {
            shelf: Shelf::of(ledger, count),
            sets: vec![Vec::new(); count],
            groups: Groups::default(),
            sums: Sums::default(),
            asked,
        };
        let shared = standing.ask_debts(ledger, context);
        standing.ask_all(ledger, context, shared);
        standing.shelf.sort();
        standing
    }

    /// Asks every debt; answers the keys that two or more of them share.
    fn ask_debts(&mut self, ledger: &Ledger, context: &Context<'_>) -> Vec<Key> {
        let header = &ledger.header;
        let around = Around { header, context };
        let (mut shared, mut keys) = (Vec::new(), Keys::default());
        for (row, entry) in ledger.entries.iter().enumerate() {
            self.sums.add(entry);
            keys.begin();
            for (by, (_, check)) in (0..).zip(self.asked.checks()) {
                match **check {
                    Check::Entry(check) => {
                        let found = check(entry, &around).map(|one| one.row(row));
                        if let Some(one) = found {
                            self.shelf.add(ledger, (by, 0), one);
                        }
                    }
                    Check::Cells(check) => {
                        for one in check(entry, &around) {
                            self.shelf.add(ledger, (by, 0), one.row(row));
                        }
                    }
                    Check::Tally { of, .. } => {
                        if let Some(sets) = self.sets.get_mut(usize::from(by)) {
                            put(sets, row, of(entry, &around));
                        }
                    }
                    Check::Group { keys: of, sees, .. } => {
                        of(entry, &mut keys);
                        let sees = sees.map(|sees| sees(entry, &mut keys));
                        for key in keys.take().map(|key| (by, key)) {
                            if self.groups.hold(&Held { key, sees, row }) {
                                shared.push(key);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        shared.sort_unstable();
        shared.dedup();
        shared
    }

    /// Asks the ledger as a whole, and the debts that share a key.
    fn ask_all(&mut self, ledger: &Ledger, context: &Context<'_>, shared: Vec<Key>) {
        for (by, (_, check)) in (0..).zip(self.asked.checks()) {
            for one in self.whole(by, check, ledger, context) {
                self.shelf.add_whole(ledger, by, one);
            }
        }
        for (by, key) in shared {
            for one in self.group((by, key), ledger) {
                self.shelf.add(ledger, (by, key), one);
            }
        }
    }

    /// What a check says of the ledger as a whole.
    fn whole(
        &self,
        by: u16,
        check: &Check,
        ledger: &Ledger,
        context: &Context<'_>,
    ) -> Vec<Finding> {
        match *check {
            Check::Ledger(check) => check(ledger, &self.sums, context),
            Check::Tally { told, .. } => told(Tally {
                sets: self.sets.get(usize::from(by)).map_or(&[], Vec::as_slice),
                rows: ledger.entries.len(),
            }),
            _ => Vec::new(),
        }
    }

    /// What a check says of the debts that share a key.
    fn group(&self, key: Key, ledger: &Ledger) -> Vec<Finding> {
        let rows = self.groups.rows(key);
        let Some((_, Check::Group { check, .. })) = self.asked.check(key.0) else {
            return Vec::new();
        };
        if rows.len() < 2 {
            return Vec::new();
        }
        let mut members = Vec::with_capacity(rows.len());
        for row in rows {
            let row = groups::widen(*row);
            let entry = ledger.entries.get(row);
            members.extend(entry.map(|entry| Member { row, entry }));
        }
        check(&members)
    }

    /// Takes note of what an edit will touch. The rows come in order, each once.
    pub fn lift(&mut self, ledger: &Ledger, edited: &[Edited]) -> Lifted {
        let mut held = Vec::new();
        for one in edited {
            let row = one
                .row
                .and_then(|row| Some((row, ledger.entries.get(row)?)));
            let Some((row, entry)) = row else {
                continue;
            };
            self.sums.take(entry);
            held.extend(self.held(row, entry, &self.asked.readers(&one.parts)));
        }
        let renamed = Renamed::of(edited, ledger, &self.shelf);
        Lifted { held, renamed }
    }

    /// The keys a debt has for some checks.
    pub(super) fn held(&self, row: usize, entry: &Entry, checks: &[u16]) -> Vec<Held> {
        let (mut all, mut keys) = (Vec::new(), Keys::default());
        for by in checks.iter().copied() {
            if let Some((_, Check::Group { keys: of, sees, .. })) = self.asked.check(by) {
                of(entry, &mut keys);
                let sees = sees.map(|sees| sees(entry, &mut keys));
                let held = |key| Held {
                    key: (by, key),
                    sees,
                    row,
                };
                all.extend(keys.take().map(held));
            }
        }
        all
    }

    /// Puts on what an edit touched, now that it is made, and says what became of the findings.
    pub fn put(
        &mut self,
        lifted: Lifted,
        edited: &[Edited],
        ledger: &Ledger,
        context: &Context<'_>,
    ) -> Difference {
        let header = &ledger.header;
        let around = Around { header, context };
        let Lifted { held, mut renamed } = lifted;
        let mut told = match &mut renamed {
            Some(renamed) => Difference::but(renamed.now(edited, ledger, &mut self.shelf)),
            None => Difference::default(),
        };
        let (mut now, mut wholes) = (Vec::new(), Vec::new());
        for one in edited {
            let readers = self.asked.readers(&one.parts);
            // A cell of the header is every debt's.
            let rows = match one.row {
                None => 0..ledger.entries.len(),
                Some(row) => row..row + 1,
            };
            if let Some((row, entry)) = one
                .row
                .and_then(|row| Some((row, ledger.entries.get(row)?)))
            {
                self.sums.add(entry);
                now.extend(self.held(row, entry, &readers));
            }
            for by in readers {
                if self.asks(by, rows.clone(), &around, ledger, &mut told) {
                    wholes.push(by);
                }
            }
        }
        wholes.sort_unstable();
        wholes.dedup();
        for by in wholes {
            self.ask_whole(by, ledger, context, &mut told);
        }
        let touched = self.groups.swap(held, now);
        let rows = edited.iter().filter_map(|one| one.row).collect();
        self.regroup(touched, rows, ledger, &mut told);
        told.settle();
        if let Some(renamed) = renamed {
            self.tell_apart(renamed.said, ledger, &mut told);
        }
        told
    }

    /// Asks a check of the ledger as a whole again.
    pub(super) fn ask_whole(
        &mut self,
        by: u16,
        ledger: &Ledger,
        context: &Context<'_>,
        told: &mut Difference,
    ) {
        if let Some((_, check)) = self.asked.check(by) {
            let made = self.whole(by, check, ledger, context);
            self.shelf.settle_whole(ledger, by, made, told);
        }
    }

    /// Matches the findings of the rows that are told apart with the confirmations again, and tells
    /// what became of them since they were said.
    pub(super) fn tell_apart(
        &mut self,
        said: Vec<(u64, String)>,
        ledger: &Ledger,
        told: &mut Difference,
    ) {
        self.shelf.match_again(ledger, told.apart());
        let since = Difference::since(said, &mut |tell| {
            self.shelf.each_in(ledger, told.apart(), tell);
        });
        told.join(since);
    }

    /// Asks a check of some debts; says whether it has to be asked of the whole ledger.
    pub(super) fn asks(
        &mut self,
        by: u16,
        rows: Range<usize>,
        around: &Around<'_>,
        ledger: &Ledger,
        told: &mut Difference,
    ) -> bool {
        if let Some((_, Check::Ledger(_))) = self.asked.check(by) {
            return true;
        }
        let mut is_of_all = false;
        for row in rows {
            if let Some(entry) = ledger.entries.get(row) {
                is_of_all |= self.ask(by, row, entry, around, ledger, told);
            }
        }
        is_of_all
    }

    /// Asks a check of an edited debt; says whether it has to be asked of the whole ledger.
    fn ask(
        &mut self,
        by: u16,
        row: usize,
        entry: &Entry,
        around: &Around<'_>,
        ledger: &Ledger,
        told: &mut Difference,
    ) -> bool {
        let mut made = match self.asked.check(by) {
            Some((_, Check::Entry(check))) => check(entry, around).into_iter().collect(),
            Some((_, Check::Cells(check))) => check(entry, around),
            Some((_, Check::Tally { of, .. })) => {
                let sets = self.sets.get_mut(usize::from(by));
                let is_changed = sets.is_some_and(|sets| put(sets, row, of(entry, around)));
                // A reason given there is bound to what the row says.
                return is_changed || self.shelf.is_host(by, row);
            }
            _ => return false,
        };
        if made.is_empty() && self.shelf.is_clear((by, 0), Some(row)) {
            return false;
        }
        for one in &mut made {
            one.at.row = Some(row);
        }
        let answer = Answer {
            origin: (by, 0),
            places: vec![Some(row)],
            made,
        };
        self.shelf.settle(ledger, vec![answer], told);
        false
    }

    /// Asks groups again that may be others now; `rows` may have left them.
    pub(super) fn regroup(
        &mut self,
        touched: Touched,
        rows: Vec<usize>,
        ledger: &Ledger,
        told: &mut Difference,
    ) {
        let left: Vec<usize> = [rows, touched.displaced].concat();
        let mut answers = Vec::with_capacity(touched.keys.len());
        for key in touched.keys {
            let made = self.group(key, ledger);
            let members = self.groups.rows(key).iter();
            let rows = members
                .map(|row| groups::widen(*row))
                .chain(left.iter().copied());
            if made.is_empty() && rows.clone().all(|row| self.shelf.is_clear(key, Some(row))) {
                continue;
            }
            let mut rows: Vec<usize> = rows.collect();
            rows.sort_unstable();
            rows.dedup();
            let places = rows.into_iter().map(Some).collect();
            answers.push(Answer {
                origin: key,
                places,
                made,
            });
        }
        self.shelf.settle(ledger, answers, told);
    }

    /// Matches other confirmations than those before.
    pub fn answer(&mut self, before: &[Confirmation], ledger: &Ledger) -> Difference {
        let mut told = Difference::default();
        self.shelf.answer(before, ledger, &mut told);
        told.settle();
        told
    }
}
