//! The same debt in the files of two units, from the surest sign to the weakest. What one unit
//! repeats is U-01's.

use super::rows::{Row, Rows};
use super::{Candidate, Kind, Ref};
use crate::amount::Amount;
use crate::text::Words;

/// As many debts as one candidate shows; the rest are told by their number.
const SHOWN: usize = 20;

/// What debts agree in, how much that says, and the words for it.
type Sign = (
    fn(&Row<'_>) -> Option<(u32, u32, u32, i64)>,
    u32,
    &'static str,
    &'static str,
);

/// Each looks only at debts the ones before have not gathered already. Nothing is left out for being
/// small; what only a creditor and an amount share is mostly chance, and stands last.
const SIGNS: [Sign; 4] = [
    (
        |row| Some((row.creditor, row.debtor, row.contract?, row.amount.fen())),
        95,
        "欠款单位、被拖欠企业、合同（项目）和金额都相同",
        "same debtor, creditor, contract and amount",
    ),
    (
        |row| Some((row.creditor, row.debtor, 0, row.amount.fen())),
        75,
        "欠款单位、被拖欠企业和金额相同，合同（项目）写法不同",
        "same debtor, creditor and amount under another contract",
    ),
    (
        |row| Some((row.creditor, row.debtor, row.contract?, 0)),
        70,
        "欠款单位、被拖欠企业和合同（项目）相同，金额不同",
        "same debtor, creditor and contract with another amount",
    ),
    (
        |row| Some((row.creditor, 0, 0, row.amount.fen())),
        45,
        "被拖欠企业和金额相同，欠款单位不同",
        "same creditor and amount under another debtor",
    ),
];

pub(super) fn find(rows: &Rows<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut gathered: Vec<Option<usize>> = vec![None; rows.debts.len()];
    for (key, score, zh, en) in SIGNS {
        for group in rows.groups(key) {
            let before = |place: &usize| gathered.get(*place).copied().flatten();
            let first = group.first().and_then(before);
            if first.is_some() && group.iter().all(|place| before(place) == first) {
                continue;
            }
            for place in &group {
                if let Some(own) = gathered.get_mut(*place) {
                    *own = Some(found.len());
                }
            }
            found.push(candidate(rows, &group, score, Words::of(zh, en)));
        }
    }
    found
}

fn candidate(rows: &Rows<'_>, group: &[usize], score: u32, sign: Words) -> Candidate {
    let row = |place: &usize| rows.debts.get(*place);
    let shown = group.iter().take(SHOWN);
    let refs: Vec<Ref> = shown
        .filter_map(row)
        .filter_map(|row| rows.reference(row))
        .collect();
    let amounts = || group.iter().filter_map(row).map(|row| row.amount);
    let (sum, most) = (amounts().sum::<Amount>(), amounts().max());
    let mut why = vec![sign];
    let least = amounts().min().unwrap_or_default();
    let apart = most.unwrap_or_default() - least;
    if Amount::ZERO < apart {
        why.push(Words::of(
            format!("金额相差{apart}元"),
            format!("{apart} yuan apart"),
        ));
    }
    if SHOWN < group.len() {
        let count = group.len();
        why.push(Words::of(
            format!("共{count}笔，只列前{SHOWN}笔"),
            format!("{count} debts, the first {SHOWN} shown"),
        ));
    }
    let at_stake = sum - most.unwrap_or_default();
    Candidate::of(Kind::SameDebt, score, why, refs, at_stake)
}
