//! What a unit handed in for an earlier period, its debts found again by their numbers.

use crate::hash::mix;
use crate::ledger::{Entry, Ledger};

/// An earlier ledger.
#[derive(Debug, Clone, Default)]
pub struct Before {
    ledger: Ledger,
    numbers: Numbers,
}

impl Before {
    /// Makes a ledger one to compare with.
    pub fn of(ledger: Ledger) -> Self {
        let numbers = Numbers::of(&ledger.entries);
        Self { ledger, numbers }
    }

    /// The ledger.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// A debt by its number.
    ///
    /// ```
    /// use arrears_ledger::amount::Unit;
    /// use arrears_ledger::ledger::{Before, Entry, Ledger, entry::Field, fields::Record};
    /// let mut debt = Entry::default();
    /// debt.set(Field::DebtId, "LQ-001", Unit::Yuan);
    /// let before = Before::of(Ledger { entries: vec![debt], ..Ledger::default() });
    /// assert!(before.debt("LQ-001").is_some() && before.debt("LQ-002").is_none());
    /// ```
    pub fn debt(&self, id: &str) -> Option<&Entry> {
        let row = self.row(id)?;
        self.ledger.entries.get(row)
    }

    /// The row of a debt by its number.
    pub fn row(&self, id: &str) -> Option<usize> {
        self.numbers.row(&self.ledger.entries, id)
    }

    /// The debt as it was before, by the number it has now.
    pub fn same(&self, entry: &Entry) -> Option<&Entry> {
        self.debt(entry.debt_id.as_ref()?.as_str())
    }

    /// Whether every debt has a number, so that one that is not found is a new one.
    pub const fn is_numbered(&self) -> bool {
        self.numbers.0.len() == self.ledger.entries.len()
    }
}

/// The rows of debts by their numbers: hashes and rows, in order.
#[derive(Debug, Clone, Default)]
pub struct Numbers(Vec<(u64, usize)>);

impl Numbers {
    /// The numbers of a ledger's debts.
    pub fn of(entries: &[Entry]) -> Self {
        let mut rows: Vec<(u64, usize)> = Vec::new();
        for (row, entry) in entries.iter().enumerate() {
            rows.extend(entry.debt_id.as_ref().map(|id| (mix(id.as_str()), row)));
        }
        rows.sort_unstable();
        Self(rows)
    }

    /// The first row with a number, in the ledger the numbers are of.
    pub fn row(&self, entries: &[Entry], id: &str) -> Option<usize> {
        let wanted = mix(id);
        let first = self.0.partition_point(|(hash, _)| *hash < wanted);
        let has = |row: &usize| {
            let own = entries.get(*row).and_then(|entry| entry.debt_id.as_ref());
            own.is_some_and(|own| own.as_str() == id)
        };
        self.0
            .get(first..)?
            .iter()
            .take_while(|(hash, _)| *hash == wanted)
            .map(|(_, row)| *row)
            .find(has)
    }
}
