//! Good files, damaged: cut off, with bytes changed, gone, doubled; by a fixed seed.

use std::fs;
use std::path::Path;

use super::{Case, validate};

/// How many of each kind of damage there are to each file.
const CUTS: usize = 20;
const CHANGES: usize = 40;

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = samples()
        .iter()
        .map(|(name, bytes)| validate(format!("sample {name}"), bytes))
        .collect();
    let mut dice = Dice(20_220_613);
    for name in ["valid.json", "draft.json", "sheet.tsv"] {
        let good = sample(&format!("parity/{name}"));
        for no in 0..CUTS {
            let end = good.len() * no / CUTS;
            cases.push(validate(format!("cut {no} {name}"), &good[..end]));
        }
        for no in 0..CHANGES {
            let (kind, bytes) = damage(&good, &mut dice);
            cases.push(validate(format!("{kind} {no} {name}"), &bytes));
        }
    }
    cases
}

/// Changes some bytes.
pub(crate) fn damage(good: &[u8], dice: &mut Dice) -> (&'static str, Vec<u8>) {
    let mut bytes = good.to_vec();
    let at = dice.below(bytes.len());
    let length = 1 + dice.below(12).min(bytes.len() - at - 1);
    match dice.below(5) {
        0 => {
            bytes[at] ^= 1 << dice.below(8);
            ("bit", bytes)
        }
        1 => {
            bytes.drain(at..at + length);
            ("gone", bytes)
        }
        2 => {
            let twice = bytes[at..at + length].to_vec();
            bytes.splice(at..at, twice);
            ("twice", bytes)
        }
        3 => {
            const SCRAPS: [&[u8]; 8] = [
                b"\"",
                b"{",
                b"]",
                b",",
                b"\\u0000",
                b"1e9",
                b"\xff",
                "叶".as_bytes(),
            ];
            let scrap = SCRAPS[dice.below(SCRAPS.len())];
            bytes.splice(at..at, scrap.iter().copied());
            ("put in", bytes)
        }
        _ => {
            let other = dice.below(bytes.len());
            bytes.swap(at, other);
            ("swapped", bytes)
        }
    }
}

/// Numbers that look like chance and are the same each time (xorshift64*).
#[derive(Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % limit.max(1)
    }
}

/// The files of `tests/samples` that are texts, by name.
fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("parity");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(Result::unwrap)
        .filter(|file| file.file_type().unwrap().is_file())
        .map(|file| format!("parity/{}", file.file_name().into_string().unwrap()))
        .collect();
    names.extend(["longquan-2022-06.tsv", "jiaotong-2022-06.gb18030.csv"].map(str::to_owned));
    names.sort();
    names
        .into_iter()
        .map(|name| (name.clone(), sample(&name)))
        .collect()
}

pub(crate) fn sample(name: &str) -> Vec<u8> {
    fs::read(root().join(name)).unwrap()
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}
