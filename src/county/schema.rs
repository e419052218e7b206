//! The JSON Schema (2020-12) of a collection.

use serde_json::{Value, json};

use super::file::{FORMAT, VERSION};
use super::{Kind, LateBy, Verdict};
use crate::ledger::vocabulary::Vocabulary;
use crate::limits;
use crate::schema::submission;

/// The schema of a collection; the submissions in it fit the schema of submissions, which it
/// carries.
///
/// ```
/// let schema = arrears_ledger::json::Tree::parse(&arrears_ledger::county::schema()).unwrap();
/// assert!(schema.get("properties").and_then(|all| all.get("files")).is_some());
/// ```
pub fn schema() -> String {
    let digest = |about: &str| json!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": about });
    let day =
        json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
    let period = json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" });
    let amount = json!({ "type": "string", "pattern": r"^-?(0|[1-9][0-9]*)\.[0-9]{2}$" });
    let count = json!({ "type": "integer", "minimum": 0 });
    let text = json!({ "type": "string" });
    let counts = object(
        &json!({ "errors": count, "warnings": count, "notices": count, "confirmed": count }),
        &[],
    );
    let words = object(&json!({ "zh": text, "en": text }), &[]);
    let told = object(
        &json!({ "code": text, "path": text, "message": words }),
        &[],
    );
    let debt = object(&json!({ "unit": text, "debt_id": text }), &[]);
    let file = object(
        &json!({
            "counts": counts, "digest": digest("the digest of the submission"), "name": text,
            "received_on": day, "submission": { "$ref": "#/$defs/submission" },
        }),
        &[],
    );
    let refused = object(
        &json!({
            "counts": counts, "findings": { "type": "array", "maxItems": limits::REFUSED_FINDINGS, "items": told },
            "hash": digest("SM3 over the bytes of the file"), "name": text, "received_on": day, "unit": text,
        }),
        &["unit"],
    );
    let settings = object(
        &json!({
            "period": period, "due": day, "nil_report": { "enum": ["explicit", "deemed"] },
            "late_by": { "enum": codes::<LateBy>() }, "disputed_in_base": { "type": "boolean" },
            "decimals": { "type": "integer", "minimum": 0, "maximum": 6 }, "issue": count, "large": count,
        }),
        &["period", "due", "nil_report"],
    );
    let decision = object(
        &json!({
            "key": { "type": "string", "pattern": format!("^({})[|]", codes::<Kind>().join("|")) },
            "verdict": { "enum": codes::<Verdict>() }, "counts_at": text, "note": text, "decided_on": day,
            "debts": { "type": "array", "items": debt }, "values": { "type": "string", "pattern": "^[0-9a-f]{16}$" },
        }),
        &["counts_at"],
    );
    let point = object(
        &json!({
            "period": period, "cutoff": day, "units": count, "count": count, "arrears": amount,
            "undisputed": amount, "repaid": amount, "balance": amount,
        }),
        &["cutoff"],
    );
    let list = object(
        &json!({
            "name": text, "entries": { "type": "array", "items": { "type": "object", "additionalProperties": text } },
        }),
        &[],
    );
    let mut whole = object(
        &json!({
            "format": { "const": FORMAT }, "version": { "const": VERSION }, "campaign": text,
            "files": { "type": "array", "maxItems": limits::COLLECTION_FILES, "items": file },
            "refused": { "type": "array", "items": refused }, "settings": settings,
            "decisions": { "type": "array", "items": decision }, "lists": { "type": "array", "items": list },
            "trend": { "type": "array", "items": point },
            "previous": digest("the digest of the collection of the period before"),
            "digest": digest("SM3 over the canonical form (RFC 8785) without this member and without the submission of each file, whose digest stands beside it"),
        }),
        &["previous"],
    );
    if let Value::Object(members) = &mut whole {
        let carried: Value = serde_json::from_str(&submission()).unwrap_or_default();
        members.insert(
            "$schema".to_owned(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        members.insert(
            "title".to_owned(),
            json!("arrears-ledger collection (清欠台账汇总文件)"),
        );
        members.insert("$defs".to_owned(), json!({ "submission": carried }));
    }
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn codes<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|value| value.choice().code()).collect()
}

/// An object of just these members, all of them needed but some.
fn object(properties: &Value, optional: &[&str]) -> Value {
    let keys = properties
        .as_object()
        .into_iter()
        .flat_map(|all| all.keys());
    let required: Vec<&String> = keys
        .filter(|key| !optional.contains(&key.as_str()))
        .collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}
