//! A text → a credit code that passes everything a code can be asked, or the first thing it fails.

use super::{Kind, Malformed, Uscc, fold};
use crate::text::Words;

/// The first thing a text fails as a credit code, in the order they are asked.
///
/// Genuine codes are known that fail a check letter, so whoever refuses one should let people
/// insist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Not eighteen letters; how many there are.
    Length(usize),
    /// A letter the alphabet does not have.
    Alphabet(char),
    /// The area, the third to the eighth letter, is not all digits.
    AreaNotDigits,
    /// The last letter fails GB 32100's check; the one the others ask for.
    Check31(char),
    /// The organisation code inside fails GB 11714's check; the letter that should stand
    /// seventeenth.
    CheckOrg(char),
    /// No body is registered under its first two letters.
    Prefix,
}

impl Flaw {
    /// Its name in files and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Length(_) => "LENGTH",
            Self::Alphabet(_) => "ALPHABET",
            Self::AreaNotDigits => "AREA_NOT_DIGITS",
            Self::Check31(_) => "CHECK_31",
            Self::CheckOrg(_) => "CHECK_ORG",
            Self::Prefix => "PREFIX",
        }
    }

    /// What is wrong and what to do about it.
    pub fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Length(count) => (
                format!("有{count}位，统一社会信用代码应为18位，请补全或删去多余的"),
                format!("has {count} letters, a credit code has 18: complete it"),
            ),
            Self::Alphabet(letter) => (
                format!("含有“{letter}”，只用数字和除I、O、S、V、Z以外的大写字母，请对照证书"),
                format!("contains “{letter}”, which no credit code does: compare the certificate"),
            ),
            Self::AreaNotDigits => (
                "第3至8位是行政区划，应都是数字，请对照证书".to_owned(),
                "its third to eighth letters are an area, all digits: compare the certificate"
                    .to_owned(),
            ),
            Self::Check31(letter) => (
                format!("校验位按前17位应为{letter}，可能抄错，请对照证书；证书确实如此的以证书为准"),
                format!(
                    "the first 17 letters ask for a last {letter}: compare the certificate, which is right where they differ"
                ),
            ),
            Self::CheckOrg(letter) => (
                format!("第17位按组织机构代码应为{letter}，可能抄错，请对照证书；证书确实如此的以证书为准"),
                format!(
                    "its organisation code asks for {letter} as the 17th letter: compare the certificate, which is right where they differ"
                ),
            ),
            Self::Prefix => (
                "前两位不是已知的登记管理部门和机构类别，请对照证书".to_owned(),
                "no body is known to be registered under its first two letters: compare the certificate"
                    .to_owned(),
            ),
        };
        Words { zh, en }
    }
}

impl Uscc {
    /// Reads a code and asks it everything; blanks around it do not count, full width and small
    /// letters are folded.
    ///
    /// # Errors
    /// The first thing it fails.
    ///
    /// ```
    /// use arrears_ledger::codes::{Flaw, Uscc};
    /// assert_eq!(Uscc::check("91350100M000100Y43").unwrap().org_code(), "M000100Y4");
    /// assert_eq!(Uscc::check("123456789012345678"), Err(Flaw::CheckOrg('8')));
    /// ```
    pub fn check(text: &str) -> Result<Self, Flaw> {
        let code = Self::of(&fold(text)).map_err(|why| match why {
            Malformed::Length(count) => Flaw::Length(count),
            Malformed::Letter(letter) => Flaw::Alphabet(letter),
        })?;
        if !code.area().bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Flaw::AreaNotDigits);
        }
        if !code.checks() {
            return Err(Flaw::Check31(code.check_letter()));
        }
        if let Some(expected) = code.org_letter().filter(|_| !code.org_checks()) {
            return Err(Flaw::CheckOrg(expected));
        }
        match Kind::find(code.kind()) {
            Some(_) => Ok(code),
            None => Err(Flaw::Prefix),
        }
    }
}

/// The weights of GB 11714.
const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// The check letter of an organisation code's eight digits and capitals: 11 − Σ value·weight mod
/// 11, where ten is written X and eleven 0 (GB 11714). `None` for anything else.
///
/// ```
/// assert_eq!(arrears_ledger::codes::org_check("D2143569"), Some('X'));
/// ```
pub fn org_check(body: &str) -> Option<char> {
    org_letter(body.as_bytes()).map(char::from)
}

pub(super) fn org_letter(body: &[u8]) -> Option<u8> {
    if body.len() != WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (letter, weight) in body.iter().zip(WEIGHTS) {
        let value = match letter {
            b'0'..=b'9' => letter - b'0',
            b'A'..=b'Z' => letter - b'A' + 10,
            _ => return None,
        };
        sum += u32::from(value) * weight;
    }
    match 11 - sum % 11 {
        10 => Some(b'X'),
        11 => Some(b'0'),
        digit => u8::try_from(digit).ok().map(|digit| b'0' + digit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_first_thing_that_is_wrong() {
        for (text, expected) in [
            ("", Flaw::Length(0)),
            ("９１３５０１００Ｍ０００１００", Flaw::Length(15)),
            ("91350100-M000100Y43", Flaw::Length(19)),
            ("9135A100M000100I43", Flaw::Alphabet('I')),
            ("9135A100M000100Y44", Flaw::AreaNotDigits),
            ("91350100M000100Y44", Flaw::Check31('3')),
            ("91310000631295002H", Flaw::CheckOrg('1')),
        ] {
            assert_eq!(Uscc::check(text), Err(expected), "{text}");
        }
        let wide = Uscc::check("　９１３５０１００ｍ０００１００ｙ４３ ");
        assert_eq!(wide.unwrap().as_str(), "91350100M000100Y43");
    }

    #[test]
    fn a_code_of_no_known_body_fails_last() {
        // The prefix is changed and the last letter made to fit it.
        let letters: Vec<char> = "14350100M000100Y43".chars().collect();
        let last = Uscc::of(&letters).unwrap().check_letter();
        let text = format!("14350100M000100Y4{last}");
        assert_eq!(Uscc::check(&text), Err(Flaw::Prefix));
    }

    #[test]
    fn an_organisation_code_has_eight_digits_and_capitals() {
        for text in [
            "",
            "1234567",
            "123456789",
            "d2143569",
            "D214356-",
            "Ｄ2143569",
        ] {
            assert_eq!(org_check(text), None, "{text}");
        }
    }
}
