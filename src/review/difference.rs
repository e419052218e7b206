//! What became of the findings.

use std::hash::{Hash, Hasher};

use super::Reviewed;
use crate::hash::Fnv;

/// The findings an edit brought and those it took away. One that says something new is both.
#[derive(Debug, Default)]
pub struct Difference {
    added: Vec<(u64, Reviewed)>,
    removed: Vec<(u64, String)>,
}

/// What shows everything that is found to whoever asks.
pub(super) type Walk<'w> = &'w mut dyn FnMut(&mut dyn FnMut(Reviewed));

impl Difference {
    pub(super) fn add(&mut self, one: Reviewed) {
        self.added.push((said(&one), one));
    }

    pub(super) fn remove(&mut self, one: Reviewed) {
        self.removed.push((said(&one), one.id));
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
    let mut hasher = Fnv::default();
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
