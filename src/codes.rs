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
    /// `9.14E+17`: a spreadsheet took the code for a number, and lost all but its first digits.
    Scientific,
}

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

/// Letters and digits people take for each other.
const LOOKALIKES: [(char, char); 9] = [
    ('O', '0'),
    ('I', '1'),
    ('Z', '2'),
    ('S', '5'),
    ('L', '1'),
    ('D', '0'),
    ('Q', '0'),
    ('G', '6'),
    ('B', '8'),
];

impl Uscc {
    /// Reads a code: blanks and hyphens do not count, full width and small letters are folded.
    ///
    /// # Errors
    /// Says which of the ways a text can fail to be a code it is.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let letters = letters(text);
        if is_scientific(&letters) {
            return Err(NotACode::Scientific);
        }
        if let Some(letter) = letters.iter().find(|letter| value(**letter).is_none()) {
            return Err(NotACode::Letter(*letter));
        }
        of(&letters).ok_or(NotACode::Length(letters.len()))
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

    /// The letter that should stand last but one: the check of the organisation's own code, which
    /// the letters from the ninth on are (GB 11714).
    pub fn organisation_letter(&self) -> char {
        const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
        let own = self.0.iter().skip(8).map(|letter| char::from(*letter));
        let sum: u32 = own
            .zip(WEIGHTS)
            .map(|(letter, weight)| letter.to_digit(36).unwrap_or(0) * weight)
            .sum();
        match 11 - sum % 11 {
            10 => 'X',
            11 => '0',
            digit => char::from_digit(digit, 10).unwrap_or('0'),
        }
    }

    /// Whether the last letter but one is the one it should be.
    pub fn organisation_checks(&self) -> bool {
        self.0.get(16).copied().map(char::from) == Some(self.organisation_letter())
    }

    /// Whether it passes all that can be seen without the register: both check letters, and an
    /// area of six digits.
    pub fn is_sound(&self) -> bool {
        let area = self.0.iter().skip(2).take(6);
        self.checks() && self.organisation_checks() && area.clone().all(u8::is_ascii_digit)
    }

    /// The one sound code that differs from a text by letters people take for others: each that no
    /// code has, and one more at most. `None` where none or several do.
    ///
    /// ```
    /// use arrears_ledger::codes::Uscc;
    /// let code = Uscc::repaired("9135O1OOM000100Y43").unwrap();
    /// assert_eq!(code.as_str(), "91350100M000100Y43");
    /// ```
    pub fn repaired(text: &str) -> Option<Self> {
        let mut letters = letters(text);
        for letter in &mut letters {
            if value(*letter).is_none() {
                let (_, digit) = LOOKALIKES.iter().find(|(alike, _)| alike == letter)?;
                *letter = *digit;
            }
        }
        let code = of(&letters)?;
        if code.is_sound() {
            return Some(code);
        }
        let mut found = None;
        for at in 0..letters.len() {
            for (one, other) in LOOKALIKES {
                let mut changed = letters.clone();
                let letter = changed.get_mut(at)?;
                *letter = match *letter {
                    letter if letter == one => other,
                    letter if letter == other => one,
                    _ => continue,
                };
                let code = of(&changed).filter(Self::is_sound);
                if code.is_some() && found.is_some() {
                    return None;
                }
                found = found.or(code);
            }
        }
        found
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

/// The letters that count.
fn letters(text: &str) -> Vec<char> {
    text.chars()
        .map(narrow)
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// Eighteen letters of the alphabet as a code.
fn of(letters: &[char]) -> Option<Uscc> {
    let byte = |letter: &char| value(*letter).and_then(|_| u8::try_from(*letter).ok());
    let bytes: Option<Vec<u8>> = letters.iter().map(byte).collect();
    bytes?.try_into().ok().map(Uscc)
}

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
    fn says_why_a_text_is_no_code() {
        for (text, expected) in [
            ("9.14104E+17", NotACode::Scientific),
            ("9.14104e17", NotACode::Scientific),
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

    #[test]
    fn knows_the_organisations_own_check_letter() {
        for (text, letter) in [
            ("111000000000143498", '9'),
            ("1134082855783407XL", 'X'),
            ("91341000MA2N0ABGXX", 'X'),
            ("11310116002475827M", '7'),
            ("91630000000000000A", '0'),
        ] {
            let code = Uscc::parse(text).unwrap();
            assert_eq!(code.organisation_letter(), letter, "{text}");
        }
        let by_accident = Uscc::parse("123456789012345678").unwrap();
        assert!(by_accident.checks() && !by_accident.organisation_checks());
    }

    #[test]
    fn mends_only_what_is_mistaken_for_a_like_letter() {
        for (text, expected) in [
            ("9135O1OOMOOO1OOY43", Some("91350100M000100Y43")),
            ("9l350100m000l00y43", None),
            ("9l350100m000100y43", Some("91350100M000100Y43")),
            ("91110000710925462X", Some("91110000710925462X")),
            ("91110000710925482X", None),
            ("91350100V000100Y43", None),
            ("9135010", None),
        ] {
            let code = Uscc::repaired(text);
            assert_eq!(code.as_ref().map(Uscc::as_str), expected, "{text}");
        }
    }

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
