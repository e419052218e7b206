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
use ledgers::{context, ready, seen, today};
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
        // Another unit words every amount anew, which is why it asks to reload.
        if before.header.unit() == after.header.unit() {
            listener.hear(&change);
            assert_eq!(
                listener.findings,
                Listener::of(&session).findings,
                "{edit:?}"
            );
        } else {
            assert!(reload);
            listener = Listener::of(&session);
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
    #![proptest_config(anything::cases(48))]

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
