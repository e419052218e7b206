//! Unified social credit codes (统一社会信用代码, GB 32100-2015).

mod check;
mod damage;
mod kind;
mod repair;

use std::fmt;

pub use check::{Flaw, org_check};
pub use damage::Damage;
pub use kind::{KINDS, Kind, Payer};

use crate::text::narrowed;

/// The thirty-one letters of a code; I, O, S, V and Z are not among them.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What each letter before the last counts for: 3^i mod 31.
const WEIGHTS: [usize; 17] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];

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
    /// `9.14E+17`: a spreadsheet took the code for a number, and lost all but its first digits.
    Scientific,
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
        if let Some(code) = Self::plain(text) {
            return Ok(code);
        }
        let letters = letters(text);
        if Damage::of(text) == Some(Damage::Scientific) {
            return Err(NotACode::Scientific);
        }
        Ok(Self::of(&letters)?)
    }

    /// A text that is a code as it stands, as most are.
    pub(crate) fn plain(text: &str) -> Option<Self> {
        let code: [u8; 18] = text.as_bytes().try_into().ok()?;
        let is_letter = |byte: &u8| value(char::from(*byte)).is_some();
        // A number with a power of ten has a sign or a point, which no code has.
        code.iter().all(is_letter).then_some(Self(code))
    }

    /// Eighteen letters of the alphabet, in capitals.
    fn of(letters: &[char]) -> Result<Self, Malformed> {
        if letters.len() != 18 {
            return Err(Malformed::Length(letters.len()));
        }
        let mut code = [0; 18];
        for (byte, letter) in code.iter_mut().zip(letters) {
            let place = value(*letter).ok_or(Malformed::Letter(*letter))?;
            *byte = ALPHABET.get(place).copied().unwrap_or_default();
        }
        Ok(Self(code))
    }

    /// The code's text.
    pub fn as_str(&self) -> &str {
        // INVARIANT: only letters of the alphabet are ever stored, all of them ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether its last letter is a zero, as of a number that was rounded.
    pub(crate) fn ends_in_zero(&self) -> bool {
        self.0.ends_with(b"0")
    }

    /// The letter that should stand last: (31 − Σ value·3^i mod 31) mod 31, GB 32100 5.2.
    pub fn check_letter(&self) -> char {
        let mut sum = 0;
        for (letter, weight) in self.0.iter().zip(WEIGHTS) {
            sum += value(char::from(*letter)).unwrap_or(0) * weight;
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

    /// The letter that should stand last but one: the check of the organisation code inside
    /// (GB 11714).
    pub fn org_letter(&self) -> Option<char> {
        self.own_letter().map(char::from)
    }

    /// Whether the last letter but one is the one it should be.
    pub fn org_checks(&self) -> bool {
        self.own_letter()
            .is_some_and(|letter| self.0.get(16) == Some(&letter))
    }

    fn own_letter(&self) -> Option<u8> {
        check::org_letter(self.0.get(8..16)?)
    }

    /// Whether it passes all that can be seen without the register: both check letters, and an
    /// area of six digits.
    pub fn is_sound(&self) -> bool {
        let area = self.0.get(2..8).unwrap_or_default();
        let is_area = area.iter().all(u8::is_ascii_digit);
        is_area && self.checks() && self.org_checks()
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

/// A letter's place in the alphabet: what it counts.
fn value(letter: char) -> Option<usize> {
    let before_first = match letter {
        '0'..='9' => 48,
        'A'..='H' => 55,
        'J'..='N' => 56,
        'P'..='R' => 57,
        'T' | 'U' => 58,
        'W'..='Y' => 59,
        _ => return None,
    };
    usize::try_from(u32::from(letter) - before_first).ok()
}

/// The letters in half width and capitals, without blanks around them.
fn fold(text: &str) -> Vec<char> {
    narrowed(text)
        .trim()
        .chars()
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// The letters that count: blanks and hyphens do not.
fn letters(text: &str) -> Vec<char> {
    let mut letters = fold(text);
    letters.retain(|letter| !letter.is_whitespace() && *letter != '-');
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_counts_its_place() {
        for letter in '\0'..='\u{ff}' {
            let place = ALPHABET.iter().position(|one| char::from(*one) == letter);
            assert_eq!(value(letter), place, "{letter:?}");
        }
    }

    #[test]
    fn says_why_a_text_is_no_code() {
        for (text, expected) in [
            ("9.14104E+17", NotACode::Scientific),
            ("9.14104e17", NotACode::Scientific),
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
        let by_accident = Uscc::parse("123456789012345678").unwrap();
        assert!(by_accident.checks() && !by_accident.is_sound());
        assert_eq!(by_accident.org_letter(), Some('8'));
    }
}
