//! The files that are handed in: those of the fixture's county, and others made of them.

use std::fs;
use std::path::{Path, PathBuf};

use arrears_ledger::api;
use arrears_ledger::json::Tree;
use serde_json::{Value, json};

/// The folder of the fixture.
pub(crate) fn county() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/county")
}

/// A file of the fixture: `june/00.json`.
pub(crate) fn file(name: &str) -> Vec<u8> {
    fs::read(county().join(name)).unwrap()
}

/// All files of a month, in the order of their names.
pub(crate) fn month(name: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(county().join(name)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|own| (own.clone(), file(&format!("{name}/{own}"))))
        .collect()
}

/// What the fixture's script computed.
pub(crate) fn expected() -> Value {
    serde_json::from_slice(&file("expected.json")).unwrap()
}

/// A submission with some members changed, and its digest put right.
pub(crate) fn changed(file: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value: Value = serde_json::from_slice(file).unwrap();
    change(&mut value);
    let digest = api::digest(value.to_string().as_bytes()).unwrap();
    value["digest"] = digest.into();
    Tree::parse(&value.to_string())
        .unwrap()
        .canonical()
        .into_bytes()
}

/// The next revision of a submission, with a remark that makes it another file.
pub(crate) fn amended(file: &[u8], remark: &str) -> Vec<u8> {
    let before = digest_of(file);
    changed(file, |value| {
        value["revision"] = json!(value["revision"].as_u64().unwrap() + 1);
        value["previous"] = before.into();
        value["header"]["remark"] = remark.into();
    })
}

/// The digest a file states.
pub(crate) fn digest_of(file: &[u8]) -> String {
    let value: Value = serde_json::from_slice(file).unwrap();
    value["digest"].as_str().unwrap().to_owned()
}
