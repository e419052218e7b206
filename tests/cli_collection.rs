//! The command line of the county office, from files to papers.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "ledgers/program.rs"]
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::workbook::Book;
use program::{Run, run_in};
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn county() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/county");
    path.display().to_string()
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let campaign = format!("--campaign={}/campaign.json", county());
    let all = [arguments, &[&campaign]].concat();
    run_in(&folder.display().to_string(), &all, b"")
}

/// June and July collected in a folder of a test's own.
fn collected(name: &str) -> PathBuf {
    let folder = folder(name);
    let county = county();
    let june = format!("{county}/june");
    let done = run(
        &folder,
        &["collect", &june, "--today=2022-06-13", "--out=june.json"],
    );
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let (july, list) = (
        format!("{county}/july"),
        format!("--list={county}/lists.csv"),
    );
    let arguments = [
        "collect",
        &july,
        "--today=2022-07-20",
        "--due=2022-07-13",
        "--previous=june.json",
        &list,
        "--out=july.json",
    ];
    let done = run(&folder, &arguments);
    assert_eq!((done.code, done.err.as_str()), (1, ""), "{}", done.out);
    for said in [
        "15-tampered.json：退回：J-04",
        "10.json：与已收入的文件相同，不重复计算",
        "有效 35，已被新版代替 1，不属于本期 1",
        "未报送 5",
    ] {
        assert!(done.out.contains(said), "{said}: {}", done.out);
    }
    folder
}

#[test]
fn from_files_to_the_bulletin() {
    let folder = collected("collection");
    let fixed = ["july.json", "--previous=june.json", "--today=2022-07-20"];
    let paper = |name: &str, more: &[&str]| {
        let done = run(&folder, &[&["collection", name], &fixed[..], more].concat());
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{name}");
        done.out
    };
    assert!(paper("roster", &[]).contains("催报名单"));
    assert!(paper("refused", &[]).contains("16-wrong.json"));
    assert!(paper("audit", &["--lang=en"]).contains("undisputed debts now disputed or gone"));
    let bulletin: Value = serde_json::from_str(&paper("bulletin", &["--format=json"])).unwrap();
    let keys: Vec<&str> = bulletin["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sheet| sheet["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        keys,
        [
            "progress",
            "structure",
            "cleared",
            "lagging",
            "large",
            "trend",
            "changes"
        ]
    );
    assert!(paper("bulletin", &["--format=html"]).contains("<svg "));
    assert!(paper("disclosure", &["--year=2022"]).contains("合同数量"));
    assert!(paper("remind", &[]).contains("工作提醒"));
    let expected: Value =
        serde_json::from_str(&fs::read_to_string(format!("{}/expected.json", county())).unwrap())
            .unwrap();
    let movement: Value = serde_json::from_str(&paper("movement", &["--format=json"])).unwrap();
    let total = &movement["sheets"][0]["total"];
    assert_eq!(total[2]["yuan"], expected["movement_total"][0]);
}

/// What a cell of the paper's JSON says, and what the same cell of the workbook says, in yuan where
/// it is money.
fn both(cell: &Value, text: &str) -> (String, String) {
    let shown = cell.get("shown").and_then(Value::as_str);
    if let Some(yuan) = cell.get("yuan").and_then(Value::as_str) {
        let amount = Amount::parse(text, Unit::Wan).unwrap();
        return (yuan.to_owned(), amount.to_string());
    }
    let text = text.to_owned();
    if let Some(rate) = cell.get("rate").and_then(Value::as_i64) {
        let percent = |text: &str| text.parse::<f64>().unwrap();
        let rate = percent(&format!("{rate}e-4"));
        return (rate.to_string(), percent(&text).to_string());
    }
    match cell {
        Value::Null => (String::new(), text),
        Value::Object(_) if shown.is_some() => (shown.unwrap().to_owned(), text),
        Value::Object(words) => (words["zh"].as_str().unwrap().to_owned(), text),
        Value::String(said) => (said.clone(), text),
        other => (other.to_string(), text),
    }
}

#[test]
fn a_paper_is_a_workbook_with_exact_figures() {
    let folder = collected("workbook");
    let fixed = ["july.json", "--previous=june.json", "--today=2022-07-20"];
    let paper = |more: &[&str]| {
        run(
            &folder,
            &[&["collection", "bulletin"], &fixed[..], more].concat(),
        )
    };
    let refused = paper(&["--format=xlsx"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    let done = paper(&["--format=xlsx", "--out=bulletin.xlsx"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let told: Value = serde_json::from_str(&paper(&["--format=json"]).out).unwrap();
    let mut book = Book::open(fs::read(folder.join("bulletin.xlsx")).unwrap()).unwrap();
    let sheets = told["sheets"].as_array().unwrap();
    assert_eq!(book.sheets().len(), sheets.len() + 1);
    let mut compared = 0;
    for (place, sheet) in (1..).zip(sheets) {
        let seen = book.sheet(place).unwrap().rows;
        let rows = sheet["rows"].as_array().unwrap().iter();
        let total = Some(&sheet["total"]).filter(|total| !total.is_null());
        for (row, cells) in (2..).zip(rows.chain(total)) {
            for (column, cell) in cells.as_array().unwrap().iter().enumerate() {
                let text = seen[row].get(column).map_or("", String::as_str);
                let (said, written) = both(cell, text);
                assert_eq!(written, said, "{} {row} {column}", sheet["key"]);
                compared += 1;
            }
        }
    }
    assert!(200 < compared, "{compared}");
}

#[test]
fn a_decision_is_kept_and_a_sum_becomes_drafts() {
    let folder = collected("decisions");
    let base = ["july.json", "--today=2022-07-20"];
    let candidates = run(
        &folder,
        &[&["collection", "candidates", "--format=json"], &base[..]].concat(),
    );
    let candidates: Value = serde_json::from_str(&candidates.out).unwrap();
    let rows = candidates["sheets"][0]["rows"].as_array().unwrap();
    let key = rows[0][7].as_str().unwrap().to_owned();
    assert!(key.starts_with("same_debt|"), "{key}");
    let unit = key.split(['|', '/']).nth(1).unwrap().to_owned();
    let (key_is, at) = (format!("--key={key}"), format!("--counts-at={unit}"));
    let decide = |verdict: &str, at: &str| {
        let own = [
            "collection",
            "decide",
            key_is.as_str(),
            verdict,
            at,
            "--note=电话核实",
        ];
        run(&folder, &[&own[..], &base[..]].concat())
    };
    assert_eq!(decide("--verdict=duplicate", "--counts-at=nowhere").code, 2);
    let done = decide("--verdict=duplicate", &at);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let candidates = run(
        &folder,
        &[&["collection", "candidates"], &base[..]].concat(),
    );
    assert!(candidates.out.contains("重复，只计一处"));
    let own = [
        "collection",
        "allocate",
        "--sum=100万元",
        "--method=smallest_first",
        "--on=2022-08-31",
        "--drafts=drafts",
    ];
    let done = run(&folder, &[&own[..], &base[..]].concat());
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let drafts = fs::read_dir(folder.join("drafts")).unwrap().count();
    assert!(
        0 < drafts && done.out.contains(&format!("{drafts}份草稿")),
        "{}",
        done.out
    );
    let done = run(
        &folder,
        &[&["collection", "extract", "--dir=files"], &base[..]].concat(),
    );
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(fs::read_dir(folder.join("files")).unwrap().count(), 35);
}

#[test]
fn a_collection_is_added_to_and_adding_twice_changes_nothing() {
    let folder = collected("again");
    let before = fs::read(folder.join("july.json")).unwrap();
    let july = format!("{}/july", county());
    let own = [
        "collect",
        "july.json",
        &july,
        "--today=2022-07-20",
        "--previous=june.json",
        "--out=again.json",
    ];
    run(&folder, &own);
    assert_eq!(fs::read(folder.join("again.json")).unwrap(), before);
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = folder("unreadable");
    fs::write(folder.join("x.json"), "{").unwrap();
    let done = run(&folder, &["collection", "roster", "x.json"]);
    assert_eq!(done.code, 4);
    assert!(done.err.contains("x.json"), "{}", done.err);
    let done = run(&folder, &["collect", "nowhere", "--today=2022-07-20"]);
    assert_eq!(done.code, 4);
    let done = run(
        &folder,
        &[
            "collect",
            "x.json",
            "--today=2022-07-20",
            "--previous=x.json",
        ],
    );
    assert_eq!(done.code, 4);
    assert_eq!(run(&folder, &["collect"]).code, 2);
}
