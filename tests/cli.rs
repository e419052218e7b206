//! The command line: what it prints, and the exit code that says what came of it.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/program.rs"]
mod program;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use arrears_ledger::api::validate;
use arrears_ledger::campaign::{Campaign, Context, YEXIAN_2022};
use arrears_ledger::text::Lang;
use ledgers::{submitted, today, typed};
use program::{Run, run, run_in, run_with};
use serde_json::Value;

/// Checks standard input for the day of the samples; answers in JSON.
fn check(input: &[u8]) -> (i32, Value) {
    let Run { code, out, err } = run_with(
        &["validate", "--format=json", "--today=2022-06-12", "-"],
        input,
    );
    assert_eq!(err, "");
    assert_eq!(out.lines().count(), 1);
    (code, serde_json::from_str(&out).unwrap())
}

fn codes(answer: &Value) -> Vec<&str> {
    let findings = answer.get("findings").and_then(Value::as_array).unwrap();
    findings
        .iter()
        .map(|one| one.get("code").unwrap().as_str().unwrap())
        .collect()
}

/// A file in a folder of this test's own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn sample(name: &str) -> String {
    format!("{}/tests/samples/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_exit_code_says_what_came_of_it() {
    let wrong = typed().draft().replace("135000.00", "-1.00");
    for (code, input) in [
        (0, submitted()),
        (1, wrong),
        (3, typed().draft()),
        (4, "{\"format\":".to_owned()),
        (4, String::new()),
    ] {
        assert_eq!(check(input.as_bytes()).0, code, "{input}");
    }
}

#[test]
fn wrong_usage_is_told_apart_from_every_answer() {
    for arguments in [
        &["validate"] as &[&str],
        &["check", "a.json"],
        &["validate", "--today", "gestern", "-"],
        &["validate", "--today", "2022-06", "-"],
        &["validate", "--today", "2022-02-30", "-"],
        &["validate", "--format", "xml", "-"],
        &["rules", "--format", "yaml"],
        &["schema", "--of", "nothing"],
        &["validate", "--campaign", "no/such/campaign.json", "-"],
        &[],
    ] {
        let Run { code, out, err } = run(arguments);
        assert_eq!(code, 2, "{arguments:?}: {err}");
        assert!(out.is_empty() && !err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_campaign_file_takes_the_place_of_the_one_on_board() {
    let own = file(
        "own.json",
        YEXIAN_2022
            .replace("\"yexian-2022\"", "\"yexian-2023\"")
            .as_bytes(),
    );
    let own = format!("--campaign={}", own.display());
    let arguments = [
        "validate",
        "--format=json",
        "--today=2022-06-12",
        own.as_str(),
        "-",
    ];
    let Run { code, out, .. } = run_with(&arguments, submitted().as_bytes());
    assert_eq!(code, 1);
    assert!(
        out.contains("\"J-06\"") && out.contains("yexian-2023"),
        "{out}"
    );
    let broken = file("broken.json", b"{}");
    let broken = format!("--campaign={}", broken.display());
    let Run { code, err, .. } = run_with(&["validate", broken.as_str(), "-"], b"");
    assert_eq!(code, 2);
    assert!(
        err.contains("broken.json") && err.contains("format"),
        "{err}"
    );
}

#[test]
fn an_answer_in_json_is_the_librarys_to_the_byte() {
    let campaign = Campaign::yexian_2022();
    for (name, bytes) in [
        ("valid.json", submitted().into_bytes()),
        ("open.json", typed().draft().into_bytes()),
        ("cut.json", b"{\"format\":".to_vec()),
        ("empty.json", Vec::new()),
    ] {
        let path = file(name, &bytes).display().to_string();
        for (word, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
            let Run { out, .. } = run(&[
                "validate",
                "--format=json",
                "--lang",
                word,
                "--today=2022-06-12",
                &path,
            ]);
            let answer = validate(&path, &bytes, &Context::new(&campaign, today()));
            assert_eq!(out, format!("{}\n", answer.json(lang)));
            let Run { out, .. } = run(&["validate", "--lang", word, "--today=2022-06-12", &path]);
            assert_eq!(out, format!("{}\n", answer.text(lang)));
        }
    }
}

/// Run beside the files, so that they are called by their bare names.
#[test]
fn every_file_of_the_corpus_is_answered_as_the_library_answers() {
    let folder = sample("parity");
    for file in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
        if !file.file_type().unwrap().is_file() {
            continue;
        }
        let name = file.file_name().into_string().unwrap();
        let kept = fs::read_to_string(format!("{folder}/expected/{name}.json")).unwrap();
        let arguments = ["validate", "--format=json", "--today=2022-06-12", &name];
        assert_eq!(run_in(&folder, &arguments, b"").out, kept, "{name}");
    }
}

#[test]
fn words_and_json_tell_the_same_findings_in_the_same_order() {
    for (name, lang) in [("errors.json", "zh"), ("sheet.tsv", "en")] {
        let file = sample(&format!("parity/{name}"));
        let answer = |format| {
            let arguments = ["validate", "--today=2022-06-12", "--lang", lang];
            run(&[&arguments, &["--format", format, &file] as &[&str]].concat()).out
        };
        let json: Value = serde_json::from_str(&answer("json")).unwrap();
        let findings = json.get("findings").and_then(Value::as_array).unwrap();
        let text = answer("text");
        assert_eq!(text.lines().count(), findings.len() + 1);
        for (line, finding) in text.lines().skip(1).zip(findings) {
            let member = |key| finding.get(key).and_then(Value::as_str).unwrap();
            assert!(
                line.starts_with(&format!("  {} ", member("code"))),
                "{line}"
            );
            assert!(line.ends_with(member("message")), "{line}");
        }
    }
}

#[test]
fn whoever_receives_a_file_reads_the_reason_a_warning_was_confirmed_with() {
    let words = run_with(
        &["validate", "--today=2022-06-12", "-"],
        submitted().as_bytes(),
    )
    .out;
    let reason = submitted_reason();
    assert!(
        words.contains(&format!("（核实说明：{reason}）")),
        "{words}"
    );
}

/// The reason in the submission of these tests.
fn submitted_reason() -> String {
    let file: Value = serde_json::from_str(&submitted()).unwrap();
    let reason = file.pointer("/confirmations/0/reason").unwrap();
    reason.as_str().unwrap().to_owned()
}

#[test]
fn an_answer_in_words_is_in_the_language_asked_for() {
    let arguments = |lang: &'static str| ["validate", "--today=2022-06-12", "--lang", lang, "-"];
    let input = typed().draft();
    let zh = run_with(&arguments("zh"), input.as_bytes()).out;
    assert!(
        zh.contains("待确认提醒1处") && zh.contains("D-05 提醒 第1笔："),
        "{zh}"
    );
    let en = run_with(&arguments("en"), input.as_bytes()).out;
    assert!(
        en.contains("1 warnings to confirm") && en.contains("D-05 warning row 1: "),
        "{en}"
    );
}

#[test]
fn of_several_files_the_gravest_answer_decides() {
    let valid = file("several-valid.json", submitted().as_bytes())
        .display()
        .to_string();
    let open = file("several-open.json", typed().draft().as_bytes())
        .display()
        .to_string();
    let wrong = typed().draft().replace("135000.00", "-1.00");
    let wrong = file("several-wrong.json", wrong.as_bytes())
        .display()
        .to_string();
    let missing = "no/such/file.json".to_owned();
    for (expected, files) in [
        (0, vec![&valid, &valid]),
        (3, vec![&valid, &open, &valid]),
        (1, vec![&wrong, &open, &valid]),
        (4, vec![&missing, &wrong, &open, &valid]),
    ] {
        let mut arguments = vec!["validate", "--format=json", "--today=2022-06-12"];
        arguments.extend(files.iter().map(|file| file.as_str()));
        let Run { code, out, .. } = run(&arguments);
        assert_eq!(code, expected);
        let lines: Vec<Value> = out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let named: Vec<&str> = lines
            .iter()
            .map(|one| one.get("file").unwrap().as_str().unwrap())
            .collect();
        assert_eq!(named, files, "an answer a line, in the order asked");
    }
}

#[test]
fn a_file_that_is_not_there_is_a_finding_like_any_other() {
    let Run { code, out, .. } = run(&["validate", "--format=json", "no/such/file.json"]);
    assert_eq!(code, 4);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(codes(&answer), ["J-10"]);
    let folder = run(&["validate", &sample("parity")]);
    assert_eq!(folder.code, 4, "a folder is no file");
}

#[test]
fn a_sheet_in_gb18030_is_read_like_one_in_utf_8() {
    let Run { code, out, .. } = run(&[
        "validate",
        "--format=json",
        "--today=2022-06-12",
        &sample("jiaotong-2022-06.gb18030.csv"),
    ]);
    assert_eq!(code, 1);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert!(!codes(&answer).contains(&"J-09"), "{out}");
    let bytes = fs::read(sample("jiaotong-2022-06.gb18030.csv")).unwrap();
    let (text, _, _) = encoding_rs::GB18030.decode(&bytes);
    let (_, again) = check(text.as_bytes());
    assert_eq!(answer.get("findings"), again.get("findings"));
}

/// What spreadsheets call Unicode text.
#[test]
fn a_sheet_in_utf_16_is_read_too() {
    let sheet = include_str!("samples/longquan-2022-06.tsv");
    let wide = "\u{feff}".encode_utf16().chain(sheet.encode_utf16());
    let bytes: Vec<u8> = wide.flat_map(u16::to_le_bytes).collect();
    assert_eq!(check(&bytes), check(sheet.as_bytes()));
}

#[test]
fn files_that_are_not_ledgers_are_refused_with_the_reason() {
    let submission = submitted();
    let deep = "{\"a\":".repeat(100_000);
    let mut workbook = fs::read(sample("kunyang-2022-06.xlsx")).unwrap();
    workbook.truncate(3_000);
    for (code, input) in [
        (
            "J-01",
            submission
                .split_at(submission.floor_char_boundary(submission.len() / 2))
                .0
                .as_bytes()
                .to_vec(),
        ),
        (
            "J-02",
            submission
                .replace("arrears-ledger-submission", "invoice")
                .into_bytes(),
        ),
        (
            "J-03",
            submission
                .replace("\"version\":1", "\"version\":2")
                .into_bytes(),
        ),
        (
            "J-07",
            b"{\"format\":\"arrears-ledger-draft\",\"version\":1,\"header\":{},\"entries\":{}}"
                .to_vec(),
        ),
        ("L-04", deep.into_bytes()),
        ("J-12", workbook),
        ("J-09", vec![0x81, 0xff, 0xff]),
    ] {
        let (exit, answer) = check(&input);
        assert_eq!(exit, 4, "{answer}");
        assert!(codes(&answer).contains(&code), "{code}: {answer}");
    }
}

#[test]
fn a_workbook_is_read_and_what_was_not_read_of_it_is_said() {
    let workbook = fs::read(sample("kunyang-2022-06.xlsx")).unwrap();
    let (code, answer) = check(&workbook);
    assert_eq!(code, 1);
    // Told: formulas without a result, a sheet that was not read; and the total is left out.
    for code in ["J-13", "H-17", "C-02"] {
        assert!(codes(&answer).contains(&code), "{code}: {answer}");
    }
}

#[test]
fn a_file_past_the_limit_is_refused_without_being_read() {
    let start = Instant::now();
    let (exit, answer) = check(&vec![b' '; 70 * 1024 * 1024]);
    assert_eq!((exit, codes(&answer)), (4, vec!["L-01"]));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_sheet_of_too_many_rows_is_refused_in_bounded_time() {
    let mut sheet = "欠款单位\t被拖欠企业\t拖欠金额（元）\n".to_owned();
    for row in 0..200_000 {
        writeln!(sheet, "龙泉乡人民政府\t叶县第{row}有限公司\t{row}.00").unwrap();
    }
    let start = Instant::now();
    let (exit, answer) = check(sheet.as_bytes());
    assert_eq!((exit, codes(&answer)), (4, vec!["L-02"]));
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}
