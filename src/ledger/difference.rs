//! Two ledgers → what changed from one to the other, row by row and cell by cell.

use crate::amount::Unit;
use crate::ledger::fields::Table;
use crate::ledger::{Before, Child, Column, Entry, Ledger};

/// What changed between an earlier ledger and a later one. Debts are the same when their numbers
/// are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Cells of the header.
    pub header: Vec<CellChange>,
    /// Rows of the later ledger whose debts the earlier one has not; a debt without a number is
    /// among them.
    pub new: Vec<usize>,
    /// Rows of the earlier ledger whose debts the later one has not, or that have no number.
    pub gone: Vec<usize>,
    /// Debts that are in both, and not the same.
    pub changed: Vec<DebtChange>,
}

/// A debt that is in both ledgers, and not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebtChange {
    /// Its row in the later ledger, counted from 0.
    pub row: usize,
    /// Its cells, and those of what hangs on it.
    pub cells: Vec<CellChange>,
}

/// A cell that shows another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The column.
    pub column: Column,
    /// The instalment, payment or change it stands in, counted from 0.
    pub child: Option<usize>,
    /// What it showed; nothing for a blank.
    pub old: String,
    /// What it shows.
    pub new: String,
}

impl Difference {
    /// Whether nothing changed.
    pub const fn is_none(&self) -> bool {
        self.header.is_empty()
            && self.new.is_empty()
            && self.gone.is_empty()
            && self.changed.is_empty()
    }
}

/// What changed from an earlier ledger to a later one; amounts are shown in `unit`.
///
/// ```
/// use arrears_ledger::amount::Unit;
/// use arrears_ledger::ledger::{Before, Entry, Ledger, difference, entry::Field, fields::Record};
/// let mut debt = Entry::default();
/// debt.set(Field::DebtId, "LQ-001", Unit::Yuan);
/// let before = Before::of(Ledger { entries: vec![debt.clone()], ..Ledger::default() });
/// debt.set(Field::ArrearsAmount, "5", Unit::Wan);
/// let now = Before::of(Ledger { entries: vec![debt], ..Ledger::default() });
/// let changed = difference(&before, &now, Unit::Wan).changed;
/// assert_eq!((changed[0].row, changed[0].cells[0].new.as_str()), (0, "5"));
/// ```
pub fn difference(before: &Before, now: &Before, unit: Unit) -> Difference {
    let mut found = Difference::default();
    let (old, new): (&Ledger, &Ledger) = (before.ledger(), now.ledger());
    cells(&old.header, &new.header, None, unit, &mut found.header);
    for (row, entry) in new.entries.iter().enumerate() {
        let Some(earlier) = before.same(entry) else {
            found.new.push(row);
            continue;
        };
        let cells = of_debt(earlier, entry, unit);
        if !cells.is_empty() {
            found.changed.push(DebtChange { row, cells });
        }
    }
    let is_gone = |(row, entry): (usize, &Entry)| now.same(entry).is_none().then_some(row);
    let rows = old.entries.iter().enumerate();
    found.gone.extend(rows.filter_map(is_gone));
    found
}

/// The cells of a debt that changed, and of what hangs on it: the first instalment is compared
/// with the first, and so on, one that is not there being blank.
fn of_debt(old: &Entry, new: &Entry, unit: Unit) -> Vec<CellChange> {
    let mut found = Vec::new();
    cells(old, new, None, unit, &mut found);
    for table in Child::ALL {
        let mut blank = Entry::default();
        blank.add_child(table);
        let (old, new, blank) = (
            old.children(table),
            new.children(table),
            blank.children(table),
        );
        let none = blank.first();
        for index in 0..old.len().max(new.len()) {
            if let (Some(old), Some(new)) = (old.get(index).or(none), new.get(index).or(none)) {
                cells(*old, *new, Some(index), unit, &mut found);
            }
        }
    }
    found
}

/// The cells of a record that show another text.
fn cells(
    old: &dyn Table,
    new: &dyn Table,
    child: Option<usize>,
    unit: Unit,
    found: &mut Vec<CellChange>,
) {
    for (index, _) in new.columns() {
        let (old, new_text) = (old.read(index, unit), new.read(index, unit));
        if old != new_text {
            found.push(CellChange {
                column: new.column(index),
                child,
                old,
                new: new_text,
            });
        }
    }
}
