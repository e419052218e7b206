//! Every field and every rule, for forms, handbooks and help desks. The module for browsers leaves
//! it out, since the page carries it as a file.

use crate::explain::{self, Way};
use crate::json::Tree;
use crate::ledger::cell::{Choice, Kind};
use crate::ledger::fields::Record;
use crate::ledger::spec::{Condition, Group, Spec};
use crate::ledger::{Change, Entry, Header, Instalment, Payment};
use crate::limits;
use crate::rule::Rule;
use crate::text::Text;
use crate::{read, rules};

/// Every rule, in the order of their codes' topics.
///
/// ```
/// let codes: Vec<&str> = arrears_ledger::catalogue::rules().map(|rule| rule.code).collect();
/// assert!(codes.contains(&"A-10") && codes.contains(&"J-01"));
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::all().chain(read::RULES.iter().copied())
}

/// The tables and their columns.
///
/// ```
/// let [(header, columns), ..] = arrears_ledger::catalogue::tables();
/// assert_eq!(header, "header");
/// assert!(columns.iter().any(|spec| spec.key == "report_unit_code"));
/// ```
pub fn tables() -> [(&'static str, Vec<&'static Spec>); 5] {
    fn specs<R: Record>() -> Vec<&'static Spec> {
        R::default().specs().iter().collect()
    }
    [
        ("header", specs::<Header>()),
        ("entries", specs::<Entry>()),
        ("instalments", specs::<Instalment>()),
        ("payments", specs::<Payment>()),
        ("changes", specs::<Change>()),
    ]
}

/// What a page needs to know of the crate, once: fields, groups, rules, limits, as JSON.
///
/// ```
/// use arrears_ledger::json::Tree;
/// let catalogue = Tree::parse(&arrears_ledger::catalogue::catalogue()).unwrap();
/// assert_eq!(catalogue.get("version").and_then(Tree::as_text), Some(env!("CARGO_PKG_VERSION")));
/// ```
pub fn catalogue() -> String {
    let table = |(name, specs): (&'static str, Vec<&'static Spec>)| {
        (name, Tree::List(specs.into_iter().map(field).collect()))
    };
    let group = |group: &Group| {
        Tree::map([
            ("key", Tree::text(group.key())),
            ("label", words(group.label())),
        ])
    };
    let limits = [
        ("file_bytes", limits::FILE_BYTES),
        ("rows", limits::ROWS),
        ("columns", limits::COLUMNS),
        ("children", limits::CHILDREN),
        ("text_chars", limits::TEXT_CHARS),
        ("nesting", limits::NESTING),
    ];
    Tree::map([
        ("version", Tree::text(env!("CARGO_PKG_VERSION"))),
        ("fields", Tree::map(tables().map(table))),
        ("groups", Tree::List(Group::ALL.iter().map(group).collect())),
        ("rules", Tree::List(rules().map(rule).collect())),
        ("topics", Tree::List(explain::topics().map(topic).collect())),
        (
            "ways",
            Tree::List(explain::WAYS.iter().copied().map(way).collect()),
        ),
        (
            "limits",
            Tree::map(limits.map(|(name, limit)| (name, Tree::count(limit)))),
        ),
    ])
    .canonical()
}

fn words(text: Text) -> Tree {
    Tree::map([("zh", Tree::text(text.zh)), ("en", Tree::text(text.en))])
}

/// A column, as forms and handbooks see it.
pub(crate) fn field(spec: &Spec) -> Tree {
    Tree::map([
        ("key", Tree::text(spec.key)),
        ("label", words(spec.label())),
        ("kind", kind(spec.kind)),
        ("presence", Tree::text(spec.presence.key())),
        ("group", Tree::text(spec.group.key())),
        (
            "aliases",
            Tree::List(spec.aliases().into_iter().map(Tree::text).collect()),
        ),
        ("default", spec.default().map_or(Tree::Null, Tree::text)),
        ("help", spec.help.map_or(Tree::Null, words)),
        ("source", Tree::text(spec.source)),
        ("when", spec.when.map_or(Tree::Null, when)),
    ])
}

fn when(when: Condition) -> Tree {
    Tree::map([
        ("field", Tree::text(when.field)),
        (
            "is",
            Tree::List(when.is.iter().copied().map(Tree::text).collect()),
        ),
    ])
}

fn kind(kind: Kind) -> Tree {
    let of = |name: &str| ("type", Tree::text(name));
    match kind {
        Kind::Text { max } => Tree::map([of("text"), ("max", Tree::count(max))]),
        Kind::Amount => Tree::map([of("amount")]),
        Kind::Rate => Tree::map([of("rate")]),
        Kind::Date => Tree::map([of("date")]),
        Kind::Month => Tree::map([of("month")]),
        Kind::Uscc => Tree::map([of("uscc")]),
        Kind::Flag => Tree::map([of("flag")]),
        Kind::Count => Tree::map([of("count")]),
        Kind::Choice { options } => Tree::map([of("choice"), ("options", choices(options))]),
        Kind::Choices { options } => Tree::map([of("choices"), ("options", choices(options))]),
    }
}

fn choices(options: &[Choice]) -> Tree {
    let choice = |choice: &Choice| {
        Tree::map([
            ("code", Tree::text(choice.code())),
            ("zh", Tree::text(choice.label().zh)),
            ("en", Tree::text(choice.label().en)),
        ])
    };
    Tree::List(options.iter().map(choice).collect())
}

/// What can be explained of a debt.
fn topic(key: &str) -> Tree {
    Tree::map([
        ("key", Tree::text(key)),
        ("label", words(explain::label(key))),
    ])
}

/// What leads to a value where no line of a campaign does.
fn way(way: &'static Way) -> Tree {
    Tree::map([
        ("id", Tree::text(way.id)),
        ("clause", Tree::text(way.clause)),
        ("words", words(way.words)),
    ])
}

fn rule(rule: &'static Rule) -> Tree {
    Tree::map([
        ("code", Tree::text(rule.code)),
        ("severity", Tree::text(rule.severity.code())),
        ("title", words(rule.title)),
        ("repair", words(rule.repair)),
        ("basis", Tree::text(rule.basis())),
    ])
}
