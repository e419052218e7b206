//! The dated facts: what is carried, what a newer file must be, and what is said past their end.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::almanac::{
    Almanac, Benchmark, Calendar, Caps, Expected, Fault, Lpr, NotAnAlmanac, Regulations, Sizes,
    Table, Which, same_period,
};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn reads<T: Table>() {
    let table = T::parse(T::CARRIED).unwrap();
    let heading = table.heading();
    assert!(0 < table.lines() && !heading.source.is_empty());
    assert!(!heading.title.zh.is_empty() && !heading.title.en.is_empty());
    let lines = T::CARRIED.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(table.lines(), lines.count() - 1, "every line is a fact");
}

#[test]
fn every_carried_file_reads() {
    reads::<Lpr>();
    reads::<Benchmark>();
    reads::<Calendar>();
    reads::<Regulations>();
    reads::<Caps>();
    reads::<Sizes>();
    let almanac = Almanac::carried();
    assert_eq!(almanac.about().map(|about| about.which), Which::ALL);
}

#[test]
fn a_cap_counts_from_its_day_and_names_its_source() {
    let caps = Caps::carried();
    let on = |text| {
        let found = caps.of("履约保证金", day(text));
        let found = found.map(|cap| (cap.rate.to_string(), &*cap.source));
        found.collect::<Vec<_>>()
    };
    assert_eq!(on("2012-01-31"), []);
    let tender = ("10".to_owned(), "招标投标法实施条例第五十八条");
    assert_eq!(on("2015-02-28"), [tender]);
    assert_eq!(on("2015-03-01").len(), 2);
}

#[test]
fn the_lpr_was_always_published_on_its_day() {
    let almanac = Almanac::carried();
    for (published, _) in almanac.lpr.rows() {
        let (year, month) = (published.year(), published.month());
        if published.year() == 2019 {
            // The calendar starts with 2020, and says so.
            let told = Lpr::publication_day(year, month, &almanac.calendar).unwrap();
            assert!(told.beyond.is_some());
            continue;
        }
        let told = Lpr::publication_day(year, month, &almanac.calendar).unwrap();
        assert_eq!((told.value, told.beyond), (*published, None));
    }
}

#[test]
fn past_the_end_an_answer_says_so_with_the_day() {
    let almanac = Almanac::carried();
    let told = almanac.lpr.on(day("2026-10-21")).unwrap();
    assert_eq!(told.beyond, None, "31 days past the newest are in order");
    let told = almanac.lpr.on(day("2026-10-22")).unwrap();
    assert_eq!(told.value.published(), "3.00");
    let beyond = told.beyond.unwrap();
    assert_eq!(
        (beyond.which, beyond.asked),
        (Which::Lpr, day("2026-10-22"))
    );
    assert!(beyond.words().zh.contains("2026-10-21"), "{beyond:?}");

    let calendar = &almanac.calendar;
    for asked in ["2019-12-31", "2027-01-01"] {
        let beyond = calendar.is_workday(day(asked)).unwrap_err();
        assert!(beyond.words().en.contains(asked), "{beyond:?}");
    }
    // New Year's Day 2027 is a Friday; only its notice would make it a day off.
    let told = calendar.roll(day("2027-01-01"));
    assert_eq!(
        (told.value, told.beyond.is_some()),
        (day("2027-01-01"), true)
    );
    let told = calendar.roll(day("2027-01-02"));
    assert_eq!(
        told.value,
        day("2027-01-04"),
        "a weekend is off all the same"
    );
    let told = calendar.add_workdays(day("2026-12-30"), 2);
    assert_eq!(told.beyond.unwrap().asked, day("2027-01-01"));
}

#[test]
fn the_same_period_changes_hands_on_20_august_2019() {
    let Almanac { lpr, benchmark, .. } = Almanac::carried();
    let on = |text| same_period(&lpr, &benchmark, day(text)).map(|told| told.value.published());
    assert_eq!(on("2008-12-22"), None);
    assert_eq!(on("2008-12-23").as_deref(), Some("5.31"));
    assert_eq!(on("2019-08-19").as_deref(), Some("4.35"));
    assert_eq!(on("2019-08-20").as_deref(), Some("4.25"));
    assert_eq!(benchmark.on(day("2019-08-20")), None);
    assert_eq!(lpr.on(day("2019-08-19")), None);
}

#[test]
fn a_newer_file_takes_the_place_of_its_name() {
    let mut almanac = Almanac::carried();
    let newer =
        Lpr::CARRIED.replace("# as of: 2026-09-20", "# as of: 2026-10-20") + "2026-10-20,2.90\r\n";
    assert_eq!(almanac.load(&newer), Ok(Which::Lpr));
    assert_eq!(almanac.lpr.on(day("2026-11-20")).unwrap().beyond, None);
    assert_eq!(almanac.lpr.heading().as_of, day("2026-10-20"));
    let before = almanac.clone();
    let older = almanac.load(Lpr::CARRIED).unwrap_err();
    assert_eq!(older.fault, Fault::Older(day("2026-10-20")));
    assert_eq!(almanac, before, "a refused file changes nothing");
}

/// The fault of a carried file with one text changed in it.
fn fault<T: Table>(from: &str, to: &str) -> NotAnAlmanac {
    assert!(T::CARRIED.contains(from), "{from}");
    let mut almanac = Almanac::carried();
    let why = almanac.load(&T::CARRIED.replacen(from, to, 1)).unwrap_err();
    let words = why.words();
    let line = why.line.to_string();
    assert!(words.zh.contains(&line) && words.en.contains(&line));
    why
}

#[test]
fn a_file_is_read_strictly() {
    let wrong = |line, fault| NotAnAlmanac { line, fault };
    let cell = |line, column, expected| wrong(line, Fault::Cell(column, expected));
    for (found, expected) in [
        (
            fault::<Lpr>("almanac: lpr", "almanac: tides"),
            wrong(1, Fault::Name),
        ),
        (
            fault::<Lpr>("# source", "# sauce"),
            wrong(1, Fault::Heading("source")),
        ),
        (
            fault::<Lpr>("# as of: 2026", "# as of: 226"),
            wrong(5, Fault::Heading("as of")),
        ),
        (
            fault::<Lpr>("published,percent", "percent,published"),
            wrong(8, Fault::Columns("published,percent")),
        ),
        (
            fault::<Lpr>("2019-09-20,4.20", "2019-09-20"),
            wrong(10, Fault::Cells(2)),
        ),
        (
            fault::<Lpr>("2019-09-20", "2019-9-20"),
            cell(10, "published", Expected::Day),
        ),
        (
            fault::<Lpr>("2019-09-20", "2019-08-20"),
            wrong(10, Fault::Order),
        ),
        (
            fault::<Lpr>("20,4.20", "20,4.2x"),
            cell(10, "percent", Expected::Percent),
        ),
        (
            fault::<Lpr>("20,4.20", "20,4.21"),
            cell(10, "percent", Expected::Twentieth),
        ),
        (
            fault::<Lpr>("20,4.20", "20,"),
            cell(10, "percent", Expected::Percent),
        ),
        (fault::<Calendar>("# until: 2026", "# until: 2024"), {
            let line = Calendar::CARRIED
                .lines()
                .position(|line| line.starts_with("2025"));
            cell(line.unwrap() + 1, "to", Expected::Covered)
        }),
        (
            fault::<Calendar>("# from: ", "# form: "),
            wrong(1, Fault::Heading("from")),
        ),
        (
            fault::<Calendar>("2020-01-24,2020-02-02", "2020-02-02,2020-01-24"),
            wrong(12, Fault::Order),
        ),
        (
            fault::<Calendar>("19,work", "19,play"),
            cell(11, "kind", Expected::OffOrWork),
        ),
        (
            fault::<Sizes>("1000,300,20", "1000,300,400"),
            cell(10, "persons_large", Expected::Bounds),
        ),
        (
            fault::<Sizes>("1000,300,20", "1000,300,"),
            cell(10, "persons_large", Expected::Bounds),
        ),
        (
            fault::<Regulations>("2025-05-31", ""),
            wrong(10, Fault::Order),
        ),
        (
            fault::<Regulations>("03-31", "02-29"),
            cell(9, "public_disclosure", Expected::DayOfYear),
        ),
        (
            fault::<Caps>("招标项目估算价", ""),
            cell(10, "base", Expected::Text),
        ),
    ] {
        assert_eq!(found, expected);
    }
    let (heading, _) = Lpr::CARRIED.split_once("2019-08-20").unwrap();
    let empty = Almanac::carried().load(heading).unwrap_err();
    assert_eq!(empty, wrong(1, Fault::Empty));
}

fn days() -> impl Strategy<Value = NaiveDate> {
    // 2020-01-01 to 2026-12-31: what the calendar covers.
    (18_262..20_819_i32)
        .prop_map(|days| NaiveDate::default() + chrono::Days::new(days.unsigned_abs().into()))
}

proptest! {
    #[test]
    fn a_rolled_day_is_the_first_workday_from_a_day(day in days()) {
        let calendar = Calendar::carried();
        let told = calendar.roll(day);
        prop_assert!(day <= told.value);
        if told.beyond.is_none() {
            prop_assert_eq!(calendar.is_workday(told.value), Ok(true));
            let passed = day.iter_days().take_while(|passed| *passed < told.value);
            for passed in passed {
                prop_assert_eq!(calendar.is_workday(passed), Ok(false));
            }
            prop_assert_eq!(calendar.roll(told.value), told);
        }
    }

    #[test]
    fn workdays_add_up(day in days(), one in 0_u16..40, other in 0_u16..40) {
        let calendar = Calendar::carried();
        let first = calendar.add_workdays(day, one).value;
        let both = calendar.add_workdays(day, one + other).value;
        prop_assert_eq!(calendar.add_workdays(first, other).value, both);
    }

    #[test]
    fn months_later_is_the_same_day_or_the_months_last(day in days(), months in -600_i32..600) {
        let later = arrears_ledger::almanac::add_months(day, months);
        let count = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
        prop_assert_eq!(count(later) - count(day), months);
        let is_last = (later + chrono::Days::new(1)).month() != later.month();
        prop_assert!(later.day() == day.day() || later.day() < day.day() && is_last);
    }

    #[test]
    fn no_text_stops_the_almanac(text in "\\PC*", at in 0_usize..90) {
        let mut almanac = Almanac::carried();
        let _ = almanac.load(&text);
        let mut lines: Vec<&str> = Lpr::CARRIED.lines().collect();
        lines.insert(at, &text);
        let _ = almanac.load(&lines.join("\n"));
    }
}
