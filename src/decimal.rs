//! Whole numbers of some decimal place, as decimals: every amount and rate that is shown.

use std::num::NonZero;

/// The digits of the longest number.
const MOST_DIGITS: usize = 20;

/// A whole number of some decimal place as a decimal, without needless zeros beyond `at_least`
/// places.
pub(crate) fn decimal(value: i64, decimals: usize, at_least: usize) -> String {
    let mut text = String::with_capacity(MOST_DIGITS);
    write_decimal(value, decimals, at_least, &mut text);
    text
}

/// A count.
pub(crate) fn count(count: usize) -> String {
    decimal(i64::try_from(count).unwrap_or(i64::MAX), 0, 0)
}

/// Writes a decimal behind what is there.
pub(crate) fn write_decimal(value: i64, decimals: usize, at_least: usize, out: &mut String) {
    let mut letters = [b'0'; MOST_DIGITS];
    let count = write_digits(value.unsigned_abs(), &mut letters).max(decimals + 1);
    let digits = std::str::from_utf8(&letters).unwrap_or_default();
    let (_, digits) = digits.split_at(MOST_DIGITS.saturating_sub(count));
    let (whole, mut places) = digits.split_at(count - decimals);
    while let Some(shorter) = places.strip_suffix('0')
        && at_least < places.len()
    {
        places = shorter;
    }
    if value < 0 {
        out.push('-');
    }
    out.push_str(whole);
    if !places.is_empty() {
        out.push('.');
        out.push_str(places);
    }
}

/// Writes a number's digits last, and says how many they are.
fn write_digits(value: u64, letters: &mut [u8; MOST_DIGITS]) -> usize {
    let (mut rest, mut count) = (value, 0);
    for letter in letters.iter_mut().rev() {
        *letter = b'0' + lowest(&mut rest);
        count += 1;
        if rest == 0 {
            break;
        }
    }
    count
}

/// Takes the lowest digit off a number. A short one divides sooner.
fn lowest(rest: &mut u64) -> u8 {
    let digit;
    (digit, *rest) = match u32::try_from(*rest) {
        Ok(short) => (u64::from(short % 10), u64::from(short / 10)),
        Err(_) => (*rest % 10, *rest / 10),
    };
    u8::try_from(digit).unwrap_or_default()
}

/// A number that leaves room for there being none: kept as an odd one, so that a cell without a
/// number, of which a debt has many, takes no more room than one with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Odd(NonZero<i64>);

impl Odd {
    /// So far a number may be from zero; one further stays there.
    const END: i64 = (1 << 62) - 1;

    #[inline(never)]
    pub(crate) const fn new(number: i64) -> Self {
        let kept = if Self::END < number {
            Self::END
        } else if number < -Self::END {
            -Self::END
        } else {
            number
        };
        match NonZero::new(kept * 2 + 1) {
            Some(odd) => Self(odd),
            // INVARIANT: an odd number is not zero.
            None => Self(NonZero::<i64>::MIN),
        }
    }

    pub(crate) const fn get(self) -> i64 {
        self.0.get() >> 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_written_as_the_standard_library_writes_it() {
        for value in [
            0,
            7,
            -7,
            10,
            99_999_999,
            100_000_000,
            10_000_000_000_000_001,
            i64::MAX,
            i64::MIN,
        ] {
            assert_eq!(decimal(value, 0, 0), value.to_string());
            let mut text = "…".to_owned();
            write_decimal(value, 0, 0, &mut text);
            assert_eq!(text, format!("…{value}"));
            let whole = value.unsigned_abs() / 100;
            let (sign, rest) = (if value < 0 { "-" } else { "" }, value.unsigned_abs() % 100);
            assert_eq!(decimal(value, 2, 2), format!("{sign}{whole}.{rest:02}"));
        }
    }
}
