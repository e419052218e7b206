//! Pasting a block of cells: looked at first, then made in one step.

use super::answer::unit_code;
use super::block::Block;
use super::{Change, EditError, Session};
use crate::json::{Json, members, write_object};
use crate::ledger::fields::Record;
use crate::ledger::{Entry, entry::Field};
use crate::text::Words;

/// As many examples as a preview shows of each kind.
const SHOWN: usize = 8;

/// How a pasted block is understood, and what it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    rows: usize,
    heading: bool,
    columns: Vec<PastedColumn>,
    left_out: Vec<usize>,
    unread: usize,
    amount_unit: &'static str,
    added: usize,
    overwritten: usize,
    changed: usize,
    examples: Vec<Example>,
    unreadable: Vec<UnreadCell>,
}

members!(Preview: rows, heading, columns, left_out, unread, amount_unit, added, overwritten, changed, examples, unreadable);

#[derive(Debug, Clone, PartialEq, Eq)]
struct PastedColumn {
    name: String,
    field: Option<&'static str>,
}

members!(PastedColumn: name, field);

/// A cell that will say something else.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Example {
    row: usize,
    field: &'static str,
    old: String,
    new: String,
}

members!(Example: row, field, old, new);

/// A text that cannot be read and will be kept as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct UnreadCell {
    row: usize,
    field: &'static str,
    text: String,
    why: Words,
}

members!(UnreadCell: row, field, text, why);

impl Preview {
    fn of(session: &Session, block: &Block) -> Self {
        let mapping = &block.mapping;
        let column = |(index, field): (usize, &Option<Field>)| PastedColumn {
            name: mapping.names.get(index).cloned().unwrap_or_default(),
            field: field.map(|field| Entry::spec(field).key),
        };
        let example = |(row, field, old, new)| Example {
            row,
            field: Entry::spec(field).key,
            old,
            new,
        };
        let unit = session.unit();
        let unreadable = |(row, field, text): (usize, Field, &str)| UnreadCell {
            row,
            field: Entry::spec(field).key,
            text: text.to_owned(),
            why: Entry::spec(field)
                .kind
                .why(text, unit)
                .unwrap_or_default()
                .why,
        };
        let added = block.added.len();
        Self {
            rows: block.rows,
            heading: mapping.heading.is_some(),
            columns: mapping.columns.iter().enumerate().map(column).collect(),
            left_out: mapping.left_out.iter().map(|row| row + 1).collect(),
            unread: block.unread(session).count(),
            amount_unit: unit_code(mapping.unit().unwrap_or(unit)),
            added,
            overwritten: block.rows - added,
            changed: block.changed(session).count(),
            examples: block.changed(session).take(SHOWN).map(example).collect(),
            unreadable: block.unread(session).take(SHOWN).map(unreadable).collect(),
        }
    }
}

/// What a paste changed, and how it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// What it changed.
    pub change: Change,
    /// What was to be expected of it.
    pub report: Preview,
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

impl Session {
    /// Says how a pasted text would be understood and what it would change, and changes nothing.
    /// Its columns are matched by their headings; `columns` are the keys of the fields they were
    /// settled to be, an empty one for a column to leave out. A block without headings goes into
    /// `row` and those below it, or into the rows that `lines` names, where they are seen in another
    /// order; what is beyond them is added behind the last debt.
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, json::Json, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
    /// let session = Session::new(Campaign::yexian_2022(), today);
    /// let text = "债务人\t债权人\t欠款（元）\n甲\t乙\t约100\n";
    /// let preview = session.preview(0, &[], text, None, None)?;
    /// assert!((&preview as &dyn Json).text().contains(r#""added":1,"#));
    /// assert!(session.ledger().entries.is_empty());
    /// # Ok::<(), arrears_ledger::session::EditError>(())
    /// ```
    ///
    /// # Errors
    /// When a key is no field's or is given twice, or the ledger has no room.
    pub fn preview(
        &self,
        row: usize,
        keys: &[String],
        text: &str,
        columns: Option<&[String]>,
        lines: Option<&[usize]>,
    ) -> Result<Preview, EditError> {
        let block = self.block(row, keys, text, columns, lines)?;
        Ok(Preview::of(self, &block))
    }

    /// Pastes text copied from a spreadsheet. It is one step to undo.
    ///
    /// With a heading row, whole debts are added, and blank rows at the end are used up first.
    /// Without one, cells from `row` on are overwritten in the order of `keys`.
    ///
    /// # Errors
    /// When a key is no field's, or the ledger has no room.
    pub fn paste(&mut self, row: usize, keys: &[String], text: &str) -> Result<Pasted, EditError> {
        self.paste_as(row, keys, text, None, None)
    }

    /// Pastes text whose columns, or the rows it goes to, were settled after a
    /// [`Session::preview`].
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
    /// let mut session = Session::new(Campaign::yexian_2022(), today);
    /// session.insert_rows(0, 3)?;
    /// let keys = ["remark".to_owned()];
    /// session.paste_as(0, &keys, "c\na\nnew\n", None, Some(&[2, 0]))?;
    /// let remarks: Vec<_> = session.rows(0, 9, &keys)?.concat();
    /// assert_eq!(remarks, ["a", "", "c", "new"]);
    /// # Ok::<(), arrears_ledger::session::EditError>(())
    /// ```
    ///
    /// # Errors
    /// As [`Session::preview`].
    pub fn paste_as(
        &mut self,
        row: usize,
        keys: &[String],
        text: &str,
        columns: Option<&[String]>,
        lines: Option<&[usize]>,
    ) -> Result<Pasted, EditError> {
        let block = self.block(row, keys, text, columns, lines)?;
        let report = Preview::of(self, &block);
        let step = block.step(self);
        let change = self.take(step);
        Ok(Pasted { change, report })
    }
}
