//! An open ledger: whatever is typed, pasted, undone and redone, what the session says is true of
//! its ledger, and somebody who only hears of changes knows as much as the session does.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod anything;
#[path = "ledgers/edits.rs"]
mod edits;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::collections::BTreeMap;

use arrears_ledger::campaign::Campaign;
use arrears_ledger::ledger::Ledger;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::review::review;
use arrears_ledger::session::Session;
use edits::{Edit, edit};
use ledgers::{codes, context, ready, seen, today, typed};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

/// Somebody who was told the findings once, and of every change since.
struct Listener {
    findings: BTreeMap<String, Value>,
}

fn id(finding: &Value) -> String {
    finding["id"].as_str().unwrap().to_owned()
}

impl Listener {
    fn of(session: &Session) -> Self {
        let all = session.findings();
        let findings: BTreeMap<_, _> = all.iter().map(seen).map(|one| (id(&one), one)).collect();
        assert_eq!(findings.len(), all.len(), "two findings have one id");
        Self { findings }
    }

    fn hear(&mut self, change: &Value) {
        for gone in change["removed"].as_array().unwrap() {
            let known = self.findings.remove(gone.as_str().unwrap());
            assert!(known.is_some(), "{gone} was never told");
        }
        for one in change["added"].as_array().unwrap() {
            let known = self.findings.insert(id(one), one.clone());
            assert!(known.is_none(), "{} was told already", id(one));
        }
    }
}

/// What every cell shows: table, row, column → text.
type Shown = BTreeMap<(String, Option<usize>, String), String>;

fn texts<R: Record>(
    record: &R,
    ledger: &Ledger,
    table: &str,
    row: Option<usize>,
    shown: &mut Shown,
) {
    for field in R::FIELDS {
        let key = R::spec(*field).key.to_owned();
        let text = record.text(*field, ledger.header.unit());
        shown.insert((table.to_owned(), row, key), text);
    }
}

fn shown(ledger: &Ledger) -> Shown {
    let mut shown = Shown::new();
    texts(&ledger.header, ledger, "header", None, &mut shown);
    for (row, entry) in ledger.entries.iter().enumerate() {
        texts(entry, ledger, "entries", Some(row), &mut shown);
    }
    shown
}

/// The cells a change lists are the cells whose text it changed.
fn cells_are_told(change: &Value, before: &Ledger, after: &Ledger) {
    let (before, mut after) = (shown(before), shown(after));
    after.retain(|place, text| before.get(place) != Some(text));
    let word = |cell: &Value, key: &str| cell[key].as_str().unwrap().to_owned();
    let row = |cell: &Value| {
        cell["row"]
            .as_u64()
            .map(|row| usize::try_from(row).unwrap())
    };
    let cells = change["cells"].as_array().unwrap();
    let told: Shown = cells
        .iter()
        .map(|cell| {
            (
                (word(cell, "table"), row(cell), word(cell, "field")),
                word(cell, "text"),
            )
        })
        .collect();
    assert_eq!(told, after);
    assert_eq!(told.len(), cells.len(), "a cell was told twice");
}

/// The ledger after each step that can be taken back, and which of them is open.
struct History {
    ledgers: Vec<Ledger>,
    at: usize,
}

impl History {
    fn after(&mut self, edit: &Edit, ledger: &Ledger) {
        match edit {
            Edit::Undo => self.at = self.at.saturating_sub(1),
            Edit::Redo => self.at = (self.at + 1).min(self.ledgers.len() - 1),
            _ => {
                self.ledgers.truncate(self.at + 1);
                self.ledgers.push(ledger.clone());
                self.at += 1;
            }
        }
    }
}

fn follow(mut session: Session, edits: &[Edit]) {
    let campaign = Campaign::yexian_2022();
    let mut listener = Listener::of(&session);
    let mut history = History {
        ledgers: vec![session.ledger().clone()],
        at: 0,
    };
    for edit in edits {
        let before = session.ledger().clone();
        let Ok(change) = edit.make(&mut session) else {
            assert_eq!(
                session.ledger(),
                &before,
                "{edit:?} was refused but did something"
            );
            continue;
        };
        let after = session.ledger();
        history.after(edit, after);
        assert_eq!(after, &history.ledgers[history.at], "{edit:?}");
        assert_eq!(
            session.reviewed(),
            review(after, &context(&campaign)),
            "{edit:?}"
        );
        let reload = change["reload"] == true;
        if !reload {
            cells_are_told(&change, &before, after);
        }
        assert_eq!(change["overview"], seen(&session.overview()));
        // Another unit words every amount anew.
        let is_anew = before.header.unit() != after.header.unit();
        assert!(reload || !is_anew);
        assert_eq!(change["reload_findings"], is_anew, "few rows are all told");
        if is_anew {
            listener = Listener::of(&session);
        } else {
            listener.hear(&change);
            assert_eq!(
                listener.findings,
                Listener::of(&session).findings,
                "{edit:?}"
            );
        }
    }
    let last = session.ledger().clone();
    for _ in 0..history.ledgers.len() {
        session.undo();
    }
    assert_eq!(session.ledger(), &history.ledgers[0]);
    for _ in 0..history.ledgers.len() {
        session.redo();
    }
    for _ in history.at + 1..history.ledgers.len() {
        session.undo();
    }
    assert_eq!(session.ledger(), &last);
}

proptest! {
    #![proptest_config(anything::cases(128))]

    #[test]
    fn a_session_keeps_its_law_on_a_new_ledger(edits in vec(edit(), 1..30)) {
        follow(Session::new(Campaign::yexian_2022(), today()), &edits);
    }

    #[test]
    fn a_session_keeps_its_law_on_a_finished_ledger(edits in vec(edit(), 1..20)) {
        let text = ready().draft();
        let reading = arrears_ledger::read::read_json(&text);
        follow(Session::open(reading, Campaign::yexian_2022(), today()), &edits);
    }
}

fn ids(session: &Session) -> Vec<String> {
    let keys = ["debt_id".to_owned()];
    session.rows(0, usize::MAX, &keys).unwrap().concat()
}

#[test]
fn debts_typed_before_the_unit_was_chosen_get_its_code_in_their_numbers() {
    let mut session = Session::new(Campaign::yexian_2022(), today());
    session.insert_rows(0, 2).unwrap();
    assert_eq!(ids(&session), ["new-2022-06-0001", "new-2022-06-0002"]);
    session.choose_unit("410422207").unwrap();
    assert_eq!(
        ids(&session),
        ["410422207-2022-06-0001", "410422207-2022-06-0002"]
    );
    session.undo();
    assert_eq!(ids(&session), ["new-2022-06-0001", "new-2022-06-0002"]);
}

#[test]
fn a_number_is_given_once_even_when_rows_between_are_gone() {
    let mut session = typed();
    session.insert_rows(1, 1).unwrap();
    session.remove_rows(0, 1).unwrap();
    session.duplicate_row(1).unwrap();
    let numbers = ids(&session).concat().replace("410422207-2022-06-", " ");
    assert_eq!(numbers, " 0003 0002 0004");
}

#[test]
fn a_copy_of_a_debt_has_its_plan_but_not_its_payments() {
    let mut session = typed();
    session.add_child(1, "payments").unwrap();
    session.duplicate_row(1).unwrap();
    let copy = seen(&session.row(2).unwrap());
    assert_eq!(copy["instalments"].as_array().unwrap().len(), 2);
    assert_eq!(copy["payments"].as_array().unwrap().len(), 0);
    assert_eq!(copy["cells"]["seq_no"], "");
}

#[test]
fn payments_are_recorded_in_one_step_or_not_at_all() {
    let mut session = typed();
    let before = session.ledger().clone();
    let keys = ["paid_on", "amount"].map(str::to_owned);
    let paid = |row, amount: &str| (row, vec!["2022-06-01".to_owned(), amount.to_owned()]);
    let refused = session.add_records("payments", &keys, &[paid(0, "1"), paid(2, "1")]);
    assert!(refused.is_err());
    assert_eq!(session.ledger(), &before);
    let listed = [paid(0, "1"), paid(1, "2"), paid(0, "3")];
    session.add_records("payments", &keys, &listed).unwrap();
    let amounts = |row| {
        let row = seen(&session.row(row).unwrap());
        let payments = row["payments"].as_array().unwrap();
        let amounts = payments.iter().map(|one| one["amount"].clone());
        amounts.collect::<Vec<_>>()
    };
    assert_eq!(
        (amounts(0), amounts(1)),
        (vec!["1".into(), "3".into()], vec!["2".into()])
    );
    session.undo();
    assert_eq!(session.ledger(), &before);
}

#[test]
fn an_empty_reason_takes_a_confirmation_back() {
    let mut session = ready();
    let id = session.findings()[0].id.clone();
    let change = seen(&session.confirm(&id, "  ").unwrap());
    assert_eq!(change["removed"], serde_json::json!([id]));
    assert_eq!(change["added"][0]["reason"], Value::Null);
    assert_eq!(change["overview"]["ready"], false);
}

#[test]
fn another_unit_shows_amounts_anew_and_stores_the_same() {
    let mut session = typed();
    let shown =
        |session: &Session| seen(&session.row(0).unwrap())["cells"]["arrears_amount"].clone();
    let before = (shown(&session), session.ledger().entries.clone());
    session.set_header("amount_unit", "元").unwrap();
    assert_eq!(
        (before.0, shown(&session)),
        ("13.5".into(), "135000".into())
    );
    assert_eq!(session.ledger().entries, before.1);
    assert_eq!(codes(&session), ["D-05"]);
}

#[test]
fn what_is_not_there_cannot_be_edited() {
    let mut session = typed();
    let before = session.ledger().clone();
    for refused in [
        session.set_cell(2, "remark", "x"),
        session.set_cell(0, "no_such_field", "x"),
        session.set_header("no_such_field", "x"),
        session.insert_rows(3, 1),
        session.insert_rows(0, usize::MAX),
        session.remove_rows(1, 2),
        session.remove_rows(usize::MAX, usize::MAX),
        session.duplicate_row(2),
        session.add_child(0, "no_such_table"),
        session.set_child(0, "payments", 0, "amount", "1"),
        session.remove_child(1, "instalments", 2),
        session.repair("no such finding"),
        session.confirm("no such finding", "x"),
        session.choose_unit("no such unit"),
    ] {
        assert!(refused.is_err());
    }
    let keys = ["no_such_field".to_owned()];
    assert!(session.paste(0, &keys, "x").is_err());
    assert!(session.paste(3, &[], "x").is_err());
    assert_eq!(session.ledger(), &before);
}
