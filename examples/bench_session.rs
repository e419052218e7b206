//! How quick an open ledger is: cells typed, blocks pasted, memory. `cargo xtask bench session`
//! runs it; `write` hands the same ledgers and edits to the same measurement in JavaScript.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement may stop at what it did not expect, and prints what it found"
)]

#[path = "../tests/ledgers/made.rs"]
mod made;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use arrears_ledger::campaign::Campaign;
use arrears_ledger::json::Tree;
use arrears_ledger::ledger::Ledger;
use arrears_ledger::read::{Reading, Source};
use arrears_ledger::session::Session;
use chrono::NaiveDate;
use made::{FULL, SHORT, Typed, copied, ledger, typed};

const ROWS: [usize; 4] = [100, 1_000, 10_000, 100_000];
const SEED: u64 = 20_220_609;
const EDITS: usize = 2_000;
/// So many more are made in JavaScript before the clock runs: an engine compiles what is called often
/// once more, and better.
const BEFORE: usize = 3 * EDITS;
const PASTED: usize = 10_000;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["native"] => native(),
        ["cells"] => [10_000, 100_000]
            .into_iter()
            .for_each(|rows| drop(cells(rows))),
        ["write", folder] => write(Path::new(folder)),
        ["memory", rows] => memory_here(rows.parse().unwrap()),
        ["again", "edit", times] => edit_again(times.parse().unwrap(), ""),
        ["again", "edit", times, column] => edit_again(times.parse().unwrap(), column),
        ["again", "paste", times] => paste_again(times.parse().unwrap()),
        _ => println!(
            "native | cells | write FOLDER | memory ROWS | again edit|paste TIMES [COLUMN]"
        ),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 6, 12).unwrap()
}

/// A file of a hundred thousand debts would be longer than any that is read, so they come as they
/// are.
fn open(ledger: Ledger) -> Session {
    let reading = Reading {
        ledger,
        findings: Vec::new(),
        source: Source::Submission,
        digest: None,
        unsealed: None,
        mapping: None,
        whole: true,
    };
    Session::open(reading, Campaign::yexian_2022(), today())
}

/// One line a figure: name, thousandths, unit.
fn tell(name: &str, thousandths: u128, unit: &str) {
    println!(
        "{name}\t{}.{:03}\t{unit}",
        thousandths / 1_000,
        thousandths % 1_000
    );
}

fn native() {
    for rows in ROWS {
        let mut session = cells(rows);
        if rows == 10_000 {
            rows_and_header(&mut session, rows);
        }
        if 10_000 <= rows {
            memory(rows);
        }
    }
    let text = copied(&ledger(PASTED, SEED), &SHORT);
    let mut times: Vec<u128> = (0..5).map(|_| paste(&text)).collect();
    times.sort_unstable();
    tell("session/paste/10000x14", times[2], "ms");
}

/// Cells typed all over a ledger of so many debts; the ledger is still open.
fn cells(rows: usize) -> Session {
    let mut session = open(ledger(rows, SEED));
    session.overview();
    let mut times = Vec::new();
    for edit in typed(EDITS, rows, SEED) {
        times.extend(make(&mut session, &edit).map(|time| time.as_nanos()));
    }
    assert!(
        EDITS / 2 < times.len(),
        "too few of the edits changed a cell"
    );
    times.sort_unstable();
    tell(
        &format!("session/edit/{rows}"),
        times[times.len() / 2],
        "µs",
    );
    tell(
        &format!("session/edit-p95/{rows}"),
        times[times.len() * 95 / 100],
        "µs",
    );
    session
}

/// One thing over and over, for a profiler, in one column or in all; at the end, what each column
/// took.
fn edit_again(times: usize, only: &str) {
    let rows = 10_000;
    let mut session = open(ledger(rows, SEED));
    session.overview();
    let mut by_column: BTreeMap<&str, Vec<u128>> = BTreeMap::new();
    for seed in 0..u64::try_from(times).unwrap() {
        let edits = typed(EDITS, rows, seed);
        for edit in edits.iter().filter(|edit| edit.key.contains(only)) {
            let time = make(&mut session, edit).map(|time| time.as_nanos());
            by_column.entry(edit.key).or_default().extend(time);
        }
    }
    for (key, mut times) in by_column {
        times.sort_unstable();
        println!(
            "{key}: {} times, median {} ns",
            times.len(),
            times[times.len() / 2]
        );
    }
}

fn paste_again(times: usize) {
    let text = copied(&ledger(PASTED, SEED), &SHORT);
    for _ in 0..times {
        println!("{} µs", paste(&text));
    }
}

/// Rows that come in the middle, and a cell of the header that many rules of debts read.
fn rows_and_header(session: &mut Session, rows: usize) {
    let mut times: Vec<u128> = (0..20)
        .map(|turn| {
            let start = Instant::now();
            session.insert_rows(rows / 2 + turn, 1).unwrap();
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    tell(
        &format!("session/insert/{rows}"),
        times[times.len() / 2],
        "ms",
    );
    let mut times: Vec<u128> = ["2022-06-10", "2022-06-11"]
        .iter()
        .cycle()
        .take(20)
        .map(|day| {
            let start = Instant::now();
            session.set_header("cutoff_date", day).unwrap();
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    tell(
        &format!("session/header/{rows}"),
        times[times.len() / 2],
        "ms",
    );
}

/// Types one text; `None` where the cell said so already.
fn make(session: &mut Session, edit: &Typed) -> Option<Duration> {
    let start = Instant::now();
    let change = session.set_cell(edit.row, edit.key, &edit.text).unwrap();
    let time = start.elapsed();
    assert!(!change.reload && !change.reload_findings, "{edit:?}");
    (!change.cells.is_empty()).then_some(time)
}

/// Microseconds.
fn paste(text: &str) -> u128 {
    let mut session = Session::new(Campaign::yexian_2022(), today());
    session.choose_unit("410422207").unwrap();
    let start = Instant::now();
    session.paste(0, &[], text).unwrap();
    let time = start.elapsed();
    assert_eq!(session.ledger().entries.len(), PASTED);
    time.as_micros()
}

/// Has a fresh process hold the ledger, so that nothing else is in its memory.
fn memory(rows: usize) {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program)
        .args(["memory", &rows.to_string()])
        .output()
        .unwrap();
    print!("{}", String::from_utf8(output.stdout).unwrap());
}

/// What a session keeps resident, as a multiple of its ledger's text.
fn memory_here(rows: usize) {
    let before = status();
    let session = open(ledger(rows, SEED));
    session.overview();
    let bytes = status() - before;
    let text = u128::try_from(session.draft().len()).unwrap();
    tell(
        &format!("session/memory/{rows}"),
        u128::from(bytes) * 1_000 / text,
        "× text",
    );
}

fn status() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes * 1024
}

/// Writes what JavaScript is to measure.
fn write(folder: &Path) {
    for rows in ROWS {
        let ledger = ledger(rows, SEED);
        fs::write(
            folder.join(format!("ledger-{rows}.tsv")),
            copied(&ledger, &FULL),
        )
        .unwrap();
        let edits = typed(BEFORE + EDITS, rows, SEED);
        let edit = |edit: &Typed| {
            let row = i64::try_from(edit.row).unwrap();
            let texts = [edit.key, &edit.text].map(Tree::text);
            Tree::List([vec![Tree::Number(row)], texts.into()].concat())
        };
        let edits = Tree::List(edits.iter().map(edit).collect());
        fs::write(folder.join(format!("edits-{rows}.json")), edits.canonical()).unwrap();
    }
    let text = copied(&ledger(PASTED, SEED), &SHORT);
    fs::write(folder.join("paste.tsv"), text).unwrap();
}
