//! Steps, each of which knows how to take itself back.

use super::{Change, Session};
use crate::ledger::{Confirmation, Entry, Header};

/// A step to take; taking it yields the step back.
#[derive(Debug)]
pub(super) enum Step {
    /// Put another header in place.
    Header(Box<Header>),
    /// Put another debt in place.
    Entry(usize, Box<Entry>),
    /// Take so many debts out and put others in.
    Splice {
        /// Where.
        at: usize,
        /// How many to take out.
        remove: usize,
        /// What to put in.
        insert: Vec<Entry>,
    },
    /// Put other confirmations in place.
    Confirmations(Vec<Confirmation>),
    /// Several, in order.
    Many(Vec<Step>),
}

impl Session {
    /// Takes the last edit back; nothing changes when there is none.
    pub fn undo(&mut self) -> Change {
        match self.undo.pop() {
            Some(step) => {
                let (change, back) = self.apply(step);
                self.redo.push(back);
                self.finish(change)
            }
            None => self.nothing(),
        }
    }

    /// Makes an edit again that was taken back.
    pub fn redo(&mut self) -> Change {
        match self.redo.pop() {
            Some(step) => {
                let (change, back) = self.apply(step);
                self.undo.push(back);
                self.finish(change)
            }
            None => self.nothing(),
        }
    }

    /// Takes a step that can be taken back.
    pub(super) fn take(&mut self, step: Step) -> Change {
        let (change, back) = self.apply(step);
        self.undo.push(back);
        self.redo.clear();
        self.finish(change)
    }

    pub(super) fn step(&mut self, step: Step) -> Step {
        match step {
            Step::Header(mut header) => {
                std::mem::swap(&mut self.ledger.header, &mut header);
                Step::Header(header)
            }
            Step::Entry(row, mut entry) => {
                if let Some(own) = self.ledger.entries.get_mut(row) {
                    std::mem::swap(own, &mut entry);
                }
                Step::Entry(row, entry)
            }
            Step::Splice { at, remove, insert } => {
                let back = insert.len();
                let out = self
                    .ledger
                    .entries
                    .splice(at..at + remove, insert)
                    .collect();
                Step::Splice {
                    at,
                    remove: back,
                    insert: out,
                }
            }
            Step::Confirmations(mut confirmations) => {
                std::mem::swap(&mut self.ledger.confirmations, &mut confirmations);
                Step::Confirmations(confirmations)
            }
            Step::Many(steps) => {
                let mut back: Vec<_> = steps.into_iter().map(|step| self.step(step)).collect();
                back.reverse();
                Step::Many(back)
            }
        }
    }
}
