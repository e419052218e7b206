//! Each rule's own examples: the one that fails and the one that passes.

use arrears_ledger::campaign::YEXIAN_2022;
use arrears_ledger::read;
use arrears_ledger::rule::Rule;
use arrears_ledger::rules;
use serde_json::{Value, json};

use super::{Case, call, other, validate_on};

/// The day examples are written for: after the deadlines.
const DAY: &str = "2022-06-30";

/// About workbooks, whose examples are not texts: `workbooks` has them.
const OF_WORKBOOKS: [&str; 2] = ["J-12", "J-13"];

pub(super) fn cases() -> Vec<Case> {
    let all = rules::all().chain(read::RULES.iter().copied());
    let texts = all.filter(|rule| !OF_WORKBOOKS.contains(&rule.code));
    texts
        .flat_map(|rule| {
            let told = [("fails", rule.fails), ("passes", rule.passes)];
            told.map(|(kind, example)| case(rule, &format!("{} {kind}", rule.code), example))
        })
        .collect()
}

/// An example as `tests/rules.rs` reads it, as a call.
fn case(rule: &Rule, name: &str, example: &str) -> Case {
    let value: Option<Value> = serde_json::from_str(example).ok();
    match &value {
        Some(value) if value.get("collection").is_some() => together(name, value),
        Some(value) if rule.switch.is_some() => asked_for(rule, name, value),
        Some(value) if value.get("before").is_some() => {
            let (now, before) = (draft(value), draft(&value["before"]));
            let line = json!({
                "call": "validate",
                "file": { "name": "now.json", "bytes": now.len() },
                "previous": { "bytes": before.len() },
                "today": DAY,
            });
            other(name, call(&line, &[now.as_bytes(), before.as_bytes()]))
        }
        Some(value) if is_debt(value) => {
            let line = json!({
                "call": "lines",
                "file": { "name": "debts", "text": value.to_string() },
                "today": DAY,
            });
            other(name, call(&line, &[]))
        }
        Some(value) if value.get("format").is_none() => {
            validate_on(DAY, name, draft(value).as_bytes())
        }
        _ => validate_on(DAY, name, example.as_bytes()),
    }
}

/// A rule that a campaign has to ask for, or may move.
fn asked_for(rule: &Rule, name: &str, value: &Value) -> Case {
    let mut campaign: Value = serde_json::from_str(YEXIAN_2022).unwrap();
    campaign["rules"] = json!([{ "code": rule.code, "on": true }]);
    let campaign = campaign.to_string();
    let debts = json!({ "entries": [value] });
    let ledger = if is_debt(value) { &debts } else { value };
    let (now, before) = (draft(ledger), ledger.get("before").map(draft));
    let mut line = json!({
        "call": "validate",
        "campaign": { "bytes": campaign.len() },
        "file": { "name": "now.json", "bytes": now.len() },
        "today": DAY,
    });
    let mut files = vec![campaign.as_bytes(), now.as_bytes()];
    if let Some(before) = &before {
        line["previous"] = json!({ "bytes": before.len() });
        files.push(before.as_bytes());
    }
    other(name, call(&line, &files))
}

fn together(name: &str, value: &Value) -> Case {
    let list = |key: &str| value.get(key).and_then(Value::as_array).cloned();
    let drafts = |key| -> Vec<String> { list(key).unwrap_or_default().iter().map(draft).collect() };
    let (files, previous) = (drafts("collection"), drafts("before"));
    let leads = draft(&json!({ "entries": list("leads").unwrap_or_default() }));
    let sizes = |files: &[String]| -> Vec<Value> {
        let files = files.iter().enumerate();
        files
            .map(|(no, file)| json!({ "name": format!("{no}.json"), "bytes": file.len() }))
            .collect()
    };
    let line = json!({
        "call": "together",
        "files": sizes(&files),
        "leads": { "bytes": leads.len() },
        "previous": sizes(&previous),
        "today": DAY,
    });
    let all = files.iter().chain([&leads]).chain(&previous);
    other(
        name,
        call(&line, &all.map(String::as_bytes).collect::<Vec<_>>()),
    )
}

fn is_debt(value: &Value) -> bool {
    ["format", "header", "entries"]
        .iter()
        .all(|member| value.get(member).is_none())
}

/// The parts of a ledger as a draft.
fn draft(parts: &Value) -> String {
    let mut draft = json!({
        "format": read::DRAFT, "version": 1, "campaign": "yexian-2022", "revision": 1,
        "header": {}, "entries": [],
    });
    for (key, value) in parts.as_object().unwrap() {
        if key != "before" {
            draft[key] = value.clone();
        }
    }
    draft.to_string()
}
