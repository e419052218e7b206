//! From one ledger to the next: what changed is told, and what must not change unseen is asked
//! about once.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
mod anything;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use arrears_ledger::amount::Unit;
use arrears_ledger::api;
use arrears_ledger::campaign::{Campaign, Context, YEXIAN_2022};
use arrears_ledger::compare::Comparison;
use arrears_ledger::json::Tree;
use arrears_ledger::ledger::{Before, Difference, Ledger, difference};
use arrears_ledger::read::{read, read_before};
use arrears_ledger::rules;
use arrears_ledger::session::Session;
use arrears_ledger::submission::draft;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use ledgers::{ready, seen, today};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Longquan's ledger as it was handed in for June: the bridge is debt 2, with a payment.
fn june() -> Value {
    let mut file: Value = serde_json::from_str(&ready().draft()).unwrap();
    let bridge = &mut file["entries"][1];
    bridge["payments"] = json!([
        { "paid_on": "2022-06-09", "amount": "20000.00", "method": "cash", "voucher_no": "HD-1" }
    ]);
    file
}

/// The same debts a month later, before anybody touched them.
fn july() -> Value {
    let mut file = june();
    file["header"]["period"] = json!("2022-07");
    file["header"]["cutoff_date"] = json!("2022-07-10");
    file["header"]["filled_on"] = json!("2022-07-12");
    file
}

fn ledger(file: &Value) -> Ledger {
    read(file.to_string().as_bytes()).ledger
}

/// The T rules that speak of July's ledger, with their places.
fn found(july: &Value) -> Vec<String> {
    found_against(&june(), july, &Campaign::yexian_2022())
}

fn found_against(june: &Value, july: &Value, campaign: &Campaign) -> Vec<String> {
    let before = api::before(june.to_string().as_bytes()).unwrap();
    let context = Context {
        before: Some(&before),
        ..Context::new(campaign, NaiveDate::from_ymd_opt(2022, 7, 12).unwrap())
    };
    let findings = rules::check(&ledger(july), &context);
    let of_topic = findings.iter().filter(|one| one.rule.code.starts_with('T'));
    of_topic
        .map(|one| format!("{} {}", one.rule.code, one.at.pointer()))
        .collect()
}

/// July's ledger with one thing done to it.
fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = july();
    change(&mut file);
    file
}

/// A change on record.
fn record(field: &str, old: &str, new: &str) -> Value {
    json!([{ "period": "2022-07", "field": field, "old": old, "new": new, "reason": "见会议纪要" }])
}

#[test]
fn a_ledger_that_only_grew_older_is_asked_nothing() {
    assert_eq!(found(&july()), [""; 0]);
}

#[test]
fn what_must_not_change_unseen_is_asked_about_once() {
    for (expected, changed) in [
        (
            "T-07 /entries",
            with(|file| drop(file["entries"].as_array_mut().unwrap().pop())),
        ),
        (
            "T-09 /entries/0/dispute",
            with(|file| file["entries"][0]["dispute"] = json!("disputed")),
        ),
        (
            "T-10 /entries/1/arrears_amount",
            with(|file| file["entries"][1]["arrears_amount"] = json!("150000.00")),
        ),
        (
            "T-11 /entries/1/repaid_total",
            with(|file| {
                let payments = file["entries"][1]["payments"].as_array_mut().unwrap();
                payments.push(json!({ "paid_on": "2022-07-01", "amount": "-20000.00" }));
            }),
        ),
        (
            "T-16 /entries/1/payments/1/paid_on",
            with(|file| {
                let payments = file["entries"][1]["payments"].as_array_mut().unwrap();
                payments.push(
                    json!({ "paid_on": "2022-06-10", "amount": "1.00", "voucher_no": "HD-2" }),
                );
            }),
        ),
        (
            "T-16 /entries/1/payments/1/recorded_on",
            with(|file| {
                let payments = file["entries"][1]["payments"].as_array_mut().unwrap();
                payments.push(json!({ "paid_on": "2022-06-11", "recorded_on": "2022-06-10", "amount": "1.00", "voucher_no": "HD-2" }));
            }),
        ),
        (
            "T-17 /entries/1/repaid_total",
            with(|file| file["entries"][1]["payments"] = json!([])),
        ),
        (
            "T-17 /entries/1/repaid_total",
            with(|file| file["entries"][1]["payments"][0]["paid_on"] = json!("2022-06-11")),
        ),
        (
            "T-15 /entries/0/status",
            with(|file| file["entries"][0]["status"] = json!("in_court")),
        ),
        (
            "T-19 /header/report_unit_code",
            with(|file| file["header"]["report_unit_code"] = json!("410422204")),
        ),
    ] {
        assert_eq!(found(&changed), [expected], "{changed}");
    }
}

#[test]
fn a_reason_on_record_answers_the_question() {
    for (field, new, old, text) in [
        ("dispute", json!("disputed"), "无分歧", "有分歧"),
        ("arrears_amount", json!("100000.00"), "13.5万元", "10"),
        ("status", json!("in_court"), "已入账", "转司法"),
    ] {
        let changed = |records: Value| {
            with(|file| {
                file["entries"][0][field] = new.clone();
                file["entries"][0]["changes"] = records;
            })
        };
        assert_eq!(found(&changed(json!([]))).len(), 1, "{field}");
        assert_eq!(
            found(&changed(record(field, old, text))),
            [""; 0],
            "{field}"
        );
        // Another column's reason, another period's, or none at all, will not do.
        let mut other = record(field, old, text);
        other[0]["period"] = json!("2022-06");
        assert_eq!(found(&changed(other)).len(), 1, "{field}");
        let mut other = record(field, old, text);
        other[0].as_object_mut().unwrap().remove("reason");
        assert_eq!(found(&changed(other)).len(), 1, "{field}");
        assert_eq!(
            found(&changed(record("remark", "", ""))).len(),
            1,
            "{field}"
        );
    }
}

#[test]
fn a_record_that_is_not_true_is_told() {
    let changed = |old: &str, new: &str| {
        found(&with(|file| {
            file["entries"][0]["dispute"] = json!("disputed");
            file["entries"][0]["changes"] = record("dispute", old, new);
        }))
    };
    assert_eq!(changed("undisputed", "disputed"), [""; 0]);
    assert_eq!(
        changed("部分分歧", "有分歧"),
        ["T-18 /entries/0/changes/0/old"]
    );
    assert_eq!(changed("无分歧", ""), ["T-18 /entries/0/changes/0/new"]);
}

#[test]
fn a_status_may_not_jump_and_comes_back_only_with_a_reason() {
    let mut clue = june();
    clue["entries"][0]["status"] = json!("clue");
    let campaign = Campaign::yexian_2022();
    let closed = with(|file| {
        file["entries"][0]["status"] = json!("closed");
        file["entries"][0]["repaid_total"] = json!("135000.00");
        file["entries"][0]["close_basis"] = json!("bank_receipt");
        file["entries"][0]["changes"] = record("status", "线索", "已销号");
    });
    assert_eq!(
        found_against(&clue, &closed, &campaign),
        ["T-14 /entries/0/status"],
        "no reason helps what was never booked"
    );
    let reopened = |records: Value| {
        let mut before = closed.clone();
        before["header"] = june()["header"].clone();
        let again = with(|file| {
            file["entries"][0]["repaid_total"] = json!("135000.00");
            file["entries"][0]["status"] = json!("planned");
            file["entries"][0]["changes"] = records;
        });
        found_against(&before, &again, &campaign)
    };
    assert_eq!(reopened(json!([])), ["T-14 /entries/0/status"]);
    assert_eq!(reopened(record("status", "已销号", "计划中")), [""; 0]);
}

#[test]
fn new_debts_are_held_against_the_last_cutoff_and_the_campaigns_beginning() {
    let mut early: Value = serde_json::from_str(YEXIAN_2022).unwrap();
    early["began_on"] = json!("2022-05-18");
    let early = Campaign::parse(&early.to_string()).unwrap();
    let campaign = Campaign::yexian_2022();
    let new = |since: &str| {
        with(|file| {
            let mut debt = file["entries"][0].clone();
            debt["debt_id"] = json!("410422207-2022-07-0003");
            debt["contract_no"] = json!("LQ-2022-1");
            debt["arrears_since"] = json!(since);
            file["entries"].as_array_mut().unwrap().push(debt);
        })
    };
    let place = |codes: &[&str]| -> Vec<String> {
        let at = |code: &&str| format!("{code} /entries/2/arrears_since");
        codes.iter().map(at).collect()
    };
    for (since, by_notice, by_beginning) in [
        ("2022-05-18", &["T-12"][..], &["T-12"][..]),
        ("2022-05-19", &["T-12"], &["T-12", "T-13"]),
        ("2022-05", &["T-12"], &["T-12"]),
        ("2022-06-10", &["T-12"], &["T-12", "T-13"]),
        ("2022-06-11", &[], &["T-13"]),
        ("2022-06", &[], &["T-13"]),
        ("2022-06-22", &["T-13"], &["T-13"]),
    ] {
        let july = new(since);
        assert_eq!(
            found_against(&june(), &july, &campaign),
            place(by_notice),
            "{since}"
        );
        assert_eq!(
            found_against(&june(), &july, &early),
            place(by_beginning),
            "{since}"
        );
    }
    // A ledger some of whose debts have no number cannot tell which debts are new.
    let mut unnumbered = june();
    unnumbered["entries"][0]
        .as_object_mut()
        .unwrap()
        .remove("debt_id");
    assert_eq!(
        found_against(&unnumbered, &new("2022-06-22"), &campaign),
        [""; 0]
    );
}

#[test]
fn an_instalment_is_reached_by_payments_under_its_plan() {
    let overdue = |change: &dyn Fn(&mut Value)| {
        let mut file = july();
        file["header"]["cutoff_date"] = json!("2022-10-01");
        let bridge = &mut file["entries"][1];
        bridge["payments"] = json!([
            { "paid_on": "2022-08-20", "amount": "120000.00", "method": "cash", "voucher_no": "HD-1" }
        ]);
        change(bridge);
        let campaign = Campaign::yexian_2022();
        let context = Context::new(&campaign, today());
        let findings = rules::check(&ledger(&file), &context);
        findings.iter().any(|one| one.rule.code == "T-01")
    };
    assert!(!overdue(&|_| {}));
    assert!(overdue(
        &|debt| debt["payments"][0]["amount"] = json!("119999.99")
    ));
    assert!(!overdue(&|debt| debt["plan_filed_on"] = json!("2022-08-20")));
    assert!(overdue(&|debt| debt["plan_filed_on"] = json!("2022-08-21")));
    assert!(overdue(
        &|debt| debt["payments"][0]["is_planned"] = json!(false)
    ));
    let marked = |status: &str| {
        overdue(&|debt| {
            debt["payments"] = json!([]);
            debt["instalments"][0]["status"] = json!(status);
        })
    };
    assert!(marked("overdue") && marked("open") && !marked("paid"));
    assert!(!overdue(&|debt| {
        debt["payments"] = json!([]);
        debt["status"] = json!("in_court");
    }));
}

#[test]
fn a_sheet_is_neither_compared_nor_compared_with() {
    let sheet = "欠款单位,被拖欠企业,拖欠金额（元）,拖欠起始日期\n甲,乙,100,2019-01\n";
    assert!(api::before(sheet.as_bytes()).is_err());
    let before = api::before(june().to_string().as_bytes()).unwrap();
    let campaign = Campaign::yexian_2022();
    let context = Context {
        before: Some(&before),
        ..Context::new(&campaign, today())
    };
    let answer = api::validate("a.csv", sheet.as_bytes(), &context);
    let mut codes = answer.findings.iter().map(|one| one.finding.rule.code);
    assert!(codes.all(|code| !code.starts_with('T')));
}

#[test]
fn a_session_follows_what_can_be_read_until_it_is_told_not_to() {
    let july = with(|file| drop(file["entries"].as_array_mut().unwrap().pop()));
    let reading = read(july.to_string().as_bytes());
    let mut session = Session::open(reading, Campaign::yexian_2022(), today());
    let missing = |session: &Session| session.findings().iter().any(|one| one.code == "T-07");
    assert!(!missing(&session));
    let opened = seen(&session.follow_file(june().to_string().as_bytes()));
    assert_eq!(opened["whole"], true);
    assert!(missing(&session));
    for unreadable in [
        "{\"format\":",
        "欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,100\n",
    ] {
        let opened = seen(&session.follow_file(unreadable.as_bytes()));
        assert_eq!(opened["whole"], false);
        assert_eq!(opened["findings"].as_array().unwrap().len(), 1);
        assert!(missing(&session), "what it was compared with stays");
    }
    session.follow(None);
    assert!(!missing(&session));
}

#[test]
fn what_changed_is_told_cell_by_cell() {
    let july = with(|file| {
        file["entries"][0]["arrears_amount"] = json!("120000.00");
        file["entries"][1]["instalments"]
            .as_array_mut()
            .unwrap()
            .pop();
        file["entries"][1]["debt_id"] = json!("410422207-2022-07-0009");
    });
    let (before, now) = (Before::of(ledger(&june())), Before::of(ledger(&july)));
    let told = Comparison::of(&before, &now, Unit::Wan);
    let text = told.text(Lang::Zh);
    assert!(text.starts_with("新增1笔，缺失1笔，变动1笔"), "{text}");
    for line in [
        "  报告期: 2022-06 → 2022-07",
        "  + 410422207-2022-07-0009 叶县万顺宏远市政工程有限公司 2021年龙泉乡人民政府桥梁加固工程",
        "  - 410422207-2022-06-0002 叶县万顺宏远市政工程有限公司 2021年龙泉乡人民政府桥梁加固工程",
        "      拖欠金额（万元）: 13.5 → 12",
    ] {
        assert!(text.lines().any(|one| one == line), "{line}\n{text}");
    }
    let json: Value = serde_json::from_str(&told.json()).unwrap();
    assert_eq!(
        json["changed"],
        json!([{ "row": 0, "debt_id": "410422207-2022-06-0001", "cells": [
            { "table": "entries", "field": "arrears_amount", "child": null, "old": "13.5", "new": "12" }] }])
    );
    assert_eq!(json["new"][0]["row"], 1);
    assert_eq!(json["gone"][0]["debt_id"], "410422207-2022-06-0002");
}

#[test]
fn children_are_compared_one_by_one() {
    let july = with(|file| {
        let bridge = &mut file["entries"][1];
        bridge["instalments"][1]["amount"] = json!("40000.00");
        let payments = bridge["payments"].as_array_mut().unwrap();
        payments.push(json!({ "paid_on": "2022-07-01", "amount": "5.00" }));
    });
    let (before, now) = (Before::of(ledger(&june())), Before::of(ledger(&july)));
    let found = difference(&before, &now, Unit::Yuan);
    let cells: Vec<_> = found.changed[0]
        .cells
        .iter()
        .map(|one| {
            let place = (one.column.table(), one.column.spec().key, one.child);
            (place, one.old.as_str(), one.new.as_str())
        })
        .collect();
    assert_eq!(
        cells,
        [
            (("instalments", "amount", Some(1)), "50000", "40000"),
            (("payments", "paid_on", Some(1)), "", "2022-07-01"),
            (("payments", "amount", Some(1)), "", "5"),
        ]
    );
}

proptest! {
    #![proptest_config(anything::cases(32))]

    #[test]
    fn a_ledger_does_not_differ_from_itself(ledger in anything::ledger()) {
        let same = Before::of(ledger);
        prop_assert!(difference(&same, &same, Unit::Wan).is_none());
    }

    #[test]
    fn every_row_is_new_gone_changed_or_the_same(
        one in anything::ledger(),
        other in anything::ledger(),
    ) {
        let (before, now) = (Before::of(one), Before::of(other));
        let Difference { new, gone, changed, .. } = difference(&before, &now, Unit::Yuan);
        let (then, after) = (before.ledger().entries.len(), now.ledger().entries.len());
        prop_assert_eq!(then - gone.len(), after - new.len());
        prop_assert!(changed.len() <= after - new.len());
        prop_assert!(changed.iter().all(|debt| !new.contains(&debt.row)));
        prop_assert!(Tree::parse(&Comparison::of(&before, &now, Unit::Yuan).json()).is_ok());
    }

    /// Rules that look at an earlier ledger stand any two of them.
    #[test]
    fn any_two_ledgers_can_be_followed(one in anything::ledger(), other in anything::ledger()) {
        let before = read_before(draft(&one).as_bytes());
        prop_assert!(before.whole);
        let before = Before::of(before.ledger);
        let campaign = Campaign::yexian_2022();
        let context = Context { before: Some(&before), ..Context::new(&campaign, today()) };
        let findings = rules::check(&other, &context);
        let missing = findings.iter().filter(|one| one.rule.code == "T-07").count();
        let gone = difference(&before, &Before::of(other), Unit::Yuan).gone.len();
        let compared = !findings.iter().any(|one| one.rule.code == "T-19");
        prop_assert_eq!(missing, if compared { gone } else { 0 });
    }
}
