//! The keys by which a debt is gathered with others.

use std::hash::Hasher;

use crate::IS_WHOLE;
use crate::hash::{Mix, mix};
use crate::text::{fold, fold_onto};

/// Keys of one debt. Each of its texts is read once, however many keys it is part of.
#[derive(Debug, Default)]
pub struct Keys {
    found: Vec<u64>,
    /// Where a text lies, how long it is, and its hash.
    texts: Vec<(usize, usize, u64)>,
}

impl Keys {
    /// Adds a key.
    pub fn put(&mut self, key: u64) {
        self.found.push(key);
    }

    /// Takes the keys out.
    pub fn take(&mut self) -> impl Iterator<Item = u64> {
        self.found.drain(..)
    }

    /// Begins with another debt, or with the same after an edit.
    pub fn begin(&mut self) {
        self.found.clear();
        self.texts.clear();
    }

    /// The hash of a text of the debt, folded: see [`fold`](crate::text::fold).
    pub fn hash(&mut self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        let (at, length) = (text.as_ptr().addr(), text.len());
        let is_it = |known: &&(usize, usize, u64)| (known.0, known.1) == (at, length);
        if let Some((_, _, hash)) = self.texts.iter().find(is_it) {
            return *hash;
        }
        let hash = of_folded(text);
        self.texts.push((at, length, hash));
        hash
    }
}

/// The hash of a text as it is folded. Names and codes are hardly ever longer than this, and need no
/// memory for it.
fn of_folded(text: &str) -> u64 {
    if !IS_WHOLE {
        return mix(&fold(text));
    }
    let mut room = [0; 64];
    let mut hash = Mix::default();
    match fold_onto(text, &mut room) {
        Some(folded) => hash.write(folded),
        None => hash.write(fold(text).as_bytes()),
    }
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_fold_alike_have_one_hash_wherever_they_lie() {
        let mut keys = Keys::default();
        let text = "叶县（一）";
        let hash = keys.hash(text);
        assert_eq!(hash, keys.hash("叶县 (一)"));
        assert_eq!(hash, keys.hash(text));
        assert_eq!(keys.hash("91410422MA44"), keys.hash("９１410422ma44"));
        let long = "ZB-2022-0001-0002-0003-0004-0005-0006";
        assert_eq!(keys.hash(long), keys.hash(&long.to_lowercase()));
        assert_ne!(hash, keys.hash("叶县"));
        assert_ne!(keys.hash(text.split_at(3).0), keys.hash(text.split_at(6).0));
    }
}
