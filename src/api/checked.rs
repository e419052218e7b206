//! Answers about what is no ledger: a code, a campaign file.

use super::Verdict;
use crate::codes::{Flaw, Kind, Payer, Uscc};
use crate::json::Tree;
use crate::rule::Severity;
use crate::text::Words;
use crate::vet::{Fault, Vetted};

/// What is to be said of a unified social credit code: whose it is, or what is wrong with it.
///
/// ```
/// use arrears_ledger::api::{Verdict, code};
/// let (verdict, told) = code("91350100M000100Y43");
/// assert_eq!(verdict, Verdict::Valid);
/// assert_eq!(told.get("org_code").and_then(|one| one.as_text()), Some("M000100Y-4"));
/// ```
pub fn code(text: &str) -> (Verdict, Tree) {
    match Uscc::check(text) {
        Ok(code) => (Verdict::Valid, sound(code)),
        Err(flaw) => (Verdict::Errors, flawed(text, flaw)),
    }
}

fn sound(code: Uscc) -> Tree {
    let kind = |kind: &Kind| {
        Tree::of(vec![
            ("prefix", Tree::text(kind.prefix)),
            ("zh", Tree::text(kind.name.zh)),
            ("en", Tree::text(kind.name.en)),
        ])
    };
    // With its hyphen: `M000100Y-4`.
    let (body, check) = code.org_code().split_at_checked(8).unwrap_or_default();
    Tree::of(vec![
        ("code", Tree::text(code.as_str())),
        ("valid", Tree::Flag(true)),
        ("kind", Kind::find(code.kind()).map_or(Tree::Null, kind)),
        ("area", Tree::text(code.area())),
        ("org_code", Tree::text(format!("{body}-{check}"))),
        ("payer", both(Payer::of(code.kind()).name().into())),
    ])
}

fn flawed(text: &str, flaw: Flaw) -> Tree {
    let (check, org_check) = match flaw {
        Flaw::Check31(letter) => (Some(letter), None),
        Flaw::CheckOrg(letter) => (None, Some(letter)),
        _ => (None, None),
    };
    let letter = |letter: Option<char>| letter.map_or(Tree::Null, Tree::text);
    Tree::of(vec![
        ("code", Tree::text(text)),
        ("valid", Tree::Flag(false)),
        ("reason", Tree::text(flaw.code())),
        ("message", both(flaw.words())),
        ("expected_check", letter(check)),
        ("expected_org_check", letter(org_check)),
    ])
}

fn both(words: Words) -> Tree {
    Tree::of(vec![
        ("zh", Tree::Text(words.zh)),
        ("en", Tree::Text(words.en)),
    ])
}

/// What is to be said of a campaign file that was looked through: `{file, valid, faults}`.
///
/// ```
/// use arrears_ledger::api::{Verdict, campaign};
/// use arrears_ledger::vet::vet;
/// assert_eq!(campaign("cut.json", &vet("{")).0, Verdict::Unreadable);
/// ```
pub fn campaign(file: &str, vetted: &Vetted) -> (Verdict, Tree) {
    let verdict = match (&vetted.campaign, vetted.worst()) {
        (None, _) => Verdict::Unreadable,
        (_, Some(Severity::Error)) => Verdict::Errors,
        (_, Some(Severity::Warning)) => Verdict::Unconfirmed,
        (_, Some(Severity::Notice) | None) => Verdict::Valid,
    };
    let faults = vetted.faults.iter().map(Fault::tree).collect();
    let told = Tree::of(vec![
        ("file", Tree::text(file)),
        ("valid", Tree::Flag(verdict == Verdict::Valid)),
        ("faults", Tree::List(faults)),
    ]);
    (verdict, told)
}
