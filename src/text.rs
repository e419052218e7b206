//! Words in the two languages of the interface.

use serde::Serialize;

/// A language an answer can be given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Simplified Chinese, what clerks read.
    #[default]
    Zh,
    /// English, what programmers read.
    En,
}

/// A sentence or a label in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The words in one language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Words made while running, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self {
            zh: text.zh.to_owned(),
            en: text.en.to_owned(),
        }
    }
}

/// The half-width form of a character people type in full width (`１` → `1`, `（` → `(`).
///
/// Only forms with one certain meaning are changed; everything else is returned as it is.
///
/// ```
/// assert_eq!(arrears_ledger::text::narrow('６'), '6');
/// assert_eq!(arrears_ledger::text::narrow('镇'), '镇');
/// ```
pub fn narrow(letter: char) -> char {
    match letter {
        '\u{3000}' | '\u{a0}' => ' ',
        '。' => '.',
        '−' | '–' | '—' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// What is left of a name or heading when spacing, bracket width and letter case do not count.
///
/// ```
/// assert_eq!(arrears_ledger::text::fold(" 项目（合同）名称\n"), "项目(合同)名称");
/// ```
pub fn fold(text: &str) -> String {
    folded(text).collect()
}

/// The letters of [`fold`], one by one, for comparing without a copy.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .map(narrow)
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{feff}')
        .map(|letter| letter.to_ascii_lowercase())
}
