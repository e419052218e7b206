//! Drafts in pieces: put together they are the draft, and one edit changes few of them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/made.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod made;

use std::collections::BTreeMap;

use arrears_ledger::campaign::Campaign;
use arrears_ledger::draft::{Cut, Piece, mark};
use arrears_ledger::read::read_json;
use arrears_ledger::session::Session;
use ledgers::{ready, today};
use made::Dice;

/// What a page keeps: texts by their marks, and the pieces of the last save.
#[derive(Default)]
struct Shelf {
    texts: BTreeMap<String, String>,
    pieces: Vec<Piece>,
}

impl Shelf {
    /// Saves what is handed out; the length of it.
    fn save(&mut self, session: &mut Session) -> usize {
        self.pieces = session.pieces(false);
        let mut written = 0;
        for piece in &self.pieces {
            if let Some(text) = &piece.text {
                assert_eq!(piece.mark, mark(text));
                written += text.len();
                self.texts.insert(piece.mark.clone(), text.clone());
            }
        }
        written
    }

    /// The pieces put together, as the page does it.
    fn text(&self) -> String {
        let texts: Vec<&str> = self
            .pieces
            .iter()
            .map(|piece| self.texts.get(&piece.mark).unwrap().as_str())
            .collect();
        let (parts, runs) = texts.split_at(2);
        let inside = |list: &str| {
            let list = list.strip_prefix('[').unwrap();
            list.strip_suffix(']').unwrap().to_owned()
        };
        let entries: Vec<String> = runs.iter().map(|run| inside(run)).collect();
        let head = parts.first().unwrap().strip_prefix('{').unwrap();
        let confirmations = parts.last().unwrap();
        let entries = entries.join(",");
        format!("{{\"confirmations\":{confirmations},\"entries\":[{entries}],{head}")
    }

    fn known(&self) -> Vec<(usize, String)> {
        let known = self.pieces.iter();
        known
            .map(|piece| (piece.rows, piece.mark.clone()))
            .collect()
    }
}

fn open(text: &str) -> Session {
    Session::open(read_json(text), Campaign::yexian_2022(), today())
}

fn changed(session: &mut Session) -> usize {
    let pieces = session.pieces(false);
    pieces.iter().filter(|piece| piece.text.is_some()).count()
}

fn large() -> Session {
    let mut session = ready();
    session.insert_rows(0, 2_000).unwrap();
    session
}

#[test]
fn the_pieces_together_are_the_draft() {
    let mut session = ready();
    let mut shelf = Shelf::default();
    shelf.save(&mut session);
    let again = open(&shelf.text());
    assert_eq!(again.ledger(), session.ledger());
    assert_eq!(again.draft(), session.draft());
}

/// One edit anywhere, at the top too, hands out some kilobytes and leaves the other pieces alone.
#[test]
fn one_edit_in_two_thousand_rows_hands_out_kilobytes() {
    let mut session = large();
    let mut shelf = Shelf::default();
    let all = shelf.save(&mut session);
    let most = all / 20;
    let edits: [&dyn Fn(&mut Session); 8] = [
        &|session| drop(session.set_cell(1_000, "remark", "改").unwrap()),
        &|session| drop(session.set_header("filler", "赵某").unwrap()),
        &|session| drop(session.insert_rows(0, 1).unwrap()),
        &|session| drop(session.remove_rows(800, 1).unwrap()),
        &|session| drop(session.duplicate_row(1_777).unwrap()),
        &|session| drop(session.move_rows(1_900, 1, 3).unwrap()),
        &|session| drop(session.add_child(3, "payments").unwrap()),
        &|session| drop(session.undo()),
    ];
    for (index, edit) in edits.iter().enumerate() {
        edit(&mut session);
        let written = shelf.save(&mut session);
        assert!(0 < written && written < most, "edit {index}: {written}");
        assert_eq!(open(&shelf.text()).ledger(), session.ledger(), "{index}");
        assert_eq!(changed(&mut session), 0, "nothing is handed out twice");
    }
}

#[test]
fn a_confirmation_changes_the_confirmations_alone() {
    let mut session = ready();
    let warning = session.reviewed();
    let confirmed = warning.iter().find(|one| one.reason.is_some()).unwrap();
    let id = confirmed.id.clone();
    let mut shelf = Shelf::default();
    shelf.save(&mut session);
    session.confirm(&id, "").unwrap();
    let pieces = session.pieces(false);
    let changed: Vec<usize> = (0..)
        .zip(&pieces)
        .filter(|(_, piece)| piece.text.is_some())
        .map(|(index, _)| index)
        .collect();
    assert_eq!(changed, [1]);
}

/// After every step of a long walk: what was handed out so far makes the ledger as it stands.
#[test]
fn whatever_was_edited_the_pieces_are_those_of_the_ledger() {
    for seed in 0..6 {
        let mut dice = Dice::of(seed);
        let mut session = ready();
        let mut shelf = Shelf::default();
        for step in 0..250 {
            let rows = session.ledger().entries.len();
            let row = dice.below(rows.max(1));
            let _ = match dice.below(12) {
                0..3 => session.set_cell(row, "remark", dice.one(&["一", "二", ""])),
                3 => session.insert_rows(row, dice.below(90)),
                4 => session.remove_rows(row, dice.below(70).min(rows - row)),
                5 => session.move_rows(row, 1.min(rows), dice.below(rows.max(1))),
                6 => session.duplicate_row(row),
                7 => session.set_header("filler", dice.one(&["赵某", "李某"])),
                8 => session.add_child(row, "payments"),
                9 => session.fill_down(row, 3, &["remark".to_owned()]),
                10 => Ok(session.redo()),
                _ => Ok(session.undo()),
            };
            if dice.below(3) == 0 {
                shelf.save(&mut session);
                let again = read_json(&shelf.text());
                assert_eq!(&again.ledger, session.ledger(), "seed {seed}, step {step}");
                let rows: usize = shelf.pieces.iter().map(|piece| piece.rows).sum();
                assert_eq!(rows, session.ledger().entries.len());
                assert!(shelf.pieces.iter().all(|piece| piece.rows < 64));
            }
        }
    }
}

#[test]
fn a_draft_that_came_in_pieces_is_not_handed_out_again() {
    let mut session = large();
    let mut shelf = Shelf::default();
    shelf.save(&mut session);
    session.insert_rows(17, 1).unwrap();
    shelf.save(&mut session);
    let mut again = open(&shelf.text());
    again.came_in(shelf.known());
    assert_eq!(changed(&mut again), 0);
    again.set_cell(1_900, "remark", "改").unwrap();
    assert!(shelf.save(&mut again) < 100_000);
    assert_eq!(open(&shelf.text()).ledger(), again.ledger());
    assert!(again.pieces(true).iter().all(|piece| piece.text.is_some()));
}

/// Where it is not sure that the pieces are those of the ledger, they are written anew.
#[test]
fn pieces_of_another_draft_are_not_taken_for_its_own() {
    let mut session = large();
    let mut shelf = Shelf::default();
    shelf.save(&mut session);
    let text = shelf.text();
    let numbered = text.replacen("\"debt_id\":\"410422207-2022-06-0003\",", "", 1);
    assert_ne!(text, numbered);
    let known = shelf.known();
    for (text, known) in [
        (&numbered, known.clone()),
        (&text, known.iter().skip(1).cloned().collect()),
        (&text, known.iter().take(9).cloned().collect()),
        (&text, Vec::new()),
    ] {
        let mut again = open(text);
        again.came_in(known);
        assert!(again.pieces(false).iter().all(|piece| piece.text.is_some()));
    }
    assert!(Cut::known(known, 2_002).is_some());
}
