//! Files that are written from the code. Each must say what the code says;
//! `UPDATE=1 cargo test --test generated` writes them anew.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

use std::path::Path;
use std::{env, fs};

use arrears_ledger::catalogue::catalogue;
use arrears_ledger::handbook;
use arrears_ledger::text::Lang;
use serde_json::Value;

/// Holds a file against what the code says, or writes it.
fn check(name: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if env::var_os("UPDATE").is_some() {
        return fs::write(path, wanted).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    if found == wanted {
        return;
    }
    let same = found.lines().zip(wanted.lines());
    let line = same.take_while(|(old, new)| old == new).count();
    panic!(
        "{name} is not what the code says, from line {} on:\n- {}\n+ {}\n\
         write it anew: UPDATE=1 cargo test --test generated",
        line + 1,
        found.lines().nth(line).unwrap_or_default(),
        wanted.lines().nth(line).unwrap_or_default(),
    );
}

#[test]
fn the_page_carries_the_catalogue() {
    let tree: Value = serde_json::from_str(&catalogue()).unwrap();
    let text = serde_json::to_string_pretty(&tree).unwrap();
    check("www/src/engine/catalogue.json", &(text + "\n"));
}

#[test]
fn programs_in_typescript_are_told() {
    for (file, text) in handbook::declarations_typescript() {
        check(&format!("www/src/engine/crate/{file}.ts"), &text);
    }
}

#[test]
fn the_documentation_carries_the_pages() {
    const BOTH: &[Lang] = &[Lang::Zh, Lang::En];
    for (page, text) in [
        ("rules", handbook::rules_markdown(BOTH)),
        ("fields", handbook::fields_markdown(BOTH)),
        ("clauses", handbook::clauses_markdown(BOTH)),
        ("campaign", handbook::campaign_markdown(BOTH)),
    ] {
        check(&format!("src/handbook/{page}.md"), &text);
    }
}
