//! Questions that are not for every debt: no rule asks for an answer where the form does not show
//! the question, and where the form shows it, some rule asks.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use arrears_ledger::ledger::Entry;
use arrears_ledger::ledger::cell::Kind;
use arrears_ledger::ledger::entry::Field;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::spec::{Condition, Presence, Spec};
use ledgers::ready;

fn conditional() -> impl Iterator<Item = (&'static Spec, Condition)> {
    let specs = Entry::FIELDS.iter().map(|field| Entry::spec(*field));
    specs.filter_map(|spec| Some((spec, spec.when?)))
}

/// What the other column may say: code and word; nothing is one of them.
fn answers(condition: Condition) -> Vec<(&'static str, &'static str)> {
    let other = Entry::spec(Entry::field(condition.field).unwrap());
    let mut answers = vec![("", "")];
    match other.kind {
        Kind::Choice { options } | Kind::Choices { options } => {
            answers.extend(options.iter().map(|one| (one.code(), one.label().zh)));
        }
        Kind::Flag => answers.extend([("true", "是"), ("false", "否")]),
        _ => panic!("{} has no codes", condition.field),
    }
    answers
}

/// The rules that find the question unanswered in a debt that answers all others, where the other column says so.
fn asked(spec: &Spec, condition: Condition, word: &str) -> Vec<&'static str> {
    let mut session = ready();
    session.set_cell(1, condition.field, word).unwrap();
    session.set_cell(1, spec.key, "").unwrap();
    let found = session.findings().into_iter();
    let own = found.filter(|one| one.row == Some(1) && one.field == Some(spec.key));
    own.map(|one| one.code).collect()
}

#[test]
fn conditions_name_codes_of_another_column() {
    for (spec, condition) in conditional() {
        let codes: Vec<_> = answers(condition).iter().map(|(code, _)| *code).collect();
        for code in condition.is {
            assert!(codes.contains(code), "{}: {code}", spec.key);
        }
    }
    assert!(conditional().any(|(spec, _)| Entry::field(spec.key) == Some(Field::DisputeNote)));
}

#[test]
fn nothing_is_asked_for_that_the_form_does_not_show() {
    for (spec, condition) in conditional() {
        for (code, word) in answers(condition) {
            if !condition.is.contains(&code) {
                let rules = asked(spec, condition, word);
                assert!(rules.is_empty(), "{} with {word}: {rules:?}", spec.key);
            }
        }
    }
}

#[test]
fn what_the_form_shows_is_asked_for() {
    for (spec, condition) in conditional().filter(|(spec, _)| spec.presence != Presence::Optional) {
        let words = answers(condition).into_iter();
        let mut shown = words.filter(|(code, _)| condition.is.contains(code));
        let is_asked = shown.any(|(_, word)| !asked(spec, condition, word).is_empty());
        assert!(is_asked, "{}", spec.key);
    }
}
