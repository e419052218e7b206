//! The catalogue on paper: rules and fields as text, JSON, CSV and Markdown.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::amount::{Amount, Unit};
use crate::catalogue::{field, rules, tables};
use crate::ledger::cell::Kind;
use crate::ledger::spec::{Presence, Spec};
use crate::rule::{Limit, Measure, Rule, Switch};
use crate::rules::NOT_ASKED;
use crate::text::{Lang, Text};

/// A line a rule.
pub fn rules_text(lang: Lang) -> String {
    let line = |rule: &Rule| {
        format!(
            "{}  {}  {}（{}）\n",
            rule.code,
            rule.severity.label().get(lang),
            rule.title.get(lang),
            rule.basis()
        )
    };
    rules().map(line).collect()
}

/// An array of rules with everything that is known of them.
pub fn rules_json() -> String {
    let rule = |rule: &Rule| {
        json!({
            "code": rule.code,
            "severity": rule.severity.code(),
            "title": both(rule.title),
            "message": both(rule.message()),
            "repair": both(rule.repair),
            "basis": rule.basis(),
            "reads": rule.reads.iter().map(|column| format!("{}/{}", column.table(), column.spec().key)).collect::<Vec<_>>(),
            "switch": rule.switch.map(switch),
            "params": rule.params(),
            "fails": example(rule.fails),
            "passes": example(rule.passes),
        })
    };
    pretty(&rules().map(rule).collect())
}

fn both(text: Text) -> Value {
    json!({ "zh": text.zh, "en": text.en })
}

/// What a campaign may decide about a rule.
fn switch(switch: Switch) -> Value {
    let limit = |limit: &Limit| match limit.measure {
        Measure::Fen => json!({ "name": limit.name, "measure": limit.measure.key(),
            "yuan": Amount::from_fen(limit.value).print(Unit::Yuan) }),
        measure => json!({ "name": limit.name, "measure": measure.key(), "value": limit.value }),
    };
    json!({ "on": switch.is_on, "limits": switch.limits.iter().map(limit).collect::<Vec<_>>() })
}

/// JSON as a value; what is none, such as a sheet, as a string.
fn example(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// One line a rule, with a heading.
pub fn rules_csv() -> String {
    let heading = [
        "code",
        "severity",
        "title_zh",
        "title_en",
        "message_zh",
        "message_en",
        "repair_zh",
        "repair_en",
        "basis",
    ];
    let row = |rule: &Rule| {
        [
            rule.code,
            rule.severity.code(),
            rule.title.zh,
            rule.title.en,
            rule.message().zh,
            rule.message().en,
            rule.repair.zh,
            rule.repair.en,
            rule.basis(),
        ]
        .map(quoted)
        .join(",")
    };
    lines(heading.join(","), rules().map(row))
}

/// A page of all rules, each with an example that fails and one that passes.
pub fn rules_markdown(lang: Lang) -> String {
    let words = |zh, en| Text { zh, en }.get(lang);
    let mut page = format!("# {}\n", words("校验规则", "Rules"));
    for rule in rules() {
        let _ = writeln!(page, "\n## {} {}\n", rule.code, rule.title.get(lang));
        let facts = [
            (words("级别", "Severity"), rule.severity.label().get(lang)),
            (words("提示语", "Message"), rule.message().get(lang)),
            (words("怎么改", "What to do"), rule.repair.get(lang)),
            (words("依据", "Basis"), rule.basis()),
        ];
        for (name, fact) in facts {
            let _ = writeln!(page, "- {name}：{fact}");
        }
        for (kind, text) in [("fail", rule.fails), ("pass", rule.passes)] {
            if !text.is_empty() {
                let _ = writeln!(page, "\n```json {kind}\n{text}\n```");
            }
        }
    }
    let _ = writeln!(
        page,
        "\n## {}\n",
        words("未设校验的编号", "Codes not asked")
    );
    for (code, reason) in NOT_ASKED {
        let _ = writeln!(page, "- {code}：{}", reason.get(lang));
    }
    page
}

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
pub fn fields_markdown(lang: Lang) -> String {
    let words = |zh, en| Text { zh, en }.get(lang);
    let mut page = format!("# {}\n", words("台账字段", "Fields"));
    for (table, specs) in tables() {
        let heading = words(
            "字段|名称|类型|是否必填|选项|说明|来源",
            "field|name|type|presence|options|help|source",
        );
        let _ = writeln!(page, "\n## {table}\n\n|{heading}|\n|{}", "---|".repeat(7));
        for spec in specs {
            let cells = [
                spec.key.to_owned(),
                spec.label().get(lang).to_owned(),
                kind(spec.kind),
                presence(spec.presence).get(lang).to_owned(),
                options(spec.kind).join("、"),
                spec.help.map_or("", |help| help.get(lang)).to_owned(),
                spec.source.to_owned(),
            ];
            let _ = writeln!(
                page,
                "|{}|",
                cells.map(|cell| cell.replace('|', "\\|")).join("|")
            );
        }
    }
    page
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
