//! Money: whole fen, read from and printed in yuan or ten thousand yuan.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use crate::decimal::{Odd, decimal};
use crate::text::{cut, has, narrowed, split};

/// The unit a sheet is written in. It never changes what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// 元.
    #[default]
    Yuan,
    /// 万元, ten thousand yuan.
    Wan,
}

impl Unit {
    /// Digits after the point that still are whole fen.
    pub const fn decimals(self) -> usize {
        match self {
            Self::Yuan => 2,
            Self::Wan => 6,
        }
    }

    /// The unit's name in Chinese.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::Wan => "万元",
        }
    }
}

/// An amount of money in whole fen (分, a hundredth of a yuan).
///
/// There is no way to or from a float. Adding never wraps: a sum past half the range of `i64` stays at
/// its end, which no ledger within [`Amount::MAX`] per cell and the row limit can reach.
///
/// ```
/// use arrears_ledger::amount::{Amount, Unit};
/// let owed = Amount::parse("14.1489", Unit::Wan)?;
/// assert_eq!(owed.to_string(), "141489.00");
/// assert_eq!(owed.print(Unit::Wan), "14.1489");
/// # Ok::<(), arrears_ledger::amount::NotAnAmount>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Odd);

impl Default for Amount {
    fn default() -> Self {
        Self::ZERO
    }
}

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnAmount {
    /// A letter that has no place in a number.
    Letters,
    /// `####`: the column was too narrow when the sheet was copied.
    Hashes,
    /// A comma that does not part three digits.
    Separators,
    /// More decimals than fen; the number of decimals allowed.
    Decimals(usize),
    /// Larger than [`Amount::MAX`].
    TooLarge,
    /// `1.2E+05`: rounded by a spreadsheet.
    Scientific,
}

impl Amount {
    /// No money.
    pub const ZERO: Self = Self::from_fen(0);
    /// The largest amount one cell may hold: a hundred billion yuan.
    pub const MAX: Self = Self::from_fen(10_000_000_000_000);

    /// An amount of so many fen; past half the range of `i64` it stays there.
    pub const fn from_fen(fen: i64) -> Self {
        Self(Odd::new(fen))
    }

    /// The amount in fen.
    pub const fn fen(self) -> i64 {
        self.0.get()
    }

    /// Reads what a person typed; a unit written behind the number (`3万元`, `500元`) wins over
    /// the sheet's.
    ///
    /// # Errors
    /// Says which of the ways a text can fail to be a number it is.
    pub fn parse(text: &str, unit: Unit) -> Result<Self, NotAnAmount> {
        Self::parse_within(text, unit, Self::MAX)
    }

    /// Reads canonical text, and nothing else.
    pub(crate) fn restore(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
        let (whole, [b'.', tens, ones]) = digits.split_last_chunk()? else {
            return None;
        };
        let is_padded = whole.first() == Some(&b'0') && 1 < whole.len();
        if whole.is_empty() || is_padded || MOST_DIGITS < whole.len() {
            return None;
        }
        let mut fen = 0;
        for digit in whole.iter().chain([tens, ones]) {
            let is_digit = digit.is_ascii_digit();
            fen = fen * 10 + is_digit.then(|| i64::from(digit - b'0'))?;
        }
        let is_negative = digits.len() < text.len();
        let fits = fen <= Self::MAX.fen() && !(is_negative && fen == 0);
        fits.then_some(Self::from_fen(if is_negative { -fen } else { fen }))
    }

    /// The same where no cell limits it: up to `most`, which may be larger than [`Amount::MAX`].
    ///
    /// # Errors
    /// As [`Amount::parse`]; [`NotAnAmount::TooLarge`] past `most`.
    pub fn parse_within(text: &str, unit: Unit, most: Self) -> Result<Self, NotAnAmount> {
        let typed = narrowed(text);
        let (number, unit) = split_unit(typed.trim(), unit);
        if has(number, "#") {
            return Err(NotAnAmount::Hashes);
        }
        if is_scientific(number) {
            return Err(NotAnAmount::Scientific);
        }
        let (negative, number) = match number.strip_prefix('-') {
            Some(rest) => (true, rest.trim_start()),
            None => (false, number.strip_prefix('+').unwrap_or(number)),
        };
        let (whole, part) = cut(number, ".").unwrap_or((number, ""));
        let fen = fen_of(&join_groups(whole)?, part, unit, most)?;
        Ok(Self::from_fen(if negative { -fen } else { fen }))
    }

    /// The amount in a unit, without needless zeros: `14.1489`.
    pub fn print(self, unit: Unit) -> String {
        decimal(self.fen(), unit.decimals(), 0)
    }

    /// Canonical text: see [`Display`](fmt::Display).
    pub(crate) fn canonical(self) -> String {
        decimal(self.fen(), 2, 2)
    }

    /// The amount in 万元 with so many decimals, six at most, rounded half up (below zero as
    /// above): for the eye only, never to be read back.
    ///
    /// ```
    /// use arrears_ledger::amount::Amount;
    /// assert_eq!(Amount::from_fen(495_600).in_wan(2), "0.50");
    /// ```
    pub fn in_wan(self, decimals: usize) -> String {
        let decimals = decimals.min(Unit::Wan.decimals());
        let rounded = self.rounded_to_wan(decimals);
        let sign = if rounded.fen() < 0 { "-" } else { "" };
        let fen = rounded.fen().unsigned_abs();
        let mut part = format!("{:06}", fen % 1_000_000);
        part.truncate(decimals);
        let point = if part.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{part}", fen / 1_000_000)
    }

    /// What [`Amount::in_wan`] shows, as an amount: a column's note that its rounded rows do not
    /// add up to the rounded total needs it.
    #[must_use]
    pub fn rounded_to_wan(self, decimals: usize) -> Self {
        let cut = Unit::Wan.decimals().saturating_sub(decimals);
        let step = 10_i64.pow(u32::try_from(cut).unwrap_or(0));
        let half = if self.fen() < 0 { -step / 2 } else { step / 2 };
        Self::from_fen(self.fen().saturating_add(half) / step * step)
    }

    /// `self` less `other`, or nothing when that would be negative.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        (self - other).max(Self::ZERO)
    }

    /// `percent` hundredths of the amount, rounded half up to the fen.
    ///
    /// ```
    /// use arrears_ledger::amount::Amount;
    /// assert_eq!(Amount::from_fen(150).percent(3), Amount::from_fen(5));
    /// ```
    #[must_use]
    pub fn percent(self, percent: u8) -> Self {
        // An amount is at most a sum of so many cells that a hundredfold may not fit.
        let hundredths = self.fen().saturating_mul(i64::from(percent));
        Self::from_fen(hundredths.saturating_add(50).div_euclid(100))
    }
}

/// Canonical text: yuan with two decimals, as JSON carries it.
impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.canonical())
    }
}

impl Add for Amount {
    type Output = Self;
    #[inline(never)]
    fn add(self, other: Self) -> Self {
        Self::from_fen(self.fen().saturating_add(other.fen()))
    }
}

impl Sub for Amount {
    type Output = Self;
    #[inline(never)]
    fn sub(self, other: Self) -> Self {
        Self::from_fen(self.fen().saturating_sub(other.fen()))
    }
}

impl Neg for Amount {
    type Output = Self;
    fn neg(self) -> Self {
        Self::from_fen(self.fen().saturating_neg())
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Parts `3.5万元` into `3.5` and its own unit, where it names one.
fn split_unit(text: &str, unit: Unit) -> (&str, Unit) {
    let text = text.strip_prefix(['¥', '￥']).unwrap_or(text).trim();
    for (suffix, named) in [("万元", Unit::Wan), ("万", Unit::Wan), ("元", Unit::Yuan)] {
        if let Some(number) = text.strip_suffix(suffix) {
            return (number.trim_end(), named);
        }
    }
    (text, unit)
}

fn is_scientific(number: &str) -> bool {
    let parts = cut(number, "e").or_else(|| cut(number, "E"));
    parts.is_some_and(|(mantissa, power)| {
        let is_power = |b: u8| b.is_ascii_digit() || b == b'+' || b == b'-';
        mantissa.bytes().any(|b| b.is_ascii_digit()) && power.bytes().all(is_power)
    })
}

/// Takes thousands separators out; each must part off exactly three digits.
fn join_groups(whole: &str) -> Result<String, NotAnAmount> {
    let mut groups = split(whole, &[',']).into_iter();
    let first = groups.next().unwrap_or_default().trim_end();
    let mut digits = first.to_owned();
    for group in groups {
        let group = group.trim();
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return Err(if group.bytes().all(|b| b.is_ascii_digit()) {
                NotAnAmount::Separators
            } else {
                NotAnAmount::Letters
            });
        }
        digits.push_str(group);
    }
    Ok(digits)
}

fn fen_of(whole: &str, part: &str, unit: Unit, most: Amount) -> Result<i64, NotAnAmount> {
    let part = part.trim_end_matches('0');
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(part) {
        return Err(NotAnAmount::Letters);
    }
    let decimals = unit.decimals();
    if decimals < part.len() {
        return Err(NotAnAmount::Decimals(decimals));
    }
    let fen = number(whole, part, decimals).unwrap_or(i64::MAX);
    if most.fen() < fen {
        return Err(NotAnAmount::TooLarge);
    }
    Ok(fen)
}

/// A decimal as a whole number of its last allowed place, at most the largest there is; `None`
/// where a letter is no digit.
pub(crate) fn number(whole: &str, part: &str, decimals: usize) -> Option<i64> {
    let mut digits = whole.to_owned() + part;
    for _ in part.len()..decimals {
        digits.push('0');
    }
    let mut value = 0_i64;
    for digit in digits.chars() {
        let digit = digit.to_digit(10)?;
        value = value.saturating_mul(10).saturating_add(digit.into());
    }
    Some(value)
}

/// As many as the largest amount has before its point, and some: no sum of so few digits wraps.
const MOST_DIGITS: usize = 15;

#[cfg(test)]
mod tests {
    use super::*;

    fn fen(text: &str, unit: Unit) -> Result<i64, NotAnAmount> {
        Amount::parse(text, unit).map(Amount::fen)
    }

    #[test]
    fn reads_what_clerks_type() {
        for (text, unit, expected) in [
            ("14.1489", Unit::Wan, 14_148_900),
            ("６３．２６９", Unit::Wan, 63_269_000),
            ("1,234.50", Unit::Wan, 1_234_500_000),
            ("1，000", Unit::Wan, 1_000_000_000),
            ("467272.00", Unit::Yuan, 46_727_200),
            ("3万元", Unit::Yuan, 3_000_000),
            ("¥ 500 元", Unit::Wan, 50_000),
            ("-3.5", Unit::Wan, -3_500_000),
            ("0.000001", Unit::Wan, 1),
            ("12.500000000", Unit::Yuan, 1250),
        ] {
            assert_eq!(fen(text, unit), Ok(expected), "{text}");
        }
    }

    #[test]
    fn says_why_a_text_is_no_amount() {
        for (text, unit, expected) in [
            ("约12万", Unit::Wan, NotAnAmount::Letters),
            ("", Unit::Wan, NotAnAmount::Letters),
            ("1.2.3", Unit::Wan, NotAnAmount::Letters),
            ("####", Unit::Wan, NotAnAmount::Hashes),
            ("12,5", Unit::Wan, NotAnAmount::Separators),
            ("1234,567", Unit::Yuan, NotAnAmount::Separators),
            ("0.0000001", Unit::Wan, NotAnAmount::Decimals(6)),
            ("0.001", Unit::Yuan, NotAnAmount::Decimals(2)),
            ("99999999999999999999", Unit::Yuan, NotAnAmount::TooLarge),
            ("1.2E+05", Unit::Yuan, NotAnAmount::Scientific),
        ] {
            assert_eq!(fen(text, unit), Err(expected), "{text}");
        }
    }

    #[test]
    fn prints_without_needless_zeros() {
        assert_eq!(Amount::from_fen(1).print(Unit::Wan), "0.000001");
        assert_eq!(Amount::from_fen(-350_000_000).print(Unit::Wan), "-350");
        assert_eq!(Amount::from_fen(-5).to_string(), "-0.05");
    }
}
