//! Drafts in a store that is cut off, full, damaged or shared with strangers: a save costs at most
//! itself, and what can be read is read.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use arrears_ledger::campaign::Campaign;
use arrears_ledger::draft::{DraftInfo, Drafts, State, Store, StoreError};
use arrears_ledger::session::Session;
use ledgers::{ready, today};

/// What lies in the store; it outlives whoever writes to it.
type Shelf = Rc<RefCell<BTreeMap<String, String>>>;

/// A store in memory. After `left` more operations the power is off; `room` is how many characters
/// fit.
#[derive(Debug)]
struct Memory {
    shelf: Shelf,
    left: RefCell<Option<usize>>,
    room: usize,
}

impl Memory {
    fn on(shelf: &Shelf) -> Self {
        Self {
            shelf: Rc::clone(shelf),
            left: RefCell::new(None),
            room: usize::MAX,
        }
    }

    fn off_after(shelf: &Shelf, operations: usize) -> Self {
        Self {
            left: RefCell::new(Some(operations)),
            ..Self::on(shelf)
        }
    }

    fn with_room(shelf: &Shelf, room: usize) -> Self {
        Self {
            room,
            ..Self::on(shelf)
        }
    }

    fn operate(&self) -> Result<(), StoreError> {
        match &mut *self.left.borrow_mut() {
            Some(0) => Err(StoreError::Forbidden),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Store for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.operate()?;
        Ok(self.shelf.borrow().get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.operate()?;
        let mut texts = self.shelf.borrow_mut();
        let others = texts.iter().filter(|(known, _)| *known != key);
        let taken: usize = others.map(|(known, text)| known.len() + text.len()).sum();
        if self.room < taken + key.len() + text.len() {
            return Err(StoreError::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.operate()?;
        self.shelf.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.operate()?;
        Ok(self.shelf.borrow().keys().cloned().collect())
    }
}

const HERE: &str = "yexian-2022";

fn drafts(store: Memory) -> Drafts<Memory> {
    Drafts::new(store, HERE)
}

fn with_remark(remark: &str) -> Session {
    let mut session = ready();
    session.set_cell(0, "remark", remark).unwrap();
    session
}

fn save(
    drafts: &mut Drafts<Memory>,
    id: &str,
    session: &Session,
    now: &str,
) -> Result<DraftInfo, StoreError> {
    drafts.save(session.draft_info(id, now), &session.draft())
}

/// A shelf with one draft on it, under the id `a`.
fn shelf_with(session: &Session) -> Shelf {
    let shelf = Shelf::default();
    save(&mut drafts(Memory::on(&shelf)), "a", session, "1").unwrap();
    shelf
}

fn state(shelf: &Shelf, id: &str) -> State {
    let list = drafts(Memory::on(shelf)).list().unwrap();
    list.into_iter().find(|info| info.id == id).unwrap().state
}

fn text(shelf: &Shelf, id: &str) -> String {
    drafts(Memory::on(shelf)).text(id).unwrap()
}

fn room(shelf: &Shelf) -> usize {
    shelf
        .borrow()
        .iter()
        .map(|(key, text)| key.len() + text.len())
        .sum()
}

#[test]
fn a_draft_comes_back_as_it_was_saved() {
    let session = with_remark("旧");
    let shelf = shelf_with(&session);
    let reading = drafts(Memory::on(&shelf)).open("a").unwrap();
    let again = Session::open(reading, Campaign::yexian_2022(), today());
    assert_eq!(again.ledger(), session.ledger());
    assert_eq!(again.draft(), session.draft());
}

#[test]
fn the_list_tells_drafts_apart_without_opening_them() {
    let shelf = shelf_with(&with_remark("旧"));
    let mut here = drafts(Memory::on(&shelf));
    save(&mut here, "b", &ready(), "2022-06-12 09:30").unwrap();
    let list = here.list().unwrap();
    let ids: Vec<&str> = list.iter().map(|info| info.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"], "the newest first");
    let newest = list.first().unwrap();
    assert_eq!(
        (newest.unit_name.as_str(), newest.period.as_str()),
        ("龙泉乡", "2022-06")
    );
    assert_eq!((newest.rows, newest.errors, newest.warnings), (2, 0, 0));
    assert_eq!(
        (newest.chars, newest.state),
        (ready().draft().chars().count(), State::Good)
    );
}

#[test]
fn a_save_cut_at_any_operation_leaves_the_old_draft_or_the_new_one() {
    let (old, new) = (with_remark("旧"), with_remark("新"));
    let mut cuts = 0;
    loop {
        let shelf = shelf_with(&old);
        let cut = save(&mut drafts(Memory::off_after(&shelf, cuts)), "a", &new, "2");
        assert_eq!(state(&shelf, "a"), State::Good, "cut after {cuts}");
        let left = text(&shelf, "a");
        assert!(
            left == old.draft() || left == new.draft(),
            "cut after {cuts}"
        );
        if cut.is_ok() {
            assert_eq!(left, new.draft());
            break;
        }
        cuts += 1;
    }
    assert!(3 < cuts, "the store was cut {cuts} times");
}

#[test]
fn the_save_after_a_cut_one_clears_away_what_that_left_behind() {
    let (old, new) = (with_remark("旧"), with_remark("新"));
    let tidy = room(&shelf_with(&new));
    for cuts in 0..8 {
        let shelf = shelf_with(&old);
        let _ = save(&mut drafts(Memory::off_after(&shelf, cuts)), "a", &old, "1");
        // Refused for want of room, it makes room.
        let mut cramped = drafts(Memory::with_room(&shelf, tidy));
        assert_eq!(save(&mut cramped, "a", &new, "2"), Err(StoreError::Full));
        assert_eq!(room(&shelf), tidy, "cut after {cuts}");
        save(&mut drafts(Memory::on(&shelf)), "a", &new, "2").unwrap();
        assert_eq!(text(&shelf, "a"), new.draft());
        assert_eq!(room(&shelf), tidy, "cut after {cuts}");
    }
}

#[test]
fn a_full_store_refuses_and_keeps_the_old_draft() {
    let (old, new) = (with_remark("旧"), with_remark("新的备注"));
    let shelf = shelf_with(&old);
    let before = shelf.borrow().clone();
    let (least, enough) = (room(&shelf), 2 * room(&shelf) + 100);
    let refused = (least..enough).step_by(37).filter(|room| {
        let shelf = Rc::new(RefCell::new(before.clone()));
        let saved = save(
            &mut drafts(Memory::with_room(&shelf, *room)),
            "a",
            &new,
            "2",
        );
        if saved.is_ok() {
            assert_eq!(text(&shelf, "a"), new.draft());
            return false;
        }
        assert_eq!(saved, Err(StoreError::Full));
        assert_eq!(*shelf.borrow(), before, "with room for {room}");
        true
    });
    assert!(10 < refused.count());
}

#[test]
fn a_full_store_keeps_a_draft_whose_manifest_is_lost() {
    let (old, new) = (with_remark("旧"), with_remark("新的备注"));
    let whole = shelf_with(&old);
    let manifest = whole.borrow().keys().min().unwrap().clone();
    whole.borrow_mut().remove(&manifest);
    let before = whole.borrow().clone();
    for room in (room(&whole)..2 * room(&whole) + 100).step_by(37) {
        let shelf = Rc::new(RefCell::new(before.clone()));
        let saved = save(&mut drafts(Memory::with_room(&shelf, room)), "a", &new, "2");
        let expected = if saved.is_ok() {
            new.draft()
        } else {
            old.draft()
        };
        assert_eq!(text(&shelf, "a"), expected, "with room for {room}");
    }
}

#[test]
fn a_store_that_is_switched_off_says_so() {
    let shelf = shelf_with(&ready());
    let off = || drafts(Memory::off_after(&shelf, 0));
    assert_eq!(off().list().unwrap_err(), StoreError::Forbidden);
    assert_eq!(off().open("a").unwrap_err(), StoreError::Forbidden);
    assert_eq!(
        save(&mut off(), "a", &ready(), "2"),
        Err(StoreError::Forbidden)
    );
}

/// The key under which the text of a draft lies.
fn text_key(shelf: &Shelf, id: &str) -> String {
    let is_it = |key: &&String| key.contains(&format!("/{id}/"));
    shelf.borrow().keys().find(is_it).unwrap().clone()
}

#[test]
fn a_text_cut_in_half_is_told_and_opens_with_the_debts_before_the_cut() {
    let shelf = shelf_with(&with_remark("旧"));
    save(&mut drafts(Memory::on(&shelf)), "b", &ready(), "2").unwrap();
    let key = text_key(&shelf, "a");
    let whole = text(&shelf, "a");
    let cut = whole.find("桥梁加固").unwrap();
    shelf
        .borrow_mut()
        .insert(key, whole.split_at(cut).0.to_owned());
    assert_eq!(
        (state(&shelf, "a"), state(&shelf, "b")),
        (State::Damaged, State::Good)
    );
    let reading = drafts(Memory::on(&shelf)).open("a").unwrap();
    assert!(!reading.whole);
    assert_eq!(reading.ledger.entries.len(), 1, "the debt before the cut");
    assert_eq!(
        reading.ledger.entries.first(),
        with_remark("旧").ledger().entries.first()
    );
    assert_eq!(text(&shelf, "b"), ready().draft());
}

#[test]
fn a_text_changed_behind_our_back_is_told() {
    let shelf = shelf_with(&ready());
    let key = text_key(&shelf, "a");
    let changed = text(&shelf, "a").replace("135000.00", "235000.00");
    shelf.borrow_mut().insert(key, changed);
    assert_eq!(state(&shelf, "a"), State::Damaged);
}

#[test]
fn a_lost_or_spoilt_manifest_still_lets_the_text_be_opened_and_saved_again() {
    for spoilt in [None, Some("{\"generation\":"), Some("null"), Some("")] {
        let shelf = shelf_with(&with_remark("旧"));
        let manifest = shelf.borrow().keys().min().unwrap().clone();
        match spoilt {
            Some(text) => shelf.borrow_mut().insert(manifest, text.to_owned()),
            None => shelf.borrow_mut().remove(&manifest),
        };
        assert_eq!(state(&shelf, "a"), State::Damaged);
        let reading = drafts(Memory::on(&shelf)).open("a").unwrap();
        assert!(reading.whole);
        assert_eq!(&reading.ledger, with_remark("旧").ledger());
        save(&mut drafts(Memory::on(&shelf)), "a", &ready(), "2").unwrap();
        assert_eq!(
            (state(&shelf, "a"), text(&shelf, "a")),
            (State::Good, ready().draft())
        );
    }
}

#[test]
fn a_draft_that_was_never_saved_is_missing() {
    let shelf = shelf_with(&ready());
    assert_eq!(
        drafts(Memory::on(&shelf)).open("c").unwrap_err(),
        StoreError::Missing
    );
}

#[test]
fn drafts_of_campaigns_and_keys_of_strangers_do_not_meet() {
    let shelf = shelf_with(&ready());
    for key in [
        "a",
        "arrears-ledger",
        "arrears-ledger/2/yexian-2022/a/1",
        "theme",
        "yexian-2022/a",
    ] {
        shelf.borrow_mut().insert(key.to_owned(), "陌生".to_owned());
    }
    for other in ["yexian-2023", "yexian-2022-2", "yexian"] {
        let mut there = Drafts::new(Memory::on(&shelf), other);
        assert!(there.list().unwrap().is_empty(), "{other}");
        let session = with_remark(other);
        there
            .save(session.draft_info("a", "2"), &session.draft())
            .unwrap();
        assert_eq!(there.list().unwrap().len(), 1);
    }
    assert_eq!(drafts(Memory::on(&shelf)).list().unwrap().len(), 1);
    assert_eq!(text(&shelf, "a"), ready().draft());
    drafts(Memory::on(&shelf)).remove("a").unwrap();
    assert!(drafts(Memory::on(&shelf)).list().unwrap().is_empty());
    assert_eq!(
        Drafts::new(Memory::on(&shelf), "yexian")
            .list()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        shelf
            .borrow()
            .values()
            .filter(|text| *text == "陌生")
            .count(),
        5
    );
}

#[test]
fn removing_a_draft_leaves_those_whose_names_go_on() {
    let shelf = shelf_with(&ready());
    let mut here = drafts(Memory::on(&shelf));
    save(&mut here, "a1", &ready(), "2").unwrap();
    here.remove("a").unwrap();
    assert_eq!(here.list().unwrap().len(), 1);
    assert_eq!(text(&shelf, "a1"), ready().draft());
}
