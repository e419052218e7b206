//! The edits. Each is a step that knows how to take itself back.

use std::fmt;

use super::step::Step;
use super::{Change, Session};
use crate::ledger::fields::Record;
use crate::ledger::vocabulary::Vocabulary;
use crate::ledger::{Child, Entry, Header, entry, header};
use crate::limits;

/// Why an edit was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// There is no such column.
    Field,
    /// There is no such row or child, or no room for more.
    Row,
    /// There is no such finding, or it does not take this.
    Finding,
    /// There is no such method, or it is called with something else.
    Call,
    /// Errors or open warnings are left.
    NotReady,
}

impl EditError {
    /// Each of them.
    pub const ALL: [Self; 5] = [
        Self::Field,
        Self::Row,
        Self::Finding,
        Self::Call,
        Self::NotReady,
    ];

    /// The word programs see.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Row => "row",
            Self::Finding => "finding",
            Self::Call => "call",
            Self::NotReady => "not_ready",
        }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Field => "there is no such field",
            Self::Row => "there is no such row, or no room for another",
            Self::Finding => "there is no such finding, or it cannot be answered like this",
            Self::Call => "there is no such method, or it is called with something else",
            Self::NotReady => "errors or open warnings are left",
        })
    }
}

impl std::error::Error for EditError {}

fn table_of(key: &str) -> Result<Child, EditError> {
    Child::find(key).ok_or(EditError::Field)
}

/// A debt with the same cells and the same plan.
fn copy(entry: &Entry) -> Entry {
    let mut copy = Entry::default();
    copy.as_table_mut().copy(entry);
    copy.hang(Child::Instalments, entry);
    copy
}

impl Session {
    /// Types a text into the header.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn set_header(&mut self, field: &str, text: &str) -> Result<Change, EditError> {
        let field = Header::field(field).ok_or(EditError::Field)?;
        Ok(self.take(Step::cell(None, field, text)))
    }

    /// Takes the reporting unit from the roster: its code, name and kind, and the number of debts
    /// that were numbered before it was known.
    ///
    /// # Errors
    /// When the roster has no such unit.
    pub fn choose_unit(&mut self, code: &str) -> Result<Change, EditError> {
        let unit = self.campaign.unit(code).ok_or(EditError::Field)?;
        let kind = unit.kind.choice().code();
        let mut steps = vec![
            Step::cell(None, header::Field::ReportUnitCode, &unit.code),
            Step::cell(None, header::Field::ReportUnitName, &unit.name),
            Step::cell(None, header::Field::ReportUnitKind, kind),
        ];
        steps.extend(self.renumber(&unit.code));
        Ok(self.take(Step::Many(steps)))
    }

    /// Types a text into a debt.
    ///
    /// # Errors
    /// When there is no such row or field.
    pub fn set_cell(&mut self, row: usize, field: &str, text: &str) -> Result<Change, EditError> {
        let field = Entry::field(field).ok_or(EditError::Field)?;
        self.entry(row)?;
        Ok(self.take(Step::cell(Some(row), field, text)))
    }

    /// Types a text into an instalment, a payment or a change.
    ///
    /// # Errors
    /// When there is no such row, table, child or field.
    pub fn set_child(
        &mut self,
        row: usize,
        table: &str,
        child: usize,
        field: &str,
        text: &str,
    ) -> Result<Change, EditError> {
        let unit = self.unit();
        let table = table_of(table)?;
        let mut hung = self.entry(row)?.hung();
        let record = hung.child_mut(table, child).ok_or(EditError::Row)?;
        let index = record.find(field).ok_or(EditError::Field)?;
        record.write(index, text, unit);
        Ok(self.take(Step::Children(row, hung)))
    }

    /// Adds an instalment, a payment or a change; what it starts with stands in it.
    ///
    /// # Errors
    /// When there is no such row or table, or no room.
    pub fn add_child(&mut self, row: usize, table: &str) -> Result<Change, EditError> {
        let table = table_of(table)?;
        let period = self.ledger.header.period;
        let mut hung = self.entry(row)?.hung();
        let count = hung.children(table).len();
        if limits::CHILDREN <= count {
            return Err(EditError::Row);
        }
        hung.add_child(table);
        match table {
            Child::Instalments => {
                if let Some(last) = hung.instalments.last_mut() {
                    last.no = u32::try_from(count + 1).ok();
                }
            }
            Child::Changes => {
                if let Some(last) = hung.changes.last_mut() {
                    last.period = period;
                }
            }
            Child::Payments => {}
        }
        Ok(self.take(Step::Children(row, hung)))
    }

    /// Takes an instalment, a payment or a change away.
    ///
    /// # Errors
    /// When there is none such.
    pub fn remove_child(
        &mut self,
        row: usize,
        table: &str,
        child: usize,
    ) -> Result<Change, EditError> {
        let table = table_of(table)?;
        let mut hung = self.entry(row)?.hung();
        if hung.children(table).len() <= child {
            return Err(EditError::Row);
        }
        hung.remove_child(table, child);
        Ok(self.take(Step::Children(row, hung)))
    }

    pub(super) fn entry(&self, row: usize) -> Result<&Entry, EditError> {
        self.ledger.entries.get(row).ok_or(EditError::Row)
    }

    /// Puts new debts in, numbered, with the values new rows start with.
    ///
    /// # Errors
    /// When the place is past the end, or the ledger has no room.
    pub fn insert_rows(&mut self, at: usize, count: usize) -> Result<Change, EditError> {
        let rows = self.ledger.entries.len();
        if rows < at || limits::ROWS - rows < count {
            return Err(EditError::Row);
        }
        let first = self.next_number();
        let insert = (0..count)
            .map(|index| self.new_entry(first + index))
            .collect();
        Ok(self.take(Step::Splice {
            at,
            remove: 0,
            insert,
        }))
    }

    /// Takes debts out.
    ///
    /// # Errors
    /// When there are not so many.
    pub fn remove_rows(&mut self, at: usize, count: usize) -> Result<Change, EditError> {
        let end = at.checked_add(count).ok_or(EditError::Row)?;
        if self.ledger.entries.len() < end {
            return Err(EditError::Row);
        }
        Ok(self.take(Step::Splice {
            at,
            remove: count,
            insert: Vec::new(),
        }))
    }

    /// Takes out the debts of some rows, named in their order, in one step.
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
    /// let mut session = Session::new(Campaign::yexian_2022(), today);
    /// session.insert_rows(0, 4)?;
    /// session.set_cell(2, "remark", "stays")?;
    /// session.remove_lines(&[0, 1, 3])?;
    /// assert_eq!(session.rows(0, 9, &["remark".to_owned()])?.concat(), ["stays"]);
    /// session.undo();
    /// assert_eq!(session.ledger().entries.len(), 4);
    /// # Ok::<(), arrears_ledger::session::EditError>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such row, or they are not named in their order.
    pub fn remove_lines(&mut self, lines: &[usize]) -> Result<Change, EditError> {
        let mut steps: Vec<Step> = Vec::new();
        let mut above = self.ledger.entries.len();
        // From the last to the first: none moves before it is its turn.
        for &line in lines.iter().rev() {
            if above <= line {
                return Err(EditError::Row);
            }
            above = line;
            match steps.last_mut() {
                Some(Step::Splice { at, remove, .. }) if *at == line + 1 => {
                    (*at, *remove) = (line, *remove + 1);
                }
                _ => steps.push(Step::Splice {
                    at: line,
                    remove: 1,
                    insert: Vec::new(),
                }),
            }
        }
        Ok(self.take(Step::Many(steps)))
    }

    /// Puts a copy of a debt below it, under a number of its own.
    ///
    /// # Errors
    /// When there is no such row, or no room.
    pub fn duplicate_row(&mut self, at: usize) -> Result<Change, EditError> {
        if limits::ROWS <= self.ledger.entries.len() {
            return Err(EditError::Row);
        }
        let mut copy = copy(self.entry(at)?);
        copy.seq_no = None;
        copy.set(
            entry::Field::DebtId,
            &self.debt_id(self.next_number()),
            self.unit(),
        );
        Ok(self.take(Step::Splice {
            at: at + 1,
            remove: 0,
            insert: vec![copy],
        }))
    }
}
