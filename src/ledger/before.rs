//! What a unit handed in for an earlier period, its debts found again by their numbers.

use crate::hash::fnv;
use crate::ledger::{Entry, Ledger};

/// An earlier ledger.
#[derive(Debug, Clone, Default)]
pub struct Before {
    ledger: Ledger,
    /// Rows by the hash of their debt id, in order.
    rows: Vec<(u64, usize)>,
}

impl Before {
    /// Makes a ledger one to compare with.
    pub fn of(ledger: Ledger) -> Self {
        let mut rows: Vec<(u64, usize)> = ledger
            .entries
            .iter()
            .enumerate()
            .filter_map(|(row, entry)| Some((fnv(entry.debt_id.as_ref()?.as_str()), row)))
            .collect();
        rows.sort_unstable();
        Self { ledger, rows }
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
        let wanted = fnv(id);
        let first = self.rows.partition_point(|(hash, _)| *hash < wanted);
        self.rows
            .get(first..)?
            .iter()
            .take_while(|(hash, _)| *hash == wanted)
            .filter_map(|(_, row)| self.ledger.entries.get(*row))
            .find(|entry| entry.debt_id.as_ref().is_some_and(|own| own.as_str() == id))
    }
}
