//! Keys by which debts are compared with each other.

use std::hash::Hasher;

use crate::amount::Amount;
use crate::hash::Mix;
use crate::ledger::Entry;
use crate::rule::{Keys, Member};
use crate::text::fold;

/// Texts of a debt that must agree, spacing and bracket width apart, and an amount. A key copies
/// nothing: every edit makes many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'a> {
    texts: [&'a str; MOST],
    amount: Option<Amount>,
}

/// As many texts as a key has.
const MOST: usize = 3;

/// A key as it is compared.
pub(super) type Folded = (String, Option<Amount>);

impl<'a> Key<'a> {
    /// A key of one text.
    pub(super) const fn of(text: &'a str) -> Self {
        Self {
            texts: [text, "", ""],
            amount: None,
        }
    }

    /// The key and one more text, none of which may be blank.
    pub(super) fn and(mut self, text: &'a str) -> Self {
        if let Some(free) = self.texts.iter_mut().find(|text| text.is_empty()) {
            *free = text;
        }
        self
    }

    /// The key and an amount.
    pub(super) const fn worth(mut self, amount: Amount) -> Self {
        self.amount = Some(amount);
        self
    }

    /// What is compared: the texts folded, and the amount.
    pub(super) fn folded(&self) -> Folded {
        let mut texts = String::new();
        for text in self.texts {
            texts.push_str(&fold(text));
            texts.push('\u{1f}');
        }
        (texts, self.amount)
    }

    /// The same on every machine, good enough to gather candidates.
    pub(super) fn hash(&self, keys: &mut Keys) -> u64 {
        let mut hasher = Mix::default();
        for text in self.texts {
            hasher.write_u64(keys.hash(text));
        }
        let amount = self.amount.unwrap_or_default();
        hasher.write_u64(amount.fen().cast_unsigned());
        hasher.finish()
    }
}

/// Adds the key a debt has to its others.
pub(super) fn put(key: Option<Key<'_>>, keys: &mut Keys) {
    if let Some(key) = key {
        let key = key.hash(keys);
        keys.put(key);
    }
}

/// Parts members by the keys they really have, since two keys may share a hash. Within a part, rows
/// keep their order; members without a key are left out.
pub(super) fn alike<'a>(
    members: &[Member<'a>],
    key: &dyn Fn(&'a Entry) -> Option<Key<'a>>,
) -> Vec<Vec<Member<'a>>> {
    let mut keyed: Vec<(Folded, Member<'a>)> = Vec::new();
    for member in members {
        keyed.extend(key(member.entry).map(|key| (key.folded(), *member)));
    }
    keyed.sort_unstable_by(|(a, one), (b, other)| (a, one.row).cmp(&(b, other.row)));
    let mut parts = Vec::new();
    for part in keyed.chunk_by(|(a, _), (b, _)| a == b) {
        parts.push(part.iter().map(|(_, member)| *member).collect());
    }
    parts
}

/// The first member of each key, in the order of their rows.
pub(super) fn firsts<'a>(
    members: &[Member<'a>],
    key: &dyn Fn(&'a Entry) -> Option<Key<'a>>,
) -> Vec<Member<'a>> {
    let mut firsts = Vec::new();
    for part in alike(members, key) {
        firsts.extend(part.first().copied());
    }
    firsts.sort_unstable_by_key(|member| member.row);
    firsts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::ledger::cell::{Cell, Line};

    fn key(entry: &Entry) -> Option<Key<'_>> {
        Some(Key::of(entry.debtor_name.as_ref()?.as_str()))
    }

    #[test]
    fn keys_that_share_a_hash_are_told_apart() {
        let entry = |name| Entry {
            debtor_name: Line::parse(name, Unit::Yuan).ok(),
            ..Entry::default()
        };
        let entries = [
            entry("甲（一）"),
            entry("乙"),
            Entry::default(),
            entry(" 甲(一)"),
        ];
        let members: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(row, entry)| Member { row, entry })
            .collect();
        let parts: Vec<Vec<usize>> = alike(&members, &key)
            .iter()
            .map(|part| part.iter().map(|member| member.row).collect())
            .collect();
        assert_eq!(parts, [vec![1], vec![0, 3]]);
        let firsts: Vec<usize> = firsts(&members, &key).iter().map(|one| one.row).collect();
        assert_eq!(firsts, [0, 1]);
    }
}
