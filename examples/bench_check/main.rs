//! What a file of debts takes from bytes to findings, beside what others would take in our place:
//! `cargo xtask bench` runs it. Each call is a fresh process and prints one line a figure: name,
//! value, unit.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement may stop at what it did not expect, and prints what it found"
)]

mod inputs;
#[path = "../../tests/ledgers/made.rs"]
#[expect(dead_code, reason = "typing and copying are measured by bench_session")]
mod made;
mod peers;

use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use arrears_ledger::api::{Answer, validate};
use arrears_ledger::campaign::{Campaign, Context};
use chrono::NaiveDate;

/// A debt's place in the file and the field that is wrong.
type Place = (usize, String);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", folder] => inputs::write(Path::new(folder)),
        ["ours", file, times] => ours(Path::new(file), times.parse().unwrap()),
        ["serde", file, times] => peers::typed(Path::new(file), times.parse().unwrap()),
        ["jsonschema", file, times] => peers::schema(Path::new(file), times.parse().unwrap()),
        ["garde", file, times] => peers::garde(Path::new(file), times.parse().unwrap()),
        ["memory", file] => memory(Path::new(file)),
        _ => println!("write FOLDER | ours|serde|jsonschema|garde FILE TIMES | memory FILE"),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 6, 12).unwrap()
}

/// The answer to a file, by every rule.
fn answered(bytes: &[u8]) -> Answer {
    let campaign = Campaign::yexian_2022();
    let answer = validate("ledger.json", bytes, &Context::new(&campaign, today()));
    assert!(answer.findings.len() > 1, "the file was not read");
    answer
}

/// Where our findings with these codes are.
fn places(bytes: &[u8], codes: &[&str]) -> BTreeSet<Place> {
    let answer = answered(bytes);
    let of_codes = answer
        .findings
        .iter()
        .filter(|one| codes.contains(&one.finding.rule.code));
    of_codes
        .filter_map(|one| place(&one.finding.at.pointer()))
        .collect()
}

/// The debt and the field of `/entries/3/dispute`.
fn place(pointer: &str) -> Option<Place> {
    let mut parts = pointer.strip_prefix("/entries/")?.split('/');
    Some((parts.next()?.parse().ok()?, parts.next()?.to_owned()))
}

/// The median of so many runs.
fn median(times: usize, mut run: impl FnMut()) -> Duration {
    let mut spent: Vec<Duration> = (0..times.max(1))
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    spent.sort_unstable();
    *spent.get(spent.len() / 2).unwrap()
}

/// `native/NAME/FILE`, in milliseconds.
fn tell(name: &str, file: &Path, spent: Duration) {
    let file = file.file_stem().unwrap().to_string_lossy();
    let micros = spent.as_micros();
    println!(
        "native/{name}/{file}\t{}.{:03}\tms",
        micros / 1_000,
        micros % 1_000
    );
}

fn ours(file: &Path, times: usize) {
    let bytes = fs::read(file).unwrap();
    let spent = median(times, || drop(black_box(answered(&bytes))));
    tell("ours", file, spent);
}

/// What a check needs above its input, as a multiple of the input: the most that was ever resident,
/// less what was when the input was there.
fn memory(file: &Path) {
    let bytes = fs::read(file).unwrap();
    let before = status("VmRSS:");
    black_box(answered(&bytes));
    let most = status("VmHWM:").saturating_sub(before);
    let thousandths = most * 1_000 / u64::try_from(bytes.len()).unwrap();
    println!(
        "memory/native/{}\t{}.{:03}\t× input",
        file.file_stem().unwrap().to_string_lossy(),
        thousandths / 1_000,
        thousandths % 1_000
    );
}

fn status(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|one| one.starts_with(line)).unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes * 1024
}
