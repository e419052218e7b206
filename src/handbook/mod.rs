//! The catalogue on paper: rules, fields, clauses and the campaign format as text, JSON, CSV,
//! Markdown, and what of it programs in TypeScript are told.

mod campaign;
mod clauses;
mod declarations;
mod fields;
mod rules;

pub use campaign::{campaign_markdown, campaign_text};
pub use clauses::{Clause, Target, clauses, clauses_markdown};
pub use declarations::declarations_typescript;
pub use fields::{fields_csv, fields_json, fields_markdown, fields_text};
pub use rules::{rules_csv, rules_json, rules_markdown, rules_text};

use serde_json::Value;

use crate::text::{Lang, Text};

/// The pages as they are generated: 规则、字段、条款对照、专项行动文件格式.
pub mod pages {
    #[doc = include_str!("rules.md")]
    pub mod rules {}

    #[doc = include_str!("fields.md")]
    pub mod fields {}

    #[doc = include_str!("clauses.md")]
    pub mod clauses {}

    #[doc = include_str!("campaign.md")]
    pub mod campaign {}
}

/// JSON as a value; what is none, such as a sheet, as a string.
fn example(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// RFC 4180, without a line end inside a cell.
fn quoted(text: &str) -> String {
    let text = text.replace(['\r', '\n'], " ");
    if text.contains([',', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

fn lines(heading: String, rows: impl Iterator<Item = String>) -> String {
    std::iter::once(heading)
        .chain(rows)
        .map(|row| row + "\n")
        .collect()
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// A cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Words in some languages, one behind the other.
fn several(langs: &[Lang], text: Text) -> String {
    let words: Vec<_> = langs.iter().map(|lang| text.get(*lang)).collect();
    words.join(" / ")
}
