//! A township's sheet, pasted as it was copied out of a spreadsheet: forty debts, a total row, and
//! one typical mistake in each of the rows 2 to 26.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::fmt::Write;
use std::path::Path;

use arrears_ledger::campaign::Campaign;
use arrears_ledger::session::{FindingView, Session};
use ledgers::{HEADER, seen, today};
use serde_json::{Value, json};

const SHEET: &str = include_str!("samples/longquan-2022-06.tsv");

fn pasted() -> (Session, Value) {
    let mut session = Session::new(Campaign::yexian_2022(), today());
    session.choose_unit("410422207").unwrap();
    for (key, text) in HEADER
        .iter()
        .filter(|(key, _)| !key.starts_with("declared"))
    {
        session.set_header(key, text).unwrap();
    }
    let report = seen(&session.paste(0, &[], SHEET).unwrap())["report"].clone();
    (session, report)
}

fn cell(session: &Session, row: usize, key: &str) -> String {
    session
        .rows(row - 1, row, &[key.to_owned()])
        .unwrap()
        .concat()
        .concat()
}

/// The findings of a row, counted as the sheet counts.
fn of_row(session: &Session, row: usize) -> Vec<FindingView> {
    let mut findings = session.findings();
    findings.retain(|one| one.row == Some(row - 1));
    findings
}

#[test]
fn forty_debts_come_in_and_the_total_row_stays_out() {
    let (session, report) = pasted();
    assert_eq!(report["rows"], 40);
    assert_eq!(
        report["left_out"],
        json!([42]),
        "the row is named as the sheet counts"
    );
    assert_eq!(report["amount_unit"], "wan");
    let columns = report["columns"].as_array().unwrap();
    assert!(
        columns.iter().all(|column| column["field"].is_string()),
        "{report}"
    );
    assert_eq!(session.ledger().entries.len(), 40);
}

#[test]
fn every_debt_gets_a_number_for_life() {
    let (session, _) = pasted();
    assert_eq!(cell(&session, 1, "debt_id"), "410422207-2022-06-0001");
    assert_eq!(cell(&session, 40, "debt_id"), "410422207-2022-06-0040");
}

#[test]
fn what_could_not_be_read_stands_as_it_was_typed() {
    let (session, report) = pasted();
    assert_eq!(report["unread"], 5);
    for (row, key, text) in [
        (3, "creditor_uscc", "9.14104E+17"),
        (15, "arrears_amount", "约12万"),
        (16, "sign_date", "43617"),
        (18, "procurement_kind", "租金"),
        (22, "contract_amount", "####"),
    ] {
        assert_eq!(cell(&session, row, key), text);
    }
}

#[test]
fn odd_but_certain_ways_of_writing_are_read() {
    let (session, _) = pasted();
    for (row, key, text) in [
        (4, "contract_amount", "63.269"),
        (4, "arrears_amount", "12.6538"),
        (5, "sign_date", "2019-06-03"),
        (5, "due_date", "2019-12"),
        (17, "contract_amount", "1234.5"),
        (17, "paid_before", "1000"),
    ] {
        assert_eq!(cell(&session, row, key), text);
    }
    // What a whole column lacks is said where it is first blank.
    assert!(of_row(&session, 4).iter().all(|one| one.code == "R-17"));
    assert!(of_row(&session, 17).is_empty());
}

/// The planted mistakes, in the words of the rules.
#[test]
fn every_planted_mistake_is_found_where_it_is() {
    let (session, _) = pasted();
    for (row, code, field) in [
        (2, "F-02", "creditor_uscc"),
        (3, "C-02", "creditor_uscc"),
        (6, "A-11", "arrears_amount"),
        (7, "C-01", "dispute"),
        (8, "F-06", "creditor_name"),
        (10, "U-01", "arrears_amount"),
        (11, "A-06", "arrears_amount"),
        (12, "D-03", "due_date"),
        (13, "S-01", "creditor_size"),
        (14, "S-03", "remark"),
        (15, "C-02", "arrears_amount"),
        (16, "C-02", "sign_date"),
        (18, "C-02", "procurement_kind"),
        (19, "S-01", "creditor_name"),
        (20, "F-07", "debtor_name"),
        (21, "R-13", "cause_note"),
        (22, "C-02", "contract_amount"),
        (23, "R-15", "due_date"),
        (25, "A-01", "arrears_amount"),
        (26, "A-01", "arrears_amount"),
    ] {
        let findings = of_row(&session, row);
        let is_it = |one: &&FindingView| one.code == code && one.field == Some(field);
        assert!(
            findings.iter().any(|one| is_it(&one)),
            "{code} in row {row}: {findings:?}"
        );
    }
}

/// All that is said of the rows 1 to 26, so that a rule that grows or shrinks is seen to.
#[test]
fn nothing_else_is_found() {
    let (session, _) = pasted();
    let mut found = String::new();
    for row in 1..=26 {
        for one in of_row(&session, row) {
            let field = one.field.unwrap_or("-");
            let _ = writeln!(found, "{row}\t{}\t{field}", one.code);
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/longquan-2022-06.tsv");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (found, expected)) in (1..).zip(found.lines().zip(expected.lines())) {
        assert_eq!(
            found, expected,
            "line {line}; UPDATE=1 cargo test --test longquan"
        );
    }
    let hint = "one list goes on: UPDATE=1 cargo test --test longquan";
    assert_eq!(found, expected, "{hint}");
}

#[test]
fn one_offered_text_mends_each_of_three_cells() {
    let (mut session, _) = pasted();
    for (row, key, mended) in [
        (8, "creditor_name", "叶县宏远宏远办公设备"),
        (16, "sign_date", "2019-06-01"),
        (20, "debtor_name", "龙泉乡人民政府"),
    ] {
        let findings = of_row(&session, row);
        let offer = findings.iter().find(|one| one.instead.is_some()).unwrap();
        session.repair(&offer.id).unwrap();
        assert_eq!(cell(&session, row, key), mended);
    }
}

#[test]
fn a_paste_is_one_step_to_undo() {
    let (mut session, _) = pasted();
    session.undo();
    assert!(session.ledger().entries.is_empty());
    session.redo();
    assert_eq!(session.ledger().entries.len(), 40);
}

#[test]
fn pasting_twice_uses_blank_rows_up_and_asks_about_repeats() {
    let (mut session, _) = pasted();
    session.insert_rows(40, 3).unwrap();
    session.paste(0, &[], SHEET).unwrap();
    assert_eq!(session.ledger().entries.len(), 80);
    let repeats = session
        .findings()
        .into_iter()
        .filter(|one| one.code == "U-01")
        .count();
    assert!(35 < repeats, "{repeats}");
    assert_eq!(
        cell(&session, 41, "creditor_name"),
        "叶县博雅安泰办公设备有限公司"
    );
}

#[test]
fn cells_without_a_heading_go_where_the_focus_is() {
    let (mut session, _) = pasted();
    let keys = ["plan_finish", "duty_person"].map(str::to_owned);
    session
        .paste(22, &keys, "2022年10月\t孙某\n2022-11\t钱某\n")
        .unwrap();
    assert_eq!(cell(&session, 23, "plan_finish"), "2022-10");
    assert_eq!(cell(&session, 24, "duty_person"), "钱某");
    assert_eq!(
        cell(&session, 24, "fund_source"),
        "单位自有资金",
        "the rest stays"
    );
}

#[test]
fn a_column_of_amounts_is_pasted_as_a_column() {
    let mut session = Session::new(Campaign::yexian_2022(), ledgers::today());
    session.insert_rows(0, 2).unwrap();
    let keys = ["contract_amount".to_owned(), "arrears_amount".to_owned()];
    session.paste(0, &keys, "1,234.50\n2,000\n").unwrap();
    assert_eq!(
        session.rows(0, 2, &keys).unwrap(),
        [["1234.5", ""], ["2000", ""]]
    );
}
