//! One debtor in the reports of two units: only one of them should report it.

use std::collections::BTreeMap;

use super::rows::{Row, Rows};
use super::{Candidate, Kind};
use crate::amount::Amount;
use crate::campaign::Campaign;
use crate::rules::owner;
use crate::text::Words;

pub(super) fn find(rows: &Rows<'_>, campaign: &Campaign) -> Vec<Candidate> {
    let groups = rows.groups(|row| Some(row.debtor));
    groups
        .iter()
        .map(|group| candidate(rows, group, campaign))
        .collect()
}

/// The first debt of each unit stands for all of that unit, with their sum.
fn candidate(rows: &Rows<'_>, group: &[usize], campaign: &Campaign) -> Candidate {
    let mut units: BTreeMap<usize, (Row<'_>, usize, Amount)> = BTreeMap::new();
    for row in group.iter().filter_map(|place| rows.debts.get(*place)) {
        let unit = units.entry(row.file).or_insert((*row, 0, Amount::ZERO));
        unit.1 += 1;
        unit.2 = unit.2 + row.amount;
    }
    let mut refs = Vec::new();
    let mut why = Vec::new();
    let mut owned = None;
    for (row, count, sum) in units.values() {
        owned = owned.or(owner(campaign, row.entry));
        if let Some(mut one) = rows.reference(row) {
            one.amount = *sum;
            let unit = &one.unit_name;
            why.push(Words::of(
                format!("{unit}填报{count}笔，{sum}元"),
                format!("{unit} reports {count}, {sum} yuan"),
            ));
            refs.push(one);
        }
    }
    let mut score = 40;
    if let Some(owner) = owned {
        score = 60;
        why.push(Words::of(
            format!("按归口应由{}填报", owner.name),
            format!("{} should report it by its planning channel", owner.name),
        ));
    }
    let sums = || units.values().map(|(_, _, sum)| *sum);
    let at_stake = sums().sum::<Amount>() - sums().max().unwrap_or_default();
    Candidate::of(Kind::Debtor, score, why, refs, at_stake)
}
