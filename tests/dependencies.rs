//! What the crate brings along: the default build has no command line, no browser, no decoder.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::process::Command;

/// The crates a build with these features links, in order, each once.
fn linked(features: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--offline", "--package", "arrears-ledger"])
        .args(["--edges", "normal", "--prefix", "none", "--format", "{lib}"])
        .args(features)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let mut crates: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    crates.sort();
    crates.dedup();
    crates
}

#[test]
fn the_default_build_links_dates_and_json_and_nothing_else() {
    let known = [
        "arrears_ledger",
        "chrono",
        "itoa",
        "memchr",
        "num_traits",
        "serde_core",
        "serde_json",
        "zmij",
    ];
    for one in linked(&[]) {
        assert!(
            known.contains(&one.as_str()),
            "{one} is new in the default build"
        );
    }
}

#[test]
fn the_c_library_has_no_command_line_and_no_browser() {
    let linked = linked(&["--features", "capi"]);
    for foreign in ["clap", "wasm_bindgen", "js_sys", "web_sys", "talc"] {
        assert!(!linked.iter().any(|one| one == foreign), "{foreign}");
    }
}
