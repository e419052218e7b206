//! The command line compares two ledgers, and checks one against the one before.
#![cfg(feature = "cli")]
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use ledgers::submitted;
use program::{Run, run, run_with};
use serde_json::Value;

/// A file in a folder of this test's own.
fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("compare-{name}"));
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn what_changed_is_printed_in_words_or_as_json() {
    let old = file("old.json", &submitted());
    let later = submitted().replace("135000.00", "120000.00");
    let new = file("new.json", &later);
    let Run { code, out, err } = run(&["compare", &old, &new]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        out.contains("变动1笔") && out.contains("拖欠金额（万元）: 13.5 → 12"),
        "{out}"
    );
    let Run { code, out, .. } = run(&["compare", &old, &new, "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("1 changed") && out.contains("arrears (CNY 10,000): 13.5 → 12"),
        "{out}"
    );
    let Run { code, out, .. } = run(&["compare", &old, &new, "--format", "json"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    let cell = told.pointer("/changed/0/cells/0").unwrap();
    assert_eq!(code, 0);
    assert_eq!(cell.get("old").unwrap(), "135000");
    let Run { out, .. } = run(&["compare", &old, &old]);
    assert_eq!(out, "没有变动\n");
}

#[test]
fn a_file_that_is_no_ledger_is_told_and_compared_with_nothing() {
    let old = file("whole.json", &submitted());
    for broken in [
        "{\"format\":",
        "欠款单位,被拖欠企业,拖欠金额\n甲,乙,1\n",
        "",
    ] {
        let broken = file("broken", broken);
        for arguments in [["compare", &old, &broken], ["compare", &broken, &old]] {
            let Run { code, out, err } = run(&arguments);
            assert_eq!((code, out.as_str()), (4, ""), "{arguments:?}");
            assert!(err.contains("compare-broken: "), "{err}");
        }
    }
}

#[test]
fn a_debt_missing_since_the_ledger_before_is_an_error() {
    let old = file("before.json", &submitted());
    let now = submitted().replace("410422207-2022-06-0002", "410422207-2022-07-0001");
    let arguments = [
        "validate",
        "--today=2022-06-12",
        "--format=json",
        "--previous",
        &old,
        "-",
    ];
    let Run { code, out, .. } = run_with(&arguments, now.as_bytes());
    assert_eq!(code, 1);
    assert!(
        out.contains("\"T-07\"") && out.contains("410422207-2022-06-0002"),
        "{out}"
    );
}
