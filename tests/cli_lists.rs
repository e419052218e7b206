//! The command line's lists: rules, fields, schemas and digests, each in the form it claims.
#![cfg(feature = "cli")]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/program.rs"]
mod program;

use arrears_ledger::ledger::spec::Spec;
use ledgers::submitted;
use program::{Run, run, run_with};
use serde_json::Value;

#[test]
fn the_digest_is_the_one_the_submission_states() {
    let text = submitted();
    let file: Value = serde_json::from_str(&text).unwrap();
    let Run { code, out, .. } = run_with(&["digest", "-"], text.as_bytes());
    assert_eq!(code, 0);
    assert_eq!(
        out.trim_end(),
        file.get("digest").unwrap().as_str().unwrap()
    );
    for arguments in [["digest", "-"], ["digest", "no/such/file.json"]] {
        let Run { code, out, err } = run_with(&arguments, b"{");
        assert_eq!((code, out.as_str()), (4, ""));
        assert!(!err.is_empty());
    }
}

/// The cells of each line of a CSV text.
fn csv(text: &str) -> Vec<Vec<String>> {
    assert!(!text.contains('\t'));
    arrears_ledger::read::split(text)
}

#[test]
fn lists_are_what_their_format_says() {
    for list in ["rules", "fields"] {
        let out = |format: &str| {
            let Run { code, out, err } = run(&[list, "--format", format]);
            assert_eq!((code, err.as_str()), (0, ""), "{list} {format}");
            out
        };
        let json: Value = serde_json::from_str(&out("json")).unwrap();
        let text = json.to_string();
        let rows = csv(&out("csv"));
        let width = rows.first().unwrap().len();
        assert!(
            3 < width && rows.iter().all(|row| row.len() == width),
            "{list}"
        );
        assert!(60 < rows.len(), "{list}: {}", rows.len());
        let markdown = out("markdown");
        for row in rows.iter().skip(1) {
            let name = row
                .iter()
                .find(|cell| text.contains(&format!("\"{cell}\"")));
            assert!(name.is_some(), "{row:?} is not in the JSON list of {list}");
        }
        assert!(markdown.starts_with('#'), "{markdown}");
        assert!(out("text").lines().count() >= rows.len() - 1);
    }
}

#[test]
fn every_rule_has_a_heading_of_its_own_in_markdown() {
    for lang in ["zh", "en"] {
        let Run { out, .. } = run(&["rules", "--format=markdown", "--lang", lang]);
        let headings: Vec<&str> = out.lines().filter(|line| line.starts_with('#')).collect();
        for rule in arrears_ledger::rules::all() {
            let own = headings
                .iter()
                .filter(|line| line.contains(rule.code))
                .count();
            assert_eq!(own, 1, "{}", rule.code);
        }
    }
}

#[test]
fn every_field_is_listed_in_every_format() {
    let tables = arrears_ledger::catalogue::tables();
    let own = |(table, specs): &(&str, Vec<&Spec>)| {
        let keys = specs.iter().map(|spec| spec.key.to_owned());
        (table.to_string(), keys.collect())
    };
    let expected: Vec<(String, Vec<String>)> = tables.iter().map(own).collect();
    let count: usize = tables.iter().map(|(_, specs)| specs.len()).sum();
    for lang in ["zh", "en"] {
        let out = |format: &str| run(&["fields", "--format", format, "--lang", lang]).out;
        let json: Value = serde_json::from_str(&out("json")).unwrap();
        for (table, keys) in &expected {
            let fields = json.get(table).and_then(Value::as_array).unwrap();
            let listed: Vec<_> = fields
                .iter()
                .map(|field| field.get("key").unwrap().as_str().unwrap())
                .collect();
            assert_eq!(&listed, keys);
        }
        let page = out("markdown");
        for (chapter, (table, keys)) in page.split("\n## ").skip(1).zip(&expected) {
            assert_eq!(chapter.lines().next(), Some(table.as_str()));
            let rows: Vec<&str> = chapter
                .lines()
                .filter(|line| line.starts_with('|'))
                .collect();
            assert_eq!(rows.len(), keys.len() + 2);
            for row in &rows {
                assert_eq!(row.replace("\\|", "").matches('|').count(), 8, "{row}");
            }
            for (row, key) in rows.iter().skip(2).zip(keys) {
                assert!(row.starts_with(&format!("|`{key}`|")), "{row}");
            }
        }
        assert_eq!(csv(&out("csv")).len(), count + 1);
        assert_eq!(out("text").lines().count(), count + tables.len());
    }
}

#[test]
fn schemas_are_printed_as_json() {
    for of in ["submission", "findings", "campaign"] {
        let Run { code, out, .. } = run(&["schema", "--of", of]);
        assert_eq!(code, 0);
        let schema: Value = serde_json::from_str(&out).unwrap();
        assert!(jsonschema::validator_for(&schema).is_ok(), "{of}");
    }
}
