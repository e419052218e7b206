//! The interest of one debt: what the law suggests, what else may be said, and the statement on the
//! basis somebody chose. Nothing is chosen here.

use serde_json::{Value, json};

use super::form::{Form, Refused, answered, ledger, words};
use super::shown::{all, joined, named};
use crate::almanac::Almanac;
use crate::amount::Unit;
use crate::calc::accrual::Manner;
use crate::calc::basis::{Basis, Suggestion};
use crate::calc::statement::{self, NoStatement, Statement, state};
use crate::claims::basis::{store, stored};
use crate::claims::interest::{Caveat, Claim, How, claim};
use crate::ledger::Entry;
use crate::ledger::entry::{Field, Rest};
use crate::ledger::fields::Record;
use crate::printout;
use crate::text::Words;

/// `{row, as_of, disputed, shown}` → the suggestion with its clauses, the alternatives with what each
/// comes to and the texts that store it with the debt, and the statement to print: on the basis
/// stored, or on the alternative that is `shown`.
///
/// ```
/// use arrears_ledger::planning::interest;
/// let draft = r#"{"format":"arrears-ledger-draft","version":1,"header":{},"entries":[
///     {"arrears_amount":"500000.00","dispute":"undisputed","due_date":"2024-01-31",
///      "debtor_type":"gov_organ","sign_date":"2023-05-10"}]}"#;
/// let answer: serde_json::Value =
///     serde_json::from_str(&interest(draft.as_bytes(), r#"{"row":0,"as_of":"2024-12-31"}"#)).unwrap();
/// assert_eq!(answer["chosen"], serde_json::Value::Null);
/// assert!(answer["alternatives"].as_array().unwrap().len() > 1);
/// ```
pub fn interest(draft: &[u8], form: &str) -> String {
    answered(answer(draft, form))
}

fn answer(draft: &[u8], form: &str) -> Result<Value, Refused> {
    let ledger = ledger(draft);
    let form = Form::read(form, ledger.header.unit())?;
    let (row, entry) = form.debt(&ledger)?;
    let as_of = form.day("as_of")?;
    let almanac = Almanac::carried();
    let how = How {
        roll: Some(&almanac.calendar),
        disputed: form.flag("disputed"),
    };
    let claim = claim(entry, &how).map_err(|missing| Refused::new("row", missing.words()))?;
    let suggestion = claim.case.suggest(&almanac);
    let manner = Manner::default();
    let question = claim.question(as_of);
    let mut answers = statement::side_by_side(&question, &manner, &almanac);
    let chosen = claim.stored.basis();
    let is_listed = |basis: Basis| answers.iter().any(|(one, _)| *one == basis);
    if let Some(basis) = chosen.filter(|basis| !is_listed(*basis)) {
        let stated = state(&question, Some(basis), &manner, &almanac);
        answers.push((basis, stated));
    }
    let alternatives: Vec<Value> = answers
        .iter()
        .enumerate()
        .map(|(place, (basis, stated))| {
            let is_chosen = chosen == Some(*basis);
            alternative(place, *basis, stated, is_chosen, &suggestion, entry)
        })
        .collect();
    let wanted = form
        .count("shown")
        .ok()
        .and_then(|place| usize::try_from(place).ok());
    let wanted = wanted.and_then(|place| answers.get(place));
    let shown = wanted.or_else(|| answers.iter().find(|(basis, _)| chosen == Some(*basis)));
    let page = shown.and_then(|(_, stated)| stated.as_ref().ok());
    Ok(joined([
        named(row, entry),
        json!({
            "chosen": chosen.map(|basis| words(&printout::basis(basis))),
            "suggestion": suggested(&claim, &almanac),
            "alternatives": alternatives,
            "caveats": all(&claim.caveats.iter().map(Caveat::words).collect::<Vec<_>>()),
            "page": page.map(|one| printout::statement(one).of_debt(row, entry).parts()),
        }),
    ]))
}

/// What the law says for the case: sentences, each with its clause; first, the basis by its name.
fn suggested(claim: &Claim, almanac: &Almanac) -> Value {
    let mut said = printout::suggestion(&claim.case, almanac);
    if let Some(first) = said.first_mut() {
        let basis = printout::basis(claim.case.suggest(almanac).basis);
        *first = Words {
            zh: format!("建议：{}", basis.zh),
            en: format!("Suggested: {}", basis.en),
        };
    }
    all(&said)
}

fn alternative(
    place: usize,
    basis: Basis,
    stated: &Result<Statement, NoStatement>,
    is_chosen: bool,
    suggestion: &Suggestion,
    entry: &Entry,
) -> Value {
    let figures = stated.as_ref().map(|one| {
        json!({
            "days": one.account.all_days(),
            "interest": one.account.interest().to_string(),
            "owed": one.account.owed.total().to_string(),
        })
    });
    let fault = stated
        .as_ref()
        .err()
        .map(|why| printout::no_statement(*why));
    json!({
        "place": place,
        "basis": words(&printout::basis(basis)),
        "figures": figures.ok(),
        "fault": fault.map(|why: Words| words(&why)),
        "suggested": basis == suggestion.basis || Some(basis) == suggestion.up_to,
        "contested": Some(basis) == suggestion.contested,
        "chosen": is_chosen,
        "texts": texts(entry, basis),
    })
}

/// What to type into the debt's two columns to store a basis; nothing where there is no place for
/// it.
fn texts(entry: &Entry, basis: Basis) -> Option<Value> {
    let stated = Rest {
        rate_basis: entry.rate_basis,
        rate_markup: entry.rate_markup,
        ..Rest::default()
    };
    let mut own = Entry {
        rest: stated.into(),
        ..Entry::default()
    };
    if !store(&mut own, basis) || stored(&own).basis() != Some(basis) {
        return None;
    }
    let text = |field: Field| own.text(field, Unit::Yuan);
    Some(json!({
        Entry::spec(Field::RateBasis).key: text(Field::RateBasis),
        Entry::spec(Field::RateMarkup).key: text(Field::RateMarkup),
    }))
}
