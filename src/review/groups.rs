//! Which debts share a key.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::hash::Fnv;

/// A key of a check.
pub(super) type Key = (u16, u64);

/// The rows that have each key, in order. Most keys have one, which needs no list.
#[derive(Debug)]
enum Rows {
    One(u32),
    Many(Box<Vec<u32>>),
}

/// Rows by their keys.
#[derive(Debug, Default)]
pub(super) struct Groups(HashMap<Key, Rows, BuildHasherDefault<Fnv>>);

impl Groups {
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
