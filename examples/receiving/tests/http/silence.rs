//! The log says nothing of anybody.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::files::{expected, month};
use crate::raw::Raw;
use crate::running::Running;

/// Every text that stands anywhere in a file, other than its digests, days, codes of lists and numbers.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if !text.is_ascii() => drop(found.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        _ => {}
    }
}

#[test]
fn no_name_of_the_fixture_is_in_the_log() {
    let service = Running::new("silence", &["--today", "2022-07-20"]);
    let mut names = BTreeSet::new();
    let mut statuses = Vec::new();
    for (name, bytes) in month("june").into_iter().chain(month("july")) {
        if let Ok(value) = serde_json::from_slice(&bytes) {
            texts(&value, &mut names);
        }
        // Whoever saves a file may call it after a person.
        let path = format!("/submissions?name=%E8%B5%B5%E5%85%AD-13900000004-{name}");
        statuses.push(
            service
                .send(
                    "POST",
                    &path,
                    &[("content-type", "application/json")],
                    &bytes,
                )
                .status,
        );
    }
    let persons = expected();
    names.extend(
        persons["persons"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one.as_str().unwrap().to_owned()),
    );
    assert!(300 < names.len(), "{}", names.len());
    for path in [
        "/%E8%B5%B5%E5%85%AD/13900000004",
        "/submissions/13900000004",
        "/submissions?unit=%E8%B5%B5%E5%85%AD",
        "/bulletin?period=13900000004",
    ] {
        service.get(path);
    }
    service.send("13900000004", "/", &[("user-agent", "13900000004")], &[]);
    let mut wrong = Raw::to(&service);
    wrong.send("GET /13900000004 赵六\r\n\r\n");
    wrong.answer();
    let log = service.stop();
    for name in names {
        assert!(!log.contains(&name), "{name}");
    }
    assert!(!log.contains("%E8"));
    // It says what was done, so that the test can fail.
    for status in [200, 201, 409, 422] {
        let sent = statuses.iter().filter(|one| **one == status).count();
        let said = log.lines().filter(|line| {
            line.contains("method=\"POST\" route=\"/submissions\"")
                && line.contains(&format!("status={status} "))
        });
        assert_eq!(said.count(), sent, "{status}: {log}");
    }
    assert!(log.contains("findings J-04"), "{log}");
    assert!(
        log.contains("method=\"OTHER\" route=\"-\" status=404"),
        "{log}"
    );
}
