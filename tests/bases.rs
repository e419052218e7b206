//! Which interest the law has: the table by contract, debtor, kind and agreement, and what a
//! statement says of it.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::almanac::{Almanac, Rate};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::{Debt, Manner};
use arrears_ledger::calc::appropriation::Balance;
use arrears_ledger::calc::basis::{Basis, Case, Kind, SALE_LEAST, SALE_MOST};
use arrears_ledger::calc::course::{NoRate, Source};
use arrears_ledger::calc::interest::{Convention, Per};
use arrears_ledger::calc::progress::Payment;
use arrears_ledger::calc::statement::{
    NoStatement, Question, Remark, Statement, side_by_side, state,
};
use arrears_ledger::calc::term::Payer;
use arrears_ledger::printout;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

fn fen(yuan: i64) -> Amount {
    Amount::from_fen(100 * yuan)
}

/// A bureau's purchase from a small firm.
fn case(contract: &str, breach: &str) -> Case {
    Case {
        debtor: Payer::Public,
        is_sme: true,
        told: None,
        contract: Some(day(contract)),
        kind: Kind::Sale,
        agreed: None,
        back_to_back: false,
        breach: day(breach),
    }
}

fn ask(
    case: Case,
    due: &str,
    as_of: &str,
    payments: &[Payment],
    basis: Option<Basis>,
) -> Statement {
    let owed = Balance {
        principal: fen(1_000_000),
        ..Balance::default()
    };
    let debt = Debt {
        owed,
        due: day(due),
    };
    let question = Question {
        debt,
        payments,
        as_of: day(as_of),
        case,
    };
    state(&question, basis, &Manner::default(), &Almanac::carried()).unwrap()
}

/// A case that differs from another in something.
fn but(mut case: Case, change: impl Fn(&mut Case)) -> Case {
    change(&mut case);
    case
}

/// What the table suggests, what applies where nobody chooses, and the alternatives.
fn holds(case: Case, basis: Basis, unattended: Basis, alternatives: &[Basis]) {
    let suggestion = case.suggest(&Almanac::carried());
    assert_eq!(suggestion.basis, basis, "{case:?}");
    assert_eq!(suggestion.unattended, unattended, "{case:?}");
    assert_eq!(suggestion.alternatives, alternatives, "{case:?}");
    assert!(!suggestion.notes.is_empty());
    let is_sale = basis == Basis::Sale(SALE_LEAST);
    assert_eq!(suggestion.up_to, is_sale.then_some(Basis::Sale(SALE_MOST)));
}

const LPR: Basis = Basis::SamePeriod(Rate::ONE);
const SALE: Basis = Basis::Sale(SALE_LEAST);

/// Cases A to D.
#[test]
fn under_the_regulation_it_is_what_was_agreed_its_floor_or_the_daily_rate() {
    let new = case("2023-05-10", "2024-02-01");
    let agreed = |rate, per| but(new, |case| case.agreed = Some((percent(rate), per)));
    // The LPR of the contract's day is 3.65 %, and 0.01 % a day are 3.65 % a year.
    for (case, basis) in [
        (agreed("3.65", Per::Year), Basis::Agreed),
        (agreed("3.64", Per::Year), Basis::LprAtContract),
        (agreed("0.01", Per::Day), Basis::Agreed),
        (agreed("0.009", Per::Day), Basis::LprAtContract),
        (new, Basis::Statutory),
        (
            but(new, |case| case.kind = Kind::Construction),
            Basis::Statutory,
        ),
        (but(new, |case| case.back_to_back = true), Basis::Statutory),
    ] {
        holds(case, basis, basis, &[]);
    }
    let large = but(new, |case| {
        case.back_to_back = true;
        case.debtor = Payer::Large;
    });
    holds(large, Basis::Statutory, Basis::Statutory, &[LPR]);
    let untold = but(new, |case| case.told = Some(false));
    holds(untold, Basis::Statutory, Basis::Statutory, &[SALE]);
    let undated = but(new, |case| case.contract = None);
    let none = Basis::NoInterest;
    holds(undated, none, none, &[Basis::Statutory, SALE]);
}

/// Cases E to I.
#[test]
fn outside_the_regulation_nothing_is_computed_until_somebody_chooses() {
    let old = case("2018-05-10", "2019-02-01");
    let works = |case| but(case, |case| case.kind = Kind::Construction);
    let contested = |case: Case| case.suggest(&Almanac::carried()).contested;
    for (case, basis, later) in [
        (old, SALE, Some(Basis::Statutory)),
        (works(old), LPR, Some(Basis::Statutory)),
        (
            but(old, |case| case.kind = Kind::Service),
            SALE,
            Some(Basis::Statutory),
        ),
        (
            but(old, |case| case.agreed = Some((percent("1"), Per::Year))),
            Basis::Agreed,
            None,
        ),
        (but(old, |case| case.is_sme = false), SALE, None),
        (
            works(but(old, |case| case.debtor = Payer::Other)),
            LPR,
            None,
        ),
        (
            but(case("2023-05-10", "2024-02-01"), |case| case.is_sme = false),
            SALE,
            None,
        ),
    ] {
        holds(case, basis, Basis::NoInterest, &[]);
        assert_eq!(contested(case), later, "{case:?}");
    }
}

#[test]
fn the_first_day_of_the_regulation_decides() {
    let almanac = Almanac::carried();
    let basis = |contract| case(contract, "2021-01-01").suggest(&almanac).basis;
    assert_eq!(basis("2020-09-01"), Basis::Statutory);
    assert_eq!(basis("2020-08-31"), Basis::Sale(SALE_LEAST));
}

#[test]
fn a_sale_is_fixed_on_the_first_day_overdue_once_there_is_an_lpr() {
    let sources = |due: &str| {
        let case = case("2019-01-10", due);
        let case = Case {
            breach: day(due).succ_opt().unwrap(),
            ..case
        };
        let stated = ask(case, due, "2020-12-31", &[], Some(Basis::Sale(SALE_MOST)));
        let segments: Vec<Source> = stated
            .account
            .all_segments()
            .map(|one| one.source)
            .collect();
        segments
    };
    // Overdue from 2019-08-20: that day's LPR, unchanged.
    assert_eq!(
        sources("2019-08-19"),
        [Source::Lpr(day("2019-08-20"), SALE_MOST)]
    );
    // A day earlier: the benchmark, then each LPR of the time.
    let floating = sources("2019-08-18");
    assert_eq!(
        floating.first(),
        Some(&Source::Benchmark(day("2015-10-24"), SALE_MOST))
    );
    assert_eq!(floating.len(), 6);
}

#[test]
fn a_basis_nobody_chose_is_never_passed_off_as_chosen() {
    let new = case("2023-05-10", "2024-02-01");
    let silent = ask(new, "2024-01-31", "2024-05-10", &[], None);
    assert!(!silent.is_chosen && silent.remarks.contains(&Remark::NotChosen));
    assert_eq!(silent.account.interest(), fen(50_000));
    let chosen = ask(new, "2024-01-31", "2024-05-10", &[], Some(Basis::Statutory));
    assert!(chosen.is_chosen && !chosen.remarks.contains(&Remark::NotChosen));
    assert_eq!(chosen.account, silent.account);
    let old = case("2018-05-10", "2019-02-01");
    let silent = ask(old, "2019-01-31", "2024-05-10", &[], None);
    assert_eq!(silent.account.interest(), Amount::ZERO);
}

#[test]
fn a_statement_says_what_to_know() {
    let new = case("2023-05-10", "2024-02-01");
    let payment = |on, yuan| Payment {
        on: day(on),
        amount: fen(yuan),
    };
    let paid = [payment("2024-02-01", 2_000_000), payment("2025-01-01", 1)];
    let stated = ask(
        new,
        "2024-01-31",
        "2024-05-10",
        &paid,
        Some(Basis::Statutory),
    );
    // One day of 0.05 % on a million is 500.
    let over = Remark::Surplus(fen(999_500));
    let fourfold = Remark::AboveFourfold {
        rate: percent("18.25"),
        fourfold: percent("14.6"),
    };
    assert_eq!(stated.remarks, [fourfold, Remark::Later(1), over]);
    // The newest LPR is of 2026-09-20 and speaks for 31 days.
    let far = |as_of| {
        let stated = ask(
            new,
            "2024-01-31",
            as_of,
            &[],
            Some(Basis::SamePeriod(Rate::ONE)),
        );
        stated.remarks.into_iter().find_map(|remark| match remark {
            Remark::Rates(beyond) => Some(beyond.edge),
            _ => None,
        })
    };
    assert_eq!(far("2026-10-21"), None);
    assert_eq!(far("2026-10-22"), Some(day("2026-10-21")));
}

#[test]
fn what_a_basis_needs_is_asked_for() {
    let case = Case {
        contract: None,
        ..case("2023-05-10", "2024-02-01")
    };
    let owed = Balance {
        principal: fen(1),
        ..Balance::default()
    };
    let question = |due| Question {
        debt: Debt {
            owed,
            due: day(due),
        },
        payments: &[],
        as_of: day("2025-01-01"),
        case,
    };
    let stated = |due, basis| {
        let question = question(due);
        state(
            &question,
            Some(basis),
            &Manner::default(),
            &Almanac::carried(),
        )
        .map(|_| ())
    };
    for basis in [Basis::Agreed, Basis::LprAtContract] {
        assert_eq!(stated("2024-01-31", basis), Err(NoStatement::Lacks(basis)));
    }
    // There was no daily rate before the Regulation, and no benchmark is carried before 2008.
    for (due, basis) in [
        ("2020-08-30", Basis::Statutory),
        ("2008-12-21", Basis::SamePeriod(Rate::ONE)),
    ] {
        let first = day(due).succ_opt().unwrap();
        let why = NoStatement::Rate(NoRate { day: first });
        assert_eq!(stated(due, basis), Err(why));
    }
    assert_eq!(stated("2020-08-31", Basis::Statutory), Ok(()));
}

#[test]
fn alternatives_stand_side_by_side_each_once() {
    let old = case("2020-03-19", "2020-07-01");
    let owed = Balance {
        principal: fen(2_000_000),
        ..Balance::default()
    };
    let question = Question {
        debt: Debt {
            owed,
            due: day("2020-06-30"),
        },
        payments: &[],
        as_of: day("2021-06-30"),
        case: old,
    };
    let almanac = Almanac::carried();
    let answers = side_by_side(&question, &Manner::default(), &almanac);
    let bases: Vec<Basis> = answers.iter().map(|(basis, _)| *basis).collect();
    assert_eq!(
        bases,
        [
            Basis::Sale(SALE_LEAST),
            Basis::Sale(SALE_MOST),
            Basis::SaleThenStatutory(SALE_LEAST),
            Basis::SamePeriod(Rate::ONE),
        ]
    );
    let page = printout::side_by_side(&answers, &old.suggest(&almanac));
    for lang in [Lang::Zh, Lang::En] {
        let text = page.text(lang);
        // 2,000,000 × 3.85 % × 1.3 for a year.
        assert!(text.contains("100100.00"), "{text}");
        assert!(text.contains("(2022)") && text.contains("7136"), "{text}");
    }
}

#[test]
fn months_are_printed_as_months() {
    let case = Case {
        agreed: Some((percent("3.85"), Per::Year)),
        ..case("2021-01-10", "2021-03-09")
    };
    let manner = Manner {
        convention: Convention::Months,
        ..Manner::default()
    };
    let owed = Balance {
        principal: Amount::from_fen(176_308_366),
        ..Balance::default()
    };
    let question = Question {
        debt: Debt {
            owed,
            due: day("2021-03-08"),
        },
        payments: &[],
        as_of: day("2023-01-08"),
        case,
    };
    let stated = state(&question, Some(Basis::Agreed), &manner, &Almanac::carried()).unwrap();
    assert_eq!(stated.account.interest().to_string(), "124444.32");
    let page = printout::statement(&stated);
    assert!(page.text(Lang::Zh).contains("22个月0天"));
    assert!(page.markdown(Lang::En).contains("| 22 m 0 d |"));
}
