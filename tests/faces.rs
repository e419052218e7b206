//! One corpus, every face, the same bytes. What the library answers is written where the tests of
//! the hosts find it (`target/tmp/corpus.tsv`: name, call in hexadecimal, status, answer in
//! hexadecimal), and what it comes to is kept in `tests/corpus/expected.tsv`.
#![cfg(feature = "workbook")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

mod corpus;
#[cfg(feature = "cli")]
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "ledgers/program.rs"]
mod program;

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use arrears_ledger::call::{Answer, call, names};
use arrears_ledger::digest::sm3_hex;
use arrears_ledger::read;
use arrears_ledger::rules;
use corpus::{Case, corpus};
use serde_json::Value;

const AGAIN: &str = "if that is meant: UPDATE=1 cargo test --features cli --test faces";

/// Every case with the library's answer.
static ANSWERS: LazyLock<Vec<(Case, Answer)>> = LazyLock::new(|| {
    let cases = corpus().into_iter();
    cases
        .map(|case| (call(&case.request), case))
        .map(|(answer, case)| (case, answer))
        .collect()
});

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The findings of an answer of one or several lines: `C-01×3 H-02`.
fn found(answer: &Answer) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in answer.text.lines() {
        let Ok(value) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        for finding in value["findings"].as_array().into_iter().flatten() {
            let code = finding["code"].as_str().unwrap_or_default();
            *counts.entry(code.to_owned()).or_default() += 1;
        }
        if let Some(code) = value["error"]["code"].as_str() {
            counts.insert(
                format!("error {code} {}", value["error"]["path"].as_str().unwrap()),
                1,
            );
        }
    }
    let counts = counts.iter().map(|(code, count)| match count {
        1 => code.clone(),
        count => format!("{code}×{count}"),
    });
    counts.collect::<Vec<_>>().join(" ")
}

/// The digest an answer states.
fn digest(answer: &Answer) -> String {
    let value: Option<Value> = serde_json::from_str(&answer.text).ok();
    let digest = value.as_ref().and_then(|value| value["digest"].as_str());
    digest.map_or("-".to_owned(), |digest| digest.chars().take(16).collect())
}

#[test]
fn the_library_answers_the_corpus_as_is_kept() {
    assert!(500 <= ANSWERS.len(), "{} cases", ANSWERS.len());
    let mut names = HashSet::new();
    let (mut kept, mut written) = (String::new(), String::new());
    for (Case { name, request, .. }, answer) in &*ANSWERS {
        assert!(names.insert(name), "two cases are called {name}");
        let text = answer.text.as_bytes();
        let (status, sum) = (answer.status, sm3_hex(text));
        let _ = writeln!(
            kept,
            "{name}\t{status}\t{}\t{}\t{}",
            digest(answer),
            found(answer),
            sum.get(..16).unwrap()
        );
        let _ = writeln!(written, "{name}\t{}\t{status}\t{}", hex(request), hex(text));
    }
    fs::write(
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus.tsv"),
        written,
    )
    .unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/expected.tsv");
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &kept).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    for (found, expected) in kept.lines().zip(expected.lines()) {
        assert_eq!(found, expected, "{AGAIN}");
    }
    assert_eq!(kept.lines().count(), expected.lines().count(), "{AGAIN}");
}

/// Rules that only files too large for a corpus break, or that are about files not opened.
const NOT_HERE: [&str; 4] = ["L-01", "L-02", "J-10", "J-09"];

#[test]
fn the_corpus_breaks_every_rule_and_makes_every_call() {
    let answers: Vec<String> = ANSWERS.iter().map(|(_, answer)| found(answer)).collect();
    for rule in rules::all().chain(read::RULES.iter().copied()) {
        let is_found = answers.iter().any(|found| found.contains(rule.code));
        assert!(is_found || NOT_HERE.contains(&rule.code), "{}", rule.code);
    }
    for name in names() {
        let line = format!("\"call\":\"{name}\"");
        let is_made = |case: &Case| String::from_utf8_lossy(&case.request).contains(&line);
        assert!(ANSWERS.iter().any(|(case, _)| is_made(case)), "{name}");
    }
    let statuses: HashSet<u8> = ANSWERS.iter().map(|(_, answer)| answer.status).collect();
    assert_eq!(statuses, HashSet::from([0, 1, 2, 3, 4]));
}

/// Every file of the corpus in one folder, all asked about in a few runs; the last of each kind of
/// verdict alone, for its exit code.
#[cfg(feature = "cli")]
#[test]
fn the_command_line_prints_what_the_library_answers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let asked = ANSWERS.iter();
    let asked: Vec<(&corpus::File, &Answer)> = asked
        .filter_map(|(case, answer)| Some((case.file.as_ref()?, answer)))
        .collect();
    for (file, _) in &asked {
        fs::write(folder.join(&file.name), &file.bytes).unwrap();
    }
    let run = |today: &str, names: &[&str]| {
        let mut words = vec!["validate", "--format", "json", "--today", today];
        words.extend(names);
        program::run_in(folder.to_str().unwrap(), &words, b"")
    };
    for some in asked.chunk_by(|(a, _), (b, _)| a.today == b.today) {
        let names: Vec<&str> = some.iter().map(|(file, _)| file.name.as_str()).collect();
        let printed = run(some[0].0.today, &names).out;
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines.len(), some.len());
        for ((file, answer), line) in some.iter().zip(lines) {
            assert_eq!(line, answer.text, "{}", file.name);
        }
    }
    for (file, answer) in asked.iter().step_by(20) {
        assert_eq!(
            run(file.today, &[&file.name]).code,
            i32::from(answer.status),
            "{}",
            file.name
        );
    }
}
