//! Hashes for what is compared: small, and the same on every machine.

use std::hash::Hasher;

/// FNV-1a, 64 bits. Two different texts may share a hash: whoever gathers by it compares again.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

/// The hash of a text.
pub fn fnv(text: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.write(text.as_bytes());
    hash.finish()
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Eight bytes at a time, for keys that are made with every edit and written nowhere. What is
/// written in one piece has another hash than the same in several.
#[derive(Debug, Clone, Copy, Default)]
pub struct Quick(u64);

impl Quick {
    fn take(&mut self, word: [u8; 8]) {
        let mixed = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.take(*word);
        }
        // The length stands behind what is left, so that no blanks are like none.
        let mut last = [0; 8];
        for (slot, byte) in last.iter_mut().zip(rest) {
            *slot = *byte;
        }
        self.take(last);
        self.take(u64::try_from(bytes.len()).unwrap_or_default().to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_a_little_differ_in_their_hash() {
        let hash = |text: &str| {
            let mut hash = Quick::default();
            hash.write(text.as_bytes());
            hash.finish()
        };
        let texts = [
            "",
            "\0",
            "a",
            "a\0",
            "叶县水利局",
            "叶县水务局",
            "12345678",
            "123456780",
            "12345678\0",
        ];
        let mut hashes: Vec<u64> = texts.iter().map(|text| hash(text)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), texts.len());
    }
}
