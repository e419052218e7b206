//! What holds for every value and every ledger, whatever is in them.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
mod anything;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::collections::BTreeMap;
use std::fmt::Debug;

use arrears_ledger::almanac::Rate;
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::campaign::Campaign;
use arrears_ledger::codes::Uscc;
use arrears_ledger::date::When;
use arrears_ledger::ledger::cell::{Cell, Line, Stored};
use arrears_ledger::ledger::vocabulary::{Several, Vocabulary};
use arrears_ledger::ledger::{Entry, Ledger, lists};
use arrears_ledger::read::read_json;
use arrears_ledger::rule::{Check, Finding, Severity};
use arrears_ledger::rules;
use arrears_ledger::submission::draft;
use chrono::NaiveDate;
use ledgers::context;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// The law of cells: what is shown reads back as what it shows, and so does what is stored.
fn comes_back<C: Cell + PartialEq + Debug>(value: &C) {
    for unit in [Unit::Yuan, Unit::Wan] {
        let shown = value.print(unit);
        assert_eq!(
            C::parse(&shown, unit).as_ref(),
            Ok(value),
            "{shown} in {unit:?}"
        );
    }
    let stored = letters(value);
    assert_eq!(
        C::parse(&stored, Unit::Yuan).as_ref(),
        Ok(value),
        "{stored}"
    );
    restores_what_is_stored::<C>(&stored);
}

fn letters(value: &impl Cell) -> String {
    match value.stored() {
        Stored::Text(text) => text.into_owned(),
        Stored::Flag(flag) => flag.to_string(),
        Stored::Count(count) => count.to_string(),
        Stored::List(codes) => codes.join("、"),
    }
}

/// What is taken as a file has it is what reading gives, and is stored letter by letter the same.
fn restores_what_is_stored<C: Cell + PartialEq + Debug>(text: &str) {
    let Some(value) = C::restore(text) else {
        return;
    };
    assert_eq!(letters(&value), text);
    assert_eq!(C::parse(text, Unit::Yuan), Ok(value), "{text}");
}

/// A list's values come back one by one, and so does any choice of them.
fn list_comes_back<V: Vocabulary + Cell + Debug>() {
    for (value, option) in V::ALL.iter().zip(V::OPTIONS) {
        comes_back(value);
        for word in option.words() {
            assert_eq!(V::find(word), Some(*value), "{word}");
        }
        let alone: Several<V> = Several::parse(option.label().zh, Unit::Yuan).unwrap();
        assert_eq!(alone.values().collect::<Vec<_>>(), [*value]);
        comes_back(&alone);
    }
    let all: Vec<&str> = V::OPTIONS
        .iter()
        .rev()
        .map(|option| option.code())
        .collect();
    let all: Several<V> = Several::parse(&all.join("，"), Unit::Yuan).unwrap();
    assert_eq!(
        all.values().collect::<Vec<_>>(),
        V::ALL,
        "in the list's order"
    );
    comes_back(&all);
}

#[test]
fn every_word_of_every_list_reads_as_its_value() {
    list_comes_back::<Unit>();
    list_comes_back::<lists::UnitKind>();
    list_comes_back::<lists::SourceChannel>();
    list_comes_back::<lists::DebtorType>();
    list_comes_back::<lists::DebtorChannel>();
    list_comes_back::<lists::Size>();
    list_comes_back::<lists::ContractBasis>();
    list_comes_back::<lists::Procurement>();
    list_comes_back::<lists::MoneyKind>();
    list_comes_back::<lists::DepositKind>();
    list_comes_back::<lists::RateBasis>();
    list_comes_back::<lists::Sector>();
    list_comes_back::<lists::Dispute>();
    list_comes_back::<lists::Judicial>();
    list_comes_back::<lists::Cause>();
    list_comes_back::<lists::Method>();
    list_comes_back::<lists::FundSource>();
    list_comes_back::<lists::Status>();
    list_comes_back::<lists::CloseBasis>();
    list_comes_back::<lists::RemovalReason>();
    list_comes_back::<lists::InstalmentStatus>();
    list_comes_back::<lists::VoucherKind>();
    for flag in [true, false] {
        comes_back(&flag);
    }
}

/// A cell that shows nothing is blank; so a list of none cannot be a value.
#[test]
fn a_choice_of_nothing_is_not_a_choice() {
    for text in ["、", " ，", "/;\n"] {
        assert!(
            Several::<lists::Cause>::parse(text, Unit::Yuan).is_err(),
            "{text:?}"
        );
    }
}

proptest! {
    #![proptest_config(anything::cases(256))]

    #[test]
    fn money_comes_back(amount in anything::amount()) {
        comes_back(&amount);
        prop_assert_eq!(Amount::restore(&amount.to_string()), Some(amount));
    }

    #[test]
    fn rates_come_back(parts in 0..=9_999_999_999_i64) {
        comes_back(&Rate::from_e8(parts));
    }

    #[test]
    fn dates_come_back(first in 0..90_000_u64, to_day: bool) {
        use chrono::{Datelike, Days};
        let start = NaiveDate::from_ymd_opt(1949, 1, 1).unwrap();
        let day = start.checked_add_days(Days::new(first)).unwrap();
        comes_back(&day);
        prop_assert_eq!(NaiveDate::restore(&day.to_string()), Some(day));
        let month = When::month(day.year(), day.month()).unwrap();
        comes_back(&if to_day { When::day(day) } else { month });
    }

    #[test]
    fn codes_come_back(text in "[0-9A-HJ-NPQRTUWXY]{18}") {
        if let Ok(code) = Uscc::parse(&text) {
            comes_back(&code);
        }
    }

    #[test]
    fn texts_and_counts_come_back(text in anything::words(), count: u32) {
        comes_back(&Line::<12>::parse(&text, Unit::Yuan).unwrap());
        comes_back(&count);
    }

    #[test]
    fn any_choice_comes_back(some in subsequence(lists::Cause::ALL, 1..8)) {
        let codes: Vec<&str> = some.iter().map(|cause| cause.choice().code()).collect();
        let choice: Several<lists::Cause> = Several::parse(&codes.join("/"), Unit::Wan).unwrap();
        prop_assert_eq!(choice.values().collect::<Vec<_>>(), some);
        prop_assert!(Several::<lists::Cause>::restore(&codes.join("、")).is_some());
        comes_back(&choice);
    }

    #[test]
    fn only_the_spelling_of_files_is_taken_as_it_stands(
        number in "-?0?[0-9]{0,16}(\\.[0-9]{0,3})?",
        date in "0?[12][0-9]{3}[-/]?[01]?[0-9]([-/]?[0-3]?[0-9])?",
        code in "[0-9A-HJ-NPQRTUWXYa-c]{17,19}",
        list in "(no_budget|acceptance_bill|other|、| |x){1,4}",
        any in ".{0,14}",
    ) {
        for text in [&number, &any] {
            restores_what_is_stored::<Amount>(text);
        }
        for text in [&date, &any] {
            restores_what_is_stored::<NaiveDate>(text);
            restores_what_is_stored::<When>(text);
        }
        restores_what_is_stored::<Uscc>(&code);
        restores_what_is_stored::<lists::Cause>(&list);
        restores_what_is_stored::<Several<lists::Cause>>(&list);
        if !any.trim().is_empty() {
            restores_what_is_stored::<Line<12>>(&any);
        }
    }

    #[test]
    fn any_text_typed_is_kept_or_read_never_lost(text in ".{0,40}") {
        for unit in [Unit::Yuan, Unit::Wan] {
            if let Ok(amount) = Amount::parse(&text, unit) {
                comes_back(&amount);
            }
        }
        if let Ok(when) = When::parse(&text) {
            comes_back(&when);
        }
    }
}

/// The findings of the rules that look at one debt alone, under the debt's number.
fn by_debt(ledger: &Ledger) -> BTreeMap<String, Vec<String>> {
    let of_one = |finding: &&Finding| {
        let checks = finding.rule.checks;
        checks
            .iter()
            .all(|check| matches!(check, Check::Entry(_) | Check::Cells(_)))
    };
    let campaign = Campaign::yexian_2022();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in rules::check(ledger, &context(&campaign))
        .iter()
        .filter(of_one)
    {
        let row = finding.at.row.unwrap();
        let id = ledger
            .entries
            .get(row)
            .and_then(|entry| entry.debt_id.as_ref());
        let said = (
            finding.rule.code,
            finding.at.column,
            finding.at.child,
            &finding.facts,
        );
        let debt = found.entry(id.unwrap().as_str().to_owned()).or_default();
        debt.push(format!("{said:?}"));
    }
    found
}

fn permuted() -> impl Strategy<Value = (Vec<Entry>, Vec<Entry>)> {
    anything::entries().prop_flat_map(|entries| {
        let again = Just(entries.clone()).prop_shuffle();
        (Just(entries), again)
    })
}

proptest! {
    #![proptest_config(anything::cases(64))]

    #[test]
    fn a_draft_reads_back_as_its_ledger(ledger in anything::ledger()) {
        let text = draft(&ledger);
        let reading = read_json(&text);
        prop_assert!(reading.whole && reading.findings.is_empty(), "{:?}", reading.findings);
        prop_assert_eq!(&reading.ledger, &ledger);
        prop_assert_eq!(draft(&reading.ledger), text);
    }

    #[test]
    fn the_order_of_rows_changes_no_finding_of_a_debt((rows, moved) in permuted(), any in anything::ledger()) {
        let ledger = |entries| Ledger { header: any.header.clone(), entries, ..Ledger::default() };
        prop_assert_eq!(by_debt(&ledger(rows)), by_debt(&ledger(moved)));
    }

    #[test]
    fn errors_are_never_confirmed(ledger in anything::ledger()) {
        let campaign = Campaign::yexian_2022();
        for one in arrears_ledger::review::review(&ledger, &context(&campaign)) {
            prop_assert!(one.finding.severity == Severity::Warning || one.reason.is_none());
        }
    }

    /// In whole fen, and exact as long as every cell is within what a cell may hold.
    #[test]
    fn totals_are_exact(entries in anything::entries()) {
        let ledger = Ledger { entries, ..Ledger::default() };
        let counted = || ledger.entries.iter().filter(|entry| entry.standing().is_counted());
        let sum = |pick: fn(&Entry) -> Option<Amount>| -> i128 {
            counted().filter_map(pick).map(|amount| i128::from(amount.fen())).sum()
        };
        let totals = ledger.totals();
        prop_assert_eq!(totals.count, counted().count());
        prop_assert_eq!(i128::from(totals.arrears.fen()), sum(|entry| entry.arrears_amount));
        prop_assert_eq!(i128::from(totals.undisputed.fen()), sum(Entry::undisputed));
        prop_assert_eq!(i128::from(totals.repaid.fen()), sum(|entry| Some(entry.repaid())));
        prop_assert_eq!(i128::from(totals.balance.fen()), sum(Entry::balance_due));
    }

    /// Past the end of the range a total stays at the end; it never turns negative.
    #[test]
    fn totals_never_wrap(fen in vec(0..=i64::MAX, 0..5)) {
        let debt = |fen: &i64| Entry {
            arrears_amount: Some(Amount::from_fen(*fen)),
            ..Entry::default()
        };
        let ledger = Ledger { entries: fen.iter().map(debt).collect(), ..Ledger::default() };
        let kept = |fen: i64| i128::from(Amount::from_fen(fen).fen());
        let exact: i128 = fen.iter().map(|fen| kept(*fen)).sum();
        let expected = exact.min(kept(i64::MAX));
        prop_assert_eq!(i128::from(ledger.totals().arrears.fen()), expected);
    }
}
