//! A rate of interest in whole parts of a hundred million.

use std::fmt;

use crate::amount::number;
use crate::decimal::{Odd, decimal};
use crate::text::cut;

/// A rate, in parts of 10⁸: 3.85 % is 3 850 000, five in ten thousand is 50 000.
///
/// It says nothing about its period; a year's and a day's rate are kept apart by who holds them.
///
/// ```
/// use arrears_ledger::almanac::Rate;
/// let lpr = Rate::parse_percent("3.85").unwrap();
/// let factor = Rate::parse("1.5").unwrap();
/// assert_eq!(lpr.times(factor).to_string(), "5.775");
/// assert_eq!(Rate::parse("0.0005"), Rate::parse_percent("0.05"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Odd);

/// Parts of a whole.
const WHOLE: i64 = 100_000_000;

impl Default for Rate {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Rate {
    /// No interest.
    pub const ZERO: Self = Self::from_e8(0);
    /// One: the whole, a hundred percent.
    pub const ONE: Self = Self::from_e8(WHOLE);

    /// A rate of so many parts in 10⁸; past half the range of `i64` it stays there.
    pub const fn from_e8(parts: i64) -> Self {
        Self(Odd::new(parts))
    }

    /// The parts in 10⁸.
    pub const fn e8(self) -> i64 {
        self.0.get()
    }

    /// Reads a decimal fraction or a factor (`0.0005`, `1.5`) of at most eight decimals.
    ///
    /// `None` for a sign, a letter, more decimals, or a whole part of more than four digits.
    pub fn parse(text: &str) -> Option<Self> {
        digits(text, 8).map(Self::from_e8)
    }

    /// Reads percents (`3.85`) of at most six decimals; `None` as with [`Rate::parse`].
    pub fn parse_percent(text: &str) -> Option<Self> {
        digits(text, 6).map(Self::from_e8)
    }

    /// The rate times a factor, rounded half up to a part.
    #[must_use]
    pub fn times(self, factor: Self) -> Self {
        let product = i128::from(self.e8()).saturating_mul(i128::from(factor.e8()));
        let parts = product
            .saturating_add(i128::from(WHOLE / 2))
            .div_euclid(i128::from(WHOLE));
        Self::from_e8(i64::try_from(parts).unwrap_or(i64::MAX))
    }

    /// Percents with two decimals at least, as rates are published: `4.20`.
    pub fn published(self) -> String {
        self.percent(2)
    }

    fn percent(self, at_least: usize) -> String {
        decimal(self.e8(), 6, at_least)
    }
}

/// Percents without needless zeros and without the sign: `4.2`.
impl fmt::Display for Rate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.percent(0))
    }
}

/// A decimal as a whole number of its last allowed place.
fn digits(text: &str, decimals: usize) -> Option<i64> {
    let (whole, part) = match cut(text, ".") {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    if whole.is_empty() || 4 < whole.len() || decimals < part.len() {
        return None;
    }
    number(whole, part, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_percents() {
        for (text, parts, printed, published) in [
            ("3.85", 3_850_000, "3.85", "3.85"),
            ("4.20", 4_200_000, "4.2", "4.20"),
            ("3", 3_000_000, "3", "3.00"),
            ("0.0175", 17_500, "0.0175", "0.0175"),
            ("0", 0, "0", "0.00"),
        ] {
            let rate = Rate::parse_percent(text).unwrap();
            assert_eq!(rate.e8(), parts, "{text}");
            assert_eq!(rate.to_string(), printed);
            assert_eq!(rate.published(), published);
        }
        assert_eq!(Rate::from_e8(-50_000).to_string(), "-0.05");
    }

    #[test]
    fn refuses_what_it_cannot_hold() {
        for text in ["", ".", "3.", ".5", "-1", "1e3", "３", "0.0000001", "12345"] {
            assert_eq!(Rate::parse_percent(text), None, "{text}");
        }
    }
}
