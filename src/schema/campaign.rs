//! The schema of a campaign file, from its members as they are declared.

use serde_json::{Map, Value, json};

use super::members::RECORDS;
use super::{DIALECT, codes, pretty};
use crate::campaign::{Effect, ROLES};
use crate::catalogue::tables;
use crate::ledger::cell::Kind;
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Text;

/// A member of a record of the file.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub key: &'static str,
    pub(super) shape: Shape,
    /// It may not be left out.
    pub is_needed: bool,
    /// What it says.
    pub words: Text,
}

impl Member {
    /// Its type, for people.
    pub fn kind(&self) -> String {
        self.shape.name()
    }
}

/// A record of the file.
#[derive(Debug)]
pub struct Record {
    /// Its name on the page.
    pub key: &'static str,
    /// What it is.
    pub title: Text,
    /// Its members.
    pub members: &'static [Member],
}

/// What a member holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    Const(&'static str),
    Version,
    Text,
    Texts,
    Day,
    DayOrMonth,
    Flag,
    Yuan,
    Whole,
    OneOf(&'static [&'static str]),
    /// A code of the list of a field of the ledger.
    CodeOf(&'static str),
    Effect,
    Bodies,
    When,
    Record(&'static str),
    Records(&'static str),
}

/// The schema of a campaign file.
///
/// ```
/// let schema = arrears_ledger::json::Tree::parse(&arrears_ledger::schema::campaign()).unwrap();
/// assert!(schema.get("properties").and_then(|all| all.get("units")).is_some());
/// ```
pub fn campaign() -> String {
    let mut schema = object(&["campaign"]);
    if let Value::Object(members) = &mut schema {
        members.insert("$schema".to_owned(), DIALECT.into());
        members.insert(
            "title".to_owned(),
            "arrears-ledger campaign (专项行动)".into(),
        );
    }
    pretty(&schema)
}

/// An object with the members of some records.
fn object(records: &[&str]) -> Value {
    let wanted = RECORDS.iter().filter(|one| records.contains(&one.key));
    let own: Vec<&Member> = wanted.flat_map(|one| one.members).collect();
    let needed = own.iter().filter(|one| one.is_needed);
    let required: Vec<_> = needed.map(|one| one.key).collect();
    let properties: Map<String, Value> = own
        .iter()
        .map(|one| {
            let mut value = one.shape.schema();
            if let Value::Object(members) = &mut value {
                members.insert("title".to_owned(), one.words.zh.into());
                members.insert("description".to_owned(), one.words.en.into());
            }
            (one.key.to_owned(), value)
        })
        .collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

impl Shape {
    fn schema(self) -> Value {
        let text = json!({ "type": "string" });
        match self {
            Self::Const(value) => json!({ "const": value }),
            Self::Version => json!({ "const": 1 }),
            Self::Text => text,
            Self::Texts | Self::Bodies => list(&text),
            Self::Day => json!({ "type": "string", "format": "date" }),
            Self::DayOrMonth => {
                json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" })
            }
            Self::Flag => json!({ "type": "boolean" }),
            Self::Yuan => json!({ "type": "string", "pattern": "^[0-9]+(\\.[0-9]{1,2})?$" }),
            Self::Whole => json!({ "type": "integer" }),
            Self::OneOf(_) | Self::CodeOf(_) | Self::Effect => json!({ "enum": self.options() }),
            Self::When => when(),
            Self::Record(record) => object(&[record]),
            Self::Records("consequence") => list(&object(&["line", "consequence"])),
            Self::Records(record) => list(&object(&[record])),
        }
    }

    fn options(self) -> Vec<&'static str> {
        match self {
            Self::OneOf(options) => options.to_vec(),
            Self::CodeOf(key) => codes_of(key),
            Self::Effect => codes(Effect::OPTIONS),
            Self::Bodies => ROLES.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The type for people.
    fn name(self) -> String {
        match self {
            Self::Const(value) => format!("\"{value}\""),
            Self::Version => "1".to_owned(),
            Self::Text => "text".to_owned(),
            Self::Texts => "texts".to_owned(),
            Self::Day => "YYYY-MM-DD".to_owned(),
            Self::DayOrMonth => "YYYY-MM, YYYY-MM-DD".to_owned(),
            Self::Flag => "true, false".to_owned(),
            Self::Yuan => "text: 100000.00".to_owned(),
            Self::Whole => "number".to_owned(),
            Self::OneOf(_) | Self::CodeOf(_) | Self::Effect => self.options().join(", "),
            Self::Bodies => format!("texts: names, {}", self.options().join(", ")),
            Self::When => "{ field: [codes] }".to_owned(),
            Self::Record(record) => format!("{{{record}}}"),
            Self::Records(record) => format!("[{record}]"),
        }
    }
}

/// The conditions of a line: any column of a debt that has a closed list, or is yes or no.
fn when() -> Value {
    let own = |spec: &&crate::ledger::spec::Spec| {
        let codes = match spec.kind {
            Kind::Choice { options } | Kind::Choices { options } => codes(options),
            Kind::Flag => vec!["true", "false"],
            _ => return None,
        };
        Some((spec.key.to_owned(), list(&json!({ "enum": codes }))))
    };
    let specs = tables()
        .into_iter()
        .filter(|(table, _)| *table == "entries")
        .flat_map(|(_, specs)| specs);
    let properties: Map<String, Value> = specs.filter_map(|spec| own(&spec)).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// The codes of the field of that key.
fn codes_of(key: &str) -> Vec<&'static str> {
    let mut specs = tables().into_iter().flat_map(|(_, specs)| specs);
    match specs.find(|spec| spec.key == key).map(|spec| spec.kind) {
        Some(Kind::Choice { options } | Kind::Choices { options }) => codes(options),
        _ => Vec::new(),
    }
}
