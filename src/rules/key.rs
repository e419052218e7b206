//! Keys by which debts are compared with each other.

use crate::ledger::Entry;
use crate::rule::Member;
use crate::text::fold;

/// Texts that must agree, spacing and bracket width apart.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// FNV-1a: the same on every machine, good enough to gather candidates.
    pub(super) fn hash(&self) -> u64 {
        self.0.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

/// Pairs each member that has the key of an earlier one with the first that has it.
pub(super) fn alike<'a>(
    members: &'a [Member<'a>],
    key: fn(&Entry) -> Option<Key>,
) -> impl Iterator<Item = (Member<'a>, Member<'a>)> {
    let mut firsts: Vec<(Key, Member<'a>)> = Vec::new();
    members.iter().filter_map(move |member| {
        let own = key(member.entry)?;
        if let Some((_, first)) = firsts.iter().find(|(known, _)| *known == own) {
            return Some((*first, *member));
        }
        firsts.push((own, *member));
        None
    })
}
