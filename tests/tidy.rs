//! The house rules: who may look at whom, how long a file may be, what it may be called.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A module may look only at those in the lines above its own, and at itself.
const STOREYS: &[&[&str]] = &[
    &["text", "limits", "digest", "decimal", "hash", "seal"],
    &["amount", "date", "codes", "workbook"],
    &["json"],
    &["almanac"],
    &["calc"],
    &["ledger"],
    &["campaign", "claims"],
    &["collection", "printout"],
    &["rule"],
    &["read", "rules"],
    &["review", "explain", "vet"],
    &["submission", "catalogue", "compare", "export"],
    &["draft"],
    &["planning", "rollover", "schema", "session"],
    &["handbook"],
    &["api"],
    &["county"],
    &["bulletin"],
    &["call", "javascript"],
    &["wasm", "office", "capi"],
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path
            .extension()
            .is_some_and(|end| end == "rs" || end == "ts")
        {
            found.push(path);
        }
    }
}

fn files(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    sources(&root.join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// The module a file of `src/` belongs to.
fn module(name: &str) -> &str {
    let inside = name.strip_prefix("src/").unwrap();
    inside.split(['/', '.']).next().unwrap()
}

fn storey(module: &str) -> usize {
    let found = STOREYS.iter().position(|storey| storey.contains(&module));
    found.unwrap_or_else(|| panic!("the module {module} has no storey in tests/tidy.rs"))
}

#[test]
fn modules_look_only_upwards() {
    for (name, text) in files("src") {
        if ["src/lib.rs"].contains(&name.as_str()) || name.starts_with("src/bin/") {
            continue;
        }
        let own = module(&name);
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for seen in code.flat_map(|line| line.split("crate::").skip(1)) {
            let other: String = seen
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if other.is_empty() || other == own {
                continue;
            }
            assert!(storey(&other) < storey(own), "{name} looks at {other}");
        }
    }
}

#[test]
fn only_the_rooms_of_the_browser_know_the_browser() {
    let rooms = ["src/wasm/", "src/office/", "src/javascript.rs"];
    for (name, text) in files("src") {
        let knows = ["wasm_bindgen", "js_sys", "web_sys"]
            .iter()
            .any(|word| text.contains(word));
        assert!(
            !knows || rooms.iter().any(|room| name.starts_with(room)),
            "{name} knows the browser"
        );
        let has_clock = text.contains("SystemTime") || text.contains("Local::now");
        assert!(
            !has_clock || name.starts_with("src/bin/"),
            "{name} reads a clock"
        );
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let all = files("src")
        .into_iter()
        .chain(files("pkg-config/xtask/src"))
        .chain(files("examples/receiving"))
        .chain(files("www/src"));
    for (name, text) in all {
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines");
        let opens = text.starts_with("//!") || text.starts_with("/**") || text.starts_with("//");
        assert!(opens, "{name} does not open with what it is");
        for word in ["utils", "common", "helper", "manager"] {
            assert!(!name.contains(word), "{name}: {word} says nothing");
        }
    }
}

/// Where somebody who has the crate begins: each function there shows how it is called, and the
/// example is run.
const DOORS: [&str; 16] = [
    "src/api/",
    "src/bulletin/mod.rs",
    "src/call/mod.rs",
    "src/catalogue.rs",
    "src/compare.rs",
    "src/county/examine.rs",
    "src/county/schema.rs",
    "src/explain/mod.rs",
    "src/export/",
    "src/read/mod.rs",
    "src/review/mod.rs",
    "src/rollover.rs",
    "src/rules/mod.rs",
    "src/schema/",
    "src/submission.rs",
    "src/vet/",
];

#[test]
fn every_door_has_an_example_that_runs() {
    let mut shown = 0;
    let mut bare = Vec::new();
    let all = files("src");
    let doors = all
        .iter()
        .filter(|(name, _)| DOORS.iter().any(|door| name.starts_with(door)));
    for (name, text) in doors {
        let pieces: Vec<&str> = text.split("\npub fn ").collect();
        for (before, after) in pieces.iter().zip(pieces.iter().skip(1)) {
            let above = before.rsplit("\n\n").next().unwrap();
            if above.contains("/// ```\n") {
                shown += 1;
            } else {
                let function = after.split(['(', '<']).next().unwrap();
                bare.push(format!("{name}: {function}"));
            }
        }
    }
    assert_eq!(bare, Vec::<String>::new());
    assert!(30 <= shown, "{shown}");
}
