//! What spreadsheets do to identifiers they take for numbers.

use crate::text::narrow;

/// What a spreadsheet makes of an identifier it takes for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// `9.14E+17`: only the first digits are left.
    Scientific,
    /// Fifteen digits and zeros: no more than fifteen are kept. It is only likely, since an
    /// identifier may end in zeros.
    Rounded,
}

impl Damage {
    /// What seems to have happened to an identifier; `None` where nothing did.
    ///
    /// ```
    /// use arrears_ledger::codes::Damage;
    /// assert_eq!(Damage::of("9.14104E+17"), Some(Damage::Scientific));
    /// assert_eq!(Damage::of("914104221234567000"), Some(Damage::Rounded));
    /// assert_eq!(Damage::of("HT-2021-0005"), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        // Most identifiers have another letter, and no spreadsheet took them for a number.
        let is_of_number = |byte: u8| matches!(byte, b'0'..=b'9' | b'E' | b'e' | b'+' | b'.');
        if (text.bytes()).any(|byte| byte.is_ascii_graphic() && !is_of_number(byte)) {
            return None;
        }
        let typed = text.chars().map(narrow);
        let letters: Vec<char> = typed.filter(|letter| !letter.is_whitespace()).collect();
        if is_scientific(&letters) {
            return Some(Self::Scientific);
        }
        let rest = letters.get(KEPT..).unwrap_or_default();
        let is_rounded = letters.iter().all(char::is_ascii_digit)
            && 3 <= rest.len()
            && rest.iter().all(|letter| *letter == '0');
        is_rounded.then_some(Self::Rounded)
    }
}

/// The digits of a number a spreadsheet keeps.
const KEPT: usize = 15;

/// A number with a power of ten behind it; the sign is left out where there is a point.
fn is_scientific(letters: &[char]) -> bool {
    let is_power = |letter: &char| matches!(letter, 'E' | 'e');
    let mut parts = letters.split(is_power);
    let (Some(number), Some(power), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let power = power.strip_prefix(&['+']).unwrap_or(power);
    let has_sign = letters.contains(&'+') || number.contains(&'.');
    let is_number = number.iter().all(|c| c.is_ascii_digit() || *c == '.');
    let is_whole = power.iter().all(char::is_ascii_digit);
    has_sign && is_number && is_whole && !number.is_empty() && !power.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_contracts_are_not_taken_for_damage() {
        for text in [
            "2021E05",
            "E+05",
            "20220613000001",
            "20220613000001000",
            "1e+",
        ] {
            assert_eq!(Damage::of(text), None, "{text}");
        }
        for text in ["1.20220613E13", "２．０２Ｅ+11", "202206130000010000"] {
            assert!(Damage::of(text).is_some(), "{text}");
        }
    }
}
