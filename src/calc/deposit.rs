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
    // Part by part, so that what is divided stays within 64 bits: the module for browsers has no
    // other need of longer division.
    let (fen, rate, whole) = (base.fen(), rate.e8(), Rate::ONE.e8());
    let (many, rest) = (fen.div_euclid(whole), fen.rem_euclid(whole));
    let (times, part) = (rate.div_euclid(whole), rate.rem_euclid(whole));
    let last = rest.saturating_mul(part).saturating_add(whole / 2);
    let whole_parts = many
        .saturating_mul(rate)
        .saturating_add(rest.saturating_mul(times));
    Amount::from_fen(whole_parts.saturating_add(last.div_euclid(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A base and a rate whose product fits: any base up to the whole of it, and any rate there is
    /// of a base that one cell may hold.
    fn product() -> impl Strategy<Value = (i64, i64)> {
        let most = Amount::MAX.fen();
        prop_oneof![
            (
                any::<i64>().prop_map(|fen| Amount::from_fen(fen).fen()),
                0..=Rate::ONE.e8()
            ),
            (-most..=most, 0..=999_999_999_999_i64)
        ]
    }

    proptest! {
        #[test]
        fn the_parts_come_to_what_one_long_division_does((base, rate) in product()) {
            let whole = i128::from(Rate::ONE.e8());
            let fen = (i128::from(base) * i128::from(rate) + whole / 2).div_euclid(whole);
            let found = cap(Amount::from_fen(base), Rate::from_e8(rate));
            prop_assert_eq!(i128::from(found.fen()), fen);
        }
    }
}
