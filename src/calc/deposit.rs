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
    let whole = i128::from(Rate::ONE.e8());
    let product = i128::from(base.fen()) * i128::from(rate.e8());
    let fen = (product + whole / 2).div_euclid(whole);
    Amount::from_fen(i64::try_from(fen).unwrap_or(i64::MAX))
}
