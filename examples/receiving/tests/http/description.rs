//! The description and the service say the same, both ways. What every other test is answered is held
//! against it too.

use std::collections::{BTreeMap, BTreeSet};

use crate::described::Operation;
use crate::files::{amended, file};
use crate::raw::Raw;
use crate::running::Running;

/// What no test brings about: the service has to break, or to hold ten thousand files.
const NOT_HERE: [u16; 2] = [500, 507];

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

#[test]
fn it_is_a_description_of_this_service() {
    let service = Running::new("description", &[]);
    let whole = &service.description().whole;
    assert_eq!(whole["openapi"], "3.1.0");
    let there: BTreeSet<&str> = whole["components"]["schemas"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let text = whole.to_string();
    // Every schema that is named is there, and every one that is there is named.
    let named: BTreeSet<&str> = text
        .split("\"#/components/schemas/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(named, there);
    // A submission in order fits the schema of submissions: it is the crate's own.
    assert_eq!(
        whole["components"]["schemas"]["Submission"]["properties"]["version"]["const"],
        1
    );
}

#[test]
fn every_status_that_is_described_is_answered() {
    let service = Running::new(
        "statuses",
        &["--largest", "8000", "--slowest", "1", "--at-once", "1"],
    );
    let own = file("june/00.json");
    let mut seen: BTreeMap<Operation, BTreeSet<u16>> = BTreeMap::new();
    let mut see = |method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]| {
        let status = service.send(method, path, headers, body).status;
        let declared = if path.starts_with("/submissions/") {
            "/submissions/{digest}"
        } else {
            path
        };
        let declared = declared.split('?').next().unwrap();
        seen.entry((method.to_owned(), declared.to_owned()))
            .or_default()
            .insert(status);
    };
    for body in [
        &own,
        &own,
        &amended(&amended(&own, "二"), "三"),
        &vec![b' '; 8001],
        &b"{}".to_vec(),
    ] {
        see("POST", "/submissions", &JSON, body);
    }
    see("POST", "/submissions", &[], &own);
    see("POST", "/submissions?nam=x", &JSON, &own);
    see("GET", "/openapi.json", &[], &[]);
    let digest = crate::files::digest_of(&own);
    for path in [&format!("/submissions/{digest}"), "/submissions/0"] {
        see("GET", path, &[], &[]);
    }
    for path in ["/submissions", "/roster", "/bulletin", "/collection"] {
        for query in ["", "?campaign=elsewhere", "?perio=2022-06"] {
            see("GET", &format!("{path}{query}"), &[], &[]);
        }
    }
    for path in ["/roster", "/bulletin"] {
        see("GET", path, &[("accept", "image/png")], &[]);
    }
    let (slow, busy) = Raw::held(&service, &own);
    let of_uploads = seen
        .entry(("POST".to_owned(), "/submissions".to_owned()))
        .or_default();
    of_uploads.extend([busy.status, slow.answer().unwrap().status]);
    for (operation, statuses) in service.description().operations() {
        let expected: BTreeSet<u16> = statuses
            .into_iter()
            .filter(|status| !NOT_HERE.contains(status))
            .collect();
        assert_eq!(seen[&operation], expected, "{operation:?}");
    }
}

#[test]
fn a_method_that_is_not_described_is_not_there() {
    let service = Running::new("methods", &[]);
    let operations = service.description().operations();
    let paths: BTreeSet<&String> = operations.keys().map(|(_, path)| path).collect();
    for path in paths {
        let asked = path.replace("{digest}", "0");
        let has = |method: &str| operations.contains_key(&(method.to_owned(), path.clone()));
        for method in [
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "13900000000",
        ] {
            if has(method) {
                continue;
            }
            let answer = service.send(method, &asked, &[], &[]);
            assert_eq!(
                (answer.status, answer.problem().as_str()),
                (405, "method"),
                "{method} {path}"
            );
            let allowed: BTreeSet<&str> =
                answer.header("allow").split(',').map(str::trim).collect();
            let mut expected: BTreeSet<&str> =
                ["GET", "POST"].into_iter().filter(|one| has(one)).collect();
            expected.extend(has("GET").then_some("HEAD"));
            assert_eq!(allowed, expected, "{method} {path}");
        }
    }
    for path in [
        "/",
        "/submission",
        "/submissions/",
        "/submissions/0/1",
        "/%ff",
        "/submissions/%ff",
    ] {
        let answer = service.get(path);
        assert_eq!(
            (answer.status, answer.problem().as_str()),
            (404, "not-found"),
            "{path}"
        );
    }
}
