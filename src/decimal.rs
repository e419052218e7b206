//! Whole numbers of some decimal place, as decimals: every amount and rate that is shown.

/// A sign, a point and twenty digits.
const MOST_LETTERS: usize = 22;

/// A whole number of some decimal place as a decimal, without needless zeros beyond `at_least`
/// places.
pub(crate) fn decimal(value: i64, decimals: usize, at_least: usize) -> String {
    let mut letters = [0; MOST_LETTERS];
    let mut free = letters.iter_mut().rev();
    let mut put = |letter| {
        if let Some(slot) = free.next() {
            *slot = letter;
        }
    };
    let (mut rest, mut place, mut is_written) = (value.unsigned_abs(), 0, false);
    while place <= decimals || 0 < rest {
        let digit = lowest(&mut rest);
        if place == decimals && is_written {
            put(b'.');
        }
        is_written |= digit != 0 || decimals <= place + at_least;
        if is_written {
            put(b'0' + digit);
        }
        place += 1;
    }
    if value < 0 {
        put(b'-');
    }
    let left = free.len();
    let written = letters.get(left..).unwrap_or_default();
    std::str::from_utf8(written).unwrap_or_default().to_owned()
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
            let whole = value.unsigned_abs() / 100;
            let (sign, rest) = (if value < 0 { "-" } else { "" }, value.unsigned_abs() % 100);
            assert_eq!(decimal(value, 2, 2), format!("{sign}{whole}.{rest:02}"));
        }
    }
}
