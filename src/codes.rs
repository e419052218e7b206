//! Unified social credit codes (统一社会信用代码, GB 32100-2015).

use std::fmt;

use crate::text::narrow;

/// The thirty-one letters of a code; I, O, S, V and Z are not among them.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Eighteen letters of the credit code's alphabet.
///
/// A wrong check letter does not keep it from being written down: some codes in use fail the
/// check, so that is a rule's business ([`Uscc::check_letter`]), not this type's.
///
/// ```
/// use arrears_ledger::codes::Uscc;
/// let code = Uscc::parse(" 91350100m000100y43 ").unwrap();
/// assert_eq!(code.as_str(), "91350100M000100Y43");
/// assert_eq!(code.check_letter(), '3');
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uscc([u8; 18]);

/// Why a text is not a credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACode {
    /// Not eighteen letters; how many there are.
    Length(usize),
    /// A letter the alphabet does not have.
    Letter(char),
    /// `9.14E+17`, or fifteen digits and zeros: a spreadsheet took the code for a number.
    Damaged,
}

impl Uscc {
    /// Reads a code: blanks and hyphens do not count, full width and small letters are folded.
    ///
    /// # Errors
    /// Says which of the ways a text can fail to be a code it is.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let letters: Vec<char> = text
            .chars()
            .map(narrow)
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(|letter| letter.to_ascii_uppercase())
            .collect();
        if is_damaged(&letters) {
            return Err(NotACode::Damaged);
        }
        if let Some(letter) = letters.iter().find(|letter| value(**letter).is_none()) {
            return Err(NotACode::Letter(*letter));
        }
        let bytes: Vec<u8> = letters
            .iter()
            .filter_map(|l| u8::try_from(*l).ok())
            .collect();
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| NotACode::Length(letters.len()))
    }

    /// The code's text.
    pub fn as_str(&self) -> &str {
        // INVARIANT: only letters of the alphabet are ever stored, all of them ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The letter that should stand last: (31 − Σ value·3^i mod 31) mod 31, GB 32100 5.2.
    pub fn check_letter(&self) -> char {
        let mut weight = 1;
        let mut sum = 0;
        for letter in self.0.iter().take(17) {
            sum += value(char::from(*letter)).unwrap_or(0) * weight % 31;
            weight = weight * 3 % 31;
        }
        let index = (31 - sum % 31) % 31;
        ALPHABET
            .get(index)
            .map_or('0', |letter| char::from(*letter))
    }

    /// Whether the last letter is the one it should be.
    pub fn checks(&self) -> bool {
        self.0.last().copied().map(char::from) == Some(self.check_letter())
    }

    /// The first two letters: who registers it, and as what (11 organ, 12 institution, 91 firm).
    pub fn kind(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

fn value(letter: char) -> Option<usize> {
    ALPHABET
        .iter()
        .position(|known| char::from(*known) == letter)
}

/// Scientific notation, or eighteen digits that end in three or more zeros after the fifteenth.
fn is_damaged(letters: &[char]) -> bool {
    let scientific = letters.contains(&'.') && letters.contains(&'E');
    let zeros = letters.len() == 18
        && letters.iter().all(char::is_ascii_digit)
        && letters.ends_with(&['0', '0', '0']);
    scientific || zeros
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_a_text_is_no_code() {
        for (text, expected) in [
            ("9.14104E+17", NotACode::Damaged),
            ("914104220000000000", NotACode::Damaged),
            ("91410422", NotACode::Length(8)),
            ("91350100M000100O43", NotACode::Letter('O')),
        ] {
            assert_eq!(Uscc::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn knows_the_check_letter_of_public_codes() {
        for text in [
            "11100000000014154E",
            "91110000710925462X",
            "92630105MA753YNL1J",
        ] {
            assert!(Uscc::parse(text).unwrap().checks(), "{text}");
        }
        assert!(!Uscc::parse("91110000710925462Y").unwrap().checks());
    }
}
