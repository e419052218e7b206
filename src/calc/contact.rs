//! Telephone numbers and bank accounts as people give them.

use crate::text::{narrow, narrowed};

/// How sure a text is to be a mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mobile {
    /// In a range given to a network.
    Given,
    /// It has a mobile number's form, in a range not known to be given: accept it with a warning.
    Unknown,
    /// Not eleven digits from 13 to 19.
    No,
}

/// Whether a text is a mobile number.
///
/// ```
/// use arrears_ledger::calc::contact::{Mobile, mobile};
/// assert_eq!(mobile("13800138000"), Mobile::Given);
/// assert_eq!(mobile("19400000000"), Mobile::Unknown);
/// assert_eq!(mobile("0375-8053465"), Mobile::No);
/// ```
pub fn mobile(text: &str) -> Mobile {
    let Some(digits) = digits(text.trim(), &[]) else {
        return Mobile::No;
    };
    let [1, second @ 3..=9, third, fourth, fifth, ..] = *digits else {
        return Mobile::No;
    };
    if digits.len() != 11 {
        return Mobile::No;
    }
    let is_given = match second {
        3 | 8 => true,
        4 => matches!(third, 5 | 7 | 9),
        5 | 9 => third != 4,
        6 => matches!(third, 2 | 5 | 6 | 7),
        7 if third == 4 => matches!((fourth, fifth), (0 | 9, _) | (1, 0..=2)),
        _ => third != 9,
    };
    if is_given {
        Mobile::Given
    } else {
        Mobile::Unknown
    }
}

/// What kind of number other than a mobile's a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landline {
    /// An area code and a number, perhaps with an extension.
    Full,
    /// A service number (400, 800) or a short line of five or six digits.
    Other,
    /// None.
    No,
}

/// Whether a text is the number of a fixed line: `0375-8053465`, `(0375) 8053465`,
/// `021-22033212-123`.
pub fn landline(text: &str) -> Landline {
    let typed = narrowed(text);
    let typed = typed.trim().replace('转', "-").replace(['(', ')'], "-");
    let mut parts: Vec<&str> = typed.split('-').map(str::trim).collect();
    parts.retain(|part| !part.is_empty());
    let mut numbers = Vec::new();
    for part in parts {
        let Some(digits) = digits(part, &[' ']) else {
            return Landline::No;
        };
        numbers.push(digits);
    }
    let numbers: Vec<&[u8]> = numbers.iter().map(Vec::as_slice).collect();
    match *numbers {
        [[4 | 8, 0, 0], [_, _, _], [_, _, _, _]] => Landline::Other,
        [[4 | 8, 0, 0, rest @ ..]] if rest.len() == 7 => Landline::Other,
        [[1..=9, rest @ ..]] if matches!(rest.len(), 4 | 5) => Landline::Other,
        [area, number] if is_area(area) => full(area, number, &[]),
        [area, number, extension] if is_area(area) => full(area, number, extension),
        [joined] => apart(joined, &[]),
        [joined, extension] => apart(joined, extension),
        _ => Landline::No,
    }
}

/// An area code and its number written as one.
fn apart(joined: &[u8], extension: &[u8]) -> Landline {
    let at = if is_short_area(joined) { 3 } else { 4 };
    match joined.split_at_checked(at) {
        Some((area, number)) if is_area(area) => full(area, number, extension),
        _ => Landline::No,
    }
}

/// 010 and 02x have three digits, the others four.
fn is_area(area: &[u8]) -> bool {
    is_short_area(area) && area.len() == 3 || matches!(area, [0, 3..=9, _, _])
}

fn is_short_area(area: &[u8]) -> bool {
    matches!(area, [0, 1, 0, ..] | [0, 2, ..])
}

fn full(area: &[u8], number: &[u8], extension: &[u8]) -> Landline {
    let is_length = match area.len() {
        3 => number.len() == 8,
        _ => matches!(number.len(), 7 | 8),
    };
    let starts = matches!(number, [2..=9, ..]);
    if is_length && starts && extension.len() <= 6 {
        Landline::Full
    } else {
        Landline::No
    }
}

/// The digits of a text with nothing but digits and some letters to skip in it.
fn digits(text: &str, skipped: &[char]) -> Option<Vec<u8>> {
    let letters = text.chars().map(narrow);
    let kept = letters.filter(|letter| !skipped.contains(letter));
    kept.map(|letter| {
        letter
            .to_digit(10)
            .and_then(|digit| u8::try_from(digit).ok())
    })
    .collect()
}

/// A bank account number as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// How many digits it has.
    pub digits: usize,
    /// Whether they pass Luhn's check. Cards do; accounts of firms and offices need not, so a
    /// failure says nothing about those.
    pub passes_luhn: bool,
}

/// Looks at a bank account number; blanks and hyphens do not count. `None` when anything else is
/// in it, or nothing.
///
/// ```
/// use arrears_ledger::calc::contact::account;
/// assert!(account("6222 0200 0000 0000 000").unwrap().passes_luhn);
/// ```
pub fn account(text: &str) -> Option<Account> {
    let digits = digits(text, &[' ', '-'])?;
    let doubled = |digit: u32| digit * 2 % 10 + digit * 2 / 10;
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => u32::from(*digit),
            _ => doubled(u32::from(*digit)),
        })
        .sum();
    (!digits.is_empty()).then_some(Account {
        digits: digits.len(),
        passes_luhn: sum.is_multiple_of(10),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_lines_are_known_in_the_forms_in_use() {
        for text in [
            "0375-8053465",
            "0375-80534650",
            "03758053465",
            "(0375)8053465",
            "（0375） 805 3465",
            "０３７５－８０５３４６５",
            "010-62795620",
            "021-22033212-123",
            "021-22033212转123",
        ] {
            assert_eq!(landline(text), Landline::Full, "{text}");
        }
        for text in [
            "400-810-8888",
            "4008108888",
            "800-820-8888",
            "12345",
            "95588",
        ] {
            assert_eq!(landline(text), Landline::Other, "{text}");
        }
        for text in [
            "",
            "8053465",
            "13000000000",
            "010-6279562",
            "0375-1053465",
            "0375-805346",
            "0175-8053465",
            "021-22033212-1234567",
            "0375-8053465a",
        ] {
            assert_eq!(landline(text), Landline::No, "{text}");
        }
    }

    #[test]
    fn mobile_ranges_are_those_given() {
        for (text, expected) in [
            ("17400000000", Mobile::Given),
            ("17412000000", Mobile::Given),
            ("17490000000", Mobile::Given),
            ("17413000000", Mobile::Unknown),
            ("14600000000", Mobile::Unknown),
            ("16800000000", Mobile::Unknown),
            ("19200000000", Mobile::Given),
            (" １３８００１３８０００ ", Mobile::Given),
            ("138001380001", Mobile::No),
            ("12800138000", Mobile::No),
            ("1380013800a", Mobile::No),
        ] {
            assert_eq!(mobile(text), expected, "{text}");
        }
    }

    #[test]
    fn an_account_is_digits() {
        for text in ["", " - ", "62220200000000000O0"] {
            assert_eq!(account(text), None, "{text}");
        }
        let office = account("0200004509089131550").unwrap();
        assert_eq!((office.digits, office.passes_luhn), (19, false));
    }
}
