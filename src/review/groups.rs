//! Which debts share a key.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::hash::Mix;
use crate::rule::Shift;

/// A key of a check.
pub(super) type Key = (u16, u64);

/// The rows that have each key, in order. Most keys have one, which needs no list.
#[derive(Debug)]
enum Rows {
    One(u32),
    #[expect(
        clippy::box_collection,
        reason = "a pointer keeps the many keys with one row small"
    )]
    Many(Box<Vec<u32>>),
}

/// A key of a debt, and what its check sees of the debt, where that is all it goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held {
    pub(super) key: Key,
    pub(super) sees: Option<u64>,
    pub(super) row: usize,
}

impl Held {
    /// The key under which debts are kept that are alike to the check.
    ///
    /// INVARIANT: a check has one key a debt, so that of the alike only the first has the key.
    const fn alike(&self) -> Option<Key> {
        match self.sees {
            Some(sees) => Some((self.key.0 | ALIKE, sees)),
            None => None,
        }
    }
}

/// What an edit did to the groups.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// The groups that may be others than before, or say something else.
    pub(super) keys: Vec<Key>,
    /// Rows that were in one of them and may no longer be, beside those edited.
    pub(super) displaced: Vec<usize>,
}

/// Tells the keys of debts that are alike from those they have.
const ALIKE: u16 = 1 << 15;

/// Rows by their keys.
#[derive(Debug, Default)]
pub(super) struct Groups(HashMap<Key, Rows, BuildHasherDefault<Mix>>);

impl Groups {
    /// Gives a debt a key; says whether a group of two or more has it now, and is another than
    /// before.
    pub(super) fn hold(&mut self, held: &Held) -> bool {
        let Some(alike) = held.alike() else {
            return 1 < self.link(held.key, held.row);
        };
        let before = self.rows(alike).first().copied();
        self.link(alike, held.row);
        let first = self.rows(alike).first().copied();
        if first == before {
            return false;
        }
        if let Some(before) = before {
            self.unlink(held.key, widen(before));
        }
        1 < self.link(held.key, held.row)
    }

    /// Takes a key from a debt; says whether its group may be another than before.
    fn release(&mut self, held: &Held) -> bool {
        let Some(alike) = held.alike() else {
            self.unlink(held.key, held.row);
            return true;
        };
        let before = self.rows(alike).first().copied();
        self.unlink(alike, held.row);
        let first = self.rows(alike).first().copied();
        if first == before {
            return false;
        }
        self.unlink(held.key, held.row);
        if let Some(first) = first {
            self.link(held.key, widen(first));
        }
        true
    }

    /// Gives debts their keys of now for those they had.
    pub(super) fn swap(&mut self, mut before: Vec<Held>, mut now: Vec<Held>) -> Touched {
        before.sort_unstable();
        now.sort_unstable();
        let mut touched = Touched::default();
        for held in &before {
            let is_kept = now.binary_search(held).is_ok();
            if is_kept && held.sees.is_none() || !is_kept && self.release(held) {
                touched.keys.push(held.key);
            }
        }
        for held in now
            .iter()
            .filter(|held| before.binary_search(held).is_err())
        {
            let first = held
                .alike()
                .and_then(|alike| self.rows(alike).first().copied());
            touched.displaced.extend(first.map(widen));
            if self.hold(held) {
                touched.keys.push(held.key);
            }
        }
        touched.keys.sort_unstable();
        touched.keys.dedup();
        touched
    }

    /// Follows debts that come or go, none of which has a key any more, or yet.
    pub(super) fn shift(&mut self, shift: Shift) {
        let follow = |row: &mut u32| *row = shift.of(widen(*row)).map_or(*row, narrow);
        self.0.values_mut().for_each(|rows| match rows {
            Rows::One(row) => follow(row),
            Rows::Many(rows) => rows.iter_mut().for_each(follow),
        });
    }

    /// Gives a row a key; says how many rows have it now.
    pub(super) fn link(&mut self, key: Key, row: usize) -> usize {
        let row = narrow(row);
        match self.0.get_mut(&key) {
            None => {
                self.0.insert(key, Rows::One(row));
                1
            }
            Some(Rows::Many(rows)) => {
                if let Err(at) = rows.binary_search(&row) {
                    rows.insert(at, row);
                }
                rows.len()
            }
            Some(Rows::One(own)) if *own == row => 1,
            Some(rows) => {
                if let Rows::One(own) = *rows {
                    *rows = Rows::Many(Box::new(vec![own.min(row), own.max(row)]));
                }
                2
            }
        }
    }

    /// Takes a key from a row.
    pub(super) fn unlink(&mut self, key: Key, row: usize) {
        let row = narrow(row);
        let is_left = match self.0.get_mut(&key) {
            Some(Rows::One(own)) => *own != row,
            Some(Rows::Many(rows)) => {
                if let Ok(at) = rows.binary_search(&row) {
                    rows.remove(at);
                }
                !rows.is_empty()
            }
            None => true,
        };
        if !is_left {
            self.0.remove(&key);
        }
    }

    /// The rows that have a key, in order.
    pub(super) fn rows(&self, key: Key) -> &[u32] {
        match self.0.get(&key) {
            Some(Rows::One(row)) => std::slice::from_ref(row),
            Some(Rows::Many(rows)) => rows,
            None => &[],
        }
    }
}

/// A ledger has a hundred thousand rows at most.
fn narrow(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

pub(super) fn widen(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_and_go() {
        let mut groups = Groups::default();
        let key = (1, 7);
        assert_eq!([9, 4, 4, 6].map(|row| groups.link(key, row)), [1, 2, 2, 3]);
        assert_eq!(groups.rows(key), [4, 6, 9]);
        for row in [6, 5, 9, 4] {
            groups.unlink(key, row);
        }
        assert!(groups.rows(key).is_empty() && groups.0.is_empty());
        assert_eq!([2, 2].map(|row| groups.link(key, row)), [1, 1]);
    }
}
