//! What the page asks about plans and interest, as it asks it: a draft and a form in, JSON out.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use arrears_ledger::campaign::Campaign;
use arrears_ledger::planning;
use arrears_ledger::read::read;
use arrears_ledger::session::Session;
use ledgers::today;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Three debts of which the last is partly disputed and the second partly paid.
fn draft() -> String {
    json!({
        "format": "arrears-ledger-draft", "version": 1, "campaign": "yexian-2022",
        "header": { "amount_unit": "wan", "report_unit_code": "410422207" },
        "entries": [
            { "debt_id": "A", "creditor_name": "甲公司", "arrears_amount": "100000.00",
              "dispute": "undisputed", "due_date": "2021-05-31", "debtor_type": "gov_organ",
              "sign_date": "2021-01-10", "judicial": "not_entered" },
            { "debt_id": "B", "creditor_name": "乙公司", "arrears_amount": "33333.33",
              "dispute": "undisputed", "due_date": "2020-12-31", "judicial": "not_entered",
              "payments": [{ "paid_on": "2022-06-01", "amount": "3333.33" }] },
            { "debt_id": "C", "creditor_name": "丙公司", "arrears_amount": "50000.00",
              "dispute": "partly", "undisputed_amount": "20000.00", "due_date": "2021-12-31" },
        ],
    })
    .to_string()
}

fn ask(how: fn(&[u8], &str) -> String, form: &Value) -> Value {
    serde_json::from_str(&how(draft().as_bytes(), &form.to_string())).unwrap()
}

fn fen(instalments: &Value) -> Vec<i64> {
    let list = instalments.as_array().unwrap().iter();
    list.map(|one| one["fen"].as_i64().unwrap()).collect()
}

fn days(instalments: &Value) -> Vec<&str> {
    let list = instalments.as_array().unwrap().iter();
    list.map(|one| one["due"].as_str().unwrap()).collect()
}

#[test]
fn the_undisputed_balance_is_planned_for() {
    let answer = ask(planning::debts, &json!({ "as_of": "2022-06-10" }));
    let debts = answer["debts"].as_array().unwrap();
    let told = |key: &str| -> Vec<&Value> { debts.iter().map(|one| &one[key]["text"]).collect() };
    assert_eq!(told("to_plan"), ["10", "3", "2"]);
    assert_eq!(told("left_out"), ["0", "0", "3"]);
    assert_eq!(answer["totals"]["to_plan"]["text"], "15");
    assert_eq!(answer["totals"]["waiting"], 3);
    assert_eq!(answer["unit"], "万元");
}

#[test]
fn a_proposal_follows_the_form() {
    let form = json!({ "row": 1, "method": "equal", "parts": "7", "round": "fen",
        "first": "2022-08-31", "every": 1, "roll": false });
    let answer = ask(planning::propose, &form);
    let parts = fen(&answer["instalments"]);
    assert_eq!(parts.iter().sum::<i64>(), 3_000_000);
    assert_eq!((parts[0], parts[6]), (428_571, 428_574));
    assert_eq!(
        days(&answer["instalments"])[..3],
        ["2022-08-31", "2022-09-30", "2022-10-31"]
    );

    let form = json!({ "row": 0, "method": "until", "round": "yuan", "first": "2022-09-30",
        "every": 3, "until": "2023-06-30", "roll": false });
    let answer = ask(planning::propose, &form);
    assert_eq!(
        days(&answer["instalments"]),
        ["2022-09-30", "2022-12-30", "2023-03-30", "2023-06-30"]
    );
    assert_eq!(answer["instalments"][0]["amount"], "2.5");

    let form = json!({ "row": 0, "method": "fixed", "each": "30000元", "first": "2022-07-31", "every": 1, "roll": true });
    let answer = ask(planning::propose, &form);
    assert_eq!(
        fen(&answer["instalments"]),
        [3_000_000, 3_000_000, 3_000_000, 1_000_000]
    );
    assert_eq!(
        days(&answer["instalments"])[0],
        "2022-08-01",
        "the 31st is a Sunday"
    );

    let form = json!({ "row": 0, "method": "milestones", "milestones": [
        { "due": "2022-12-31", "percent": "60" }, { "due": "2022-09-30", "percent": "40" }] });
    let answer = ask(planning::propose, &form);
    assert_eq!(fen(&answer["instalments"]), [4_000_000, 6_000_000]);

    let form = json!({ "row": 2, "method": "equal", "parts": 1, "first": "2022-09-30", "every": 1, "whole": true });
    assert_eq!(
        fen(&ask(planning::propose, &form)["instalments"]),
        [5_000_000]
    );
}

#[test]
fn a_box_that_cannot_be_used_is_named() {
    let first = json!({ "row": 0, "first": "2022-09-30", "every": 1 });
    for (field, own) in [
        ("parts", json!({ "method": "equal", "parts": "六" })),
        ("parts", json!({ "method": "equal", "parts": 601 })),
        ("each", json!({ "method": "fixed", "each": "-1" })),
        (
            "first",
            json!({ "method": "equal", "parts": 2, "first": "9月底" }),
        ),
        ("until", json!({ "method": "until", "until": "2022-09-29" })),
        (
            "milestones",
            json!({ "method": "milestones", "milestones": [{ "due": "2022-09-30", "percent": "99" }] }),
        ),
        (
            "percent-0",
            json!({ "method": "milestones", "milestones": [{ "due": "2022-09-30", "percent": "" }] }),
        ),
        ("row", json!({ "row": 9, "method": "equal" })),
    ] {
        let mut form = first.clone();
        form.as_object_mut()
            .unwrap()
            .extend(own.as_object().unwrap().clone());
        let answer = ask(planning::propose, &form);
        assert_eq!(answer["refused"]["field"], field, "{form}");
        assert_ne!(answer["refused"]["message"]["zh"], "");
    }
}

#[test]
fn budgets_clear_every_debt_in_their_order() {
    let form = json!({ "method": "smallest-first", "budget": "4", "until_cleared": true,
        "first": "2022-09-30", "every": 3, "roll": false });
    let answer = ask(planning::share, &form);
    let plan = |place: usize| fen(&answer["debts"][place]["instalments"]);
    assert_eq!(plan(2), [2_000_000]);
    assert_eq!(plan(1), [2_000_000, 1_000_000]);
    assert_eq!(plan(0), [3_000_000, 4_000_000, 3_000_000]);
    assert_eq!(answer["periods"][3]["unspent"]["text"], "1");
    assert_eq!(answer["periods"][3]["left"]["fen"], 0);
    let form = json!({ "method": "pro-rata", "budget": "7.5", "periods": 1, "first": "2022-09-30", "every": 12 });
    let answer = ask(planning::share, &form);
    assert_eq!(fen(&answer["debts"][0]["instalments"]), [5_000_000]);
    assert!(
        answer["remarks"][0]["zh"]
            .as_str()
            .unwrap()
            .contains("7.5万元没有安排")
    );
}

#[test]
fn an_edited_plan_says_what_it_lacks() {
    let form = json!({ "unit": "wan", "total_fen": 10_000_000, "act_by": "2024-05-31", "instalments": [
        { "due": "2022-9-30", "amount": "４" }, { "due": "2024-06-30", "amount": "5.999999" },
        { "due": "下月", "amount": "约1" }] });
    let answer: Value = serde_json::from_str(&planning::weigh(&form.to_string())).unwrap();
    assert_eq!(answer["instalments"][0]["due"], "2022-09-30");
    assert_eq!(answer["instalments"][0]["amount"], "4");
    assert_eq!(answer["instalments"][2]["amount"], "约1");
    assert_ne!(answer["instalments"][2]["due_fault"], Value::Null);
    assert_eq!(answer["difference"]["fen"], 1);
    assert_eq!(answer["ties"], false);
    assert!(answer["remarks"].to_string().contains("诉讼时效"));
}

#[test]
fn a_proposal_is_written_for_all_debts_in_one_step_and_taken_back_in_one() {
    let mut session = Session::open(read(draft().as_bytes()), Campaign::yexian_2022(), today());
    let before = session.draft();
    let form = json!({ "method": "oldest-first", "budget": "5", "until_cleared": true,
        "first": "2022-09-30", "every": 1 });
    let shared = ask(planning::share, &form);
    let plans: Vec<Value> = shared["debts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| json!({ "row": one["row"], "instalments": one["instalments"] }))
        .collect();
    let written = ask(planning::written, &json!({ "plans": plans }));
    let texts = |list: &Value| -> Vec<String> { serde_json::from_value(list.clone()).unwrap() };
    let mut all = Vec::new();
    for plan in written["plans"].as_array().unwrap() {
        let row = usize::try_from(plan["row"].as_u64().unwrap()).unwrap();
        all.extend(
            plan["texts"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| (row, texts(one))),
        );
    }
    session.set_plans(&texts(&written["keys"]), &all).unwrap();
    let debt = &session.ledger().entries[0];
    assert_eq!(debt.instalments.len(), 3);
    assert_eq!(debt.plan_finish.unwrap().to_string(), "2022-11-30");
    let codes: Vec<_> = session
        .reviewed()
        .iter()
        .map(|one| one.finding.rule.code)
        .collect();
    assert!(
        !codes
            .iter()
            .any(|code| ["P-05", "P-06", "P-11", "P-14"].contains(code)),
        "{codes:?}"
    );
    session.undo();
    assert_eq!(session.draft(), before);
}

#[test]
fn no_basis_is_chosen_silently() {
    let form = json!({ "row": 0, "as_of": "2022-06-10" });
    let answer = ask(planning::interest, &form);
    assert_eq!(answer["chosen"], Value::Null);
    assert_eq!(
        answer["page"],
        Value::Null,
        "a statement stands on a basis somebody chose"
    );
    let alternatives = answer["alternatives"].as_array().unwrap();
    assert!(alternatives.iter().any(|one| one["suggested"] == true));
    assert!(answer["suggestion"].to_string().contains("条例"));
    let place = alternatives
        .iter()
        .position(|one| one["texts"]["rate_basis"] != Value::Null)
        .unwrap();
    let shown = ask(
        planning::interest,
        &json!({ "row": 0, "as_of": "2022-06-10", "shown": place }),
    );
    assert_eq!(shown["page"]["title"]["zh"], "利息计算书");
    let stored = &alternatives[place]["texts"];
    let mut session = Session::open(read(draft().as_bytes()), Campaign::yexian_2022(), today());
    session
        .set_cell(0, "rate_basis", stored["rate_basis"].as_str().unwrap())
        .unwrap();
    session
        .set_cell(0, "rate_markup", stored["rate_markup"].as_str().unwrap())
        .unwrap();
    let again: Value = serde_json::from_str(&planning::interest(
        session.draft().as_bytes(),
        &form.to_string(),
    ))
    .unwrap();
    assert_eq!(again["chosen"], alternatives[place]["basis"]);
    assert_ne!(again["page"], Value::Null);
}

#[test]
fn two_plans_are_held_against_each_other() {
    let plan = |days: &[&str]| -> Value {
        days.iter()
            .map(|day| json!({ "due": day, "amount": "5" }))
            .collect()
    };
    let form = json!({ "row": 0, "first": plan(&["2022-09-30", "2022-12-31"]), "second": plan(&["2022-08-31", "2022-09-30"]) });
    let answer = ask(planning::compare, &form);
    let shown = answer["page"].to_string();
    assert!(shown.contains("早92天"), "{shown}");
    assert!(
        answer["remarks"][0]["zh"]
            .as_str()
            .unwrap()
            .contains("没有选定计息依据")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn instalments_make_the_balance_to_the_fen(parts in 1_u32..=120, spread: bool, round in "fen|yuan|hundred") {
        let form = json!({ "row": 1, "method": "equal", "parts": parts, "spread": spread, "round": round,
            "first": "2022-08-31", "every": 1 });
        let answer = ask(planning::propose, &form);
        if answer.get("refused").is_none() {
            prop_assert_eq!(fen(&answer["instalments"]).iter().sum::<i64>(), 3_000_000);
        }
    }

    #[test]
    fn no_request_stops_the_engine(form in "\\PC{0,40}", draft in "\\PC{0,40}") {
        for ask in [planning::debts, planning::propose, planning::share, planning::written, planning::compare, planning::interest] {
            let answer = ask(draft.as_bytes(), &form);
            prop_assert!(serde_json::from_str::<Value>(&answer).is_ok());
        }
    }
}
