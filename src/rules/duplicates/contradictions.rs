//! Debts → things that are given more than one name or code.

use crate::ledger::Entry;
use crate::rule::{Keys, Member};
use crate::rules::key::{Key, alike, firsts, put};
use crate::text::{Words, join};

/// As many as a message lists.
const SHOWN: usize = 3;

/// One thing with several values.
#[derive(Debug)]
pub(super) struct Contradiction<'a> {
    /// The thing, as it was first written.
    pub(super) of: &'a str,
    /// The row in which the second value first stands.
    pub(super) row: usize,
    /// How many values there are.
    pub(super) count: usize,
    values: Vec<&'a str>,
}

impl Contradiction<'_> {
    /// The first few values.
    pub(super) fn list(&self) -> Words {
        let (zh, en) = if self.values.len() < self.count {
            ("等", " and others")
        } else {
            ("", "")
        };
        Words {
            zh: format!("“{}”{zh}", join(&self.values, "”、“")),
            en: format!("“{}”{en}", join(&self.values, "”, “")),
        }
    }
}

/// A thing and its value in one debt.
pub(super) type Pair = fn(&Entry) -> Option<(&str, &str)>;

/// The hash by which debts that name the same thing are gathered.
pub(super) fn keys(entry: &Entry, pair: Pair, keys: &mut Keys) {
    put(pair(entry).map(|(of, _)| Key::of(of)), keys);
}

/// All that counts of a debt, in one number: of the debts that agree in it, the first is quoted.
pub(super) fn sees(entry: &Entry, pair: Pair, keys: &mut Keys) -> u64 {
    let key = pair(entry).map(|(of, value)| Key::of(of).and(value));
    key.map_or(0, |key| key.hash(keys))
}

/// The things that members give more than one value.
pub(super) fn contradictions<'a>(members: &[Member<'a>], pair: Pair) -> Vec<Contradiction<'a>> {
    let mut found = Vec::new();
    for part in alike(members, &|entry| pair(entry).map(|(of, _)| Key::of(of))) {
        found.extend(contradiction(&part, pair));
    }
    found
}

fn contradiction<'a>(part: &[Member<'a>], pair: Pair) -> Option<Contradiction<'a>> {
    let firsts = firsts(part, &|entry| pair(entry).map(|(_, value)| Key::of(value)));
    let second = firsts.get(1)?;
    let shown = firsts.iter().take(SHOWN);
    Some(Contradiction {
        of: pair(part.first()?.entry)?.0,
        row: second.row,
        count: firsts.len(),
        values: shown
            .filter_map(|member| Some(pair(member.entry)?.1))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::ledger::entry::Field;
    use crate::ledger::fields::Record;

    #[test]
    fn a_message_stays_short_however_many_there_are() {
        let entry = |name: &String| {
            let mut entry = Entry::default();
            entry.set(Field::ContractNo, "1", Unit::Yuan);
            entry.set(Field::DebtorName, name, Unit::Yuan);
            entry
        };
        let names: Vec<String> = ["甲（一）", "甲 (一)", "乙", "丙", "丁", "乙"]
            .map(str::to_owned)
            .into();
        let entries: Vec<Entry> = names.iter().map(entry).collect();
        let members: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(row, entry)| Member { row, entry })
            .collect();
        let pair: Pair = |entry| {
            let of = entry.contract_no.as_ref()?.as_str();
            Some((of, entry.debtor_name.as_ref()?.as_str()))
        };
        let found = contradictions(&members, pair);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].of, found[0].row, found[0].count), ("1", 2, 4));
        assert_eq!(found[0].list().zh, "“甲（一）”、“乙”、“丙”等");
        assert!(contradictions(&members[..2], pair).is_empty());
    }
}
