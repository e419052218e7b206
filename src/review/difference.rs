//! What became of the findings.

use std::hash::{Hash, Hasher};

use super::Reviewed;
use crate::hash::Mix;

/// The findings an edit brought and those it took away. One that says something new is both.
#[derive(Debug, Default)]
pub struct Difference {
    added: Vec<(u64, Reviewed)>,
    removed: Vec<(u64, String)>,
    apart: Apart,
}

/// Rows whose findings are told by comparing what they said with what they say: their names or
/// their places change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Apart {
    /// Some rows, in order.
    Rows(Vec<usize>),
    /// All from a row on.
    From(usize),
}

impl Default for Apart {
    fn default() -> Self {
        Self::Rows(Vec::new())
    }
}

impl Apart {
    pub(super) fn list(self) -> Vec<usize> {
        match self {
            Self::Rows(rows) => rows,
            Self::From(_) => Vec::new(),
        }
    }

    pub(super) fn has(&self, row: Option<usize>) -> bool {
        row.is_some_and(|row| match self {
            Self::Rows(rows) => rows.binary_search(&row).is_ok(),
            Self::From(first) => *first <= row,
        })
    }
}

/// What shows everything that is found to whoever asks.
pub(super) type Walk<'w> = &'w mut dyn FnMut(&mut dyn FnMut(Reviewed));

impl Difference {
    /// Nothing yet; some rows are told apart.
    pub(super) const fn but(apart: Apart) -> Self {
        Self {
            added: Vec::new(),
            removed: Vec::new(),
            apart,
        }
    }

    pub(super) const fn apart(&self) -> &Apart {
        &self.apart
    }

    /// Takes in what became of the rows that are told apart.
    pub(super) fn join(&mut self, mut other: Self) {
        self.added.append(&mut other.added);
        self.removed.append(&mut other.removed);
    }

    pub(super) fn add(&mut self, one: Reviewed) {
        if !self.apart.has(one.finding.at.row) {
            self.added.push((said(&one), one));
        }
    }

    pub(super) fn remove(&mut self, one: Reviewed) {
        if !self.apart.has(one.finding.at.row) {
            self.removed.push((said(&one), one.id));
        }
    }

    /// The difference of what was said and what is there now.
    pub(super) fn since(said_before: Vec<(u64, String)>, walk: Walk<'_>) -> Self {
        let old = hashes(&said_before);
        let mut new = Vec::with_capacity(old.len());
        let mut told = Self::default();
        walk(&mut |one| {
            let hash = said(&one);
            new.push(hash);
            if old.binary_search(&hash).is_err() {
                told.added.push((hash, one));
            }
        });
        new.sort_unstable();
        told.removed = said_before;
        told.removed
            .retain(|(hash, _)| new.binary_search(hash).is_err());
        told
    }

    /// Leaves out what was taken away and came again.
    pub(super) fn settle(&mut self) {
        if !self.added.is_empty() && !self.removed.is_empty() {
            let new = hashes(&self.added);
            let old = hashes(&self.removed);
            self.added
                .retain(|(hash, _)| old.binary_search(hash).is_err());
            self.removed
                .retain(|(hash, _)| new.binary_search(hash).is_err());
        }
    }

    /// How many findings came and went.
    pub const fn len(&self) -> usize {
        self.added.len() + self.removed.len()
    }

    /// Whether none came or went.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those that came, and the ids of those that went.
    pub fn parts(self) -> (Vec<Reviewed>, Vec<String>) {
        let added = self.added.into_iter().map(|(_, one)| one);
        let removed = self.removed.into_iter().map(|(_, id)| id);
        (added.collect(), removed.collect())
    }
}

fn hashes<T>(all: &[(u64, T)]) -> Vec<u64> {
    let mut hashes: Vec<u64> = all.iter().map(|(hash, _)| *hash).collect();
    hashes.sort_unstable();
    hashes
}

/// What a finding says, and where, in one number.
pub(super) fn said(one: &Reviewed) -> u64 {
    let mut hasher = Mix::default();
    let finding = &one.finding;
    (
        &one.id,
        &one.reason,
        finding.severity,
        finding.at,
        &finding.facts,
        &finding.instead,
    )
        .hash(&mut hasher);
    hasher.finish()
}
