//! The tables that hang on a debt, whichever it is: one way to walk them, for readers, writers,
//! sessions and rules.

use crate::ledger::fields::{Record, Table};
use crate::ledger::{Change, Entry, Instalment, Payment};

/// A child table of a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Child {
    /// The repayment plan.
    Instalments,
    /// What was paid.
    Payments,
    /// What was changed since the period before.
    Changes,
}

impl Child {
    /// Every child table, in the order of files and forms.
    pub const ALL: [Self; 3] = [Self::Instalments, Self::Payments, Self::Changes];

    /// The table's name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Instalments => "instalments",
            Self::Payments => "payments",
            Self::Changes => "changes",
        }
    }

    /// The table of that name.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.key() == key)
    }
}

impl Entry {
    /// The records of a child table, in their order.
    ///
    /// ```
    /// use arrears_ledger::ledger::{Child, Entry};
    /// let mut debt = Entry::default();
    /// debt.add_child(Child::Payments);
    /// assert_eq!(debt.children(Child::Payments).len(), 1);
    /// assert!(debt.children(Child::Changes).is_empty());
    /// ```
    pub fn children(&self, table: Child) -> Vec<&dyn Table> {
        match table {
            Child::Instalments => self.instalments.iter().map(Record::as_table).collect(),
            Child::Payments => self.payments.iter().map(Record::as_table).collect(),
            Child::Changes => self.changes.iter().map(Record::as_table).collect(),
        }
    }

    /// A record of a child table.
    pub fn child_mut(&mut self, table: Child, index: usize) -> Option<&mut dyn Table> {
        let child: &mut dyn Table = match table {
            Child::Instalments => self.instalments.get_mut(index)?,
            Child::Payments => self.payments.get_mut(index)?,
            Child::Changes => self.changes.get_mut(index)?,
        };
        Some(child)
    }

    /// Puts a blank record at the end of a child table.
    pub fn add_child(&mut self, table: Child) {
        match table {
            Child::Instalments => self.instalments.push(Instalment::default()),
            Child::Payments => self.payments.push(Payment::default()),
            Child::Changes => self.changes.push(Change::default()),
        }
    }

    /// Takes a record out of a child table, if there is such a one.
    pub fn remove_child(&mut self, table: Child, index: usize) {
        if self.child_mut(table, index).is_none() {
            return;
        }
        match table {
            Child::Instalments => drop(self.instalments.remove(index)),
            Child::Payments => drop(self.payments.remove(index)),
            Child::Changes => drop(self.changes.remove(index)),
        }
    }

    /// A debt of which only what hangs on it is there, to be changed and put in its place.
    pub fn hung(&self) -> Box<Self> {
        let mut hung = Box::<Self>::default();
        for table in Child::ALL {
            hung.hang(table, self);
        }
        hung
    }

    /// Copies a child table of another debt into this one's, which is empty.
    pub fn hang(&mut self, table: Child, other: &Self) {
        for (index, record) in other.children(table).into_iter().enumerate() {
            self.add_child(table);
            if let Some(own) = self.child_mut(table, index) {
                own.copy(record);
            }
        }
    }

    /// Swaps what hangs on two debts.
    pub fn swap_children(&mut self, other: &mut Self) {
        if self.is_childless() && other.is_childless() {
            return;
        }
        let (own, its) = (&mut *self.rest, &mut *other.rest);
        std::mem::swap(&mut own.instalments, &mut its.instalments);
        std::mem::swap(&mut own.payments, &mut its.payments);
        std::mem::swap(&mut own.changes, &mut its.changes);
    }

    /// The child tables in which two debts differ.
    pub fn unlike(&self, other: &Self) -> Vec<Child> {
        let mut tables = Child::ALL.to_vec();
        tables.retain(|table| {
            let (own, its) = (self.children(*table), other.children(*table));
            own.len() != its.len() || own.iter().zip(&its).any(|(own, its)| !own.says(*its))
        });
        tables
    }

    /// Whether nothing hangs on the debt.
    pub fn is_childless(&self) -> bool {
        self.instalments.is_empty() && self.payments.is_empty() && self.changes.is_empty()
    }
}
