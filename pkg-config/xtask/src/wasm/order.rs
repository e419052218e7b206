//! The order of a module's functions: those that are alike stand near each other, for what is sent
//! is shorter the nearer a thing stands to what it repeats.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::{Encode, NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

use crate::failure::{Outcome, While};

/// Functions are alike by the runs of so many bytes they share.
const RUN: usize = 5;

/// What it counts that a function has a rare run in common with the last one, with that before it,
/// and so on.
const NEARNESS: [usize; 5] = [60_000_000, 30_000_000, 20_000_000, 15_000_000, 12_000_000];

/// A run that more functions have than this tells nothing.
const COMMON: usize = 200;

/// The module with a name on each function, by which they stand in their new order.
pub(super) fn named(module: &[u8]) -> Outcome<Vec<u8>> {
    let (imports, bodies) = functions(module).while_doing("reading the module's functions")?;
    let mut places = vec![0; bodies.len()];
    for (place, function) in order(&bodies).into_iter().enumerate() {
        if let Some(known) = places.get_mut(function) {
            *known = place;
        }
    }
    let mut names = NameMap::new();
    for number in 0..imports {
        names.append(number, &format!("import{number:06}"));
    }
    for (number, place) in (imports..).zip(places) {
        names.append(number, &format!("own{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut whole = module.to_vec();
    whole.push(section.id());
    section.encode(&mut whole);
    Ok(whole)
}

/// How many functions are imported, and the bodies of the others.
fn functions(module: &[u8]) -> wasmparser::Result<(u32, Vec<&[u8]>)> {
    let (mut imports, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imports, bodies))
}

/// What functions share.
struct Shared {
    /// For each function, the runs it shares with others.
    runs: Vec<Vec<usize>>,
    /// For each run, the functions that have it.
    owners: Vec<Vec<usize>>,
}

impl Shared {
    fn of(bodies: &[&[u8]]) -> Self {
        let mut all: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (function, body) in bodies.iter().enumerate() {
            for run in body.windows(RUN) {
                let owners = all.entry(run).or_default();
                if owners.last() != Some(&function) {
                    owners.push(function);
                }
            }
        }
        let mut runs = vec![Vec::new(); bodies.len()];
        let telling = all.into_values();
        let owners: Vec<_> = telling
            .filter(|owners| 1 < owners.len() && owners.len() < COMMON)
            .collect();
        for (run, owners) in owners.iter().enumerate() {
            for function in owners {
                runs.get_mut(*function)
                    .into_iter()
                    .for_each(|runs| runs.push(run));
            }
        }
        Self { runs, owners }
    }

    /// How much each function has in common with some, the first of which count most; rare runs count
    /// more than common ones.
    fn likeness(&self, last: impl Iterator<Item = usize>) -> BTreeMap<usize, usize> {
        let mut all: Vec<usize> = vec![0; self.runs.len()];
        let mut found = Vec::new();
        for (nearness, function) in NEARNESS.into_iter().zip(last) {
            for run in self.runs.get(function).into_iter().flatten() {
                let Some(owners) = self.owners.get(*run) else {
                    continue;
                };
                for owner in owners {
                    if let Some(likeness) = all.get_mut(*owner) {
                        if *likeness == 0 {
                            found.push(*owner);
                        }
                        *likeness += nearness / owners.len();
                    }
                }
            }
        }
        let of = |owner: usize| Some((owner, *all.get(owner)?));
        found.into_iter().filter_map(of).collect()
    }
}

/// The largest first, and behind it whatever is most like those before it, for its length.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let shared = Shared::of(bodies);
    let length = |function: usize| bodies.get(function).map_or(1, |body| body.len().max(1));
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    while let Some(largest) = left.iter().copied().max_by_key(|one| length(*one)) {
        let likeness = shared.likeness(order.iter().rev().copied()).into_iter();
        let most = likeness
            .filter(|(function, _)| left.contains(function))
            .max_by_key(|(function, likeness)| likeness / length(*function));
        let next = most.map_or(largest, |(function, _)| function);
        left.remove(&next);
        order.push(next);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: [&[u8]; 5] = [
            b"read the amount of a debt",
            b"days of the week",
            b"write the amount of a debt, and its unit",
            b"xyz",
            b"the days of the week",
        ];
        assert_eq!(order(&bodies), [2, 0, 1, 4, 3]);
    }
}
