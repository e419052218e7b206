//! What programs in TypeScript are told of the crate: keys, codes, and the shapes of answers.

use crate::catalogue::{rules, tables};
use crate::draft::Piece;
use crate::json::{Declared, Typed};
use crate::ledger::cell::Kind;
use crate::ledger::spec::Spec;
use crate::rule::Severity;
use crate::session::{
    Change, EditError, FindingView, Opened, Overview, Preview, RowView, Subject, SubmissionView,
};

const OPENING: &str = "\
/**
 * What the crate has, as types: written by it, and never by hand.
 *
 *     UPDATE=1 cargo test --test generated
 */
";

/// The declarations, file by file: keys and codes, and what a session answers.
pub fn declarations_typescript() -> [(&'static str, String); 2] {
    let answers = "\nimport type { Severity } from \"./keys\";\n".to_owned() + &shapes();
    [
        ("keys", OPENING.to_owned() + &words()),
        ("answers", OPENING.to_owned() + &answers),
    ]
}

fn words() -> String {
    let rules = rules().map(|rule| rule.code);
    let severities = Severity::ALL.map(Severity::code);
    let errors = EditError::ALL.map(EditError::code);
    [
        tables().iter().map(keys).collect(),
        tables().iter().map(codes).collect(),
        union("RuleCode", "A rule.", rules),
        union("Severity", "What a finding asks.", severities),
        union(
            "EditErrorCode",
            "Why a session did not do what it was called for.",
            errors,
        ),
    ]
    .concat()
}

/// The keys of a table's columns.
fn keys((table, specs): &(&'static str, Vec<&'static Spec>)) -> String {
    let name = format!("{}Key", pascal(table));
    let doc = format!("A column of `{table}`.");
    union(&name, &doc, specs.iter().map(|spec| spec.key))
}

/// The codes of a table's closed lists, by column.
fn codes((table, specs): &(&'static str, Vec<&'static Spec>)) -> String {
    let lines: String = specs
        .iter()
        .filter_map(|spec| match spec.kind {
            Kind::Choice { options } | Kind::Choices { options } => {
                let codes: Vec<_> = options.iter().map(|one| quoted(one.code())).collect();
                Some(format!("  {}: {};\n", spec.key, codes.join(" | ")))
            }
            _ => None,
        })
        .collect();
    let name = format!("{}Codes", pascal(table));
    format!("\n/** The closed lists of `{table}`. */\nexport interface {name} {{\n{lines}}}\n")
}

/// A type that is one of these texts, each once.
fn union(name: &str, doc: &str, texts: impl IntoIterator<Item = &'static str>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        let line = format!("\n  | {}", quoted(text));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    format!("\n/** {doc} */\nexport type {name} ={};\n", lines.concat())
}

/// The answers of a session.
fn shapes() -> String {
    let mut declared = Declared::default();
    for typed in [
        Overview::typed,
        FindingView::typed,
        Change::typed,
        Preview::typed,
        Opened::typed,
        RowView::typed,
        SubmissionView::typed,
        Subject::typed,
        Piece::typed,
    ] {
        typed(&mut declared);
    }
    declared.text()
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// `header` as `Header`.
fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
