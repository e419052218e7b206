//! What is left of a text when spacing, width and letter case do not count.

use std::borrow::Cow;

use super::narrow;
use crate::IS_WHOLE;

/// What is left of a name or heading when spacing, bracket width and letter case do not count.
///
/// ```
/// assert_eq!(arrears_ledger::text::fold(" 项目（合同）名称\n"), "项目(合同)名称");
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    let (mut run, mut rest) = text.split_at(as_folded(text));
    if rest.is_empty() {
        return Cow::Borrowed(text);
    }
    // A code with its capitals.
    if IS_WHOLE && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut short = String::with_capacity(text.len());
    loop {
        short.push_str(run);
        let mut letters = rest.chars();
        let Some(letter) = letters.next() else {
            return Cow::Owned(short);
        };
        if let Some(letter) = folded_letter(letter) {
            short.push(letter);
        }
        rest = letters.as_str();
        (run, rest) = rest.split_at(as_folded(rest));
    }
}

/// How many bytes at a text's beginning folding surely leaves as they are: letters of U+4000 to
/// U+9FFF (Chinese), digits, small letters and signs. Names and codes are hardly ever anything else.
///
/// INVARIANT: a letter is whole among them or not at all.
fn as_folded(text: &str) -> usize {
    let (words, _) = text.as_bytes().as_chunks();
    let are_left = |word: &&[u8; 8]| are_left(u64::from_le_bytes(**word));
    let seen = words.iter().take_while(are_left).count() * 8;
    let (_, rest) = text.as_bytes().split_at(seen);
    let is_left = |byte: &&u8| IS_LEFT.get(usize::from(**byte)) == Some(&true);
    seen + rest.iter().take_while(is_left).count()
}

/// A text folded onto bytes that were there, where it has room on them, and where capitals and what
/// folding surely leaves are all it is made of.
pub(crate) fn fold_onto<'a>(text: &str, room: &'a mut [u8]) -> Option<&'a [u8]> {
    let room = room.get_mut(..text.len())?;
    let (words, rest) = text.as_bytes().as_chunks();
    let (folded, folded_rest) = room.as_chunks_mut();
    for (word, folded) in words.iter().zip(folded) {
        let word = small(u64::from_le_bytes(*word));
        *folded = word.to_le_bytes();
        are_left(word).then_some(())?;
    }
    for (byte, folded) in rest.iter().zip(folded_rest) {
        *folded = byte.to_ascii_lowercase();
        IS_LEFT.get(usize::from(*folded)).filter(|left| **left)?;
    }
    Some(room)
}

/// The top bit of each of eight bytes.
const TOPS: u64 = u64::from_ne_bytes([0x80; 8]);

/// The top bit of each byte whose other bits are at least so much: nothing is carried.
const fn from(word: u64, least: u8) -> u64 {
    (word & !TOPS).wrapping_add(u64::from_ne_bytes([0x80 - least; 8]))
}

/// Eight bytes with their capitals small.
const fn small(word: u64) -> u64 {
    let is_capital = !word & from(word, b'A') & !from(word, b'Z' + 1) & TOPS;
    word | is_capital >> 2
}

/// Whether folding surely leaves each of eight bytes: [`IS_LEFT`], in one step.
const fn are_left(word: u64) -> bool {
    let is_first = from(word, 0x64) & !from(word, 0x6a);
    let is_inside = !from(word, 0x40);
    let is_ascii = from(word, 0x21) & !from(word, 0x41) | from(word, 0x5b) & !from(word, 0x7f);
    (word & (is_first | is_inside) | !word & is_ascii) & TOPS == TOPS
}

/// Of each byte, whether folding surely leaves it: inside a letter, its first one, or ASCII.
static IS_LEFT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    let mut rest: &mut [bool] = &mut table;
    while let Some((own, after)) = rest.split_first_mut() {
        *own = matches!(byte, 0x80..=0xbf | 0xe4..=0xe9 | 0x21..=0x40 | 0x5b..=0x7e);
        byte += 1;
        rest = after;
    }
    table
};

/// The letters of [`fold`], one by one, for comparing without a copy.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(folded_letter)
}

/// What is left of a letter.
fn folded_letter(letter: char) -> Option<char> {
    let letter = narrow(letter);
    let is_blank = letter.is_whitespace() || letter == '\u{feff}';
    (!is_blank).then_some(letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// What is folded at once is what folding comes to.
        #[test]
        fn texts_are_folded_at_once_as_letter_by_letter(text in "[a-cA-C0-9 县（）Ａé]{0,12}") {
            let is_plain = |letter: char| letter.is_ascii_graphic() || letter == '县';
            let folded = fold(&text);
            let plain = text.chars().all(is_plain).then_some(folded.as_bytes());
            let mut room = [0; 36];
            proptest::prop_assert_eq!(fold_onto(&text, &mut room), plain);
        }

        #[test]
        fn eight_bytes_in_one_step_are_as_one_by_one(word: [u8; 8]) {
            // All but one are such bytes, or hardly ever all of eight would be.
            let at = usize::from(word[0] % 8);
            let word = [0_usize, 1, 2, 3, 4, 5, 6, 7].map(|place| {
                if place == at { word[place] } else { 0x80 | word[place] & 0x3f }
            });
            let slow = word.iter().all(|byte| IS_LEFT[usize::from(*byte)]);
            proptest::prop_assert_eq!(are_left(u64::from_le_bytes(word)), slow);
        }

        #[test]
        fn a_text_folded_is_its_letters_folded(text in "[叶县（）() A-Za-z0-9\u{3000}\u{feff}，-]{0,40}") {
            proptest::prop_assert_eq!(fold(&text).into_owned(), folded(&text).collect::<String>());
        }
    }
}
