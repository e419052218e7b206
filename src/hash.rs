//! One hash for everything that is compared within a run: small, and the same on every machine.

use std::hash::Hasher;

/// FNV-1a, 64 bits. Two different texts may share a hash: whoever gathers by it compares again.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
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

/// Texts met before, gathered by their hashes.
#[derive(Debug, Clone)]
pub(crate) struct Met(Vec<Vec<String>>);

impl Met {
    /// None yet; quick for as many as are expected.
    pub(crate) fn expecting(count: usize) -> Self {
        Self(vec![Vec::new(); count.max(1)])
    }

    /// Notes a text; says whether it is met for the first time.
    pub(crate) fn is_first(&mut self, text: &str) -> bool {
        let mut hasher = Fnv::default();
        hasher.write(text.as_bytes());
        let place = hasher.finish() % (self.0.len() as u64);
        let gathered = usize::try_from(place).ok();
        let Some(gathered) = gathered.and_then(|place| self.0.get_mut(place)) else {
            return true;
        };
        let is_first = !gathered.iter().any(|known| known == text);
        if is_first {
            gathered.push(text.to_owned());
        }
        is_first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_new_once() {
        for room in [0, 1, 8] {
            let mut met = Met::expecting(room);
            let first = ["甲", "乙", "甲", ""].map(|text| met.is_first(text));
            assert_eq!(first, [true, true, false, true]);
        }
    }
}
