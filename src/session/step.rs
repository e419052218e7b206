//! Steps, each of which knows how to take itself back.

use super::{Change, Session};
use crate::ledger::fields::{Index, Table};
use crate::ledger::{Confirmation, Entry, header};
use crate::review::Edited;
use crate::rule::Shift;
use crate::rules::Part;

/// The cell on which the words of all findings depend.
const AMOUNT_UNIT: header::Field = header::Field::AmountUnit;

/// Rows of an edit that are few, however many there are.
const MOST: usize = 8;

/// How far a step reaches.
#[derive(Debug)]
pub(super) enum Reach {
    /// Cells of some debts, what hangs on them, or cells of the header.
    Parts(Vec<Edited>),
    /// Debts that go, and debts that come.
    Rows(Shift, Shift),
    /// The reasons given for warnings.
    Confirmations,
    /// Everything.
    All,
}

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
    /// Move so many debts, so that the first of them stands in another row.
    Move {
        /// The first of them.
        from: usize,
        /// How many.
        count: usize,
        /// The row it will have.
        to: usize,
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
        matches!(self, Self::Splice { .. } | Self::Move { .. })
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
        let Some(step) = self.undo.pop() else {
            return self.nothing();
        };
        let (outcome, back) = self.run(step);
        self.redo.push(back);
        self.change(outcome)
    }

    /// Makes an edit again that was taken back.
    pub fn redo(&mut self) -> Change {
        let Some(step) = self.redo.pop() else {
            return self.nothing();
        };
        let (outcome, back) = self.run(step);
        self.undo.push(back);
        self.change(outcome)
    }

    /// Takes a step that can be taken back.
    pub(super) fn take(&mut self, step: Step) -> Change {
        let (outcome, back) = self.run(step);
        self.undo.push(back);
        self.redo.clear();
        self.change(outcome)
    }

    /// How far a step reaches.
    pub(super) fn reach(&self, step: &Step) -> Reach {
        match step {
            Step::Confirmations(_) => Reach::Confirmations,
            Step::Splice { at, remove, insert } => self.rows_of(*at, *remove, *at, insert.len()),
            Step::Move { from, count, to } => self.rows_of(*from, *count, *to, *count),
            Step::Many(steps) if let [one] = steps.as_slice() => self.reach(one),
            Step::Cell { .. } | Step::Children(..) | Step::Many(_) => self.parts_of(step),
        }
    }

    fn rows_of(&self, from: usize, out: usize, to: usize, into: usize) -> Reach {
        if self.is_most(out + into) {
            return Reach::All;
        }
        let shift = |at, out, into| Shift { at, out, into };
        Reach::Rows(shift(from, out, 0), shift(to, 0, into))
    }

    /// Whether so many rows are asked as quickly with all the others.
    fn is_most(&self, rows: usize) -> bool {
        MOST < rows && self.ledger.entries.len() < rows.saturating_mul(2)
    }

    fn parts_of(&self, step: &Step) -> Reach {
        let mut edited = Vec::new();
        if !self.parts(step, &mut edited) {
            return Reach::All;
        }
        edited.sort_unstable_by_key(|one| one.row);
        edited.dedup_by(|next, first| {
            let is_same = next.row == first.row;
            if is_same {
                first.parts.append(&mut next.parts);
            }
            is_same
        });
        if self.is_most(edited.len()) {
            return Reach::All;
        }
        Reach::Parts(edited)
    }

    /// Lists what a step edits; says whether that is all it reaches.
    fn parts(&self, step: &Step, edited: &mut Vec<Edited>) -> bool {
        match step {
            Step::Cell { row, index, .. } => {
                let part = match row {
                    None => Part::Header(*index),
                    Some(_) => Part::Cell(*index),
                };
                edited.push(Edited {
                    row: *row,
                    parts: vec![part],
                });
                row.is_some() || *index != Index::from(AMOUNT_UNIT)
            }
            Step::Children(row, hung) => {
                let entry = self.ledger.entries.get(*row);
                let tables = entry.map_or_else(Vec::new, |entry| entry.unlike(hung));
                edited.push(Edited {
                    row: Some(*row),
                    parts: tables.into_iter().map(Part::Children).collect(),
                });
                true
            }
            Step::Splice { remove, insert, .. } => *remove == 0 && insert.is_empty(),
            Step::Move { .. } | Step::Confirmations(_) => false,
            Step::Many(steps) => steps.iter().all(|step| self.parts(step, edited)),
        }
    }

    pub(super) fn step(&mut self, step: Step) -> Step {
        if let Some(cut) = &mut self.cut {
            step.note(cut);
        }
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
            Step::Move { from, count, to } => {
                let entries = &mut self.ledger.entries;
                if to < from {
                    if let Some(part) = entries.get_mut(to..from + count) {
                        part.rotate_right(count);
                    }
                } else if let Some(part) = entries.get_mut(from..to + count) {
                    part.rotate_left(count);
                }
                Step::Move {
                    from: to,
                    count,
                    to: from,
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
