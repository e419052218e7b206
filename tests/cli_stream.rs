//! `validate --ndjson`: what it prints, in which order, and what it takes.
#![cfg(feature = "cli")]

#[expect(dead_code, reason = "other tests use the rest")]
mod corpus;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "ledgers/program.rs"]
mod program;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use arrears_ledger::call::call;
use ledgers::submitted;
use program::{Run, run_with};
use serde_json::json;

const DAY: &str = "2022-06-12";

fn stream(jobs: &str, input: &[u8]) -> Run {
    let words = [
        "validate", "-", "--ndjson", "--format", "json", "--today", DAY, "--jobs", jobs,
    ];
    run_with(&words, input)
}

/// Good and bad submissions, debts, blank lines and nonsense.
fn mixed(lines: usize) -> String {
    let good = submitted();
    let one = |no: usize| match no % 5 {
        0 => good.clone(),
        1 => good.replace("467", "468").replacen("13", "31", no % 3),
        2 => json!({ "debtor_name": format!("单位{no}"), "arrears_amount": "1.5" }).to_string(),
        3 => String::new(),
        _ => format!("{{\"format\":{no}"),
    };
    (0..lines).map(|no| one(no) + "\n").collect()
}

#[test]
fn answers_come_in_the_order_of_the_lines_whatever_the_number_of_threads() {
    let input = mixed(60);
    let line =
        json!({ "call": "lines", "file": { "name": "-", "bytes": input.len() }, "today": DAY });
    let expected = call(&corpus::call(&line, &[input.as_bytes()]));
    for jobs in ["1", "2", "7"] {
        let run = stream(jobs, input.as_bytes());
        assert_eq!(run.out.trim_end(), expected.text, "{jobs} jobs");
        assert_eq!(run.code, i32::from(expected.status));
    }
    assert_eq!(
        expected.text.lines().count(),
        48,
        "blank lines have no answer"
    );
    assert!(
        expected
            .text
            .lines()
            .last()
            .unwrap()
            .starts_with(r#"{"counts":"#)
    );
}

#[test]
fn a_stream_in_order_ends_well_and_an_empty_one_too() {
    let good = submitted() + "\n" + &submitted();
    assert_eq!(stream("2", good.as_bytes()).code, 0);
    let empty = stream("2", b"");
    assert_eq!((empty.code, empty.out.as_str()), (0, ""));
}

#[test]
fn what_streams_have_not_is_refused() {
    for words in [
        ["validate", "-", "--ndjson", "--together"].as_slice(),
        &["validate", "-", "--ndjson", "--previous", "a"],
        &["validate", "-", "--jobs", "2"],
        &["validate", "-", "--ndjson", "--jobs", "0"],
    ] {
        assert_eq!(run_with(words, b"").code, 2, "{words:?}");
    }
    let missing = run_with(
        &["validate", "no-such-file", "--ndjson", "--format", "json"],
        b"",
    );
    assert_eq!(missing.code, 4);
    assert!(missing.out.contains("J-10"));
}

/// Each line is answered while the stream is still open: nothing waits for its end.
#[test]
fn a_line_is_answered_before_the_stream_ends() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_arrears-ledger"))
        .args(["validate", "-", "--ndjson", "--today", DAY, "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    for no in 0..3 {
        input.write_all(b"{\"format\":\n").unwrap();
        input.flush().unwrap();
        first.clear();
        output.read_line(&mut first).unwrap();
        assert!(first.starts_with(&format!("-:{}", no + 1)), "{first}");
        output.read_line(&mut first).unwrap();
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(4));
}

/// The peak of memory does not grow with the stream.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_stream() {
    let peak = |lines: usize| {
        let debt = json!({ "debtor_name": "龙泉乡人民政府", "remark": "叶".repeat(3_000) });
        let mut child = Command::new(env!("CARGO_BIN_EXE_arrears-ledger"))
            .args(["validate", "-", "--ndjson", "--today", DAY, "--jobs", "2"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        for _ in 0..lines {
            writeln!(input, "{debt}").unwrap();
        }
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        drop(input);
        child.wait().unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmHWM:"))
            .unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    let (short, long) = (peak(50), peak(1_000));
    // The lines alone come to nine megabytes.
    assert!(
        long < short + 4_000,
        "{short} kB for 50 lines, {long} kB for 1,000"
    );
}

#[test]
fn a_debt_by_itself_is_not_asked_for_the_debts_around_it() {
    let debts: String = (6..9)
        .map(|no| json!({ "seq_no": no, "debtor_nam": "龙泉乡人民政府" }).to_string() + "\n")
        .collect();
    let out = stream("1", debts.as_bytes()).out;
    assert_eq!(out.lines().count(), 3);
    for answer in out.lines() {
        // What it holds itself is told: a blank, and a column nobody knows.
        assert!(answer.contains("C-01") && answer.contains("H-16"), "{out}");
        assert!(!answer.contains("F-13"), "{out}");
    }
}
