//! Parting a sum into whole fen so that the parts make the sum again.

use std::cmp::Reverse;

use crate::amount::Amount;
use crate::limits;

/// Where what does not part evenly goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remainder {
    /// All parts but the last are equal and round; the last takes the balance.
    LastTakesBalance,
    /// The first parts get a unit more, one each; what is less than a unit goes to the last.
    LargestRemainder,
}

/// Why a sum cannot be parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSplit {
    /// There is nothing to part: the sum is zero or less.
    NothingThere,
    /// No parts at all, or more than one debt may have ([`limits::CHILDREN`]).
    Parts(u32),
    /// The unit is not above zero.
    Unit(Amount),
    /// A part would be smaller than one unit; how many parts there may be at most.
    TooSmall(u32),
}

/// Parts a sum into equal instalments of whole units (a fen, a yuan, ten thousand yuan).
///
/// # Errors
/// Says which argument leaves nothing to part: see [`NotSplit`].
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::split::{Remainder, equal};
/// let fen = Amount::from_fen(1);
/// let parts = equal(Amount::from_fen(10_000), 3, fen, Remainder::LastTakesBalance).unwrap();
/// assert_eq!(parts, [3333, 3333, 3334].map(Amount::from_fen));
/// ```
pub fn equal(
    total: Amount,
    parts: u32,
    unit: Amount,
    remainder: Remainder,
) -> Result<Vec<Amount>, NotSplit> {
    let count = usize::try_from(parts).unwrap_or(usize::MAX);
    if count == 0 || limits::CHILDREN < count {
        return Err(NotSplit::Parts(parts));
    }
    if unit <= Amount::ZERO {
        return Err(NotSplit::Unit(unit));
    }
    if total <= Amount::ZERO {
        return Err(NotSplit::NothingThere);
    }
    let units = total.fen() / unit.fen();
    let each = units / i64::from(parts);
    let spare = match remainder {
        Remainder::LastTakesBalance => 0,
        Remainder::LargestRemainder => units % i64::from(parts),
    };
    if each == 0 && spare == 0 {
        return Err(NotSplit::TooSmall(u32::try_from(units).unwrap_or(parts)));
    }
    let mut left = total;
    let mut amounts: Vec<Amount> = (1..i64::from(parts))
        .map(|place| {
            let units = each + i64::from(place <= spare);
            let amount = Amount::from_fen(units.saturating_mul(unit.fen()));
            left = left - amount;
            amount
        })
        .collect();
    amounts.push(left);
    Ok(amounts)
}

/// Parts a sum by weights with whole fen (Hamilton's method): each part is its quota rounded down,
/// and the fen that are left go one each to the largest remainders, the earlier first when equal.
///
/// The parts make the sum, none is a fen or more from its exact quota, and none is above its weight
/// when the sum is not above the weights' sum. Where all weights are zero, so are the parts;
/// weights and sums below zero count as zero.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::split::largest_remainder;
/// let parts = largest_remainder(Amount::from_fen(100), &[1, 1, 1]);
/// assert_eq!(parts, [34, 33, 33].map(Amount::from_fen));
/// ```
pub fn largest_remainder(total: Amount, weights: &[i64]) -> Vec<Amount> {
    let whole = i128::from(total.fen().max(0));
    let weight = |weight: &i64| i128::from((*weight).max(0));
    let sum: i128 = weights.iter().map(weight).sum();
    if sum == 0 {
        return vec![Amount::ZERO; weights.len()];
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut missing = whole;
    for (index, one) in weights.iter().enumerate() {
        // Two i64 multiplied fit an i128.
        let product = whole * weight(one);
        missing -= product / sum;
        parts.push(product / sum);
        remainders.push((Reverse(product % sum), index));
    }
    remainders.sort_unstable();
    let lucky = usize::try_from(missing).unwrap_or(0);
    for (_, index) in remainders.iter().take(lucky) {
        if let Some(part) = parts.get_mut(*index) {
            *part += 1;
        }
    }
    let amount = |part: i128| Amount::from_fen(i64::try_from(part).unwrap_or(i64::MAX));
    parts.into_iter().map(amount).collect()
}
