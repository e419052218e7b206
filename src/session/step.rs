//! Steps, each of which knows how to take itself back.

use super::{Change, Session};
use crate::ledger::fields::{Index, Table};
use crate::ledger::{Confirmation, Entry};

/// A step to take; taking it yields the step back.
#[derive(Debug)]
pub(super) enum Step {
    /// Type a text into a cell. It is kept as text, not as a copy of the record: what is printed
    /// reads back as the same value.
    Cell {
        /// The debt; `None` for the header.
        row: Option<usize>,
        /// The column.
        index: Index,
        /// The text.
        text: String,
        /// Put it there as one that cannot be read, even if it could be today.
        unread: bool,
    },
    /// Give a debt another plan, other payments and changes: those of a debt that has only these.
    Children(usize, Box<Entry>),
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

impl Step {
    /// Types a text into a cell of a debt, or of the header.
    pub(super) fn cell(row: Option<usize>, index: impl Into<Index>, text: &str) -> Self {
        Self::Cell {
            row,
            index: index.into(),
            text: text.to_owned(),
            unread: false,
        }
    }

    /// Whether rows come or go.
    pub(super) const fn moves_rows(&self) -> bool {
        matches!(self, Self::Splice { .. })
    }
}

impl Session {
    /// A debt, or the header.
    pub(super) fn record(&self, row: Option<usize>) -> Option<&dyn Table> {
        match row {
            None => Some(&self.ledger.header),
            Some(row) => self.ledger.entries.get(row).map(|entry| entry as _),
        }
    }

    fn record_mut(&mut self, row: Option<usize>) -> Option<&mut dyn Table> {
        match row {
            None => Some(&mut self.ledger.header),
            Some(row) => self.ledger.entries.get_mut(row).map(|entry| entry as _),
        }
    }

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
            Step::Cell {
                row,
                index,
                mut text,
                mut unread,
            } => {
                let unit = self.unit();
                if let Some(record) = self.record_mut(row) {
                    let old = (record.read(index, unit), record.is_unread_at(index));
                    if unread {
                        record.write_unread(index, &text);
                    } else {
                        record.write(index, &text, unit);
                    }
                    (text, unread) = old;
                }
                Step::Cell {
                    row,
                    index,
                    text,
                    unread,
                }
            }
            Step::Children(row, mut hung) => {
                if let Some(entry) = self.ledger.entries.get_mut(row) {
                    entry.swap_children(&mut hung);
                }
                Step::Children(row, hung)
            }
            Step::Splice {
                at,
                remove,
                mut insert,
            } => {
                let entries = &mut self.ledger.entries;
                let back = insert.len();
                // Cut apart and joined again: what `Vec::splice` does, in a third of its code.
                let mut out = entries.split_off(at);
                let mut below = out.split_off(remove);
                entries.append(&mut insert);
                entries.append(&mut below);
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
