//! Plans by example: warnings, repair, comparison, budgets period by period.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::almanac::{Almanac, Rate};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::{Debt, Terms};
use arrears_ledger::calc::allocation::{Method, Order, Waiting, allocate, allocate_periods};
use arrears_ledger::calc::appropriation::Balance;
use arrears_ledger::calc::cautions::{Bounds, Caution, cautions};
use arrears_ledger::calc::course::Fixing;
use arrears_ledger::calc::interest::Per;
use arrears_ledger::calc::progress::{Payment, progress};
use arrears_ledger::calc::repayment::{compare, until_cleared, with_interest};
use arrears_ledger::calc::replanning::{NoDayLeft, Repair, replan};
use arrears_ledger::calc::schedule::{Instalment, Rhythm, SumDiffers, dates, instalments};
use arrears_ledger::calc::split::{NotSplit, Remainder, equal};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(yuan: i64) -> Amount {
    Amount::from_fen(100 * yuan)
}

fn plan(list: &[(&str, i64)]) -> Vec<Instalment> {
    let one = |(due, amount): &(&str, i64)| Instalment {
        due: day(due),
        amount: yuan(*amount),
    };
    list.iter().map(one).collect()
}

#[test]
fn a_plan_that_cannot_be_made_says_why() {
    let part = |total, parts, unit| {
        equal(
            Amount::from_fen(total),
            parts,
            Amount::from_fen(unit),
            Remainder::LastTakesBalance,
        )
    };
    assert_eq!(part(100, 0, 1), Err(NotSplit::Parts(0)));
    assert_eq!(part(100, 601, 1), Err(NotSplit::Parts(601)));
    assert_eq!(part(0, 3, 1), Err(NotSplit::NothingThere));
    assert_eq!(part(-100, 3, 1), Err(NotSplit::NothingThere));
    assert_eq!(part(100, 3, 0), Err(NotSplit::Unit(Amount::ZERO)));
    // Two and a half ten-thousands cannot be three whole ones.
    assert_eq!(part(2_500_000, 3, 1_000_000), Err(NotSplit::TooSmall(2)));
    let halves = part(2_500_000, 2, 1_000_000).unwrap();
    assert_eq!(halves, [1_000_000, 1_500_000].map(Amount::from_fen));
}

#[test]
fn everything_worth_a_second_look_is_said() {
    let calendar = Almanac::carried().calendar;
    let plan = plan(&[
        ("2026-01-30", 100),
        ("2026-01-31", 100),
        ("2027-01-29", 100),
    ]);
    let bounds = Bounds {
        total: Some(yuan(301)),
        limitation: Some(day("2026-01-30")),
        target: Some(day("2026-12-31")),
        budgets: &[(2026, yuan(199)), (2027, yuan(100))],
        arisen: &[yuan(7), yuan(5)],
    };
    let found = cautions(&plan, &bounds, &calendar);
    let (sum, total) = (yuan(300), yuan(301));
    assert_eq!(found.len(), 7, "{found:?}");
    for expected in [
        Caution::Sum(SumDiffers { sum, total }),
        Caution::Limitation {
            due: day("2026-01-31"),
            act_by: day("2026-01-30"),
        },
        Caution::Target {
            due: day("2027-01-29"),
            target: day("2026-12-31"),
        },
        Caution::DayOff(day("2026-01-31")),
        Caution::Budget {
            year: 2026,
            planned: yuan(200),
            budget: yuan(199),
        },
        Caution::Arisen {
            count: 2,
            amount: yuan(12),
        },
    ] {
        assert!(found.contains(&expected), "{expected:?}");
    }
    let ends = found.iter().find_map(|one| match one {
        Caution::Calendar(beyond) => Some(beyond.edge),
        _ => None,
    });
    assert_eq!(ends, Some(day("2026-12-31")));
    let fine = plan.get(..1).unwrap();
    assert_eq!(cautions(fine, &Bounds::default(), &calendar), []);
}

#[test]
fn days_beyond_the_calendar_are_weekends_and_said_so() {
    let calendar = Almanac::carried().calendar;
    let rhythm = Rhythm {
        first: day("2026-10-31"),
        step: 3,
    };
    let dates = dates(rhythm, 3, Some(&calendar));
    // Two Saturdays and a Sunday of 2026 and 2027; the holidays of 2027 are not known.
    assert_eq!(
        dates.days,
        ["2026-11-02", "2027-02-01", "2027-04-30"].map(day)
    );
    assert_eq!(dates.beyond.unwrap().edge, day("2026-12-31"));
}

#[test]
fn a_missed_instalment_is_taken_up_as_asked() {
    let plan = plan(&[("2026-01-30", 100), ("2026-02-27", 60), ("2026-03-31", 40)]);
    let made = [Payment {
        on: day("2026-01-30"),
        amount: yuan(50),
    }];
    let as_of = day("2026-02-10");
    let stands = progress(&plan, &made, as_of);
    let amounts = |repair| {
        let rest = replan(&stands, as_of, repair).unwrap();
        let pair = |one: &Instalment| (one.due.to_string(), one.amount.fen() / 100);
        rest.iter().map(pair).collect::<Vec<_>>()
    };
    let pair = |due: &str, amount| (due.to_owned(), amount);
    let (second, third) = ("2026-02-27", "2026-03-31");
    assert_eq!(
        amounts(Repair::NextTakesIt),
        [pair(second, 110), pair(third, 40)]
    );
    assert_eq!(amounts(Repair::Spread), [pair(second, 90), pair(third, 60)]);
    let dates = ["2026-02-05", third, "2026-04-30", "2026-05-29"].map(day);
    let append = |each| Repair::Append {
        dates: &dates,
        each,
    };
    assert_eq!(
        amounts(append(yuan(30))),
        [
            pair(second, 60),
            pair(third, 40),
            pair("2026-04-30", 30),
            pair("2026-05-29", 20)
        ]
    );
    let short = replan(&stands, as_of, append(yuan(20)));
    assert_eq!(short, Err(NoDayLeft { rest: yuan(10) }));
    // Behind the end nothing is to come that could take it.
    let after = progress(&plan, &made, day("2026-05-01"));
    let late = replan(&after, day("2026-05-01"), Repair::Spread);
    assert_eq!(late, Err(NoDayLeft { rest: yuan(150) }));
}

#[test]
fn the_quicker_plan_saves_interest() {
    let almanac = Almanac::carried();
    let debt = Debt {
        owed: Balance {
            principal: yuan(300_000),
            ..Balance::default()
        },
        due: day("2025-12-31"),
    };
    let daily = Fixing::Agreed(Rate::parse("0.0005").unwrap(), Per::Day);
    let terms = Terms::of(daily.into());
    let carry_out =
        |list: &[(&str, i64)]| with_interest(&debt, &plan(list), &terms, &almanac).unwrap();
    let slow = carry_out(&[
        ("2026-03-31", 100_000),
        ("2026-06-30", 100_000),
        ("2026-09-30", 100_000),
    ]);
    let quick = carry_out(&[("2026-03-31", 300_000)]);
    let compared = compare(&slow, &quick);
    assert_eq!(compared.days_earlier, Some(183));
    assert_eq!(compared.interest_saved, yuan(27_200 - 13_500));
    assert_eq!(compared.paid_less, compared.interest_saved);
    let partly = carry_out(&[("2026-03-31", 1)]);
    assert_eq!(compare(&slow, &partly).days_earlier, None);
    // 13,950 of interest a quarter: 10,000 never catch up, 120,000 do.
    let quarterly = Rhythm {
        first: day("2026-03-31"),
        step: 3,
    };
    let pay = |each| until_cleared(&debt, yuan(each), quarterly, &terms, &almanac).unwrap();
    assert_eq!(pay(10_000).cleared(), None);
    let done = pay(120_000);
    assert_eq!(done.cleared(), Some(day("2026-09-30")));
    assert_eq!(done.left, Balance::default());
}

fn waiting(id: &str, amount: i64, undisputed: Option<i64>) -> Waiting<'_> {
    Waiting {
        id,
        amount: yuan(amount),
        undisputed: undisputed.map(yuan),
        paid: Amount::ZERO,
        in_court: false,
        due: None,
    }
}

fn shares(debts: &[Waiting<'_>], budget: i64, method: Method) -> Vec<i64> {
    let shared = allocate(debts, yuan(budget), method);
    shared
        .shares
        .iter()
        .map(|share| share.paid.fen() / 100)
        .collect()
}

#[test]
fn a_budget_reaches_whom_the_method_puts_first() {
    let old = |waiting, due| Waiting {
        due: Some(day(due)),
        ..waiting
    };
    let debts = [
        old(waiting("甲", 900, None), "2021-05-31"),
        old(waiting("乙", 500, Some(300)), "2020-01-31"),
        old(waiting("丙", 80, None), "2024-01-31"),
        Waiting {
            in_court: true,
            ..waiting("丁", 5000, None)
        },
        waiting("戊", 20, None),
    ];
    assert_eq!(
        shares(&debts, 400, Method::All(Order::Oldest)),
        [100, 300, 0, 0, 0]
    );
    assert_eq!(
        shares(&debts, 400, Method::All(Order::Smallest)),
        [0, 300, 80, 0, 20]
    );
    assert_eq!(
        shares(&debts, 650, Method::All(Order::ProRata)),
        [450, 150, 40, 0, 10]
    );
    let undisputed = |order| shares(&debts, 1100, Method::UndisputedFirst(order));
    assert_eq!(undisputed(Order::Oldest), [900, 100, 80, 0, 20]);
    assert_eq!(undisputed(Order::ProRata), undisputed(Order::Smallest));
    assert_eq!(
        shares(&debts, 700, Method::SmallThenProRata(yuan(80))),
        [450, 150, 80, 0, 20]
    );
    assert_eq!(
        shares(&debts, 9999, Method::All(Order::ProRata)),
        [900, 300, 80, 0, 20]
    );
}

#[test]
fn a_second_budget_pays_on_from_the_first() {
    let debts = [waiting("a", 100, None), waiting("b", 300, None)];
    let periods = allocate_periods(
        &debts,
        &[yuan(150), yuan(150), yuan(999)],
        Method::All(Order::Smallest),
    );
    let paid = |period: &arrears_ledger::calc::allocation::Allocation| -> Vec<i64> {
        period
            .shares
            .iter()
            .map(|share| share.paid.fen() / 100)
            .collect()
    };
    let all: Vec<Vec<i64>> = periods.iter().map(paid).collect();
    assert_eq!(all, [[100, 50], [0, 150], [0, 100]]);
    let unspent: Vec<i64> = periods.iter().map(|one| one.unspent.fen() / 100).collect();
    assert_eq!(unspent, [0, 0, 899]);
}

#[test]
fn a_plan_of_days_and_amounts_needs_both() {
    let days = [day("2026-01-31")];
    assert_eq!(
        instalments(&days, &[yuan(1), yuan(2)]),
        plan(&[("2026-01-31", 1)])
    );
}
