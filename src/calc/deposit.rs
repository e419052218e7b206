//! The most a deposit may be.

use crate::almanac::Rate;
use crate::amount::Amount;

/// The most a deposit on a base may be, to the fen, half up.
///
/// ```
/// use arrears_ledger::almanac::Rate;
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::deposit::cap;
/// let three = Rate::parse_percent("3").unwrap();
/// assert_eq!(cap(Amount::from_fen(123_456_700), three), Amount::from_fen(3_703_701));
/// ```
pub fn cap(base: Amount, rate: Rate) -> Amount {
    // In two steps, neither of which is past 64 bits: the module for browsers has no other need of
    // longer division.
    let whole = Rate::ONE.e8();
    let (many, rest) = (base.fen().div_euclid(whole), base.fen().rem_euclid(whole));
    let half_up = |product: i64| product.saturating_add(whole / 2).div_euclid(whole);
    let fen = many.saturating_mul(rate.e8());
    Amount::from_fen(fen.saturating_add(half_up(rest.saturating_mul(rate.e8()))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_steps_come_to_what_one_long_one_does(base: i64, rate in 0..=999_999_999_999_i64) {
            let whole = i128::from(Rate::ONE.e8());
            let product = i128::from(base) * i128::from(rate);
            let fen = (product + whole / 2).div_euclid(whole);
            let fen = fen.clamp(i64::MIN.into(), i64::MAX.into());
            let found = cap(Amount::from_fen(base), Rate::from_e8(rate));
            prop_assert_eq!(i128::from(found.fen()), fen);
        }
    }
}
