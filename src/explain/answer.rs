//! An explanation as it goes out: JSON for programs and pages, lines for people.

use super::{By, Explanation, Input, explain, label};
use crate::amount::Unit;
use crate::campaign::Context;
use crate::json::Tree;
use crate::ledger::Ledger;
use crate::text::{Lang, Words};

/// All that is worked out of the first debt of a ledger, which stands in another row where it comes
/// from: an array of [`Explanation::tree`].
pub fn alone(ledger: &Ledger, row: usize, context: &Context<'_>) -> Tree {
    let mut told = explain(ledger, 0, None, context);
    let inputs = told.iter_mut().flat_map(|one| &mut one.inputs);
    inputs
        .filter_map(|input| input.at.row.as_mut())
        .for_each(|place| *place = row);
    let unit = ledger.header.unit();
    Tree::List(told.iter().map(|one| one.tree(unit)).collect())
}

impl Explanation<'_> {
    /// `{key, value, todo, provided, inputs: [{path, label, text}], by, clause, words, inferred}`,
    /// words in both languages and `null` where there are none.
    pub fn tree(&self, unit: Unit) -> Tree {
        let told = By::words(self.by);
        let value = self.value.as_ref().map(|value| Words {
            zh: value.show(Lang::Zh, unit),
            en: value.show(Lang::En, unit),
        });
        Tree::of(vec![
            ("key", Tree::text(self.key)),
            ("value", value.as_ref().map_or(Tree::Null, both)),
            ("todo", self.todo.as_ref().map_or(Tree::Null, both)),
            ("provided", self.provided().map_or(Tree::Null, both)),
            (
                "inputs",
                Tree::List(self.inputs.iter().map(input).collect()),
            ),
            ("by", Tree::text(self.by.id())),
            ("clause", self.by.clause().map_or(Tree::Null, Tree::text)),
            ("words", told.as_ref().map_or(Tree::Null, both)),
            ("inferred", Tree::Flag(self.is_inferred())),
        ])
    }

    /// A condition no column tells, which people have to judge.
    pub fn provided(&self) -> Option<&Words> {
        match self.by {
            By::Line(line) if !line.provided.zh.is_empty() => Some(&line.provided),
            _ => None,
        }
    }

    /// Whether the clause does not say it in so many words.
    pub const fn is_inferred(&self) -> bool {
        match self.by {
            By::Line(line) => line.inferred,
            By::Way(_) => false,
        }
    }
}

fn both(words: &Words) -> Tree {
    Tree::of(vec![
        ("zh", Tree::text(words.zh.as_str())),
        ("en", Tree::text(words.en.as_str())),
    ])
}

fn input(input: &Input) -> Tree {
    Tree::of(vec![
        ("path", Tree::text(input.at.pointer())),
        ("label", Tree::text(input.label(Lang::Zh))),
        ("text", Tree::text(input.text.as_str())),
    ])
}

impl By<'_> {
    /// The clause that says so.
    pub fn clause(&self) -> Option<&str> {
        Some(match self {
            Self::Line(line) => &line.clause,
            Self::Way(way) => way.clause,
        })
    }

    /// What it says.
    pub fn words(self) -> Option<Words> {
        Some(match self {
            Self::Line(line) => line.text.clone(),
            Self::Way(way) => way.words.into(),
        })
    }
}

impl Input {
    /// The cell's column in words.
    pub fn label(&self, lang: Lang) -> &'static str {
        let column = self.at.column;
        column.map_or("", |column| column.spec().label().get(lang))
    }
}

impl Explanation<'_> {
    /// The explanation in lines: the value, what says so, and a line a cell.
    pub fn text(&self, lang: Lang, unit: Unit) -> String {
        let zh = lang == Lang::Zh;
        let colon = if zh { "：" } else { ": " };
        let value = match (&self.value, &self.todo) {
            (Some(value), _) => value.show(lang, unit),
            (None, Some(todo)) if zh => format!("未明确（UNRESOLVED），{}", todo.zh),
            (None, todo) => {
                let todo = todo.as_ref().map_or("", |todo| todo.get(lang));
                format!("UNRESOLVED; {todo}")
            }
        };
        let provided = match self.provided() {
            Some(words) if zh => format!("（{}）", words.zh),
            Some(words) => format!(" ({})", words.en),
            None => String::new(),
        };
        let inferred = match self.is_inferred() {
            true if zh => "（推定）",
            true => " (inferred)",
            false => "",
        };
        let because = if zh { "依据" } else { "by" };
        let words = self.by.words().unwrap_or_default();
        let clause = clause(self.by.clause().unwrap_or_default(), lang);
        let mut text = format!(
            "{}{provided}{colon}{value}\n  {because}{colon}{} {clause}{inferred} {}",
            label(self.key).get(lang),
            self.by.id(),
            words.get(lang)
        );
        for input in &self.inputs {
            let shown = if input.text.is_empty() {
                "—"
            } else {
                &input.text
            };
            text.push_str("\n  ");
            text.push_str(&input.at.pointer());
            text.push(' ');
            text.push_str(input.label(lang));
            text.push_str(colon);
            text.push_str(shown);
        }
        text
    }
}

/// A clause as people read it.
fn clause(clause: &str, lang: Lang) -> String {
    match (lang, clause.strip_prefix("notice ")) {
        (Lang::Zh, Some(rest)) => format!("通知{rest}"),
        _ => clause.to_owned(),
    }
}
