//! What holds for every sum, whatever the figures: money is conserved to the fen, interest only
//! grows, days only go forward.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::almanac::{Almanac, Rate, Table};
use arrears_ledger::amount::Amount;
use arrears_ledger::calc::accrual::{Account, Debt, Manner, Terms, accrue, total};
use arrears_ledger::calc::allocation::{
    Method, Order as Inside, Waiting, allocate, allocate_periods,
};
use arrears_ledger::calc::appropriation::{Balance, Order, Owed, Part, apply, apply_many};
use arrears_ledger::calc::clearance::{Percent, shown};
use arrears_ledger::calc::course::{Course, Fixing};
use arrears_ledger::calc::interest::{Convention, Per, interest, months_and_days, overdue_days};
use arrears_ledger::calc::progress::{Matched, Payment, Standing, progress, progress_matched};
use arrears_ledger::calc::repayment::{until_cleared, with_interest};
use arrears_ledger::calc::replanning::{Repair, replan};
use arrears_ledger::calc::schedule::{
    Instalment, Rhythm, by_shares, dates, fixed, instalments, project, sum,
};
use arrears_ledger::calc::split::{NotSplit, Remainder, equal, largest_remainder};
use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn cases(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|asked| asked.parse().ok()).unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn fen(most: i64) -> impl Strategy<Value = Amount> {
    prop_oneof![Just(0), Just(1), Just(most), 0..=most, 0..=10_000.min(most)]
        .prop_map(Amount::from_fen)
}

/// Any day the tables know, and some after.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0..7_000_u64).prop_map(|days| {
        let first = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap();
        first.checked_add_days(Days::new(days)).unwrap()
    })
}

fn fixing() -> impl Strategy<Value = Fixing> {
    let times = select(vec![100_000_000, 130_000_000, 150_000_000, 400_000_000]);
    prop_oneof![
        (0..30_000_000_i64).prop_map(|rate| Fixing::Agreed(Rate::from_e8(rate), Per::Year)),
        (0..100_000_i64).prop_map(|rate| Fixing::Agreed(Rate::from_e8(rate), Per::Day)),
        times.prop_map(|times| Fixing::SamePeriod(Rate::from_e8(times))),
        day().prop_map(|day| Fixing::On(day, Rate::ONE)),
        Just(Fixing::Statutory),
        Just(Fixing::Doubled),
    ]
}

fn terms() -> impl Strategy<Value = Terms> {
    let course = (fixing(), option::of((day(), fixing())));
    let order = select(vec![
        Order::LAW,
        Order::PRINCIPAL_FIRST,
        Order::agreed(&[Part::Interest]),
    ]);
    let convention = select(vec![Convention::Act365, Convention::Act360]);
    (course, convention, any::<bool>(), order).prop_map(
        |(course, convention, count_last, order)| {
            let (first, then) = course;
            Terms {
                course: Course { first, then },
                manner: Manner {
                    convention,
                    count_last,
                    order,
                },
            }
        },
    )
}

fn balance() -> impl Strategy<Value = Balance> {
    let most = 1_000_000_000_000;
    (fen(1_000_000), fen(10_000_000), fen(most)).prop_map(|(fees, interest, principal)| Balance {
        fees,
        interest,
        principal,
    })
}

fn debts() -> impl Strategy<Value = Vec<Waiting<'static>>> {
    let most = 100_000_000_000;
    let one = (
        fen(most),
        option::of(fen(most)),
        fen(1_000_000),
        proptest::bool::weighted(0.1),
        option::of(day()),
    );
    let waiting = |(id, (amount, undisputed, paid, in_court, due))| Waiting {
        id,
        amount,
        undisputed,
        paid,
        in_court,
        due,
    };
    vec(one, 0..12).prop_map(move |debts| IDS.into_iter().zip(debts).map(waiting).collect())
}

fn method() -> impl Strategy<Value = Method> {
    let order = || select(vec![Inside::ProRata, Inside::Oldest, Inside::Smallest]);
    prop_oneof![
        order().prop_map(Method::All),
        order().prop_map(Method::UndisputedFirst),
        fen(100_000_000).prop_map(Method::SmallThenProRata),
    ]
}

const IDS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn equal_parts_make_the_sum(total in fen(i64::MAX), parts in 1..600_u32, unit in select(vec![1, 100, 1_000_000]), last: bool) {
        let rule = if last { Remainder::LastTakesBalance } else { Remainder::LargestRemainder };
        let unit = Amount::from_fen(unit);
        match equal(total, parts, unit, rule) {
            Ok(amounts) => {
                prop_assert_eq!(amounts.len(), parts as usize);
                prop_assert_eq!(amounts.iter().map(|one| i128::from(one.fen())).sum::<i128>(), i128::from(total.fen()));
                let (end, round) = amounts.split_last().unwrap();
                prop_assert!(round.iter().all(|one| one.fen() % unit.fen() == 0));
                let spread = round.iter().max().zip(round.iter().min());
                prop_assert!(spread.is_none_or(|(most, least)| *most - *least <= unit));
                prop_assert!(!last || round.iter().all(|one| one <= end));
            }
            Err(NotSplit::NothingThere) => prop_assert_eq!(total, Amount::ZERO),
            Err(why) => {
                prop_assert!(matches!(why, NotSplit::TooSmall(_)));
                prop_assert!(total.fen() / unit.fen() < i64::from(parts));
            }
        }
    }

    #[test]
    fn weighted_parts_make_the_sum_and_keep_their_quota(total in fen(i64::MAX), weights in vec((0..=i64::MAX).prop_map(|parts| Rate::from_e8(parts).e8()), 1..9)) {
        let parts = largest_remainder(total, &weights);
        let all: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        let made: i128 = parts.iter().map(|part| i128::from(part.fen())).sum();
        prop_assert_eq!(made, if all == 0 { 0 } else { i128::from(total.fen()) });
        for (part, weight) in parts.iter().zip(&weights).filter(|_| all != 0) {
            let quota = i128::from(total.fen()) * i128::from(*weight) / all;
            prop_assert!((0..=1).contains(&(i128::from(part.fen()) - quota)));
            prop_assert!(all < i128::from(total.fen()) || part.fen() <= *weight);
        }
        let shares: Vec<Rate> = weights.iter().map(|weight| Rate::from_e8(*weight)).collect();
        prop_assert_eq!(by_shares(total, &shares), parts);
    }

    #[test]
    fn the_same_sum_until_cleared_makes_the_debt(total in fen(1_000_000), each in fen(1_000_000)) {
        if let Ok(amounts) = fixed(total, each) {
            prop_assert_eq!(amounts.iter().copied().sum::<Amount>(), total);
            prop_assert!(amounts.iter().all(|one| Amount::ZERO < *one && *one <= each));
            prop_assert_eq!(project(total, each).unwrap().periods, i64::try_from(amounts.len()).unwrap());
        } else {
            prop_assert!(total == Amount::ZERO || each == Amount::ZERO || 600 * each.fen() < total.fen());
        }
    }

    #[test]
    fn a_budget_is_shared_to_the_fen(debts in debts(), budget in fen(200_000_000_000), method in method()) {
        let shared = allocate(&debts, budget, method);
        prop_assert_eq!(shared.paid() + shared.unspent, budget);
        for (debt, share) in debts.iter().zip(&shared.shares) {
            prop_assert_eq!(share.payable, debt.payable());
            prop_assert!(Amount::ZERO <= share.paid && share.paid <= share.payable);
            prop_assert!(!debt.in_court || share.paid == Amount::ZERO);
        }
        let payable: Amount = debts.iter().map(Waiting::payable).sum();
        prop_assert_eq!(shared.paid(), budget.min(payable), "money lies idle while somebody waits");
        // Two halves of a budget pay what the whole pays, where there is a strict order.
        let half = Amount::from_fen(budget.fen() / 2);
        let periods = allocate_periods(&debts, &[half, budget - half], method);
        let paid: Amount = periods.iter().map(arrears_ledger::calc::allocation::Allocation::paid).sum();
        prop_assert_eq!(paid, budget.min(payable));
        if method == Method::All(Inside::Oldest) {
            let twice = |index: usize| periods[0].shares[index].paid + periods[1].shares[index].paid;
            prop_assert!((0..debts.len()).all(|index| twice(index) == shared.shares[index].paid));
        }
    }

    #[test]
    fn a_payment_is_put_to_account_to_the_fen(owed in balance(), payment in fen(2_000_000_000_000), order in select(vec![Order::LAW, Order::PRINCIPAL_FIRST])) {
        let applied = apply(owed, payment, order);
        prop_assert_eq!(applied.to.total() + applied.surplus, payment);
        prop_assert_eq!(applied.to.total() + applied.left.total(), owed.total());
        let parts = |balance: Balance| [balance.fees, balance.interest, balance.principal];
        prop_assert!(parts(applied.left).iter().all(|part| Amount::ZERO <= *part));
        prop_assert!(applied.surplus == Amount::ZERO || applied.left == Balance::default());
    }

    #[test]
    fn a_payment_of_several_debts_is_spread_to_the_fen(
        debts in vec((fen(1_000_000), day(), 0..3_i64, select(vec![0, 1, 2])), 0..8),
        payment in fen(4_000_000), on in day(), named in vec(0..9_usize, 0..4),
    ) {
        let debts: Vec<Owed> = debts.into_iter().map(|(amount, due, security, burden)| Owed {
            amount, due, security: Amount::from_fen(security), burden: Rate::from_e8(burden),
        }).collect();
        let spread = apply_many(&debts, payment, on, &named);
        let paid: Amount = spread.paid.iter().copied().sum();
        prop_assert_eq!(paid + spread.surplus, payment);
        for (debt, paid) in debts.iter().zip(&spread.paid) {
            prop_assert!(Amount::ZERO <= *paid && *paid <= debt.amount);
        }
        let open = |index: usize| spread.paid[index] < debts[index].amount;
        // Nobody is paid behind an open debt the law puts first.
        for (later, _) in spread.paid.iter().enumerate().filter(|(index, paid)| !named.contains(index) && **paid != Amount::ZERO) {
            let key = |one: &Owed| (on < one.due, one.security, std::cmp::Reverse(one.burden), one.due);
            prop_assert!((0..debts.len()).all(|first| !open(first) || key(&debts[later]) <= key(&debts[first])));
        }
    }

    #[test]
    fn interest_only_grows(principal in fen(i64::MAX), rate in 0..2_000_000_000_i64, days in 0..40_000_i64, year in select(vec![1, 360, 365])) {
        let of = |principal, rate, days| interest(principal, Rate::from_e8(rate), days, year);
        let now = of(principal, rate, days);
        prop_assert!(Amount::ZERO <= now);
        prop_assert!(now <= of(principal, rate, days + 1));
        prop_assert!(now <= of(principal, rate + 1, days));
        prop_assert!(now <= of(principal + Amount::from_fen(1), rate, days));
    }

    /// At most a fen for the new cut.
    #[test]
    fn cutting_a_span_changes_the_total_by_a_fen_at_most(base in fen(1_000_000_000_000), terms in terms(), mut days in [day(), day(), day()]) {
        let almanac = Almanac::carried();
        days.sort_unstable();
        let [from, cut, until] = days;
        let sum = |from, until| terms.segments(base, from, until, &almanac).map(|segments| total(&segments));
        if let (Ok(whole), Ok(first), Ok(second)) = (sum(from, until), sum(from, cut), sum(cut, until)) {
            let differs = (whole - (first + second)).fen().abs();
            prop_assert!(differs <= 1, "{whole} is not {first} and {second}");
        }
    }

    #[test]
    fn segments_cover_every_day_once(terms in terms(), one in day(), other in day()) {
        let almanac = Almanac::carried();
        let (from, until) = (one.min(other), one.max(other));
        if let Ok(segments) = terms.segments(Amount::from_fen(100), from, until, &almanac) {
            let mut next = from;
            for (index, segment) in segments.iter().enumerate() {
                prop_assert_eq!(segment.from, next);
                prop_assert!(segment.from < segment.until);
                next = segment.until;
                if let Some(after) = segments.get(index + 1) {
                    prop_assert!((segment.rate, segment.per) != (after.rate, after.per));
                }
            }
            prop_assert_eq!(next, until);
        }
    }

    #[test]
    fn an_account_conserves_money(owed in balance(), terms in terms(), due in day(), as_of in day(), paid in vec((day(), fen(10_000_000_000)), 0..6)) {
        let payments: Vec<Payment> = paid.into_iter().map(|(on, amount)| Payment { on, amount }).collect();
        let Ok(account) = accrue(&Debt { owed, due }, &payments, as_of, &terms, &Almanac::carried()) else {
            return Ok(());
        };
        let made: Amount = payments.iter().filter(|one| one.on <= as_of).map(|one| one.amount).sum();
        prop_assert_eq!(owed.total() + account.interest() + account.surplus(), account.owed.total() + made);
        prop_assert_eq!(account.all_days(), overdue_days(due, as_of, terms.manner.count_last));
        let ordered = account.steps.windows(2).all(|two| two[0].on <= two[1].on);
        prop_assert!(ordered);
    }

    /// Interest bears no interest: paying nothing on some day changes nothing but a rounding.
    #[test]
    fn a_payment_of_nothing_changes_a_fen_at_most(owed in balance(), terms in terms(), due in day(), as_of in day(), on in day()) {
        let almanac = Almanac::carried();
        let debt = Debt { owed, due };
        let nothing = [Payment { on, amount: Amount::ZERO }];
        let account = |payments: &[Payment]| accrue(&debt, payments, as_of, &terms, &almanac);
        if let (Ok(with), Ok(without)) = (account(&nothing), account(&[])) {
            let owed = |account: Account| account.owed.total();
            prop_assert!((owed(with) - owed(without)).fen().abs() <= 1);
        }
    }

    #[test]
    fn whole_months_and_days_make_the_span(one in day(), other in day()) {
        let (from, until) = (one.min(other), one.max(other));
        let (months, days) = months_and_days(from, until);
        let whole = arrears_ledger::almanac::add_months(from, months);
        prop_assert!((0..=30).contains(&days));
        prop_assert_eq!(whole.checked_add_days(Days::new(days.unsigned_abs())).unwrap(), until);
        let counted = |until| Convention::Months.days(from, until);
        prop_assert!(counted(until) <= counted(until.succ_opt().unwrap()));
    }

    #[test]
    fn days_of_a_plan_only_go_forward(first in day(), step in 1..24_u16, count in 1..80_u32, roll: bool) {
        let calendar = arrears_ledger::almanac::Calendar::carried();
        let rhythm = Rhythm { first, step };
        let plain = dates(rhythm, count, None).days;
        let days = dates(rhythm, count, roll.then_some(&calendar)).days;
        prop_assert_eq!(days.len(), count as usize);
        prop_assert!(days.windows(2).all(|two| two[0] < two[1]));
        prop_assert!(days.iter().zip(&plain).all(|(rolled, day)| day <= rolled));
        prop_assert!(roll || days.iter().all(|day| chrono::Datelike::day(day) <= chrono::Datelike::day(&first)));
    }

    #[test]
    fn a_matched_payment_fills_its_own_instalment_first(plan in vec((day(), fen(10_000_000)), 1..9), paid in vec((day(), fen(10_000_000), option::of(0..12_usize)), 0..9), as_of in day()) {
        let plan: Vec<Instalment> = plan.into_iter().map(|(due, amount)| Instalment { due, amount }).collect();
        let payments: Vec<Matched> = paid.into_iter().map(|(on, amount, to)| Matched { payment: Payment { on, amount }, to }).collect();
        let stands = progress_matched(&plan, &payments, as_of);
        let applied: Amount = stands.instalments.iter().map(|one| one.applied).sum();
        prop_assert_eq!(applied + stands.prepaid, stands.actual);
        prop_assert!(stands.instalments.iter().all(|one| one.applied <= one.amount));
        prop_assert!(stands.prepaid == Amount::ZERO || stands.rest() == Amount::ZERO);
        for (place, one) in stands.instalments.iter().enumerate() {
            let own = payments.iter().filter(|made| made.to == Some(place) && made.payment.on <= as_of);
            let own: Amount = own.map(|made| made.payment.amount).sum();
            prop_assert!(own.min(one.amount) <= one.applied);
        }
    }

    #[test]
    fn filling_conserves_what_was_paid(plan in vec((day(), fen(10_000_000)), 0..9), paid in vec((day(), fen(10_000_000)), 0..9), as_of in day()) {
        let plan: Vec<Instalment> = plan.into_iter().map(|(due, amount)| Instalment { due, amount }).collect();
        let payments: Vec<Payment> = paid.into_iter().map(|(on, amount)| Payment { on, amount }).collect();
        let stands = progress(&plan, &payments, as_of);
        let applied: Amount = stands.instalments.iter().map(|one| one.applied).sum();
        prop_assert_eq!(applied + stands.prepaid, stands.actual);
        prop_assert_eq!(stands.rest() + applied, sum(&plan));
        for one in &stands.instalments {
            prop_assert!(one.applied <= one.amount);
            // An instalment gets something only when those due before it are full.
            let earlier = stands.instalments.iter().filter(|other| other.due < one.due);
            prop_assert!(one.applied == Amount::ZERO || earlier.clone().all(|other| other.applied == other.amount));
            prop_assert_eq!(one.standing == Standing::Overdue, one.due < as_of && one.applied < one.amount);
        }
    }

    #[test]
    fn a_repaired_plan_is_the_open_rest(plan in vec((day(), fen(10_000_000)), 0..9), paid in fen(30_000_000), as_of in day(), each in fen(1_000_000)) {
        let plan: Vec<Instalment> = plan.into_iter().map(|(due, amount)| Instalment { due, amount }).collect();
        let stands = progress(&plan, &[Payment { on: as_of, amount: paid }], as_of);
        let later = dates(Rhythm { first: as_of, step: 1 }, 600, None).days;
        for repair in [Repair::NextTakesIt, Repair::Spread, Repair::Append { dates: &later, each }] {
            match replan(&stands, as_of, repair) {
                Ok(rest) => {
                    prop_assert_eq!(sum(&rest), stands.rest());
                    prop_assert!(rest.iter().all(|one| as_of <= one.due));
                    prop_assert!(rest.windows(2).all(|two| two[0].due <= two[1].due));
                }
                Err(none) => prop_assert!(Amount::ZERO < none.rest && none.rest <= stands.overdue),
            }
        }
    }

    #[test]
    fn a_plan_with_interest_conserves_money(owed in balance(), terms in terms(), due in day(), parts in 1..20_u32, first in day(), each in fen(1_000_000_000)) {
        let almanac = Almanac::carried();
        let debt = Debt { owed, due };
        let rhythm = Rhythm { first, step: 1 };
        let parts = equal(owed.principal, parts, Amount::from_fen(1), Remainder::LargestRemainder);
        let days = dates(rhythm, 20, None).days;
        if let Ok(done) = with_interest(&debt, &instalments(&days, &parts.unwrap_or_default()), &terms, &almanac) {
            prop_assert_eq!(done.paid() + done.left.total(), owed.total() + done.interest());
            prop_assert!(done.rows.is_empty() || done.left == Balance::default());
        }
        if let Ok(done) = until_cleared(&debt, each, rhythm, &terms, &almanac) {
            prop_assert_eq!(done.paid() + done.left.total(), owed.total() + done.interest());
            prop_assert!(done.rows.iter().all(|row| row.pay <= each));
            prop_assert!(done.cleared().is_none() || done.left == Balance::default());
        }
    }

    #[test]
    fn a_share_is_a_hundred_only_when_all_is_done(part in fen(i64::MAX), whole in fen(i64::MAX)) {
        let hundred = Percent::of(1, 1, 2).unwrap();
        match shown(part, whole) {
            None => prop_assert_eq!(whole, Amount::ZERO),
            Some(percent) => prop_assert_eq!(percent < hundred, part < whole),
        }
    }
}
