//! The library and the module without imports, asked the same for a bounded time: calls of the
//! corpus, damaged by a seed. Needs the module, so `cargo xtask test hosts` and `cargo xtask fuzz`
//! run it; `ARREARS_SEED` and `ARREARS_SECONDS` say which damage, and how much of it.
#![cfg(feature = "workbook")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may stop at what it did not expect, and says how much it tried"
)]

mod corpus;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use arrears_ledger::call::{Answer, call};
use arrears_ledger::workbook::is_workbook;
use corpus::damaged::{Dice, damage};
use corpus::workbooks::damage_part;
use corpus::{Case, corpus, validate_on};

/// The module in Node.js.
struct Module {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
}

impl Module {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-config/node/test/answer.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self {
            child,
            input,
            output,
        }
    }

    fn call(&mut self, request: &[u8]) -> Answer {
        let length = u32::try_from(request.len()).unwrap();
        self.input.write_all(&length.to_le_bytes()).unwrap();
        self.input.write_all(request).unwrap();
        let status = self.number();
        let mut text = vec![0; usize::try_from(self.number()).unwrap()];
        self.output.read_exact(&mut text).unwrap();
        Answer {
            status: u8::try_from(status).unwrap(),
            text: String::from_utf8(text).unwrap(),
        }
    }

    fn number(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.output.read_exact(&mut bytes).unwrap();
        u32::from_le_bytes(bytes)
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        // It may have gone by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    let given = env::var(variable).ok();
    given.map_or(otherwise, |text| text.parse().unwrap())
}

/// A call that something was done to: mostly to the file it is about, so that the file is looked at;
/// else to any byte of it.
fn damaged(cases: &[Case], dice: &mut Dice) -> (String, Vec<u8>) {
    let case = &cases[dice.below(cases.len())];
    let Some(file) = &case.file else {
        let request = (0..=dice.below(3)).fold(case.request.clone(), |request, _| {
            if request.is_empty() {
                return request;
            }
            damage(&request, dice).1
        });
        return (case.name.clone(), request);
    };
    let bytes = (0..=dice.below(3)).fold(file.bytes.clone(), |bytes, _| {
        damaged_file(&bytes, cases, dice)
    });
    let request = validate_on(file.today, &file.name, &bytes).request;
    (case.name.clone(), request)
}

/// A file with some bytes changed, inside a part of it where it is a workbook in order; with another
/// letter or digit, so that it still reads as what it was; or with a piece of another in it.
fn damaged_file(bytes: &[u8], cases: &[Case], dice: &mut Dice) -> Vec<u8> {
    if bytes.is_empty() {
        return bytes.to_vec();
    }
    if is_workbook(bytes) && dice.below(4) != 0 {
        return damage_part(bytes, dice).1;
    }
    match dice.below(8) {
        0..3 => return damage(bytes, dice).1,
        3..7 => return misspelt(bytes, dice),
        _ => {}
    }
    let other = &cases[dice.below(cases.len())].request;
    let from = dice.below(other.len());
    let piece = &other[from..other.len().min(from + dice.below(400))];
    let mut grafted = bytes.to_vec();
    let at = dice.below(grafted.len());
    grafted.splice(at..at, piece.iter().copied());
    grafted
}

/// One letter or digit more or less than it was.
fn misspelt(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let from = dice.below(bytes.len());
    let letter = bytes[from..]
        .iter_mut()
        .find(|byte| byte.is_ascii_alphanumeric());
    if let Some(letter) = letter {
        let (first, count) = match *letter {
            b'0'..=b'9' => (b'0', 10),
            b'a'..=b'z' => (b'a', 26),
            _ => (b'A', 26),
        };
        *letter = first + u8::try_from(dice.below(count)).unwrap();
    }
    bytes
}

/// Keeps a call, so that it can be made again.
fn keep(request: &[u8], name: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, request).unwrap();
    file
}

#[test]
#[ignore = "needs the module: cargo xtask test hosts"]
fn the_module_answers_damaged_calls_as_the_library_does() {
    let seed = number("ARREARS_SEED", 9);
    let end = Instant::now() + Duration::from_secs(number("ARREARS_SECONDS", 20));
    let cases: Vec<_> = corpus()
        .into_iter()
        .filter(|case| (1..200_000).contains(&case.request.len()))
        .collect();
    let (mut dice, mut module) = (Dice(seed), Module::start());
    let mut tried: BTreeMap<u8, u32> = BTreeMap::new();
    while Instant::now() < end {
        let (name, request) = damaged(&cases, &mut dice);
        let native = call(&request);
        let answer = module.call(&request);
        if native != answer {
            let file = keep(&request, &format!("differs-{seed}.call"));
            panic!(
                "made from {name} by seed {seed}: library {} {}, module {} {}; the call is kept in {}",
                native.status,
                native.text,
                answer.status,
                answer.text,
                file.display()
            );
        }
        *tried.entry(native.status).or_default() += 1;
    }
    let all: u32 = tried.values().sum();
    eprintln!("{all} damaged calls, seed {seed}, answered alike; by status: {tried:?}");
    // Enough of them are read as ledgers, so that more than the first line is compared.
    assert!(
        tried.contains_key(&1) && tried.contains_key(&4),
        "{tried:?}"
    );
}
