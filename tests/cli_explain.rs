//! `explain` on the command line: one value, all values, and paths that lead nowhere.
#![cfg(feature = "cli")]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "ledgers/program.rs"]
mod program;

use program::{Run, run_with};
use serde_json::Value;

fn asked(path: &str, more: &[&str]) -> Run {
    let mut arguments = vec!["explain", "-", path, "--today", "2022-06-12"];
    arguments.extend(more);
    run_with(&arguments, ledgers::submitted().as_bytes())
}

#[test]
fn the_command_line_explains_one_value_or_all() {
    let run = asked("/entries/1/plan_maker", &[]);
    assert_eq!(run.code, 0);
    let expected = "清偿计划制定单位：龙泉乡\n  依据：P1 通知二（二） 由该乡镇（街道）负责统筹并逐笔制定清偿计划\n  /entries/1/debtor_channel 欠款单位归口：乡镇（街道）\n  /entries/1/debtor_area_code 所属乡镇（街道、开发区）：410422207\n  /header/report_unit_code 填报单位编码：410422207\n";
    assert_eq!(run.out, expected);
    let english = asked("/entries/1/plan_maker", &["--lang", "en"]).out;
    assert!(
        english.starts_with("plan-maker: 龙泉乡\n  by: P1 notice 二（二） the township"),
        "{english}"
    );
    let all: Value = serde_json::from_str(&asked("/entries/1", &["--format", "json"]).out).unwrap();
    let submission: Value = serde_json::from_str(&ledgers::submitted()).unwrap();
    let all = all.as_array().unwrap();
    assert!(15 < all.len());
    for one in all {
        assert!(
            one["words"]["zh"].is_string() && one["clause"].is_string(),
            "{one}"
        );
        assert!(one["value"].is_object() != one["todo"].is_object(), "{one}");
        for input in one["inputs"].as_array().unwrap() {
            let path = input["path"].as_str().unwrap();
            let is_blank = input["text"] == "";
            // A balance rests on what was repaid, which no cell needs to repeat.
            let is_worked_out = path.ends_with("/repaid_total");
            assert!(
                is_worked_out || submission.pointer(path).is_some() != is_blank,
                "{path}: {input}"
            );
        }
    }
}

#[test]
fn a_path_that_leads_nowhere_is_wrong_usage() {
    for (path, said) in [
        ("/entries/2/plan_maker", "共2笔"),
        ("/entries/99999999999999999999", "/entries/"),
        ("/entries/1/remark", "plan_maker"),
        ("/entries/+1", "/entries/"),
        ("entries/1", "/entries/"),
        ("/header/period", "/entries/"),
    ] {
        let run = asked(path, &[]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{path}");
        assert!(run.err.contains(said), "{path}: {}", run.err);
    }
    let run = run_with(&["explain", "-", "/entries/0"], b"{");
    assert_eq!(run.code, 4);
    assert!(run.err.contains("J-01"), "{}", run.err);
}
