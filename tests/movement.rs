//! What became of a unit's arrears between two ledgers: the account closes as long as every change
//! is on record, and does not where one is not.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use arrears_ledger::amount::Amount;
use arrears_ledger::collection::Movement;
use arrears_ledger::date::When;
use arrears_ledger::ledger::entry::{Field, Rest};
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::lists::{RemovalReason, Status};
use arrears_ledger::ledger::{Before, Entry, Header, Ledger, Payment};
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).unwrap()
}

fn fen(fen: i64) -> Amount {
    Amount::from_fen(fen)
}

fn paid(month: u32, amount: i64) -> Payment {
    Payment {
        paid_on: Some(day(month, 8)),
        amount: Some(fen(amount)),
        ..Payment::default()
    }
}

fn debt(id: &str, arrears: i64, payments: &[Payment]) -> Entry {
    let mut entry = Entry {
        arrears_amount: Some(fen(arrears)),
        rest: Rest {
            payments: payments.to_vec(),
            ..Rest::default()
        }
        .into(),
        ..Entry::default()
    };
    entry.set(Field::DebtId, id, arrears_ledger::amount::Unit::Yuan);
    entry
}

/// A ledger counted to the tenth of a month.
fn ledger(month: u32, entries: Vec<Entry>) -> Ledger {
    let header = Header {
        cutoff_date: Some(day(month, 10)),
        period: When::month(2022, month),
        ..Header::default()
    };
    Ledger {
        header,
        entries,
        ..Ledger::default()
    }
}

fn between(before: &[Entry], now: &[Entry]) -> Option<Movement> {
    let before = Before::of(ledger(6, before.to_vec()));
    Movement::between(&before, &ledger(7, now.to_vec()))
}

/// June's ledger: 100 of which 40 were paid, and 50.
fn june() -> Vec<Entry> {
    vec![debt("1", 100, &[paid(6, 40)]), debt("2", 50, &[])]
}

#[test]
fn each_record_goes_to_its_own_place() {
    let mut now = june();
    now[0].payments.push(paid(7, 30));
    now[1].arrears_amount = Some(fen(55));
    now[1].removal_reason = Some(RemovalReason::AmountCorrected);
    now.push(debt("3", 7, &[paid(7, 2)]));
    let expected = Movement {
        opening: fen(110),
        added: fen(7),
        raised: fen(5),
        repaid: fen(32),
        removed: Amount::ZERO,
        to_court: Amount::ZERO,
        closing: fen(90),
        astray: Vec::new(),
    };
    assert_eq!(between(&june(), &now), Some(expected));
    now[0].status = Some(Status::Transferred);
    now[1].status = Some(Status::InCourt);
    let movement = between(&june(), &now).unwrap();
    assert_eq!((movement.removed, movement.to_court), (fen(30), fen(55)));
    assert_eq!((movement.closing, movement.gap()), (fen(5), Amount::ZERO));
}

#[test]
fn what_is_changed_without_a_record_does_not_close() {
    type Change = fn(&mut Vec<Entry>);
    let changes: [(&str, Change, i64, &str); 9] = [
        ("left out", |now| drop(now.remove(0)), -60, "1"),
        ("payment deleted", |now| now[0].payments.clear(), 40, "1"),
        (
            "payment changed",
            |now| now[0].payments[0].amount = Some(fen(41)),
            -1,
            "1",
        ),
        (
            "payment of long ago",
            |now| now[1].payments.push(paid(5, 3)),
            -3,
            "2",
        ),
        (
            "amount lowered",
            |now| now[1].arrears_amount = Some(fen(49)),
            -1,
            "2",
        ),
        (
            "amount raised",
            |now| now[1].arrears_amount = Some(fen(51)),
            1,
            "2",
        ),
        (
            "lowered on the way to court",
            |now| {
                now[1].arrears_amount = Some(fen(20));
                now[1].status = Some(Status::InCourt);
            },
            -30,
            "2",
        ),
        (
            "new, and said to be old",
            |now| {
                let mut entry = debt("3", 9, &[]);
                entry.first_period = When::month(2022, 6);
                now.push(entry);
            },
            9,
            "3",
        ),
        (
            "total lowered",
            |now| {
                now[0].payments.clear();
                now[0].repaid_total = Some(fen(39));
            },
            1,
            "1",
        ),
    ];
    for (what, change, gap, debt) in changes {
        let mut now = june();
        change(&mut now);
        let movement = between(&june(), &now).unwrap();
        assert_eq!(movement.gap().fen(), gap, "{what}: {movement:?}");
        assert_eq!(movement.astray, [debt], "{what}");
    }
}

#[test]
fn a_late_payment_is_on_record_by_the_day_it_was_recorded() {
    let mut now = june();
    now[1].payments.push(Payment {
        recorded_on: Some(day(6, 11)),
        ..paid(5, 3)
    });
    let movement = between(&june(), &now).unwrap();
    assert_eq!((movement.repaid, movement.gap()), (fen(3), Amount::ZERO));
    now[1].payments[0].recorded_on = Some(day(6, 10));
    assert_eq!(between(&june(), &now).unwrap().gap(), fen(-3));
}

#[test]
fn what_cannot_be_told_is_not_guessed() {
    let mut now = june();
    now[0].debt_id = None;
    assert_eq!(between(&june(), &now), None);
    let twice = [june(), june()].concat();
    assert_eq!(between(&june(), &twice), None);
    let mut now = june();
    now[0].payments[0].amount = None;
    assert_eq!(between(&june(), &now), None);
    let mut before = ledger(6, june());
    before.header.cutoff_date = None;
    assert_eq!(
        Movement::between(&Before::of(before), &ledger(7, june())),
        None
    );
}

/// What may befall a debt in a period, all of it on record.
fn befall(entry: &mut Entry, event: u8, amount: i64) {
    match event {
        0 => entry.payments.push(paid(7, amount)),
        1 => {
            entry.payments.push(paid(7, amount));
            entry.payments.push(paid(7, -amount));
        }
        2 => {
            entry.arrears_amount = Some(fen(amount));
            entry.removal_reason = Some(RemovalReason::AmountCorrected);
        }
        3 => entry.status = Some(Status::InCourt),
        4 => entry.status = Some(Status::Removed),
        5 => entry.status = Some(Status::Transferred),
        6 => entry.status = Some(Status::Closed),
        _ => {}
    }
}

proptest! {
    #[test]
    fn an_account_of_records_closes(
        debts in vec((1..1_000_000_i64, 0..1_000_i64, select(vec![None, Some(Status::InCourt)])), 0..8),
        events in vec((0..8_usize, 0..9_u8, 0..1_000_000_i64), 0..16),
        new in vec(1..1_000_000_i64, 0..4),
    ) {
        let entry = |(no, (arrears, before, status)): (usize, &(i64, i64, Option<Status>))| Entry {
            status: *status,
            ..debt(&no.to_string(), *arrears, &[paid(6, *before)])
        };
        let before: Vec<Entry> = debts.iter().enumerate().map(entry).collect();
        let mut now = before.clone();
        for (row, event, amount) in events {
            if let Some(entry) = now.get_mut(row) {
                befall(entry, event, amount);
            }
        }
        let fresh = new.iter().enumerate();
        now.extend(fresh.map(|(no, arrears)| debt(&format!("n{no}"), *arrears, &[paid(7, 1)])));
        let movement = between(&before, &now).unwrap();
        prop_assert_eq!(movement.gap(), Amount::ZERO, "{:?}", &movement);
        prop_assert!(movement.astray.is_empty());
        let count = |entries: &[Entry]| ledger(7, entries.to_vec()).totals().balance;
        prop_assert_eq!((movement.opening, movement.closing), (count(&before), count(&now)));
    }
}
