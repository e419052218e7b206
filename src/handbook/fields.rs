//! The fields on paper.

use std::fmt::Write;

use serde_json::Value;

use super::{cell, example, lines, pretty, quoted, several};
use crate::catalogue::{field, tables};
use crate::ledger::cell::Kind;
use crate::ledger::spec::{Presence, Spec};
use crate::text::{Lang, Text};

/// A line a field.
pub fn fields_text(lang: Lang) -> String {
    let mut text = String::new();
    for (table, specs) in tables() {
        let _ = writeln!(text, "{table}");
        for spec in specs {
            let _ = writeln!(
                text,
                "  {}  {}  {}  {}",
                spec.key,
                spec.label().get(lang),
                kind(spec.kind),
                presence(spec.presence).get(lang)
            );
        }
    }
    text
}

/// An object with an array of fields for each table.
pub fn fields_json() -> String {
    let table = |(name, specs): (&str, Vec<&Spec>)| {
        let fields = specs
            .into_iter()
            .map(|spec| example(&field(spec).canonical()))
            .collect();
        (name.to_owned(), Value::Array(fields))
    };
    pretty(&Value::Object(tables().into_iter().map(table).collect()))
}

/// One line a field, with a heading.
pub fn fields_csv() -> String {
    let heading =
        "table,key,label_zh,label_en,type,presence,group,options,aliases,help_zh,help_en,source";
    let rows = tables()
        .into_iter()
        .flat_map(|(table, specs)| specs.into_iter().map(move |spec| field_row(table, spec)));
    lines(heading.to_owned(), rows)
}

fn field_row(table: &str, spec: &Spec) -> String {
    let presence = spec.presence.key();
    [
        table,
        spec.key,
        spec.label().zh,
        spec.label().en,
        &kind(spec.kind),
        presence,
        spec.group.label().zh,
        &options(spec.kind).join("、"),
        &spec.aliases().join("、"),
        spec.help.map_or("", |help| help.zh),
        spec.help.map_or("", |help| help.en),
        spec.source,
    ]
    .map(quoted)
    .join(",")
}

/// A table of fields for each table of the ledger.
pub fn fields_markdown(langs: &[Lang]) -> String {
    let words = |zh, en| several(langs, Text { zh, en });
    let mut page = format!("# {}\n", words("台账字段", "Fields"));
    for (table, specs) in tables() {
        let headings = [
            words("字段", "field"),
            words("名称", "name"),
            words("类型", "type"),
            words("是否必填", "presence"),
            words("选项", "options"),
            words("说明", "help"),
            words("来源", "source"),
        ];
        let heading = headings.join("|");
        let _ = writeln!(page, "\n## {table}\n\n|{heading}|\n|{}", "---|".repeat(7));
        for spec in specs {
            let cells = [
                format!("`{}`", spec.key),
                several(langs, spec.label()),
                kind(spec.kind),
                several(langs, presence(spec.presence)),
                coded(spec.kind),
                spec.help
                    .map_or_else(String::new, |help| several(langs, help)),
                spec.source.to_owned(),
            ];
            let _ = writeln!(page, "|{}|", cells.map(|text| cell(&text)).join("|"));
        }
    }
    page
}

/// A list's codes as code, with their words.
fn coded(kind: Kind) -> String {
    let option = |option: String| match option.split_once('=') {
        Some((code, label)) => format!("`{code}` {label}"),
        None => option,
    };
    let options: Vec<_> = options(kind).into_iter().map(option).collect();
    options.join("、")
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Text { max } => format!("text({max})"),
        Kind::Amount => "amount".to_owned(),
        Kind::Rate => "percents".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Month => "date or month".to_owned(),
        Kind::Uscc => "credit code".to_owned(),
        Kind::Flag => "yes/no".to_owned(),
        Kind::Count => "count".to_owned(),
        Kind::Choice { .. } => "choice".to_owned(),
        Kind::Choices { .. } => "choices".to_owned(),
    }
}

fn options(kind: Kind) -> Vec<String> {
    match kind {
        Kind::Choice { options } | Kind::Choices { options } => options
            .iter()
            .map(|option| format!("{}={}", option.code(), option.label().zh))
            .collect(),
        _ => Vec::new(),
    }
}

fn presence(presence: Presence) -> Text {
    match presence {
        Presence::Required => Text {
            zh: "必填",
            en: "required",
        },
        Presence::Expected => Text {
            zh: "应填",
            en: "expected",
        },
        Presence::Conditional => Text {
            zh: "按情形",
            en: "conditional",
        },
        Presence::Optional => Text {
            zh: "选填",
            en: "optional",
        },
        Presence::Derived => Text {
            zh: "自动计算",
            en: "computed",
        },
    }
}
