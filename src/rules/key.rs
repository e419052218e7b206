//! Keys by which debts are compared with each other.

use std::hash::Hasher;

use crate::hash::Fnv;
use crate::ledger::Entry;
use crate::rule::Member;
use crate::text::fold;

/// Texts that must agree, spacing and bracket width apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(String);

impl Key {
    /// A key of one text.
    pub(super) fn of(text: &str) -> Self {
        Self(fold(text))
    }

    /// The key and one more text.
    pub(super) fn and(mut self, text: &str) -> Self {
        self.0.push('\u{1f}');
        self.0.push_str(&fold(text));
        self
    }

    /// The same on every machine, good enough to gather candidates.
    pub(super) fn hash(&self) -> u64 {
        let mut hasher = Fnv::default();
        hasher.write(self.0.as_bytes());
        hasher.finish()
    }
}

/// Parts members by the keys they really have, since two keys may share a hash. Within a part, rows
/// keep their order; members without a key are left out.
pub(super) fn alike<'a>(
    members: &[Member<'a>],
    key: &dyn Fn(&Entry) -> Option<Key>,
) -> Vec<Vec<Member<'a>>> {
    let mut keyed: Vec<(Key, Member<'a>)> = Vec::new();
    for member in members {
        keyed.extend(key(member.entry).map(|key| (key, *member)));
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
    key: &dyn Fn(&Entry) -> Option<Key>,
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
        let key = |entry: &Entry| Some(Key::of(entry.debtor_name.as_ref()?.as_str()));
        let parts: Vec<Vec<usize>> = alike(&members, &key)
            .iter()
            .map(|part| part.iter().map(|member| member.row).collect())
            .collect();
        assert_eq!(parts, [vec![1], vec![0, 3]]);
        let firsts: Vec<usize> = firsts(&members, &key).iter().map(|one| one.row).collect();
        assert_eq!(firsts, [0, 1]);
    }
}
