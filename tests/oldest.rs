//! What is promised of compilers and features is what Cargo.toml says. `cargo xtask test oldest`
//! builds with the oldest compiler itself.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The oldest compiler: `1.95`.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

fn text(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = fs::read_to_string(file).unwrap();
    // A sentence may go on in the next line.
    text.replace("\n//!", "")
}

/// What this machine's programs are compiled for.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let line = told.lines().find_map(|line| line.strip_prefix("host: "));
    line.unwrap().to_owned()
}

/// What cargo knows of the workspace and of all that it takes in on this machine: what only others
/// need was never fetched.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["metadata", "--offline", "--format-version", "1"])
        .args(["--filter-platform", &host()])
        .output()
        .unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

fn number(version: &str) -> Vec<u32> {
    version
        .split('.')
        .map(|part| part.parse().unwrap())
        .collect()
}

#[test]
fn the_oldest_compiler_is_the_same_wherever_it_is_named() {
    for (file, sentence) in [
        ("README.md", format!("Rust {OLDEST} or newer")),
        (
            "src/lib.rs",
            format!("It builds with Rust {OLDEST} and newer"),
        ),
        (
            "examples/receiving/Cargo.toml",
            format!("rust-version = \"{OLDEST}\""),
        ),
    ] {
        assert!(text(file).contains(&sentence), "{file}: {sentence}");
    }
}

#[test]
fn no_library_wants_a_newer_one() {
    let all = packages();
    assert!(100 < all.len());
    for one in &all {
        if let Some(wanted) = one["rust_version"].as_str() {
            assert!(
                number(wanted) <= number(OLDEST),
                "{} wants {wanted}",
                one["name"]
            );
        }
    }
}

#[test]
fn every_feature_is_on_the_first_page() {
    let page = text("src/lib.rs");
    let (_, table) = page.split_once("| feature | what it adds |").unwrap();
    let (table, _) = table.split_once("# Versions").unwrap();
    let told: BTreeSet<&str> = table
        .split(" | ")
        // The names stand in the first column: between the bar of the line before and the next.
        .filter_map(|cell| cell.rsplit_once("| `").map(|(_, names)| names))
        .flat_map(|names| names.split('`'))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let all = packages();
    let own = all
        .iter()
        .find(|one| one["name"] == "arrears-ledger")
        .unwrap();
    let known = own["features"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str);
    let known: BTreeSet<&str> = known.filter(|name| *name != "default").collect();
    assert_eq!(told, known);
}
