//! One corpus, every face, the same bytes: what the library answers to each file of
//! `tests/samples/parity/` is kept beside it, for the browser's and the other hosts' tests.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::fs;
use std::path::{Path, PathBuf};

use arrears_ledger::api::{Answer, Verdict, validate};
use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::text::Lang;
use ledgers::{submitted, today};

const AGAIN: &str = "if that is meant: UPDATE=1 cargo test --test parity";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/parity")
}

/// The files of the corpus by their names.
fn corpus() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(Result::unwrap);
    let mut names: Vec<String> = files
        .filter(|file| file.file_type().unwrap().is_file())
        .map(|file| file.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn answer(name: &str) -> Answer {
    let bytes = fs::read(folder().join(name)).unwrap();
    validate(
        name,
        &bytes,
        &Context::new(&Campaign::yexian_2022(), today()),
    )
}

/// Where two texts part, with a little of what stands around it.
fn difference(found: &str, expected: &str) -> String {
    let same = found
        .chars()
        .zip(expected.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let around = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(60))
            .take(160)
            .collect::<String>()
    };
    format!(
        "at character {same}:\n  found    …{}\n  expected …{}",
        around(found),
        around(expected)
    )
}

/// README.md shows this file, so it must stay in order and as the program writes it.
#[test]
fn the_valid_file_is_a_submission_as_it_is_handed_in() {
    let file = folder().join("valid.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, submitted()).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap();
    let same = found == submitted();
    let difference = difference(&submitted(), &found);
    assert!(same, "valid.json {difference}\n{AGAIN}");
    assert_eq!(answer("valid.json").verdict, Verdict::Valid);
}

#[test]
fn every_file_gets_the_answer_kept_beside_it() {
    for name in corpus() {
        let found = answer(&name).json(Lang::Zh);
        let kept = folder().join("expected").join(format!("{name}.json"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&kept, format!("{found}\n")).unwrap();
        }
        let expected = fs::read_to_string(&kept).unwrap_or_default();
        let expected = expected.trim_end();
        let same = found == expected;
        assert!(same, "{name} {}\n{AGAIN}", difference(&found, expected));
    }
}

#[test]
fn no_answer_is_kept_for_a_file_that_is_gone() {
    let names = corpus();
    for file in fs::read_dir(folder().join("expected")).unwrap() {
        let kept = file.unwrap().file_name().into_string().unwrap();
        let of = kept.strip_suffix(".json").unwrap();
        assert!(names.iter().any(|name| name == of), "expected/{kept}");
    }
}

/// So that no kind of answer is left out of the comparison.
#[test]
fn the_corpus_has_every_verdict_and_every_fault_of_a_file_that_small_files_can_have() {
    let answers: Vec<Answer> = corpus().iter().map(|name| answer(name)).collect();
    for verdict in [
        Verdict::Valid,
        Verdict::Errors,
        Verdict::Unconfirmed,
        Verdict::Unreadable,
    ] {
        assert!(
            answers.iter().any(|one| one.verdict == verdict),
            "{verdict:?}"
        );
    }
    // Too large, too many rows or children, not opened at all, and workbooks, which not every face
    // reads (tests/workbooks.rs).
    let not_here = ["L-01", "L-02", "L-05", "J-10", "J-12", "J-13"];
    for rule in arrears_ledger::read::RULES
        .iter()
        .filter(|rule| !not_here.contains(&rule.code))
    {
        let found = answers.iter().flat_map(|one| &one.findings);
        let codes: Vec<&str> = found.map(|one| one.finding.rule.code).collect();
        assert!(codes.contains(&rule.code), "{}", rule.code);
    }
}
