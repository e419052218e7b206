//! A campaign file is looked through: every fault in its place, all of them at once.
#![cfg(feature = "cli")]

#[path = "ledgers/program.rs"]
mod program;

use std::fs;

use arrears_ledger::campaign::YEXIAN_2022;
use arrears_ledger::rule::Severity;
use arrears_ledger::vet::{Fault, vet};
use program::{run, run_with};
use serde_json::{Value, json};

const YUNXI: &str = include_str!("campaigns/yunxi-2025.json");

/// Where a campaign has a fault once one value is another: the place changed, the value, the place
/// of the fault (none where nothing is wrong) and its severity.
const FAULTS: &str = r#"/id | "云溪" | /id | error
/office/name | " " | /office/name | error
/area | "4199" | /area | error
/area | "410422" | /units/0/code | error
/deadlines/plan | "2025-09-01" | /deadlines/plan | error
/deadlines/ledger | "2025-08-31" | /deadlines/ledger | error
/deadlines/plan | "2027-01-01" | /deadlines/plan | warning
/notice/issued_on | "2025-10-01" | /notice/issued_on | notice
/units | [] | /units | error
/units/1/code | "419922001" | /units/1/code | error
/units/1/name | "" | /units/1/name | error
/units/1/also/0 | "青石镇" | /units/1/also/0 | error
/units/1/also/0 | "白水 镇" | /units/1/also/0 | warning
/units/2/former/0 | "白水镇" | /units/2/former/0 | error
/units/1/code | "410422002" | /units/1/code | error
/units/3/kind | "zone" | /units/3/kind | error
/external/0 | "县财政局" | /external/0 | warning
/reasons | ["是", "是"] | /reasons/1 | warning
/plan_makers/1/id | "M1" | /plan_makers/1/id | error
/supervisors/0/id | "M1" | /supervisors/0/id | error
/plan_makers/0/clause | "" | /plan_makers/0/clause | error
/plan_makers/0/when | {} | /plan_makers/1 | warning
/plan_makers/2/when | {"debtor_type": ["gov_platform"]} | /plan_makers/2 | warning
/plan_makers/0/who/0 | "云溪县国资委" | /plan_makers/0/who/0 | error
/plan_makers/2/who/0 | "@owner" | /plan_makers/2/who/0 | error
/plan_makers/2/who | ["@debtor", "@parent"] | /plan_makers/2/who | warning
/plan_makers | [] | /plan_makers | warning
/supervisors/0/who | [] | /supervisors/0/who | error
/supervisors/0/who | ["@own_department"] |  | error
/supervisors/1/when | {"sector": ["health"]} | /supervisors/1/when/sector | warning
/consequences/0/text/zh | "" | /consequences/0/text | error
/consequences/0/kind | "fine" | /consequences/0/kind | error
/external | [] | /supervisors/2/who/0 | error
/rules/0/code | "A-99" | /rules/0/code | error
/rules/0/code | "A-01" | /rules/0/code | error
/rules/0/code | "D-03" | /rules/1/code | error
/rules/0/limits/0/name | "huge" | /rules/0/limits/0/name | error
/rules/0/limits/0 | {"name": "large", "value": 3} | /rules/0/limits/0 | error
/rules/0/limits/0/yuan | "0.00" | /rules/0/limits/0 | error
/supervisors/0/rule | "G-99" | /supervisors/0/rule | error
/rules/1 | {"code": "D-03"} | /rules/1 | warning"#;

#[test]
fn every_fault_of_a_campaign_file_is_found_in_its_place() {
    for case in FAULTS.lines() {
        let cells: Vec<&str> = case.split(" | ").collect();
        let [place, value, path, severity] = cells[..] else {
            panic!("{case}");
        };
        let value: Value = serde_json::from_str(value).unwrap();
        let mut file: Value = serde_json::from_str(YUNXI).unwrap();
        let (record, member) = place.rsplit_once('/').unwrap();
        match file.pointer_mut(place) {
            Some(there) => *there = value.clone(),
            None => file.pointer_mut(record).unwrap()[member] = value.clone(),
        }
        let vetted = vet(&file.to_string());
        let is_it = |fault: &Fault| fault.path == path && fault.severity.code() == severity;
        // An empty place: nothing is wrong with this one.
        let is_right = if path.is_empty() {
            vetted.faults.is_empty()
        } else {
            vetted.faults.iter().any(is_it)
        };
        assert!(is_right, "{place} = {value}: {:?}", vetted.faults);
        for fault in &vetted.faults {
            let words = [
                &fault.what.zh,
                &fault.what.en,
                &fault.todo.zh,
                &fault.todo.en,
            ];
            assert!(words.iter().all(|words| !words.is_empty()), "{fault:?}");
        }
        let usable = vetted.worst() != Some(Severity::Error);
        assert_eq!(vetted.usable().is_ok(), usable);
    }
}

#[test]
fn all_faults_are_told_at_once_and_decide_the_exit_code() {
    let check = |file: &str, more: &[&str]| {
        let mut arguments = vec!["campaign", "check", "-"];
        arguments.extend(more);
        run_with(&arguments, file.as_bytes())
    };
    let with = |changes: &[(&str, Value)]| {
        let mut file: Value = serde_json::from_str(YUNXI).unwrap();
        for (place, value) in changes {
            *file.pointer_mut(place).unwrap() = value.clone();
        }
        file.to_string()
    };
    assert_eq!(check(YUNXI, &[]).code, 0);
    assert_eq!(check(YEXIAN_2022, &[]).code, 0);
    assert_eq!(check("{", &[]).code, 4);
    assert_eq!(check(&with(&[("/reasons", json!([""]))]), &[]).code, 3);
    let several = with(&[
        ("/area", json!(419_922)),
        ("/deadlines/plan", json!("2025-09-31")),
        ("/rules/0/code", json!("A-99")),
    ]);
    let answer = check(&several, &["--format", "json"]);
    assert_eq!(answer.code, 1);
    let answer: Value = serde_json::from_str(&answer.out).unwrap();
    let faults = answer["faults"].as_array().unwrap();
    let paths: Vec<&str> = faults
        .iter()
        .map(|one| one["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["/area", "/deadlines/plan", "/rules/0/code"]);
    let told = check(&several, &["--lang", "en"]);
    assert!(
        told.out.contains("/rules/0/code: there is no such rule"),
        "{}",
        told.out
    );
    // What cannot be worked with is refused in the same words.
    let file = std::env::temp_dir().join(format!(
        "arrears-ledger-campaign-{}.json",
        std::process::id()
    ));
    fs::write(&file, several).unwrap();
    let path = file.display().to_string();
    let ledger = "tests/samples/parity/valid.json";
    for arguments in [
        &["validate", ledger][..],
        &["explain", ledger, "/entries/0"],
    ] {
        let run = run(&[arguments, &["--campaign", &path]].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(
            paths.iter().all(|place| run.err.contains(place)),
            "{}",
            run.err
        );
    }
    fs::remove_file(file).unwrap();
}

#[test]
fn the_help_lists_every_member() {
    let help = run(&["campaign", "--help"]).out;
    let schema: Value = serde_json::from_str(&run(&["schema", "--of", "campaign"]).out).unwrap();
    for (key, member) in schema["properties"].as_object().unwrap() {
        assert!(help.contains(key), "{key}");
        assert!(
            member["title"].is_string() && member["description"].is_string(),
            "{key}"
        );
    }
}
