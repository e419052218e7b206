//! Unified social credit codes (统一社会信用代码, GB 32100-2015).

mod check;
mod kind;

use std::fmt;

pub use check::{Flaw, org_check};
pub use kind::{KINDS, Kind, Payer};

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

/// Why letters cannot be a code, whatever it may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Malformed {
    Length(usize),
    Letter(char),
}

impl From<Malformed> for NotACode {
    fn from(why: Malformed) -> Self {
        match why {
            Malformed::Length(count) => Self::Length(count),
            Malformed::Letter(letter) => Self::Letter(letter),
        }
    }
}

impl Uscc {
    /// Reads a code: blanks and hyphens do not count, full width and small letters are folded.
    ///
    /// # Errors
    /// Says which of the ways a text can fail to be a code it is.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let mut letters = fold(text);
        letters.retain(|letter| !letter.is_whitespace() && *letter != '-');
        if is_in_scientific_notation(&letters) {
            return Err(NotACode::Damaged);
        }
        let code = Self::of(&letters).map_err(NotACode::from)?;
        // A code may end in zeros; a number that fails its check has been cut off at them.
        if letters.iter().all(char::is_ascii_digit)
            && letters.ends_with(&['0', '0', '0'])
            && !code.checks()
        {
            return Err(NotACode::Damaged);
        }
        Ok(code)
    }

    /// Eighteen letters of the alphabet, in capitals.
    fn of(letters: &[char]) -> Result<Self, Malformed> {
        if letters.len() != 18 {
            return Err(Malformed::Length(letters.len()));
        }
        if let Some(letter) = letters.iter().find(|letter| value(**letter).is_none()) {
            return Err(Malformed::Letter(*letter));
        }
        let bytes: Vec<u8> = letters
            .iter()
            .filter_map(|letter| u8::try_from(*letter).ok())
            .collect();
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| Malformed::Length(letters.len()))
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

    /// The area it was registered in (GB/T 2260; 100000 is the centre).
    pub fn area(&self) -> &str {
        self.as_str().get(2..8).unwrap_or_default()
    }

    /// The organisation code inside it (GB 11714), without its hyphen.
    pub fn org_code(&self) -> &str {
        self.as_str().get(8..17).unwrap_or_default()
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

/// The letters in half width and capitals, without blanks around them.
fn fold(text: &str) -> Vec<char> {
    let narrowed: String = text.chars().map(narrow).collect();
    narrowed
        .trim()
        .chars()
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

fn is_in_scientific_notation(letters: &[char]) -> bool {
    letters.contains(&'.') && letters.contains(&'E')
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
            ("91350100O", NotACode::Length(9)),
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
