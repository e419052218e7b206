//! Steps, each of which knows how to take itself back.

use super::{Change, Session};
use crate::ledger::fields::{Index, Table};
use crate::ledger::{Confirmation, Entry, entry, header};
use crate::review::{Edited, Standing};
use crate::rules::Part;

/// The cell on which the words of all findings depend.
const AMOUNT_UNIT: header::Field = header::Field::AmountUnit;
/// The cell on which the ids of a debt's findings depend.
const DEBT_ID: entry::Field = entry::Field::DebtId;

/// Rows of an edit that are few, however many there are.
const MOST: usize = 8;

/// How far a step reaches.
#[derive(Debug)]
pub(super) enum Reach {
    /// Cells of some debts, what hangs on them, or cells of the header that no debt is asked about.
    Parts(Vec<Edited>),
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
    pub(super) fn reach(&self, step: &Step, standing: &Standing) -> Reach {
        let mut edited = Vec::new();
        if let Step::Confirmations(_) = step {
            return Reach::Confirmations;
        }
        if !self.parts(step, standing, &mut edited) {
            return Reach::All;
        }
        edited.sort_by_key(|one| one.row);
        edited.dedup_by(|next, first| {
            let is_same = next.row == first.row;
            if is_same {
                first.parts.append(&mut next.parts);
            }
            is_same
        });
        // So many rows are asked as quickly with all the others.
        let is_most = self.ledger.entries.len() < edited.len().saturating_mul(2);
        if is_most && MOST < edited.len() {
            return Reach::All;
        }
        Reach::Parts(edited)
    }

    /// Lists what a step edits; says whether that is all it reaches.
    fn parts(&self, step: &Step, standing: &Standing, edited: &mut Vec<Edited>) -> bool {
        match step {
            Step::Cell { row, index, .. } => {
                let (is_of_all, part) = match row {
                    None => (*index == Index::from(AMOUNT_UNIT), Part::Header(*index)),
                    Some(_) => (*index == Index::from(DEBT_ID), Part::Cell(*index)),
                };
                let one = Edited {
                    row: *row,
                    parts: vec![part],
                };
                let is_all = !is_of_all && !standing.asks_debts(&one);
                edited.push(one);
                is_all
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
            Step::Many(steps) => steps.iter().all(|step| self.parts(step, standing, edited)),
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
