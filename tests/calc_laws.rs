//! What holds for every amount, code and claim, whatever is in them.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::almanac::{Calendar, Rate, Regulations, Sizes, Table, add_months};
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::calc::capital::{self, NotCapital};
use arrears_ledger::calc::contact::{account, landline, mobile};
use arrears_ledger::calc::deadlines::{Complaint, Discloser, complaint, disclosure};
use arrears_ledger::calc::limitation::{ALERTS, Alert, Claim, limitation};
use arrears_ledger::calc::size::{Figures, Measure, Size, size};
use arrears_ledger::calc::term::{self, Event, Events, Flag, NoTerm, NotStarted, Payer, Terms};
use arrears_ledger::codes::{self, Flaw, Uscc};
use chrono::NaiveDate;
use proptest::prelude::*;

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A code that passes everything: what stands before the organisation code, and its body.
fn code(start: &str, body: &str) -> String {
    let org = codes::org_check(body).unwrap();
    let open = format!("{start}{body}{org}0");
    let last = Uscc::parse(&open).unwrap().check_letter();
    format!("{start}{body}{org}{last}")
}

proptest! {
    #[test]
    fn a_credit_code_notices_every_single_wrong_letter(
        kind in prop::sample::select(codes::KINDS),
        area in "[1-9][0-9]{5}",
        body in "[0-9A-HJ-NPQRTUWXY]{8}",
        place in 0_usize..18,
        with in 0_usize..31,
    ) {
        let right = code(&format!("{}{area}", kind.prefix), &body);
        prop_assert_eq!(Uscc::check(&right).map(|code| code.to_string()), Ok(right.clone()));
        let mut letters: Vec<char> = right.chars().collect();
        let with = ALPHABET.chars().nth(with).unwrap();
        let was = std::mem::replace(letters.get_mut(place).unwrap(), with);
        let wrong: String = letters.into_iter().collect();
        prop_assert_eq!(Uscc::check(&wrong).is_ok(), was == with, "{} for {}", wrong, right);
        prop_assert!(Uscc::parse(&right).is_ok(), "a right code is not damaged: {}", right);
    }

    #[test]
    fn capital_words_come_back(fen in prop_oneof![
        0..1_000_000_i64,
        -capital::LARGEST.fen()..=capital::LARGEST.fen(),
        // Few digits that are not zero, anywhere.
        (1..1_000_i64, 0..15_u32).prop_map(|(digits, zeros)| digits * 10_i64.pow(zeros)),
        (1..1_000_i64, 4..14_u32, 1..1_000_i64)
            .prop_map(|(digits, zeros, more)| digits * 10_i64.pow(zeros) + more),
    ]) {
        let amount = Amount::from_fen(fen);
        let words = capital::print(amount).unwrap();
        prop_assert_eq!(capital::parse(&words), Ok(amount), "{}", words);
        prop_assert!(!words.contains("零零") && !words.contains("零万") && !words.contains("零亿"));
        let ends = words.ends_with(['整', '角', '分']);
        prop_assert!(ends, "{}", words);
        let loose = format!(" 人民币{} ", words.replace('元', "圆").replace('整', "正"));
        prop_assert!(capital::says(&loose, amount), "{}", loose);
        prop_assert!(!capital::says(&words, Amount::from_fen(fen.wrapping_add(1))));
    }

    #[test]
    fn no_text_stops_reading_words_and_numbers(
        text in "(人民币)?[零壹贰拾佰仟万亿元角分整负圆正x]{0,30}",
        other in "\\PC*",
    ) {
        for text in [&text, &other] {
            if let Ok(amount) = capital::parse(text) {
                prop_assert!(capital::says(text, amount));
            }
            let _ = (Uscc::check(text), codes::org_check(text));
            let _ = (mobile(text), landline(text), account(text));
        }
    }

    #[test]
    fn luhn_notices_every_single_wrong_digit(digits in "[0-9]{12,19}", place in 0_usize..19, with in 0_u8..10) {
        let is_right = account(&digits).unwrap().passes_luhn;
        let mut changed = digits.clone().into_bytes();
        let place = place % changed.len();
        let was = std::mem::replace(changed.get_mut(place).unwrap(), b'0' + with);
        let changed = String::from_utf8(changed).unwrap();
        if is_right && was != b'0' + with {
            prop_assert!(!account(&changed).unwrap().passes_luhn);
        }
    }

    #[test]
    fn shown_in_wan_is_near_and_exact_with_six_decimals(fen in any::<i32>(), decimals in 0_usize..9) {
        let amount = Amount::from_fen(i64::from(fen) * 1_000);
        let shown = amount.in_wan(decimals);
        let back = Amount::parse(&shown, Unit::Wan).unwrap();
        prop_assert_eq!(back, amount.rounded_to_wan(decimals), "{}", shown);
        let places = u32::try_from(6_usize.saturating_sub(decimals)).unwrap();
        let off = (back.fen() - amount.fen()).abs();
        prop_assert!(off * 2 <= 10_i64.pow(places), "{} for {}", shown, amount);
        prop_assert_eq!(amount.in_wan(6), format!("{}", amount.in_wan(9)));
    }

    #[test]
    fn more_never_makes_a_firm_smaller(
        row in 0_usize..16,
        persons in 0..3_000_u32,
        revenue in 0..300_000_i64,
        assets in 0..200_000_i64,
        more in 0..1_000_i64,
    ) {
        let sizes = Sizes::carried();
        let industry = sizes.rows().get(row).unwrap();
        let measured = |by: i64| {
            let wan = |count: i64| Some(Amount::from_fen((count + by) * 1_000_000));
            let persons = Some(persons + u32::try_from(by).unwrap());
            let figures = Figures { persons, revenue: wan(revenue), assets: wan(assets) };
            size(industry, &figures).unwrap()
        };
        prop_assert!(measured(more) <= measured(0));
    }

    #[test]
    fn an_interruption_never_shortens_a_claim(
        due in 0..9_000_u64,
        interruptions in prop::collection::vec(0..9_000_u64, 0..5),
        one_more in 0..9_000_u64,
    ) {
        let on = |days: u64| day("2005-01-01") + chrono::Days::new(days);
        let mut days: Vec<NaiveDate> = interruptions.into_iter().map(on).collect();
        let claim = |interruptions: &[NaiveDate]| {
            limitation(&Claim { due: on(due), last_instalment: None, interruptions })
        };
        let before = claim(&days);
        days.push(on(one_more));
        let after = claim(&days);
        prop_assert!(before.deadline <= after.deadline);
        prop_assert_eq!(after.deadline, add_months(after.basis, 36));
        prop_assert!(!after.is_under_two_years || before.is_under_two_years);
        let [first, second, third] = after.alerts();
        prop_assert!(first < second && second < third && third < after.deadline);
        prop_assert_eq!(after.alert(first.pred_opt().unwrap()), None);
        prop_assert_eq!(after.alert(first), Some(Alert::Within(ALERTS[0])));
        prop_assert_eq!(after.alert(after.deadline), Some(Alert::Within(ALERTS[2])));
        prop_assert_eq!(after.alert(after.deadline.succ_opt().unwrap()), Some(Alert::Passed));
    }
}

#[test]
fn capital_words_take_what_the_rules_leave_open_and_nothing_else() {
    for (fen, right, wrong) in [
        (
            1_640_902,
            "壹万陆仟肆佰零玖元零贰分",
            "壹万陆仟肆佰零玖元贰分",
        ),
        (140_950, "壹仟肆佰零玖元伍角正", "壹仟肆佰玖元伍角"),
        (600_714, "陆仟零柒元壹角肆分", "陆仟零柒元壹角肆分整"),
        (100_000, "壹仟圆整", "壹仟元"),
        (100_000_500_000, "壹拾亿零伍仟元整", "壹拾亿零零伍仟元整"),
        (100_000_500_000, "壹拾亿伍仟元整", "拾亿伍仟元整"),
        (0, "零元整", "零"),
        (100_010_000_000_000, "壹万零壹亿元整", "壹万亿零壹亿元整"),
        (50, "人民币零元伍角整", "零伍角"),
        (5, "零元零伍分", "伍分整"),
    ] {
        let amount = Amount::from_fen(fen);
        assert!(capital::says(right, amount), "{right}");
        assert!(!capital::says(wrong, amount), "{wrong}");
    }
    let seems = Amount::from_fen(1_640_902);
    assert_eq!(
        capital::parse("壹万陆仟肆佰零玖元贰分"),
        Err(NotCapital::Form(seems))
    );
    assert_eq!(capital::parse("壹万美元"), Err(NotCapital::Letter('美')));
    for text in ["", "人民币", "壹佰", "玖仟万亿玖仟万亿元整", "负"] {
        assert_eq!(capital::parse(text), Err(NotCapital::NoAmount), "{text}");
    }
    let past = Amount::from_fen(capital::LARGEST.fen() + 1);
    assert_eq!(capital::print(past), None);
}

#[test]
fn a_term_starts_from_the_first_event_that_counts() {
    let events = Events {
        settled: Some(day("2025-08-20")),
        accepted: Some(day("2025-08-10")),
        inspection_ends: Some(day("2025-08-16")),
        delivered: Some(day("2025-08-01")),
    };
    let start = |events: &Events, today: Option<&str>| term::start(events, today.map(day));
    assert_eq!(
        start(&events, None),
        Ok((day("2025-08-20"), Event::Settled))
    );
    let events = Events {
        settled: None,
        ..events
    };
    assert_eq!(
        start(&events, None),
        Ok((day("2025-08-10"), Event::Accepted))
    );
    let events = Events {
        accepted: None,
        ..events
    };
    let ended = Ok((day("2025-08-16"), Event::InspectionEnded));
    assert_eq!(start(&events, None), ended);
    assert_eq!(start(&events, Some("2025-08-17")), ended);
    let inspected = Err(NotStarted::Inspected(day("2025-08-16")));
    assert_eq!(start(&events, Some("2025-08-16")), inspected);
    let events = Events {
        inspection_ends: None,
        ..events
    };
    assert_eq!(
        start(&events, None),
        Ok((day("2025-08-01"), Event::Delivered))
    );
    assert_eq!(start(&Events::default(), None), Err(NotStarted::NoEvent));
}

#[test]
fn a_term_is_the_laws_where_the_contract_is_silent_or_too_long() {
    let (regulations, calendar) = (Regulations::carried(), Calendar::carried());
    let due = |payer, signed: &str, agreed_days, rolls| {
        let terms = Terms {
            payer,
            signed: Some(day(signed)),
            start: day("2025-09-02"),
            agreed_days,
            rolls,
        };
        term::due(&terms, &regulations, &calendar)
    };
    let days = |due: Result<term::Due, NoTerm>| due.map(|due| (due.days, due.flag));
    let since = |text| Err(NoTerm::SilentBefore(day(text)));
    let (public, large, other) = (Payer::Public, Payer::Large, Payer::Other);
    for (payer, signed, agreed, expected) in [
        (public, "2020-09-01", None, Ok((30, None))),
        (public, "2020-08-31", None, since("2020-09-01")),
        (public, "2020-08-31", Some(90), Ok((90, None))),
        (public, "2025-06-01", Some(60), Ok((60, None))),
        (
            public,
            "2025-06-01",
            Some(61),
            Ok((60, Some(Flag::ExceedsLongest(60)))),
        ),
        (large, "2025-05-31", None, since("2025-06-01")),
        (large, "2025-05-31", Some(120), Ok((120, None))),
        (large, "2025-06-01", None, Ok((60, None))),
        (
            large,
            "2025-06-01",
            Some(120),
            Ok((120, Some(Flag::NeedsReason(60)))),
        ),
        (other, "2025-06-01", None, Err(NoTerm::Silent)),
        (other, "2025-06-01", Some(120), Ok((120, None))),
        (other, "2025-06-01", Some(u32::MAX), Err(NoTerm::TooLong)),
    ] {
        assert_eq!(
            days(due(payer, signed, agreed, true)),
            expected,
            "{payer:?} {signed}"
        );
    }
    let rolled = due(public, "2025-06-10", None, true).unwrap();
    assert_eq!(
        (rolled.nominal, rolled.day),
        (day("2025-10-02"), day("2025-10-09"))
    );
    let fixed = due(public, "2025-06-10", None, false).unwrap();
    assert_eq!(
        (fixed.day, fixed.first_overdue),
        (day("2025-10-02"), day("2025-10-03"))
    );
}

#[test]
fn old_claims_may_have_run_out_under_two_years() {
    let is_under = |due: &str, interruptions: &[&str]| {
        let interruptions: Vec<NaiveDate> = interruptions.iter().map(|text| day(text)).collect();
        let claim = Claim {
            due: day(due),
            last_instalment: None,
            interruptions: &interruptions,
        };
        limitation(&claim).is_under_two_years
    };
    assert!(is_under("2015-09-30", &[]));
    assert!(!is_under("2015-10-01", &[]));
    assert!(!is_under("2014-06-30", &["2016-06-30"]));
    assert!(
        is_under("2014-06-30", &["2016-07-01"]),
        "too late to interrupt"
    );
    assert!(!is_under(
        "2012-01-01",
        &["2015-06-01", "2013-12-31", "2017-05-01"]
    ));
}

#[test]
fn deadlines_follow_the_version_in_force_on_their_day() {
    let (regulations, calendar) = (Regulations::carried(), Calendar::carried());
    let of = |text: &str, rolls| {
        let (accepted, received) = (Some(day(text)), Some(day(text)));
        let about = Complaint {
            accepted,
            received,
            rolls,
        };
        complaint(&about, &regulations, &calendar)
    };
    let fixed = of("2025-09-05", false);
    assert_eq!(fixed.transfer.unwrap().value, day("2025-09-19"));
    assert_eq!(fixed.answer.unwrap().value, day("2025-10-05"));
    assert_eq!(
        of("2025-09-05", true).answer.unwrap().value,
        day("2025-10-09")
    );
    assert_eq!(fixed.answer_longest.unwrap().value, day("2025-12-04"));
    let old = of("2025-05-30", true);
    assert_eq!(
        (old.transfer, old.answer, old.answer_longest),
        (None, None, None)
    );
    let by = |year, who| disclosure(year, who, &regulations);
    assert_eq!(by(2024, Discloser::Public), Some(day("2025-03-31")));
    assert_eq!(by(2025, Discloser::Large), Some(day("2026-06-30")));
    assert_eq!(by(2019, Discloser::Public), None);
    assert_eq!(by(i32::MAX, Discloser::Public), None);
}

#[test]
fn a_size_is_not_guessed_from_a_part_of_the_figures() {
    let sizes = Sizes::carried();
    let industry = sizes.industry("工业").unwrap();
    let figures = Figures {
        persons: Some(3),
        ..Figures::default()
    };
    assert_eq!(size(industry, &figures), Err(Measure::Revenue));
    assert_eq!(size(industry, &Figures::default()), Err(Measure::Persons));
    let others = sizes.industry("其他未列明行业").unwrap();
    assert_eq!(size(others, &figures), Ok(Size::Micro));
}

#[test]
fn rates_and_codes_of_debtors_agree_with_the_regulation() {
    assert_eq!(
        Regulations::carried()
            .versions()
            .iter()
            .map(|v| v.daily)
            .max(),
        Rate::parse("0.0005")
    );
    for (payer, fits, not) in [
        (codes::Payer::Organ, "11", "12"),
        (codes::Payer::Group, "51", "52"),
        (codes::Payer::Group, "13", "11"),
        (codes::Payer::Firm, "91", "92"),
    ] {
        assert!(payer.fits(fits) && !payer.fits(not), "{payer:?}");
    }
    assert_eq!(Uscc::check("911000001000044477"), Err(Flaw::Check31('3')));
}
