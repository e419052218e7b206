//! An answer held against the description: its status, its type, its members.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::running::Answer;

/// The description, taken apart.
pub(crate) struct Description {
    pub(crate) whole: Value,
    schemas: BTreeMap<String, Validator>,
}

/// One operation by its method and its path as declared.
pub(crate) type Operation = (String, String);

impl Description {
    pub(crate) fn of(whole: &Value) -> Self {
        let names = whole["components"]["schemas"].as_object().unwrap().keys();
        let schemas = names.map(|name| {
            let schema = json!({ "$ref": format!("#/components/schemas/{name}"), "components": whole["components"] });
            (name.clone(), jsonschema::validator_for(&schema).unwrap())
        });
        Self {
            schemas: schemas.collect(),
            whole: whole.clone(),
        }
    }

    /// Every operation, with the statuses it may answer.
    pub(crate) fn operations(&self) -> BTreeMap<Operation, Vec<u16>> {
        let mut all = BTreeMap::new();
        for (path, item) in self.whole["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let statuses = operation["responses"].as_object().unwrap().keys();
                let statuses = statuses.map(|status| status.parse().unwrap());
                all.insert((method.to_uppercase(), path.clone()), statuses.collect());
            }
        }
        all
    }

    /// The path as declared, of one that was asked.
    fn declared(&self, path: &str) -> Option<String> {
        let path = path.split('?').next().unwrap_or_default();
        let fits = |declared: &str| {
            let (own, asked) = (declared.split('/'), path.split('/'));
            own.clone().count() == asked.clone().count()
                && own
                    .zip(asked)
                    .all(|(own, asked)| own == asked || own.starts_with('{') && !asked.is_empty())
        };
        let mut known = self.whole["paths"].as_object().unwrap().keys();
        known.find(|declared| fits(declared)).cloned()
    }

    /// Holds an answer against the description. What is no operation is answered 404 or 405.
    pub(crate) fn check(&self, method: &str, path: &str, answer: &Answer) {
        let told = || {
            format!(
                "{method} {path}: {} {}",
                answer.status,
                String::from_utf8_lossy(&answer.body)
            )
        };
        let asked = if method == "HEAD" { "GET" } else { method };
        let declared = self.declared(path);
        let operation = declared.as_ref().and_then(|declared| {
            let item = &self.whole["paths"][declared];
            item.get(asked.to_lowercase())
        });
        let Some(operation) = operation else {
            let expected = if declared.is_some() { 405 } else { 404 };
            assert_eq!(answer.status, expected, "{}", told());
            if method != "HEAD" {
                self.fits("ProblemDocument", answer);
            }
            return;
        };
        let response = &operation["responses"][answer.status.to_string()];
        assert!(response.is_object(), "not described: {}", told());
        let kind = answer.header("content-type");
        let kind = kind.split(';').next().unwrap();
        let content = &response["content"][kind];
        assert!(
            content.is_object(),
            "of type {kind}, not described: {}",
            told()
        );
        for name in response["headers"].as_object().into_iter().flatten() {
            assert!(
                answer.headers.contains_key(name.0),
                "without {}: {}",
                name.0,
                told()
            );
        }
        let schema = content["schema"]["$ref"].as_str();
        if let (Some(schema), false) = (schema, method == "HEAD") {
            self.fits(schema.rsplit('/').next().unwrap(), answer);
        }
    }

    fn fits(&self, schema: &str, answer: &Answer) {
        let value = answer.json();
        let error = self.schemas[schema]
            .validate(&value)
            .err()
            .map(|error| error.to_string());
        assert_eq!(error, None, "{schema}: {value}");
        if value.get("status").is_some() {
            assert_eq!(value["status"], answer.status);
        }
    }
}
