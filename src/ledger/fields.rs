//! A record of any table, cell by cell: what readers, writers and sessions go by.

use crate::amount::Unit;
use crate::ledger::Column;
use crate::ledger::cell::{Cell, Choice, Stored};
use crate::ledger::spec::Spec;

/// The place of a column in its table.
pub type Index = u8;

/// Texts that could not be read, kept beside the column they were typed in.
pub type Unread = Vec<(Index, Box<str>)>;

/// Fields of a file that this version does not know: name and canonical JSON, kept for the way
/// back.
pub type Extra = Vec<(Box<str>, Box<str>)>;

/// A cell, whatever type it holds.
pub trait Slot {
    /// Reads a text; says whether it could.
    fn set(&mut self, text: &str, unit: Unit) -> bool;
    /// Takes a text as the file carries it; says whether it was such a text. See [`Cell::restore`].
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    fn restore(&mut self, text: &str) -> bool;
    /// Leaves the cell blank.
    fn clear(&mut self);
    /// Whether there is no value.
    fn is_none(&self) -> bool;
    /// The value as people see it.
    fn print(&self, unit: Unit) -> Option<String>;
    /// The value as the file carries it.
    fn stored(&self) -> Option<Stored<'_>>;
}

impl<T: Cell> Slot for Option<T> {
    fn set(&mut self, text: &str, unit: Unit) -> bool {
        *self = T::read(text, unit);
        self.is_some()
    }

    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    fn restore(&mut self, text: &str) -> bool {
        T::restore(text).map(|value| *self = Some(value)).is_some()
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn is_none(&self) -> bool {
        Self::is_none(self)
    }

    fn print(&self, unit: Unit) -> Option<String> {
        self.as_ref().map(|value| value.print(unit))
    }

    fn stored(&self) -> Option<Stored<'_>> {
        self.as_ref().map(Cell::stored)
    }
}

/// A record of any table, so that readers, writers and sessions are compiled once for all of them.
pub trait Table {
    /// The table's columns.
    fn specs(&self) -> &'static [Spec];
    /// The columns that must be filled.
    fn required(&self) -> &'static [Index];
    /// A column of the table, as findings name it.
    fn column(&self, index: Index) -> Column;
    /// A cell.
    fn slot(&mut self, index: Index) -> &mut dyn Slot;
    /// A cell.
    fn peek(&self, index: Index) -> &dyn Slot;
    /// The texts that could not be read.
    fn unread(&self) -> &[(Index, Box<str>)];
    /// The texts that could not be read.
    fn unread_mut(&mut self) -> &mut Unread;
    /// The fields this version does not know.
    fn extra(&self) -> &[(Box<str>, Box<str>)];
    /// The fields this version does not know.
    fn extra_mut(&mut self) -> &mut Extra;
}

impl dyn Table + '_ {
    /// The columns with their places.
    pub fn columns(&self) -> impl Iterator<Item = (Index, &'static Spec)> + use<> {
        (0..).zip(self.specs())
    }

    /// A column's key.
    pub fn key(&self, index: Index) -> &'static str {
        self.specs()
            .get(usize::from(index))
            .map_or("", |spec| spec.key)
    }

    /// The place of a key.
    pub fn find(&self, key: &str) -> Option<Index> {
        self.columns()
            .find(|(_, spec)| spec.key == key)
            .map(|(index, _)| index)
    }

    /// Writes what a person typed: a value, a blank, or a text that cannot be read and is kept.
    pub fn write(&mut self, index: Index, text: &str, unit: Unit) {
        self.forget(index);
        if text.trim().is_empty() {
            if !self.peek(index).is_none() {
                self.slot(index).clear();
            }
        } else if !self.slot(index).set(text, unit) {
            self.keep(index, text);
        }
    }

    /// Takes a text as the file carries it; says whether it was such a text, and so was taken. The
    /// first module gets by with reading: to say each type a second time takes room.
    pub fn restore(&mut self, index: Index, text: &str) -> bool {
        #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
        if self.slot(index).restore(text) {
            self.forget(index);
            return true;
        }
        let _ = (index, text);
        false
    }

    /// Writes a text that is known not to be readable (a wrong JSON type).
    pub fn write_unread(&mut self, index: Index, text: &str) {
        self.write(index, "", Unit::Yuan);
        self.keep(index, text);
    }

    /// Most records have no such text, and no room for one.
    fn forget(&mut self, index: Index) {
        if self.is_unread_at(index) {
            self.unread_mut().retain(|(known, _)| *known != index);
        }
    }

    /// In the order of the columns, so that it does not show which was typed last.
    fn keep(&mut self, index: Index, text: &str) {
        let unread = self.unread_mut();
        let at = unread.partition_point(|(known, _)| *known < index);
        unread.insert(at, (index, text.into()));
    }

    /// Takes over all that stands in another record of the table. It goes cell by cell, by what
    /// each prints: a copy in one piece would be among the longest functions of every table.
    pub fn copy(&mut self, other: &dyn Table) {
        for (index, _) in self.columns() {
            if let Some(text) = other.peek(index).print(Unit::Yuan) {
                self.slot(index).set(&text, Unit::Yuan);
            }
        }
        if self.unread() != other.unread() {
            *self.unread_mut() = other.unread().to_vec();
        }
        if self.extra() != other.extra() {
            *self.extra_mut() = other.extra().to_vec();
        }
    }

    /// Whether another record of the table says the same, cell by cell: what is printed reads back
    /// as the same value.
    pub fn says(&self, other: &dyn Table) -> bool {
        let mut columns = self.columns();
        self.unread() == other.unread()
            && self.extra() == other.extra()
            && columns.all(|(index, _)| {
                let print = |record: &dyn Table| record.peek(index).print(Unit::Yuan);
                print(self) == print(other)
            })
    }

    /// What a person sees: the value printed, or the text that could not be read.
    pub fn read(&self, index: Index, unit: Unit) -> String {
        let unread = || {
            let own = self.unread().iter().find(|(known, _)| *known == index);
            own.map(|(_, text)| text.to_string())
        };
        self.peek(index)
            .print(unit)
            .or_else(unread)
            .unwrap_or_default()
    }

    /// Neither a value nor a text that could not be read.
    pub fn is_blank_at(&self, index: Index) -> bool {
        self.peek(index).is_none() && !self.is_unread_at(index)
    }

    /// Holds a text that could not be read.
    pub fn is_unread_at(&self, index: Index) -> bool {
        self.unread().iter().any(|(known, _)| *known == index)
    }
}

/// A record whose columns have names in code.
pub trait Record: Table + Default + 'static {
    /// The table's columns.
    type Field: Copy + PartialEq + Ord + Into<Index> + 'static;

    /// Every column, in the order of the table.
    const FIELDS: &'static [Self::Field];

    /// What is known of every column, in the same order.
    const SPECS: &'static [Spec];

    /// The columns whose blank is an error.
    const REQUIRED: &'static [Index];

    /// The columns whose blank is a warning.
    const EXPECTED: &'static [Index];

    /// The columns as a closed list, in the same order.
    const OPTIONS: &'static [Choice];

    /// What is known of a column.
    fn spec(field: Self::Field) -> &'static Spec;

    /// Any record of this table, or of another.
    fn as_table(&self) -> &dyn Table;

    /// Any record of this table, or of another.
    fn as_table_mut(&mut self) -> &mut dyn Table;

    /// Writes what a person typed: a value, a blank, or a text that cannot be read and is kept.
    fn set(&mut self, field: Self::Field, text: &str, unit: Unit) {
        self.as_table_mut().write(field.into(), text, unit);
    }

    /// What a person sees: the value printed, or the text that could not be read.
    fn text(&self, field: Self::Field, unit: Unit) -> String {
        self.as_table().read(field.into(), unit)
    }

    /// What the file carries; `None` for a blank or unreadable cell.
    fn stored(&self, field: Self::Field) -> Option<Stored<'_>> {
        self.peek(field.into()).stored()
    }

    /// The column of a key.
    fn field(key: &str) -> Option<Self::Field> {
        Self::FIELDS
            .iter()
            .copied()
            .find(|field| Self::spec(*field).key == key)
    }

    /// Neither a value nor a text that could not be read.
    fn is_blank(&self, field: Self::Field) -> bool {
        self.as_table().is_blank_at(field.into())
    }

    /// Holds a text that could not be read.
    fn is_unread(&self, field: Self::Field) -> bool {
        self.as_table().is_unread_at(field.into())
    }
}
