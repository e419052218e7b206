//! The description of the service (`OpenAPI` 3.1): from the routes as they are declared, with the
//! crate's own schemas of its files.

use arrears_ledger::{county, schema};
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa::openapi::{InfoBuilder, OpenApi};

/// A submission file.
#[derive(Debug, ToSchema)]
#[schema(as = Submission)]
pub(crate) struct SubmissionFile {}

/// A collection file.
#[derive(Debug, ToSchema)]
#[schema(as = Collection)]
pub(crate) struct CollectionFile {}

/// A paper: sheets of exact cells, beside what is shown of them.
#[derive(Debug, ToSchema)]
#[schema(as = Paper)]
pub(crate) struct PaperFile {}

/// The description in JSON.
pub(crate) fn of(mut api: OpenApi) -> String {
    api.info = InfoBuilder::new()
        .title("arrears-ledger receiving (清欠台账收件)")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Receives the submissions of a county's units, and publishes its bulletin. Problems are \
             told in Chinese or English, by Accept-Language.",
        ))
        .build();
    let mut whole = serde_json::to_value(&api).unwrap_or_default();
    for (name, schema) in [
        ("Submission", parsed(&schema::submission())),
        ("Collection", collection()),
        ("Paper", paper()),
    ] {
        if let Some(place) = whole.pointer_mut(&format!("/components/schemas/{name}")) {
            *place = schema;
        }
    }
    whole.to_string()
}

fn parsed(schema: &str) -> Value {
    serde_json::from_str(schema).unwrap_or_default()
}

/// The crate's schema of collections carries that of submissions, which stands beside it here.
fn collection() -> Value {
    let schema = county::schema().replace("#/$defs/submission", "#/components/schemas/Submission");
    let mut schema = parsed(&schema);
    if let Value::Object(members) = &mut schema {
        members.remove("$defs");
    }
    schema
}

/// As `bulletin::Paper::json` writes it.
fn paper() -> Value {
    let words = json!({ "type": ["string", "object"], "description": "Both languages; one text where they are alike" });
    json!({
        "type": "object",
        "required": ["paper", "title", "facts", "notes", "sheets", "charts"],
        "additionalProperties": false,
        "properties": {
            "paper": { "type": "string" },
            "title": words,
            "facts": { "type": "array", "items": { "type": "object", "required": ["name", "fact"] } },
            "notes": { "type": "array", "items": words },
            "charts": { "type": "array", "items": { "type": "object", "required": ["key", "title", "shapes"] } },
            "sheets": { "type": "array", "items": {
                "type": "object",
                "required": ["key", "title", "columns", "rows", "total", "notes"],
                "properties": {
                    "key": { "type": "string" },
                    "title": words,
                    "columns": { "type": "array", "items": {
                        "type": "object",
                        "required": ["key", "label", "kind"],
                        "properties": { "kind": { "enum": ["text", "count", "amount", "rate"] } },
                    } },
                    "rows": { "type": "array", "items": { "type": "array" } },
                    "total": { "type": ["array", "null"] },
                    "notes": { "type": "array", "items": words },
                },
            } },
        },
    })
}
