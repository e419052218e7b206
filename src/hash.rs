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

/// Eight bytes at a time: quicker, for what is gathered within a run and told to nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mix(u64);

/// The quicker hash of a text.
pub fn mix(text: &str) -> u64 {
    let mut mix = Mix::default();
    mix.write(text.as_bytes());
    mix.finish()
}

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        let last = rest
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte));
        self.write_u64(last);
        self.write_u64(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    }

    fn write_u64(&mut self, number: u64) {
        // The bits of the golden ratio; what they carry up is carried down again.
        let spread = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = spread ^ (spread >> 32);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn texts_of_any_length_are_told_apart() {
        let texts = (0..40).flat_map(|length| {
            let zeros = "\0".repeat(length);
            [zeros.clone(), format!("{zeros}甲"), format!("甲{zeros}")]
        });
        let texts: BTreeSet<String> = texts.collect();
        let hashes: BTreeSet<u64> = texts.iter().map(|text| mix(text)).collect();
        assert_eq!(texts.len(), hashes.len());
    }
}
