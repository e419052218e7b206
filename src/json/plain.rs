//! How far a string of JSON runs before something in it needs care.

/// The top bit of each byte of a word.
const TOPS: u64 = of_each(0x80);

/// How many bytes stand before the first quote, backslash or control character; all, where there is
/// none. Eight bytes are looked at in one step.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let found = special(u64::from_le_bytes(*word));
        if found != 0 {
            // The lowest mark is exact: what is borrowed spoils only those above it.
            return bytes.len() - rest.len() + (found.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    bytes.len() - rest.len() + plain_end(rest)
}

/// Only the last string of a text ends within its last eight bytes.
#[cold]
fn plain_end(rest: &[u8]) -> usize {
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..0x20);
    rest.iter().position(is_special).unwrap_or(rest.len())
}

/// The top bit of each byte that is a quote, a backslash or a control character.
const fn special(word: u64) -> u64 {
    let quotes = below(word ^ of_each(b'"'), 1);
    let backslashes = below(word ^ of_each(b'\\'), 1);
    (below(word, 0x20) | quotes | backslashes) & TOPS
}

const fn of_each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Marks the bytes below a limit of at most 0x80.
const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(of_each(limit)) & !word
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_what_a_look_at_every_byte_finds(bytes in proptest::collection::vec(
            prop_oneof![8 => any::<u8>(), 1 => Just(b'"'), 1 => Just(b'\\'), 1 => 0x1e..0x22_u8], 0..40)
        ) {
            let slow = bytes.iter().position(|byte| *byte == b'"' || *byte == b'\\' || *byte < 0x20);
            prop_assert_eq!(plain(&bytes), slow.unwrap_or(bytes.len()));
        }
    }
}
