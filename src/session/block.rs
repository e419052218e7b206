//! A pasted block, understood: what its columns are, and what it would put where.

use super::step::Step;
use super::{EditError, Session};
use crate::ledger::fields::Record;
use crate::ledger::{Entry, entry::Field};
use crate::limits;
use crate::read::{Mapping, map_columns, read_rows, remapped, split, split_at};

/// A block, and where it goes.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) mapping: Mapping,
    /// The cells it overwrites, row by row.
    pub(super) cells: Vec<(usize, Field, String)>,
    /// Blank rows that its debts take the place of.
    pub(super) blank: usize,
    /// The debts it adds behind the last.
    pub(super) added: Vec<Entry>,
    /// Rows of the block that hold something for the ledger.
    pub(super) rows: usize,
}

/// The fields of keys; nothing for a column that is left out.
fn fields(keys: &[String]) -> Result<Vec<Option<Field>>, EditError> {
    let mut fields = Vec::new();
    for key in keys {
        let field = match key.as_str() {
            "" => None,
            key => Some(Entry::field(key).ok_or(EditError::Field)?),
        };
        if field.is_some() && fields.contains(&field) {
            return Err(EditError::Field);
        }
        fields.push(field);
    }
    Ok(fields)
}

impl Session {
    /// Understands a block: with a heading row as whole debts, else as cells in the order of
    /// `keys`, from `row` on or in `lines`. `columns` says what its columns are, where that was
    /// settled.
    pub(super) fn block(
        &self,
        row: usize,
        keys: &[String],
        text: &str,
        columns: Option<&[String]>,
        lines: Option<&[usize]>,
    ) -> Result<Block, EditError> {
        let rows = split(text);
        if let Some(mapping) = map_columns(&rows) {
            let mapping = match columns {
                Some(columns) => remapped(mapping, &rows, &fields(columns)?),
                None => mapping,
            };
            return self.debts(rows, mapping);
        }
        // Without a heading, commas part thousands or sentences, not cells.
        let rows = split_at(text, '\t');
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let keys = columns.unwrap_or(keys);
        let keys = keys.get(..width).unwrap_or(keys);
        self.cells(row, lines, fields(keys)?, &rows)
    }

    fn debts(&self, rows: Vec<Vec<String>>, mapping: Mapping) -> Result<Block, EditError> {
        let (mut added, left_out, too_many) =
            read_rows(&mut rows.into_iter(), &mapping, self.unit());
        let entries = &self.ledger.entries;
        let blank = entries.iter().rev().take_while(|entry| is_blank(entry));
        let blank = blank.count();
        let at = entries.len() - blank;
        if too_many || limits::ROWS - at < added.len() {
            return Err(EditError::Row);
        }
        let unit = self.unit();
        let unnumbered = added.iter_mut().filter(|entry| entry.debt_id.is_none());
        for (number, entry) in (self.next_number()..).zip(unnumbered) {
            entry.set(Field::DebtId, &self.debt_id(number), unit);
        }
        Ok(Block {
            mapping: Mapping {
                left_out,
                ..mapping
            },
            cells: Vec::new(),
            blank,
            rows: added.len(),
            added,
        })
    }

    fn cells(
        &self,
        row: usize,
        lines: Option<&[usize]>,
        fields: Vec<Option<Field>>,
        rows: &[Vec<String>],
    ) -> Result<Block, EditError> {
        let known = self.ledger.entries.len();
        // What has no line of its own goes behind the last debt.
        let (lines, from) = lines.map_or((&[][..], row), |lines| (lines, known));
        let below = rows.len().saturating_sub(lines.len());
        if known < from || limits::ROWS - from < below {
            return Err(EditError::Row);
        }
        let places = lines.iter().copied().chain(from..);
        let (unit, first) = (self.unit(), self.next_number());
        let (mut cells, mut added) = (Vec::new(), Vec::new());
        for (index, row) in places.zip(rows) {
            let own = fields.iter().zip(row);
            let own = own.filter_map(|(field, cell)| Some(((*field)?, cell)));
            if index < known {
                cells.extend(own.map(|(field, cell)| (index, field, cell.clone())));
            } else {
                let mut entry = Entry::default();
                entry.set(Field::DebtId, &self.debt_id(first + added.len()), unit);
                own.for_each(|(field, cell)| entry.set(field, cell, unit));
                added.push(entry);
            }
        }
        Ok(Block {
            mapping: Mapping::plain(fields),
            cells,
            blank: 0,
            added,
            rows: rows.len(),
        })
    }
}

impl Block {
    /// The texts it brings that cannot be read: row, column, text.
    pub(super) fn unread<'a>(
        &'a self,
        session: &'a Session,
    ) -> impl Iterator<Item = (usize, Field, &'a str)> {
        let unit = session.unit();
        let cells = self.cells.iter().filter_map(move |(row, field, text)| {
            let mut probe = Entry::default();
            probe.set(*field, text, unit);
            let is_unread = probe.is_unread(*field);
            is_unread.then_some((*row, *field, text.as_str()))
        });
        let first = self.first_added(session);
        let added = (first..).zip(&self.added).flat_map(|(row, entry)| {
            entry.unread.iter().filter_map(move |(index, text)| {
                let field = Entry::FIELDS.get(usize::from(*index))?;
                Some((row, *field, &**text))
            })
        });
        cells.chain(added)
    }

    /// The cells it changes: row, column, what it says, what it will say.
    pub(super) fn changed<'a>(
        &'a self,
        session: &'a Session,
    ) -> impl Iterator<Item = (usize, Field, String, String)> {
        let unit = session.unit();
        self.cells.iter().filter_map(move |(row, field, text)| {
            let mut probe = Entry::default();
            probe.set(*field, text, unit);
            let old = session.ledger.entries.get(*row)?.text(*field, unit);
            let new = probe.text(*field, unit);
            (old != new).then_some((*row, *field, old, new))
        })
    }

    /// The row of the first debt it adds.
    const fn first_added(&self, session: &Session) -> usize {
        session.ledger.entries.len() - self.blank
    }

    /// The one step that puts it in.
    pub(super) fn step(self, session: &Session) -> Step {
        let at = self.first_added(session);
        let cells = self.cells.into_iter();
        let mut steps: Vec<Step> = cells
            .map(|(row, field, text)| Step::cell(Some(row), field, &text))
            .collect();
        if 0 < self.blank || !self.added.is_empty() {
            steps.push(Step::Splice {
                at,
                remove: self.blank,
                insert: self.added,
            });
        }
        Step::Many(steps)
    }
}

/// Holds nothing but what a new row starts with.
fn is_blank(entry: &Entry) -> bool {
    let own = |field: &Field| {
        let is_default = || {
            let default = Entry::spec(*field).default();
            entry.stored(*field).is_some_and(|stored| match stored {
                crate::ledger::cell::Stored::Text(text) => Some(text.as_ref()) == default,
                _ => false,
            })
        };
        *field == Field::DebtId || entry.is_blank(*field) || is_default()
    };
    entry.is_childless() && Entry::FIELDS.iter().all(own)
}
