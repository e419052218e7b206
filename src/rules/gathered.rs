//! Debts gathered by what rules compare them by, a ledger at a time.

use crate::IS_WHOLE;
use crate::ledger::{Entry, Ledger};
use crate::rule::{Check, Finding, Keys, Member};

/// A rule that compares debts, and the debts by what it gathers them by.
struct Gathered {
    keys: fn(&Entry, &mut Keys),
    sees: Option<fn(&Entry, &mut Keys) -> u64>,
    check: fn(&[Member<'_>]) -> Vec<Finding>,
    /// Key, what is seen, row.
    keyed: Vec<(u64, u64, usize)>,
}

/// All rules go through the debts together, so that no text is hashed for each of them.
pub(super) fn check_groups(ledger: &Ledger, checks: &[&Check], findings: &mut Vec<Finding>) {
    if IS_WHOLE && ledger.entries.len() < 2 {
        return;
    }
    let mut all: Vec<Gathered> = Vec::new();
    for check in checks {
        if let Check::Group { keys, sees, check } = **check {
            let keyed = Vec::new();
            all.push(Gathered {
                keys,
                sees,
                check,
                keyed,
            });
        }
    }
    let mut found = Keys::default();
    for (row, entry) in ledger.entries.iter().enumerate() {
        found.begin();
        for one in &mut all {
            (one.keys)(entry, &mut found);
            let whole = one.sees.map(|sees| sees(entry, &mut found));
            let whole = whole.unwrap_or_else(|| u64::try_from(row).unwrap_or(u64::MAX));
            one.keyed.extend(found.take().map(|key| (key, whole, row)));
        }
    }
    for one in all {
        check_group(ledger, one, findings);
    }
}

/// Leaves out most debts that are alike in key and in what is seen to one before them, before what
/// is left is sorted: a ledger has few debtors.
fn drop_repeats(keyed: &mut Vec<(u64, u64, usize)>) {
    const PLACES: u64 = 1024;
    // As few are sorted sooner.
    if u64::try_from(keyed.len()).is_ok_and(|few| few < PLACES) {
        return;
    }
    let mut last: Vec<Option<(u64, u64)>> = Vec::new();
    last.resize(usize::try_from(PLACES).unwrap_or_default(), None);
    keyed.retain(|(key, whole, _)| {
        let place = usize::try_from((key ^ whole) % PLACES).unwrap_or_default();
        let one = Some((*key, *whole));
        last.get_mut(place)
            .is_none_or(|last| std::mem::replace(last, one) != one)
    });
}

/// Leaves out what surely nothing else shares its key with, before what is left is sorted.
fn keep_shared(keyed: &mut Vec<(u64, u64, usize)>) {
    let places = keyed.len().next_power_of_two().saturating_mul(4);
    // Cut before it is converted: a module's addresses have 32 bits.
    let last = u64::try_from(places - 1).unwrap_or_default();
    let place = |key: u64| usize::try_from(key & last).unwrap_or_default();
    let mut counts = vec![0_u8; places];
    for (key, ..) in &*keyed {
        if let Some(count) = counts.get_mut(place(*key)) {
            *count = count.saturating_add(1);
        }
    }
    keyed.retain(|(key, ..)| counts.get(place(*key)) != Some(&1));
}

/// Asks a rule of the debts it has gathered.
fn check_group(ledger: &Ledger, gathered: Gathered, findings: &mut Vec<Finding>) {
    let mut keyed = gathered.keyed;
    if IS_WHOLE {
        if gathered.sees.is_some() {
            drop_repeats(&mut keyed);
        }
        keep_shared(&mut keyed);
    }
    // Of those alike in key and in what is seen the first is enough.
    keyed.sort_unstable();
    if gathered.sees.is_some() {
        keyed.dedup_by_key(|(key, whole, _)| (*key, *whole));
        keyed.sort_unstable_by_key(|(key, _, row)| (*key, *row));
    }
    for group in keyed
        .chunk_by(|(a, ..), (b, ..)| a == b)
        .filter(|group| 1 < group.len())
    {
        let mut members = Vec::new();
        for (_, _, row) in group {
            let entry = ledger.entries.get(*row);
            members.extend(entry.map(|entry| Member { row: *row, entry }));
        }
        findings.extend((gathered.check)(&members));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{drop_repeats, keep_shared};

    proptest! {
        /// What is shared stays, in its order; of many others most go.
        #[test]
        fn no_shared_key_is_left_out(keys in proptest::collection::vec(0..400_u64, 0..300)) {
            // Beyond 32 bits, as hashes are.
            let keyed = |key: &u64| key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let all: Vec<(u64, u64, usize)> =
                keys.iter().enumerate().map(|(row, key)| (keyed(key), 0, row)).collect();
            let mut counts = BTreeMap::<u64, usize>::new();
            for (key, ..) in &all {
                *counts.entry(*key).or_default() += 1;
            }
            let is_shared = |one: &&(u64, u64, usize)| 1 < counts[&one.0];
            let mut kept = all.clone();
            keep_shared(&mut kept);
            let shared: Vec<_> = all.iter().filter(is_shared).collect();
            prop_assert_eq!(kept.iter().filter(is_shared).collect::<Vec<_>>(), shared);
        }
    }

    #[test]
    fn of_what_repeats_the_first_stays() {
        let whole = |row: usize| u64::try_from(row / 4_000).unwrap();
        let mut keyed: Vec<_> = (0..10_000).map(|row| (7, whole(row), row)).collect();
        keyed.extend([(8, 0, 10_000), (7, 0, 10_001)]);
        drop_repeats(&mut keyed);
        assert_eq!(
            keyed,
            [(7, 0, 0), (7, 1, 4_000), (7, 2, 8_000), (8, 0, 10_000)]
        );
    }

    #[test]
    fn most_of_what_stands_alone_goes() {
        let key = |number: u64| number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut keyed: Vec<_> = (0..1_000)
            .zip(0..)
            .map(|(number, row)| (key(number), 0, row))
            .collect();
        keep_shared(&mut keyed);
        assert!(keyed.len() < 500, "{}", keyed.len());
    }
}
