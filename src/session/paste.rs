//! Pasting a block of cells: whole debts under a heading row, or cells from the focus on.

use super::answer::unit_code;
use super::step::Step;
use super::{Change, EditError, Session};
use crate::json::{Json, members, write_object};
use crate::ledger::fields::Record;
use crate::ledger::{Entry, entry::Field};
use crate::limits;
use crate::read::{Mapping, map_columns, read_rows, split, split_at};

/// What a paste changed, and how it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    change: Change,
    report: PasteReport,
}

impl Json for Pasted {
    fn write(&self, out: &mut String) {
        let Change {
            cells,
            reload,
            reload_findings,
            added,
            removed,
            overview,
        } = &self.change;
        let members: [(&str, &dyn Json); 7] = [
            ("cells", cells),
            ("reload", reload),
            ("reload_findings", reload_findings),
            ("added", added),
            ("removed", removed),
            ("overview", overview),
            ("report", &self.report),
        ];
        write_object(&members, out);
    }
}

#[derive(Debug, Clone, PartialEq)]
struct PasteReport {
    rows: usize,
    heading: bool,
    columns: Vec<PastedColumn>,
    left_out: Vec<usize>,
    unread: usize,
    amount_unit: &'static str,
}

members!(PasteReport: rows, heading, columns, left_out, unread, amount_unit);

#[derive(Debug, Clone, PartialEq)]
struct PastedColumn {
    name: String,
    field: Option<&'static str>,
}

members!(PastedColumn: name, field);

impl Pasted {
    fn of(
        session: &Session,
        change: Change,
        mapping: &Mapping,
        rows: usize,
        unread: usize,
    ) -> Self {
        let column = |(index, field): (usize, &Option<crate::ledger::entry::Field>)| PastedColumn {
            name: mapping.names.get(index).cloned().unwrap_or_default(),
            field: field.map(|field| Entry::spec(field).key),
        };
        let report = PasteReport {
            rows,
            heading: mapping.heading.is_some(),
            columns: mapping.columns.iter().enumerate().map(column).collect(),
            left_out: mapping.left_out.iter().map(|row| row + 1).collect(),
            unread,
            amount_unit: unit_code(mapping.unit().unwrap_or(session.unit())),
        };
        Self { change, report }
    }
}

impl Session {
    /// Pastes text copied from a spreadsheet. It is one step to undo.
    ///
    /// With a heading row, whole debts are added, and blank rows at the end are used up first.
    /// Without one, cells from `row` on are overwritten in the order of `keys`.
    ///
    /// # Errors
    /// When a key is no field's, or the ledger has no room.
    pub fn paste(&mut self, row: usize, keys: &[String], text: &str) -> Result<Pasted, EditError> {
        let rows = split(text);
        match map_columns(&rows) {
            Some(mapping) => self.paste_debts(rows, mapping),
            // Without a heading, commas part thousands or sentences, not cells.
            None => self.paste_cells(row, keys, &split_at(text, '\t')),
        }
    }

    fn paste_debts(
        &mut self,
        rows: Vec<Vec<String>>,
        mapping: Mapping,
    ) -> Result<Pasted, EditError> {
        let (mut entries, left_out, too_many) =
            read_rows(&mut rows.into_iter(), &mapping, self.unit());
        let blank = self
            .ledger
            .entries
            .iter()
            .rev()
            .take_while(|entry| is_blank(entry))
            .count();
        let kept = self.ledger.entries.len() - blank;
        if too_many || limits::ROWS - kept < entries.len() {
            return Err(EditError::Row);
        }
        let first = self.next_number();
        for (index, entry) in entries
            .iter_mut()
            .enumerate()
            .filter(|(_, e)| e.debt_id.is_none())
        {
            let id = self.debt_id(first + index);
            entry.set(Field::DebtId, &id, self.unit());
        }
        let unread = entries.iter().map(|entry| entry.unread.len()).sum();
        let count = entries.len();
        let change = self.take(Step::Splice {
            at: kept,
            remove: blank,
            insert: entries,
        });
        let mapping = Mapping {
            left_out,
            ..mapping
        };
        Ok(Pasted::of(self, change, &mapping, count, unread))
    }

    fn paste_cells(
        &mut self,
        at: usize,
        keys: &[String],
        rows: &[Vec<String>],
    ) -> Result<Pasted, EditError> {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let fields: Option<Vec<_>> = keys
            .iter()
            .take(width)
            .map(|key| Entry::field(key))
            .collect();
        let fields = fields.ok_or(EditError::Field)?;
        let known = self.ledger.entries.len();
        if known < at || limits::ROWS - at < rows.len() {
            return Err(EditError::Row);
        }
        let (unit, first) = (self.unit(), self.next_number());
        let (mut steps, mut insert) = (Vec::new(), Vec::new());
        for (index, row) in (at..).zip(rows) {
            let cells = fields.iter().zip(row);
            if index < known {
                steps.extend(cells.map(|(field, cell)| Step::cell(Some(index), *field, cell)));
            } else {
                let mut entry = Entry::default();
                entry.set(Field::DebtId, &self.debt_id(first + insert.len()), unit);
                cells.for_each(|(field, cell)| entry.set(*field, cell, unit));
                insert.push(entry);
            }
        }
        steps.push(Step::Splice {
            at: known,
            remove: 0,
            insert,
        });
        let change = self.take(Step::Many(steps));
        let mut unread = 0;
        for (entry, row) in self.ledger.entries.iter().skip(at).zip(rows) {
            let pasted = fields.iter().zip(row);
            unread += pasted.filter(|(field, _)| entry.is_unread(**field)).count();
        }
        let mapping = Mapping::plain(fields.into_iter().map(Some).collect());
        Ok(Pasted::of(self, change, &mapping, rows.len(), unread))
    }
}

/// Holds nothing but what a new row starts with.
fn is_blank(entry: &Entry) -> bool {
    let own = |field: &Field| {
        let is_default = || {
            let default = Entry::spec(*field).default;
            entry.stored(*field).is_some_and(|stored| match stored {
                crate::ledger::cell::Stored::Text(text) => Some(text.as_ref()) == default,
                _ => false,
            })
        };
        *field == Field::DebtId || entry.is_blank(*field) || is_default()
    };
    entry.is_childless() && Entry::FIELDS.iter().all(own)
}
