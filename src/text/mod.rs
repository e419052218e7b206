//! Words in the two languages of the interface.

mod folding;

pub(crate) use folding::fold_onto;
pub use folding::{fold, folded};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// Several texts in one, each ended by a line break: one long text takes less room in the module
/// than many short ones and their addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines(
    /// The texts.
    pub &'static str,
);

impl Lines {
    /// The texts, one by one.
    pub fn list(self) -> Vec<&'static str> {
        let mut lines = split(self.0, &['\n']);
        lines.pop();
        lines
    }

    /// The texts, one by one, without a list of them.
    pub fn each(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let end = rest.bytes().position(|byte| byte == b'\n')?;
            let (line, after) = rest.split_at(end);
            rest = after.get(1..)?;
            Some(line)
        })
    }

    /// The first of the texts.
    pub(crate) const fn head(self) -> &'static str {
        let Self(text) = self.heads(1);
        text.split_at(text.len().saturating_sub(1)).0
    }

    /// The first so many of the texts.
    pub(crate) const fn heads(self, count: usize) -> Self {
        let mut rest = self.0.as_bytes();
        let mut left = count;
        while let [byte, after @ ..] = rest {
            if left == 0 {
                break;
            }
            if *byte == b'\n' {
                left -= 1;
            }
            rest = after;
        }
        Self(self.0.split_at(self.0.len().saturating_sub(rest.len())).0)
    }

    /// The texts behind the first so many.
    pub(crate) fn behind(self, count: usize) -> Vec<&'static str> {
        let mut lines = self.list();
        lines.drain(..count.min(lines.len()));
        lines
    }

    /// Two of the texts, one behind the other, as Chinese and English.
    pub(crate) fn pair(self, index: usize) -> Text {
        Text {
            zh: self.line(index),
            en: self.line(index.saturating_add(1)),
        }
    }

    /// One of the texts; nothing where there are not so many.
    pub fn line(self, index: usize) -> &'static str {
        self.each().nth(index).unwrap_or_default()
    }
}

/// Words made while running, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Words made of a text in each language.
    pub fn of(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// What is the same in both languages: a name, a number, a day.
    pub fn same(text: &impl ToString) -> Self {
        let zh = text.to_string();
        Self { en: zh.clone(), zh }
    }

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

/// A text with the letters of full width narrowed: see [`narrow`].
pub fn narrowed(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars().map(narrow).collect()
}

/// A bit for each letter of a text, some letters sharing one: a text without the bits of a word has
/// the word nowhere in it.
///
/// ```
/// use arrears_ledger::text::letters;
/// let has = |text: &str, word: &str| letters(word) & !letters(text) == 0;
/// assert!(has("2020年度办公用房租金", "租金") && !has("办公楼维修", "租金"));
/// ```
pub const fn letters(text: &str) -> u64 {
    let mut bits = 0;
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        let is_last = !matches!(behind, [0x80..=0xbf, ..]);
        // The last byte of a letter has the lowest six bits of its number.
        bits |= if is_last { 1 << (*byte & 63) } else { 0 };
        rest = behind;
    }
    bits
}

/// What stands before a word's first place in a text, and behind it.
///
/// The standard library's search is quicker in long texts, and several times larger.
pub(crate) fn cut<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let (bytes, wanted) = (text.as_bytes(), word.as_bytes());
    let mut rest = bytes;
    // A plain loop over bytes: in the module, which is made small, it takes a tenth of the time.
    while !wanted.is_empty() && rest.first() != wanted.first() || !rest.starts_with(wanted) {
        rest = rest.split_first()?.1;
    }
    let at = bytes.len().checked_sub(rest.len())?;
    cut_at(text, at, word)
}

/// What stands before a word's last place in a text, and behind it.
pub(crate) fn cut_last<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let (bytes, wanted) = (text.as_bytes(), word.as_bytes());
    let mut at = bytes.len().checked_sub(wanted.len())?;
    while !bytes.get(at..)?.starts_with(wanted) {
        at = at.checked_sub(1)?;
    }
    cut_at(text, at, word)
}

fn cut_at<'a>(text: &'a str, at: usize, word: &str) -> Option<(&'a str, &'a str)> {
    let after = text.get(at..)?.strip_prefix(word)?;
    Some((text.get(..at)?, after))
}

/// Whether a word stands in a text.
pub(crate) fn has(text: &str, word: &str) -> bool {
    cut(text, word).is_some()
}

/// The parts of a text between any of some letters.
pub(crate) fn split<'a>(text: &'a str, letters: &[char]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, letter) in text.char_indices() {
        if letters.contains(&letter) {
            parts.extend(text.get(from..at));
            from = at + letter.len_utf8();
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// The parts with a comma between them.
pub(crate) fn join(parts: &[&str], comma: &str) -> String {
    let mut list = String::new();
    for (index, part) in parts.iter().enumerate() {
        if 0 < index {
            list.push_str(comma);
        }
        list.push_str(part);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_the_first_and_the_last_place() {
        assert_eq!(cut("欠款、欠款", "款"), Some(("欠", "、欠款")));
        assert_eq!(cut_last("欠款、欠款", "款"), Some(("欠款、欠", "")));
        assert_eq!(cut("欠款", "款项"), None);
        assert!(has("欠款", "款") && !has("", "款"));
    }

    proptest::proptest! {
        #[test]
        fn the_bit_of_a_letter_is_that_of_its_number(text in "[a-c0-9 县（）é😀]{0,12}") {
            let bits = text.chars().fold(0, |all, letter| all | 1 << (u32::from(letter) % 64));
            proptest::prop_assert_eq!(letters(&text), bits);
        }
    }

    #[test]
    fn splits_at_any_of_some_letters() {
        assert_eq!(split("甲，乙、", &['，', '、']), ["甲", "乙", ""]);
        assert_eq!(split("", &['，']), [""]);
    }
}
