//! A ledger's sums, kept while debts change: each can be put in and taken out again.

use crate::amount::Amount;
use crate::ledger::{Entry, Ledger};

/// Sums over the debts that count (not in court, not taken off), exact to the fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Debts that count.
    pub count: usize,
    /// Arrears.
    pub arrears: Amount,
    /// Of which undisputed.
    pub undisputed: Amount,
    /// Repaid.
    pub repaid: Amount,
    /// Still owed.
    pub balance: Amount,
}

/// The same in a width in which nothing is cut off on the way, so that what was added can be taken
/// off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    count: usize,
    unknown: usize,
    fen: [i128; 4],
}

impl Sums {
    /// The sums of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let mut sums = Self::default();
        ledger.entries.iter().for_each(|entry| sums.add(entry));
        sums
    }

    /// Puts a debt in.
    pub fn add(&mut self, entry: &Entry) {
        if let Some(parts) = parts(entry) {
            self.count += 1;
            self.unknown += usize::from(entry.arrears_amount.is_none());
            self.fen
                .iter_mut()
                .zip(parts)
                .for_each(|(sum, part)| *sum += part);
        }
    }

    /// Takes a debt out that was put in as it is.
    pub fn take(&mut self, entry: &Entry) {
        if let Some(parts) = parts(entry) {
            self.count -= 1;
            self.unknown -= usize::from(entry.arrears_amount.is_none());
            self.fen
                .iter_mut()
                .zip(parts)
                .for_each(|(sum, part)| *sum -= part);
        }
    }

    /// Debts that count and whose arrears are not known.
    pub const fn unknown(&self) -> usize {
        self.unknown
    }

    /// The sums as amounts.
    pub fn totals(&self) -> Totals {
        let [arrears, undisputed, repaid, balance] = self.fen.map(amount);
        Totals {
            count: self.count,
            arrears,
            undisputed,
            repaid,
            balance,
        }
    }
}

/// What a debt adds, in fen; `None` where it does not count.
fn parts(entry: &Entry) -> Option<[i128; 4]> {
    let counts = entry.standing().is_counted();
    counts.then(|| {
        [
            entry.arrears_amount,
            entry.undisputed(),
            Some(entry.repaid()),
            entry.balance_due(),
        ]
        .map(|part| i128::from(part.unwrap_or_default().fen()))
    })
}

/// The amount, or the nearest there is.
fn amount(fen: i128) -> Amount {
    let limit = if fen < 0 { i64::MIN } else { i64::MAX };
    Amount::from_fen(i64::try_from(fen).unwrap_or(limit))
}

impl Ledger {
    /// The ledger's sums.
    pub fn totals(&self) -> Totals {
        Sums::of(self).totals()
    }
}
