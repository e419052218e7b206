//! The command line's calculations: what they print, as words and as JSON, and how they end.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/program.rs"]
mod program;

use std::fs;

use arrears_ledger::almanac::{Lpr, Table};
use program::{Run, run};
use serde_json::Value;

/// The JSON lines of a run that prints nothing else.
fn json(arguments: &[&str], code: i32) -> Vec<Value> {
    let mut arguments = arguments.to_vec();
    arguments.extend(["--format", "json"]);
    let ran = run(&arguments);
    assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{arguments:?}");
    let lines = ran.out.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// What a member of an answer is.
fn at<'a>(answer: &'a Value, pointer: &str) -> &'a Value {
    answer
        .pointer(pointer)
        .unwrap_or_else(|| panic!("no {pointer} in {answer}"))
}

#[test]
fn data_lists_each_file_with_its_source_and_reach() {
    let [answer] = &*json(&["data"], 0) else {
        panic!("not one object")
    };
    let files = at(answer, "/files").as_array().unwrap();
    let words = run(&["data", "--lang", "en"]).out;
    for file in files {
        for key in ["name", "source", "as_of"] {
            let value = file.get(key).and_then(Value::as_str).unwrap();
            assert!(!value.is_empty() && words.contains(value), "{key}: {value}");
        }
    }
    let lpr = files.first().unwrap();
    assert_eq!(at(lpr, "/name"), "lpr");
    assert_eq!(at(lpr, "/lines"), 86);
    assert_eq!(at(lpr, "/known_until"), "2026-10-21");
}

#[test]
fn data_says_which_files_are_outdated() {
    for (today, outdated) in [
        ("2026-10-21", &[][..]),
        ("2026-10-22", &["lpr"][..]),
        ("2027-01-01", &["lpr", "holidays"][..]),
    ] {
        let answers = json(&["data", "--today", today], 0);
        let files = at(answers.first().unwrap(), "/files").as_array().unwrap();
        let found: Vec<&Value> = files
            .iter()
            .filter(|file| at(file, "/outdated") == true)
            .map(|file| at(file, "/name"))
            .collect();
        assert_eq!(found, outdated, "{today}");
        let words = run(&["data", "--today", today]).out;
        assert_eq!(words.matches("--load").count(), outdated.len());
    }
}

#[test]
fn a_newer_file_is_loaded_and_a_wrong_one_named() {
    let folder = std::env::temp_dir().join(format!("arrears-data-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("lpr.csv");
    let path = file.to_str().unwrap();
    let newer = Lpr::CARRIED.replace("as of: 2026-09-20", "as of: 2026-10-20");
    fs::write(&file, newer.clone() + "2026-10-20,2.90\n").unwrap();
    let answers = json(&["data", "--load", path], 0);
    let answer = answers.first().unwrap();
    assert_eq!(at(answer, "/files/0/as_of"), "2026-10-20");
    assert_eq!(at(answer, "/files/0/known_until"), "2026-11-20");

    fs::write(&file, newer + "2026-10-20,2.91\n").unwrap();
    let Run { code, out, err } = run(&["data", "--load", path]);
    assert_eq!((code, out.as_str()), (4, ""));
    assert!(err.contains("第95行") && err.contains("line 95"), "{err}");
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(run(&["data", "--load", path]).code, 4);
}

#[test]
fn size_needs_the_figures_its_industry_is_measured_by() {
    let firm = ["size", "--industry", "工业", "--employees", "999"];
    let with = |more: &[&'static str]| [&firm[..], more].concat();
    let answers = json(&with(&["--revenue-wan", "40000"]), 0);
    let answer = answers.first().unwrap();
    assert_eq!(at(answer, "/size"), "medium");
    assert_eq!(at(answer, "/is_sme"), true);
    let Run { code, out, .. } = run(&with(&["--revenue-wan", "299.99"]));
    assert_eq!((code, out.trim_end()), (0, "微型"));
    let Run { code, out, err } = run(&firm);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("营业收入"), "{err}");
    let Run { code, err, .. } = run(&["size", "--industry", "教育"]);
    assert_eq!(code, 2);
    assert!(err.contains("租赁和商务服务业"), "{err}");
}

#[test]
fn capital_writes_and_checks_words() {
    let Run { code, out, .. } = run(&["capital", "107000.53"]);
    assert_eq!((code, out.trim_end()), (0, "壹拾万柒仟元零伍角叁分"));
    assert_eq!(run(&["capital", "-100"]).out.trim_end(), "负壹佰元整");
    let check = |words: &str, amount: &str, code| {
        let answers = json(&["capital", "--check", words, amount], code);
        answers.into_iter().next().unwrap()
    };
    let answer = check("人民币壹拾万零柒仟圆伍角叁分", "107000.53", 0);
    assert_eq!(at(&answer, "/says"), true);
    let answer = check("壹拾万柒仟元零伍角肆分", "107000.53", 1);
    assert_eq!(at(&answer, "/means"), "107000.54");
    let Run { code, out, .. } = run(&["capital", "--check", "十万", "100000"]);
    assert_eq!(code, 1);
    assert!(out.contains("壹拾万元整"), "{out}");
    assert_eq!(run(&["capital", "1.234"]).code, 2);
}

#[test]
fn code_says_whose_a_code_is_or_what_it_fails() {
    let codes = ["code", "91350100M000100Y43", "91310000631295002H"];
    let answers = json(&codes, 1);
    let [right, wrong] = &*answers else {
        panic!("not one line a code")
    };
    assert_eq!(at(right, "/kind/zh"), "企业");
    assert_eq!(at(right, "/org_code"), "M000100Y-4");
    assert_eq!(at(wrong, "/reason"), "CHECK_ORG");
    assert_eq!(at(wrong, "/expected_org_check"), "1");
    let Run { code, out, .. } = run(&["code", "12100000400000624D", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("public institution"), "{out}");
    let Run { code, out, .. } = run(&["code", "91350100M000100I43"]);
    assert_eq!(code, 1);
    assert!(out.contains("ALPHABET") && out.contains('I'), "{out}");
}
