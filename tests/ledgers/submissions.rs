//! Any ledger that can be handed in.

use arrears_ledger::campaign::Campaign;
use arrears_ledger::read::read;
use arrears_ledger::session::Session;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use super::ledgers::{confirm_all, ready, text_of, today};

/// Money in fen as files write it.
fn yuan(fen: i64) -> Value {
    json!(format!("{}.{:02}", fen / 100, fen % 100))
}

/// Columns that no rule makes an error of, and what they may hold.
fn free() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let all = vec![
        ("remark", json!("已约谈")),
        ("creditor_area", json!("叶县昆阳街道")),
        ("platform_ref", json!("PT-2022-7")),
        ("fund_source", json!(["local_budget", "bonds"])),
        ("plan_finish", json!("2022-12")),
        ("debtor_parent", json!("叶县人民政府")),
        ("自用栏", json!({ "层": [1, null, "文"] })),
        ("sector", json!("water")),
        ("creditor_size", json!("small")),
        ("migrant_wages", json!(true)),
        ("contract_basis", json!("agreement")),
        ("causes", json!(["other"])),
        ("cause_note", json!("档案未移交")),
    ];
    let count = all.len();
    subsequence(all, 0..=count)
}

/// A debt of its own contract. What is still owed is what was agreed less what was paid.
fn debt() -> impl Strategy<Value = Value> {
    let amounts = (100_000..1_000_000_000_i64, 1..100_i64);
    let due = (2019..=2021, 1..=12, select(vec!["", "-01", "-28"]));
    let planned = vec((2022..2025_i32, 1..=12_u32), 0..3);
    (amounts, due, planned, free()).prop_map(
        |((price, share), (year, month, day), planned, free)| {
            let owed = price / 100 * share;
            let mut debt = serde_json::from_str::<Value>(&ready().draft())
                .map_or(Value::Null, |file| {
                    file.pointer("/entries/0").cloned().unwrap_or_default()
                });
            let plan = instalments(owed, planned);
            // A plan that was filed has instalments.
            let filed = plan.first().map(|_| "2022-06-12");
            if let Some(members) = debt.as_object_mut() {
                members.extend(free.into_iter().map(|(key, value)| (key.to_owned(), value)));
                for (key, value) in [
                    ("contract_amount", yuan(price)),
                    ("paid_before", yuan(price - owed)),
                    ("arrears_amount", yuan(owed)),
                    ("due_date", json!(format!("{year}-{month:02}{day}"))),
                    ("sign_date", json!("2018-03-01")),
                    ("delivered_on", json!("2018-12")),
                    ("cause_note", json!("见附件")),
                    ("method", json!(["cash"])),
                    ("plan_filed_on", json!(filed)),
                    ("instalments", json!(plan)),
                ] {
                    members.insert(key.to_owned(), value);
                }
            }
            debt
        },
    )
}

/// Equal parts of what is owed, in the order of their months; the last may be a fen or two more.
fn instalments(owed: i64, mut months: Vec<(i32, u32)>) -> Vec<Value> {
    months.sort_unstable();
    months.dedup();
    let count = i64::try_from(months.len()).unwrap_or(1).max(1);
    (1..)
        .zip(months)
        .map(|(no, (year, month))| {
            let rest = if no == count { owed % count } else { 0 };
            let amount = yuan(owed / count + rest);
            json!({ "no": no, "due_on": format!("{year}-{month:02}"), "amount": amount })
        })
        .collect()
}

/// A submission, and how many debts are in it.
pub(crate) fn submission() -> impl Strategy<Value = (String, usize)> {
    (vec(debt(), 0..4), 1..4_u32, any::<bool>()).prop_map(|(mut debts, revision, is_plain)| {
        let count = debts.len();
        for (row, debt) in debts.iter_mut().enumerate() {
            if let Some(members) = debt.as_object_mut() {
                members.insert("seq_no".to_owned(), json!(row + 1));
                members.insert(
                    "debt_id".to_owned(),
                    json!(format!("410422207-2022-06-{row:04}")),
                );
                members.insert("contract_no".to_owned(), json!(format!("LQ-{row}")));
            }
        }
        let mut file: Value = serde_json::from_str(&ready().draft()).unwrap_or_default();
        if let Some(header) = file.get_mut("header").and_then(Value::as_object_mut) {
            header.remove("declared_count");
            header.remove("declared_total");
            header.insert("is_nil".to_owned(), json!(count == 0));
        }
        if let Some(members) = file.as_object_mut() {
            members.insert("entries".to_owned(), json!(debts));
            members.insert("revision".to_owned(), json!(revision));
            if revision > 1 {
                members.insert("previous".to_owned(), json!("0f".repeat(32)));
            }
            if !is_plain {
                members.insert("另".to_owned(), json!([false, { "一": 1 }]));
            }
        }
        let reading = read(file.to_string().as_bytes());
        let mut session = Session::open(reading, Campaign::yexian_2022(), today());
        confirm_all(&mut session, "经核对无误");
        (text_of(&session), count)
    })
}
