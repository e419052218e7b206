//! SM3 (GB/T 32905-2016), and the check code printed on paper.

use std::cell::Cell;

/// The state before the first block (4.1).
const START: [u32; 8] = [
    0x7380_166f,
    0x4914_b2b9,
    0x1724_42d7,
    0xda8a_0600,
    0xa96f_30bc,
    0x1631_38aa,
    0xe38d_ee4d,
    0xb0fb_0e4e,
];

/// The digest of some bytes in lower-case hexadecimal: what `openssl dgst -sm3` prints.
///
/// ```
/// use arrears_ledger::digest::sm3_hex;
/// assert_eq!(sm3_hex(b"abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
/// ```
pub fn sm3_hex(bytes: &[u8]) -> String {
    let (blocks, rest) = bytes.as_chunks();
    // What is left over, a one, zeros, and the length in bits at the end of a block (5.2).
    let mut end = rest.to_vec();
    end.push(0x80);
    while end.len() % 64 != 56 {
        end.push(0);
    }
    let bits = (bytes.len() as u64).wrapping_mul(8);
    end.extend(bits.to_be_bytes());
    let mut state = START;
    for block in blocks.iter().chain(end.as_chunks().0) {
        compress(&mut state, block);
    }
    let mut digits = String::new();
    for word in state {
        write_hex(word, 8, &mut digits);
    }
    digits
}

/// Writes the last so many hexadecimal digits of a number behind what is there.
pub(crate) fn write_hex(number: u32, digits: u32, out: &mut String) {
    for place in (0..digits).rev() {
        out.extend(char::from_digit((number >> (4 * place)) & 15, 16));
    }
}

/// The digest of bytes that come in pieces, for what is too long to be held in one.
///
/// ```
/// use arrears_ledger::digest::{Sm3, sm3_hex};
/// let mut sm3 = Sm3::default();
/// sm3.take(b"a");
/// sm3.take(b"bc");
/// assert_eq!(sm3.hex(), sm3_hex(b"abc"));
/// ```
#[derive(Debug, Clone)]
pub struct Sm3 {
    state: [u32; 8],
    /// What is left of the pieces so far, less than a block.
    rest: Vec<u8>,
    length: u64,
}

impl Default for Sm3 {
    fn default() -> Self {
        Self {
            state: START,
            rest: Vec::new(),
            length: 0,
        }
    }
}

impl Sm3 {
    /// Takes the next piece in.
    pub fn take(&mut self, piece: &[u8]) {
        self.length = self.length.wrapping_add(piece.len() as u64);
        let missing = (64 - self.rest.len()).min(piece.len());
        let (mut head, mut tail): (&[u8], &[u8]) = (&[], piece);
        if !self.rest.is_empty() {
            (head, tail) = piece.split_at(missing);
        }
        self.rest.extend_from_slice(head);
        if let Some(block) = self.rest.first_chunk() {
            compress(&mut self.state, block);
            self.rest.clear();
        }
        let (blocks, rest) = tail.as_chunks();
        for block in blocks {
            compress(&mut self.state, block);
        }
        self.rest.extend_from_slice(rest);
    }

    /// The digest of all pieces in lower-case hexadecimal.
    pub fn hex(mut self) -> String {
        self.rest.push(0x80);
        while self.rest.len() % 64 != 56 {
            self.rest.push(0);
        }
        self.rest.extend(self.length.wrapping_mul(8).to_be_bytes());
        for block in self.rest.as_chunks().0 {
            compress(&mut self.state, block);
        }
        let mut digits = String::new();
        for word in self.state {
            write_hex(word, 8, &mut digits);
        }
        digits
    }
}

/// Takes one block in (5.3). It is written as the standard writes it, in loops a compiler may unroll
/// where speed is wanted rather than size: a crate for it is eight times as large.
fn compress(state: &mut [u32; 8], block: &[u8; 64]) {
    let mut words = [0; 68];
    expand(block, &mut words);
    let mut windows = words.array_windows();
    let xor = |x: u32, y: u32, z: u32| x ^ y ^ z;
    let early = rounds(*state, 0x79cc_4519, windows.by_ref().take(16), xor, xor);
    let majority = |x, y, z| (x & y) | (z & (x | y));
    let choice = |x, y, z| z ^ (x & (y ^ z));
    let late = rounds(early, 0x9d8a_7a87, windows, majority, choice);
    for (own, new) in state.iter_mut().zip(late) {
        *own ^= new;
    }
}

/// Writes the block's sixteen words and the fifty-two that follow from them (5.3.2).
fn expand(block: &[u8; 64], words: &mut [u32; 68]) {
    for (word, bytes) in words.iter_mut().zip(block.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    let own: &[Cell<u32>; 68] = Cell::from_mut(words).as_array_of_cells();
    for window in own.array_windows() {
        // The sixteen words before, from W[j-16] on, and W[j].
        let [w0, _, _, w3, _, _, _, w7, _, _, w10, _, _, w13, _, _, next] = window;
        let x = w0.get() ^ w7.get() ^ w13.get().rotate_left(15);
        let mixed = x ^ x.rotate_left(15) ^ x.rotate_left(23);
        next.set(mixed ^ w3.get().rotate_left(7) ^ w10.get());
    }
}

/// Rounds that have FF and GG in common (5.3.3). `constant` is T of the first, turned as it stands
/// there; each window is W, three words between, and the one that makes W'.
#[expect(
    clippy::many_single_char_names,
    reason = "the names are the standard's"
)]
fn rounds<'w>(
    state: [u32; 8],
    mut constant: u32,
    windows: impl Iterator<Item = &'w [u32; 5]>,
    ff: impl Fn(u32, u32, u32) -> u32,
    gg: impl Fn(u32, u32, u32) -> u32,
) -> [u32; 8] {
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
    for [word, _, _, _, fourth] in windows {
        let turned = a.rotate_left(12);
        let sum = turned.wrapping_add(e).wrapping_add(constant);
        let ss1 = sum.rotate_left(7);
        let tt1 = ff(a, b, c)
            .wrapping_add(d)
            .wrapping_add(ss1 ^ turned)
            .wrapping_add(word ^ fourth);
        let tt2 = gg(e, f, g)
            .wrapping_add(h)
            .wrapping_add(ss1)
            .wrapping_add(*word);
        (d, c, b, a) = (c, b.rotate_left(9), a, tt1);
        let mixed = tt2 ^ tt2.rotate_left(9) ^ tt2.rotate_left(17);
        (h, g, f, e) = (g, f.rotate_left(19), e, mixed);
        constant = constant.rotate_left(1);
    }
    [a, b, c, d, e, f, g, h]
}

/// The first sixteen digits of a digest in four groups, for people to compare.
///
/// ```
/// assert_eq!(arrears_ledger::digest::check_code("66c7f0f462eeedd9d1f2"), "66C7-F0F4-62EE-EDD9");
/// ```
pub fn check_code(digest: &str) -> String {
    let mut code = String::new();
    for (index, digit) in digest.chars().take(16).enumerate() {
        if 0 < index && index % 4 == 0 {
            code.push('-');
        }
        code.push(digit.to_ascii_uppercase());
    }
    code
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use sm3::{Digest, Sm3};

    use super::*;

    /// Appendix A of the standard.
    #[test]
    fn gives_the_digests_of_the_standard() {
        for (text, expected) in [
            (
                "abc".to_owned(),
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            ),
            (
                "abcd".repeat(16),
                "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
            ),
        ] {
            assert_eq!(sm3_hex(text.as_bytes()), expected, "{text}");
        }
    }

    fn by_others(bytes: &[u8]) -> String {
        let mut digits = String::new();
        for byte in Sm3::digest(bytes) {
            let _ = write!(digits, "{byte:02x}");
        }
        digits
    }

    #[test]
    fn every_length_up_to_three_blocks_ends_as_it_should() {
        for length in 0..200 {
            let bytes = vec![0xa5; length];
            assert_eq!(sm3_hex(&bytes), by_others(&bytes), "{length}");
        }
    }

    proptest! {
        #[test]
        fn pieces_of_any_size_give_the_digest_of_the_whole(pieces in vec(vec(any::<u8>(), 0..200), 0..6)) {
            let mut sm3 = super::Sm3::default();
            for piece in &pieces {
                sm3.take(piece);
            }
            prop_assert_eq!(sm3.hex(), sm3_hex(&pieces.concat()));
        }

        #[test]
        fn gives_what_the_sm3_crate_gives(bytes in vec(any::<u8>(), 0..600)) {
            prop_assert_eq!(sm3_hex(&bytes), by_others(&bytes));
        }
    }
}
