//! The command line on the files of many units: what it says of them as a whole.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "ledgers/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use arrears_ledger::campaign::{Campaign, YEXIAN_2022};
use arrears_ledger::schema;
use ledgers::{submitted, typed};
use program::{Run, run_in};
use serde_json::{Value, json};

/// A folder of one test's own, with files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder.display().to_string()
}

/// Longquan's ledger with some of it changed.
fn changed(change: impl Fn(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&typed().draft()).unwrap();
    change(&mut file);
    file.to_string()
}

fn of_unit(code: &str, name: &str) -> String {
    changed(|file| {
        file["header"]["report_unit_code"] = json!(code);
        file["header"]["report_unit_name"] = json!(name);
    })
}

fn nil(code: &str, name: &str) -> String {
    changed(|file| {
        file["header"]["report_unit_code"] = json!(code);
        file["header"]["report_unit_name"] = json!(name);
        file["header"]["is_nil"] = json!(true);
        file["entries"] = json!([]);
    })
}

/// The answers to files of a folder on a day, the last of them the one as a whole.
fn answers(folder: &str, day: &str, arguments: &[&str]) -> (Run, Vec<Value>) {
    let today = format!("--today={day}");
    let fixed = ["validate", "--together", "--format=json", today.as_str()];
    let run = run_in(folder, &[&fixed, arguments].concat(), b"");
    let answers = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let answers = answers.collect();
    (run, answers)
}

/// Code and path of what is found of the files as a whole.
fn found(answer: &Value) -> Vec<(&str, &str)> {
    assert_eq!(answer["file"], "together");
    let findings = answer["findings"].as_array().unwrap();
    let word = |one: &'_ Value, key| one[key].as_str().unwrap().to_owned();
    assert!(findings.iter().all(|one| !word(one, "message").is_empty()));
    findings
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["path"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_debt_two_units_report_is_found_where_it_stands_again() {
    let other = of_unit("410422208", "水寨乡");
    let folder = folder("twice", &[("a.json", &submitted()), ("b.json", &other)]);
    let (run, all) = answers(&folder, "2022-06-12", &["a.json", "b.json"]);
    assert_eq!(run.err, "");
    assert_eq!(all.len(), 3, "an answer a file, and one for all");
    assert_eq!(all[0]["valid"], true, "the first is in order by itself");
    assert_eq!(
        found(&all[2]),
        [
            ("U-03", "/b.json/entries/0/arrears_amount"),
            ("U-03", "/b.json/entries/1/arrears_amount"),
        ]
    );
    let message = all[2]["findings"][0]["message"].as_str().unwrap();
    assert!(
        message.contains("龙泉乡") && message.contains("第1笔"),
        "{message}"
    );
    let schema: Value = serde_json::from_str(&schema::findings()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(all.iter().all(|answer| validator.is_valid(answer)));
}

#[test]
fn two_revisions_of_one_unit_are_not_two_units() {
    let folder = folder(
        "revisions",
        &[("a.json", &submitted()), ("b.json", &submitted())],
    );
    let (run, all) = answers(&folder, "2022-06-12", &["a.json", "b.json"]);
    assert_eq!((found(&all[2]), run.code), (vec![], 0));
}

#[test]
fn units_that_have_not_reported_are_named_once_the_day_is_over() {
    let files = [
        ("a.json", submitted()),
        ("b.json", nil("410422208", "水寨乡")),
    ];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let folder = folder("missing", &files);
    let (_, all) = answers(&folder, "2022-06-13", &["a.json", "b.json"]);
    assert_eq!(found(&all[2]), []);
    let (run, all) = answers(&folder, "2022-06-14", &["a.json", "b.json"]);
    let missing = found(&all[2]);
    assert_eq!(missing.len(), Campaign::yexian_2022().units.len() - 2);
    assert!(missing.iter().all(|one| *one == ("B-03", "")));
    let (out, own) = (&run.out, ["“龙泉乡”", "“水寨乡”"]);
    assert!(own.iter().all(|unit| !out.contains(unit)), "{out}");
    let deemed = YEXIAN_2022.replace("\"explicit\"", "\"deemed\"");
    fs::write(Path::new(&folder).join("deemed.campaign"), deemed).unwrap();
    let arguments = ["--campaign=deemed.campaign", "a.json"];
    let (_, all) = answers(&folder, "2022-06-14", &arguments);
    assert_eq!(found(&all[1]), []);
}

#[test]
fn a_nil_report_is_held_against_the_leads() {
    let leads =
        "被投诉人,投诉人,欠款金额（元）\n叶县水寨乡人民政府,甲公司,5000\n某县水利局,乙公司,1\n";
    let files = [
        ("a.json", nil("410422208", "水寨乡")),
        ("leads.csv", leads.to_owned()),
    ];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let folder = folder("leads", &files);
    let (run, all) = answers(&folder, "2022-06-12", &["--leads=leads.csv", "a.json"]);
    assert_eq!(found(&all[1]), [("H-14", "/a.json/header/is_nil")]);
    assert!(run.err.contains("线索第2条"), "{}", run.err);
    let (_, all) = answers(&folder, "2022-06-12", &["a.json"]);
    assert_eq!(found(&all[1]), []);
}

#[test]
fn each_ledger_is_compared_with_its_own_units_before() {
    let less = changed(|file| {
        file["header"]["period"] = json!("2022-07");
        file["header"]["cutoff_date"] = json!("2022-07-10");
        file["entries"][0]["arrears_amount"] = json!("134999.99");
    });
    let (before, other) = (submitted(), nil("410422208", "水寨乡"));
    let files = [("a.json", less), ("b.json", before), ("c.json", other)];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let folder = folder("before", &files);
    let arguments = ["--previous=c.json", "--previous=b.json", "a.json"];
    let (run, all) = answers(&folder, "2022-07-12", &arguments);
    assert_eq!(found(&all[1]), [("B-01", "/a.json")]);
    let params = &all[1]["findings"][0]["params"];
    assert_eq!((params["gap"].as_str(), run.code), (Some("-0.01"), 1));
    assert_eq!(params["debt"], "410422207-2022-06-0001");
}

#[test]
fn files_that_are_no_ledgers_of_the_campaign_are_not_compared() {
    let foreign = of_unit("410422208", "水寨乡").replace("yexian-2022", "elsewhere");
    let files = [
        ("a.json", submitted()),
        ("b.json", foreign),
        ("c.json", "{\"format\":".to_owned()),
    ];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let folder = folder("foreign", &files);
    let (run, all) = answers(
        &folder,
        "2022-06-12",
        &["a.json", "b.json", "c.json", "d.json"],
    );
    assert_eq!((all.len(), run.code), (5, 4));
    assert_eq!(found(&all[4]), []);
}

#[test]
fn words_say_in_which_file() {
    let other = of_unit("410422208", "水寨乡");
    let folder = folder("words", &[("a.json", &submitted()), ("b.json", &other)]);
    let arguments = |lang| {
        [
            "validate",
            "--together",
            "--today=2022-06-12",
            lang,
            "a.json",
            "b.json",
        ]
    };
    let zh = run_in(&folder, &arguments("--lang=zh"), b"").out;
    assert!(zh.contains("\n各文件对照：错误0处，提醒2处\n"), "{zh}");
    assert!(
        zh.contains("  U-03 提醒 b.json 第1笔：“龙泉乡”第1笔"),
        "{zh}"
    );
    let en = run_in(&folder, &arguments("--lang=en"), b"").out;
    assert!(
        en.contains("  U-03 warning b.json row 1: row 1 of 龙泉乡"),
        "{en}"
    );
}

#[test]
fn what_only_makes_sense_together_is_refused_alone() {
    for arguments in [
        &["validate", "--leads=leads.csv", "-"] as &[&str],
        &["validate", "--previous=a.json", "--previous=b.json", "-"],
    ] {
        let Run { code, out, err } = run_in(".", arguments, b"");
        assert!(
            code == 2 && out.is_empty() && !err.is_empty(),
            "{arguments:?}"
        );
    }
    let arguments = ["validate", "--together", "--leads=no/such.csv", "-"];
    assert_eq!(run_in(".", &arguments, b"").code, 4);
}
