//! What each sentence of the notice has become: fields, rules, lines of the matrix, views.

use std::fmt::Write;

use super::{cell, several};
use crate::json::{Members, Tree};
use crate::text::{Lang, Text, Words};

/// A sentence of the notice, and where it can be found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The section, 二（一）.
    pub clause: String,
    /// The sentence, or its beginning; `……` for what is left out.
    pub quote: String,
    /// How it is answered, or why nothing does.
    pub note: Option<Words>,
    targets: Vec<String>,
}

/// Something a sentence has become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// A field: its table and its key.
    Field(&'a str, &'a str),
    /// A code of a field's list.
    Code(&'a str, &'a str),
    /// A rule, by its code.
    Rule(&'a str),
    /// A line of the responsibility matrix.
    Line(&'a str),
    /// A member of the campaign file.
    Campaign(&'a str),
    /// A topic that can be explained.
    Explain(&'a str),
    /// A view of the page.
    View(&'a str),
    /// Work of the county, over the ledgers of all units.
    County(&'a str),
}

impl Clause {
    /// What it has become. A text that is no reference is left out; a test sees that there is
    /// none.
    pub fn targets(&self) -> impl Iterator<Item = Target<'_>> {
        self.targets.iter().filter_map(|text| target(text))
    }

    /// The references as they are written.
    pub fn written(&self) -> &[String] {
        &self.targets
    }
}

fn target(text: &str) -> Option<Target<'_>> {
    let (kind, name) = text.split_once(':')?;
    let pair = || name.split_once('/');
    Some(match kind {
        "field" => pair().map(|(table, key)| Target::Field(table, key))?,
        "code" => pair().map(|(key, code)| Target::Code(key, code))?,
        "rule" => Target::Rule(name),
        "line" => Target::Line(name),
        "campaign" => Target::Campaign(name),
        "explain" => Target::Explain(name),
        "view" => Target::View(name),
        "county" => Target::County(name),
        _ => return None,
    })
}

/// The sentences of the notice of the campaign the crate carries.
pub fn clauses() -> Vec<Clause> {
    let text = include_str!("../campaign/yexian_2022.clauses.json");
    // INVARIANT: a test reads the file that is compiled in.
    let mut members = Members::of(Tree::parse(text).unwrap_or(Tree::Null));
    let mut clauses = Vec::new();
    members.objects("clauses", &mut |clause| clauses.push(read(clause)));
    if members.misfits().is_empty() {
        clauses
    } else {
        Vec::new()
    }
}

fn read(members: &mut Members) -> Clause {
    let mut note = None;
    if members.has("note") {
        members.object("note", &mut |words| {
            note = Some(Words {
                zh: words.text("zh"),
                en: words.text("en"),
            });
        });
    }
    Clause {
        clause: members.text("clause"),
        quote: members.text("quote"),
        note,
        targets: members.texts("targets"),
    }
}

/// A table: sentence, what it has become, remark.
pub fn clauses_markdown(langs: &[Lang]) -> String {
    let words = |zh, en| several(langs, Text { zh, en });
    let title = words("通知条款对照", "The notice, sentence by sentence");
    let heading = [
        words("条款", "clause"),
        words("原文", "sentence"),
        words("对应", "what it has become"),
        words("说明", "remark"),
    ];
    let mut page = format!("# {title}\n\n|{}|\n|---|---|---|---|\n", heading.join("|"));
    for clause in clauses() {
        let targets: Vec<String> = clause.targets().map(shown).collect();
        let note = clause.note.map_or_else(String::new, |note| {
            let notes: Vec<_> = langs.iter().map(|lang| note.get(*lang)).collect();
            notes.join(" / ")
        });
        let _ = writeln!(
            page,
            "|{}|{}|{}|{}|",
            clause.clause,
            cell(&clause.quote),
            targets.join(" "),
            cell(&note)
        );
    }
    page
}

/// A reference as the page shows it.
fn shown(target: Target<'_>) -> String {
    match target {
        Target::Field(table, key) => format!("`{table}/{key}`"),
        Target::Code(key, code) => format!("`{key}={code}`"),
        Target::Rule(code) => code.to_owned(),
        Target::Line(id) => format!("职责表{id}"),
        Target::Campaign(member) => format!("`campaign/{member}`"),
        Target::Explain(topic) => format!("`explain {topic}`"),
        Target::View(view) => format!("`www/src/views/{view}.ts`"),
        Target::County(name) => format!("县级汇总`{name}`"),
    }
}
