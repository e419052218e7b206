//! JSON Schema (2020-12) of the files and answers, from the fields as they are declared.

mod campaign;
mod members;

pub use campaign::{Member, Record, campaign};
pub use members::RECORDS;

use serde_json::{Map, Value, json};

use crate::catalogue::{rules, tables};
use crate::ledger::cell::{Choice, Kind};
use crate::ledger::spec::{Presence, Spec};
use crate::limits;
use crate::read::{SUBMISSION, VERSION};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a submission. It says what has a shape; what the rules say beyond it, it does
/// not: a file that fits may still have findings.
///
/// ```
/// let schema = arrears_ledger::json::Tree::parse(&arrears_ledger::schema::submission()).unwrap();
/// assert!(schema.get("properties").and_then(|all| all.get("entries")).is_some());
/// ```
pub fn submission() -> String {
    let [(_, header), (_, entries), children @ ..] = tables();
    let mut entry = record(&entries);
    for (name, specs) in children {
        let items =
            json!({ "type": "array", "maxItems": limits::CHILDREN, "items": record(&specs) });
        if let Some(Value::Object(properties)) = entry.get_mut("properties") {
            properties.insert(name.to_owned(), items);
        }
    }
    pretty(&json!({
        "$schema": DIALECT,
        "title": "arrears-ledger submission (清欠台账提交文件)",
        "type": "object",
        "required": ["format", "version", "campaign", "revision", "header", "entries", "digest"],
        "properties": {
            "format": { "const": SUBMISSION },
            "version": { "const": VERSION },
            "campaign": { "type": "string", "minLength": 1 },
            "revision": { "type": "integer", "minimum": 1 },
            "previous": digest("the digest of the submission this one amends"),
            "header": record(&header),
            "entries": { "type": "array", "maxItems": limits::ROWS, "items": entry },
            "confirmations": { "type": "array", "items": confirmation() },
            "digest": digest("SM3 over the canonical form (RFC 8785) without this member"),
        },
    }))
}

fn digest(description: &str) -> Value {
    json!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": description })
}

fn confirmation() -> Value {
    json!({
        "type": "object",
        "description": "A warning confirmed with a reason, for the values it was given for.",
        "required": ["code", "debt_id", "values", "reason"],
        "properties": {
            "code": { "type": "string", "pattern": "^[A-Z]-[0-9]{2}$" },
            "debt_id": { "type": "string" },
            "values": { "type": "string", "pattern": "^[0-9a-f]{16}$" },
            "reason": { "type": "string", "minLength": 1 },
        },
    })
}

fn record(specs: &[&Spec]) -> Value {
    let required: Vec<_> = specs
        .iter()
        .filter(|spec| spec.presence == Presence::Required)
        .map(|spec| spec.key)
        .collect();
    let properties: Map<String, Value> = specs
        .iter()
        .map(|spec| (spec.key.to_owned(), property(spec)))
        .collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn property(spec: &Spec) -> Value {
    let mut value = shape(spec.kind);
    if let Value::Object(members) = &mut value {
        members.insert("title".to_owned(), spec.label().zh.into());
        members.insert(
            "description".to_owned(),
            spec.help.map_or(spec.label().en, |help| help.en).into(),
        );
    }
    value
}

fn shape(kind: Kind) -> Value {
    const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    const DAY_OR_MONTH: &str = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$";
    match kind {
        Kind::Text { max } => json!({ "type": "string", "maxLength": max }),
        Kind::Amount => {
            json!({ "type": "string", "pattern": r"^-?(0|[1-9][0-9]{0,11})\.[0-9]{2}$" })
        }
        Kind::Rate => {
            json!({ "type": "string", "pattern": r"^(0|[1-9][0-9]{0,3})(\.[0-9]{0,5}[1-9])?$" })
        }
        Kind::Date => json!({ "type": "string", "format": "date", "pattern": DAY }),
        Kind::Month => json!({ "type": "string", "pattern": DAY_OR_MONTH }),
        Kind::Uscc => json!({ "type": "string", "pattern": "^[0-9A-HJ-NPQRTUWXY]{18}$" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Count => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        Kind::Choice { options } => json!({ "enum": codes(options) }),
        Kind::Choices { options } => json!({
            "type": "array", "uniqueItems": true, "items": { "enum": codes(options) },
        }),
    }
}

fn codes(options: &[Choice]) -> Vec<&'static str> {
    options.iter().map(|option| option.code()).collect()
}

/// The schema of an answer of `validate --format json`.
///
/// ```
/// let schema = arrears_ledger::json::Tree::parse(&arrears_ledger::schema::findings()).unwrap();
/// assert!(schema.get("properties").and_then(|all| all.get("counts")).is_some());
/// ```
pub fn findings() -> String {
    let codes: Vec<_> = rules().map(|rule| rule.code).collect();
    let count = json!({ "type": "integer", "minimum": 0 });
    pretty(&json!({
        "$schema": DIALECT,
        "title": "arrears-ledger findings (校验结果)",
        "type": "object",
        "additionalProperties": false,
        "required": ["file", "valid", "digest", "counts", "findings"],
        "properties": {
            "file": { "type": "string" },
            "valid": { "type": "boolean" },
            "digest": { "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$" },
            "counts": {
                "type": "object",
                "additionalProperties": false,
                "required": ["errors", "warnings", "notices", "confirmed"],
                "properties": { "errors": count, "warnings": count, "notices": count, "confirmed": count },
            },
            "findings": { "type": "array", "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["code", "severity", "path", "message", "params", "basis"],
                "properties": {
                    "code": { "enum": codes },
                    "severity": { "enum": ["error", "warning", "notice"] },
                    "path": { "type": "string", "format": "json-pointer" },
                    "message": { "type": "string" },
                    "params": { "type": "object", "additionalProperties": { "type": ["string", "integer"] } },
                    "basis": { "type": "string" },
                    "reason": { "type": "string", "description": "why the warning was confirmed" },
                },
            } },
        },
    }))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
