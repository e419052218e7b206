//! A ledger that was handed in goes on: nothing of its debts is lost, and what is of the month or of
//! the paper is asked for anew.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;

use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::ledger::Ledger;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::header::Field;
use arrears_ledger::read::{Reading, read, read_before};
use arrears_ledger::rollover::{NotOnward, Onward, onward};
use arrears_ledger::rules;
use arrears_ledger::submission::draft;

fn june() -> String {
    fs::read_to_string("tests/samples/parity/valid.json").unwrap()
}

fn handed_in() -> Reading {
    read(june().as_bytes())
}

fn goes_on(how: Onward) -> Ledger {
    onward(june().as_bytes(), how).unwrap()
}

#[test]
fn the_next_period_begins_with_the_same_debts() {
    let june = handed_in();
    let july = goes_on(Onward::NextPeriod);
    assert_eq!(july.entries, june.ledger.entries);
    assert_eq!(july.confirmations, june.ledger.confirmations);
    assert_eq!((july.revision, july.previous), (1, None));
    assert_eq!(july.header.period.unwrap().to_string(), "2022-07");
    for field in [
        Field::CutoffDate,
        Field::FilledOn,
        Field::DeclaredTotal,
        Field::PaperTotal,
        Field::SealRef,
    ] {
        assert!(july.header.is_blank(field), "{field:?}");
    }
    assert_eq!(july.header.sealed, Some(false));
    assert_eq!(july.header.filler, june.ledger.header.filler);
}

#[test]
fn an_amendment_names_what_it_amends() {
    let june = handed_in();
    let again = goes_on(Onward::Amendment);
    assert_eq!(again.revision, june.ledger.revision + 1);
    assert_eq!(again.previous, june.digest);
    assert_eq!(again.header.period, june.ledger.header.period);
    assert_eq!(again.header.cutoff_date, june.ledger.header.cutoff_date);
    assert!(again.header.is_blank(Field::FilledOn));
}

#[test]
fn nothing_is_asked_of_a_ledger_that_only_went_on() {
    let july = goes_on(Onward::NextPeriod);
    let before = arrears_ledger::ledger::Before::of(read_before(june().as_bytes()).ledger);
    let campaign = Campaign::yexian_2022();
    let today = chrono::NaiveDate::from_ymd_opt(2022, 7, 12).unwrap();
    let context = Context {
        before: Some(&before),
        ..Context::new(&campaign, today)
    };
    let opened = read(draft(&july).as_bytes()).ledger;
    let found = rules::check(&opened, &context);
    let follow_up: Vec<_> = found
        .iter()
        .filter(|one| one.rule.code.starts_with('T'))
        .map(|one| one.rule.code)
        .collect();
    assert_eq!(follow_up, [""; 0]);
}

#[test]
fn what_is_not_as_it_was_handed_in_does_not_go_on() {
    let changed = june().replacen("李某", "李甲", 1);
    assert_ne!(changed, june());
    for how in [Onward::NextPeriod, Onward::Amendment] {
        assert_eq!(onward(changed.as_bytes(), how), Err(NotOnward::Damaged));
    }
    let cut: String = june().chars().take(2000).collect();
    assert_eq!(
        onward(cut.as_bytes(), Onward::NextPeriod),
        Err(NotOnward::Damaged)
    );
    let unfinished = draft(&handed_in().ledger);
    assert_eq!(
        onward(unfinished.as_bytes(), Onward::Amendment),
        Err(NotOnward::NotHandedIn)
    );
}
