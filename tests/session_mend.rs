//! Answers to many findings at once: one step, made whole or not at all.
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use arrears_ledger::session::Session;
use ledgers::{codes, ready, typed};

fn ids(session: &Session, code: &str) -> Vec<String> {
    let found = session.findings().into_iter();
    found
        .filter(|one| one.code == code)
        .map(|one| one.id)
        .collect()
}

/// Three days as a spreadsheet numbers them: of a debt, and of two instalments of another.
fn with_serial_days() -> Session {
    let mut session = ready();
    session.set_cell(0, "due_date", "44530").unwrap();
    for child in 0..2 {
        session
            .set_child(1, "instalments", child, "due_on", "44926")
            .unwrap();
    }
    session
}

#[test]
fn all_that_is_certain_is_written_in_one_step() {
    let mut session = with_serial_days();
    let before = session.ledger().clone();
    let offers = ids(&session, "C-02");
    assert_eq!(offers.len(), 3);
    session.repair_all(&offers).unwrap();
    assert_eq!(ids(&session, "C-02"), [""; 0]);
    let days = |session: &Session| {
        let (first, second) = session.ledger().entries.split_first().unwrap();
        let second = second.first().unwrap();
        let plan = second.instalments.iter();
        let mut days: Vec<_> = plan
            .map(|one| one.due_on.map(|day| day.to_string()))
            .collect();
        days.push(first.due_date.map(|day| day.to_string()));
        days
    };
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(
        days(&session),
        [day("2022-12-31"), day("2022-12-31"), day("2021-11-30")]
    );
    session.undo();
    assert_eq!(session.ledger(), &before);
}

#[test]
fn what_cannot_be_repaired_stops_all() {
    let mut session = with_serial_days();
    let before = session.ledger().clone();
    let mut offers = ids(&session, "C-02");
    offers.push("C-02|no such debt|due_date".to_owned());
    assert!(session.repair_all(&offers).is_err());
    assert_eq!(session.ledger(), &before);
}

#[test]
fn one_reason_confirms_many_and_is_taken_back_from_all_in_one_step() {
    let mut session = typed();
    for row in 0..2 {
        session.set_cell(row, "due_date", "2016-03-31").unwrap();
    }
    let open = ids(&session, "D-07");
    assert_eq!(open.len(), 2);
    let reason = |session: &Session| {
        let found = session.findings().into_iter();
        let own = found.filter(|one| one.code == "D-07");
        own.map(|one| one.reason).collect::<Vec<_>>()
    };
    let given = || Some("已与企业对账".to_owned());
    session.confirm_all(&open, " 已与企业对账 ").unwrap();
    assert_eq!(reason(&session), [given(), given()]);
    session.undo();
    assert_eq!(reason(&session), [None, None]);
    session.redo();
    session.confirm_all(&open[..1], "合同另有约定").unwrap();
    assert_eq!(reason(&session), [Some("合同另有约定".to_owned()), given()]);
    session.confirm_all(&open, "").unwrap();
    assert_eq!(reason(&session), [None, None]);
    assert!(
        session
            .ledger()
            .confirmations
            .iter()
            .all(|one| one.code != "D-07")
    );
}

#[test]
fn only_warnings_are_confirmed() {
    let mut session = typed();
    session.set_cell(0, "due_date", "2016-03-31").unwrap();
    session.set_cell(0, "arrears_amount", "约12万").unwrap();
    assert!(codes(&session).contains(&"C-02"));
    let mut both = ids(&session, "D-07");
    both.extend(ids(&session, "C-02"));
    assert!(session.confirm_all(&both, "已核实").is_err());
    assert!(session.ledger().confirmations.is_empty());
}
