//! The rules on paper.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{example, lines, pretty, quoted, several};
use crate::amount::{Amount, Unit};
use crate::catalogue::rules;
use crate::ledger::Column;
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
            "reads": reads(rule),
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
        "params",
        "reads",
        "switch",
        "limits",
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
            &rule.params().join(" "),
            &reads(rule).join(" "),
            rule.switch.map_or("", state),
            &limits(rule).join("; "),
        ]
        .map(quoted)
        .join(",")
    };
    lines(heading.join(","), rules().map(row))
}

/// A page of all rules, each with an anchor of its code in small letters, an example that fails
/// and one that passes.
pub fn rules_markdown(langs: &[Lang]) -> String {
    let words = |zh, en| several(langs, Text { zh, en });
    let mut page = format!("# {}\n", words("校验规则", "Rules"));
    for rule in rules() {
        let anchor = rule.code.to_ascii_lowercase();
        let title = several(langs, rule.title);
        let _ = writeln!(page, "\n## <a id=\"{anchor}\"></a>{} {title}\n", rule.code);
        for lang in langs {
            let words = |zh, en| Text { zh, en }.get(*lang);
            for (name, fact) in [
                (words("级别", "Severity"), rule.severity.label()),
                (words("提示语", "Message"), rule.message()),
                (words("怎么改", "What to do"), rule.repair),
            ] {
                let _ = writeln!(page, "- {name}：{}", fact.get(*lang));
            }
        }
        let _ = writeln!(page, "- {}：{}", words("依据", "Basis"), rule.basis());
        for (name, list) in [
            (words("引用的值", "Facts"), rule.params().join(", ")),
            (words("读取的字段", "Reads"), reads(rule).join(", ")),
        ] {
            if !list.is_empty() {
                let _ = writeln!(page, "- {name}：`{list}`");
            }
        }
        if let Some(switch) = rule.switch {
            let limits = limits(rule)
                .iter()
                .fold(String::new(), |all, one| all + " `" + one + "`");
            let name = words("专项行动可设定", "A campaign may switch it");
            let _ = writeln!(page, "- {name}：{}{limits}", state(switch));
        }
        for (kind, text) in [("fail", rule.fails), ("pass", rule.passes)] {
            if !text.is_empty() {
                let _ = writeln!(page, "\n```json {kind}\n{text}\n```");
            }
        }
    }
    let title = words("未设校验的编号", "Codes not asked");
    let _ = writeln!(page, "\n## {title}\n");
    for (code, reason) in NOT_ASKED {
        let _ = writeln!(page, "- {code}：{}", several(langs, *reason));
    }
    page
}

/// The columns a rule reads, with their tables.
fn reads(rule: &Rule) -> Vec<String> {
    let name = |column: &Column| format!("{}/{}", column.table(), column.spec().key);
    rule.reads.iter().map(name).collect()
}

/// Whether a rule is asked when the campaign says nothing.
const fn state(switch: Switch) -> &'static str {
    if switch.is_on { "on" } else { "off" }
}

/// The limits a campaign may move, and their usual values.
fn limits(rule: &Rule) -> Vec<String> {
    let limit = |limit: &Limit| {
        let value = match limit.measure {
            Measure::Fen => Amount::from_fen(limit.value).print(Unit::Yuan),
            _ => limit.value.to_string(),
        };
        format!("{} = {value} {}", limit.name, limit.measure.key())
    };
    let limits = rule.switch.map_or(&[][..], |switch| switch.limits);
    limits.iter().map(limit).collect()
}
