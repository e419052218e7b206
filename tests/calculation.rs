//! The golden vectors of rates, dates, interest and plans: each one computed, each input used.
//!
//! The files are the project's own, or the one `ARREARS_GOLDEN` names.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "vectors/facts.rs"]
mod facts;
#[path = "vectors/inputs.rs"]
mod inputs;
#[path = "vectors/interest.rs"]
mod interest;
#[path = "vectors/sums.rs"]
mod sums;

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::{env, fs};

use inputs::{Handler, Inputs, is_as_expected};
use serde_json::{Value, json};

const TABLES: &[&[(&str, Handler)]] = &[facts::HANDLERS, interest::HANDLERS, sums::HANDLERS];

/// What is wrong with a vector's answer, if anything is.
fn fault(vector: &Value) -> Option<String> {
    let category = vector["category"].as_str().unwrap();
    let mut handlers = TABLES.iter().copied().flatten();
    let Some((_, handler)) = handlers.find(|(name, _)| *name == category) else {
        return Some("is of a category nobody computes".to_owned());
    };
    let computed = catch_unwind(|| {
        let inputs = Inputs::of(vector);
        (handler(&inputs), inputs.unused())
    });
    let Ok((actual, unused)) = computed else {
        return Some("stopped the test".to_owned());
    };
    if !unused.is_empty() {
        return Some(format!("has inputs nobody used: {unused:?}"));
    }
    let expected = &vector["expected"];
    (!is_as_expected(expected, &actual)).then(|| format!("expects {expected}\n  but is {actual}"))
}

/// The project's own vectors: those of the specification, and more worked out by its formulas.
const OWN: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/calculation.json"),
    concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/golden/calculation_more.json"
    ),
];

#[test]
fn every_vector_is_computed_as_published() {
    let paths = match env::var("ARREARS_GOLDEN") {
        Ok(path) => vec![path],
        Err(_) => OWN.map(str::to_owned).to_vec(),
    };
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"));
        let vectors: Vec<Value> = serde_json::from_str(&text).unwrap();
        assert!(!vectors.is_empty(), "{path} has no vectors");
        let mut faults = Vec::new();
        for vector in &vectors {
            if let Some(fault) = fault(vector) {
                let (category, name) = (&vector["category"], &vector["name"]);
                faults.push(format!("{category} {name} {fault}"));
            }
        }
        let (wrong, all) = (faults.len(), vectors.len());
        assert!(
            wrong == 0,
            "{path}: {wrong} of {all}:\n{}",
            faults.join("\n")
        );
    }
}

#[test]
fn both_files_ask_every_category() {
    let [first, more] = OWN.map(|path| {
        let vectors: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let category = |one: &Value| one["category"].as_str().unwrap().to_owned();
        vectors.iter().map(category).collect::<BTreeSet<String>>()
    });
    assert_eq!(first, more);
    let handled = TABLES.iter().copied().flatten();
    let handled: BTreeSet<String> = handled.map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(first, handled);
}

#[test]
fn a_vector_that_is_not_understood_fails() {
    let vector = |category: &str, inputs: Value, expected: Value| json!({ "category": category, "name": "", "inputs": inputs, "expected": expected });
    let day = |more: Value| {
        let mut inputs = json!({ "date": "2025-10-08" });
        let more = more.as_object().unwrap().clone();
        inputs.as_object_mut().unwrap().extend(more);
        vector("calendar_is_workday", inputs, json!(false))
    };
    assert_eq!(fault(&day(json!({}))), None);
    let unused = fault(&day(json!({ "place": { "code": 1 } }))).unwrap();
    assert!(unused.contains("/place/code"), "{unused}");
    let unknown = fault(&vector("tides", json!({}), json!(1))).unwrap();
    assert!(unknown.contains("category"), "{unknown}");
    let wrong = vector(
        "calendar_is_workday",
        json!({ "date": "2025-10-08" }),
        json!(true),
    );
    assert!(fault(&wrong).unwrap().contains("expects true"));
}
