//! Workbooks that another program opened and saved come back as they were. It is large, so these
//! tests are run by `cargo xtask test workbooks`, which installs it.
#![cfg(feature = "workbook")]
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::fs;
use std::path::Path;
use std::process::Command;

use arrears_ledger::amount::Unit;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::export::{Book, template, workbook};
use arrears_ledger::ledger::Ledger;
use arrears_ledger::ledger::entry::Field;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::read::read;
use arrears_ledger::workbook::Book as Opened;
use ledgers::{ready, today, typed};

/// The bytes after `LibreOffice` has opened and saved them in a format.
fn saved(bytes: &[u8], name: &str, format: &str) -> Vec<u8> {
    let folder = std::env::temp_dir().join(format!("arrears-{name}-{}", std::process::id()));
    let (from, to) = (folder.join("from"), folder.join("to"));
    fs::create_dir_all(&from).unwrap();
    let file = from.join("book.xlsx");
    fs::write(&file, bytes).unwrap();
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(&to)
        .arg(&file)
        .output()
        .unwrap();
    let end = format.split(':').next().unwrap();
    let written = to.join(Path::new("book").with_extension(end));
    let bytes = fs::read(&written);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    fs::remove_dir_all(&folder).unwrap();
    assert!(bytes.is_ok(), "{said}");
    bytes.unwrap()
}

fn written(ledger: &Ledger) -> Vec<u8> {
    workbook(&Book {
        ledger,
        title: "工作台账",
        findings: None,
        today: today(),
    })
    .unwrap()
}

#[test]
#[ignore = "needs LibreOffice: cargo xtask test workbooks"]
fn a_ledger_comes_back_from_another_program() {
    let session = ready();
    let back = read(&saved(&written(session.ledger()), "ledger", "xlsx"));
    assert!(back.whole);
    assert_eq!(back.ledger, *session.ledger());
}

#[test]
#[ignore = "needs LibreOffice: cargo xtask test workbooks"]
fn codes_formulas_and_what_cannot_be_read_come_back_too() {
    let mut session = typed();
    for (key, text) in [
        ("contract_no", "001234567890123456789"),
        ("remark", "=1+1"),
        ("cause_note", "'-减"),
        ("dispute_note", "一行\n又一行 "),
        ("paid_before", "约6万"),
        ("due_date", "去年"),
        ("delivered_on", "2020-12"),
        ("contract_amount", "1234567.891234"),
    ] {
        session.set_cell(0, key, text).unwrap();
    }
    let back = read(&saved(&written(session.ledger()), "texts", "xlsx"));
    assert_eq!(back.ledger, *session.ledger());
}

#[test]
#[ignore = "needs LibreOffice: cargo xtask test workbooks"]
fn the_totals_are_what_another_program_computes() {
    let session = ready();
    let bytes = saved(&written(session.ledger()), "totals", "xlsx");
    let rows = Opened::open(bytes).unwrap().sheet(0).unwrap().rows;
    let at = rows[2]
        .iter()
        .position(|cell| cell == "拖欠金额（万元）")
        .unwrap();
    assert_eq!(rows[5][0], "合计");
    assert_eq!(rows[5][at], "30.5");
}

#[test]
#[ignore = "needs LibreOffice: cargo xtask test workbooks"]
fn the_template_keeps_its_version_and_its_lists() {
    let bytes = template(&Campaign::yexian_2022(), today()).unwrap();
    let saved = saved(&bytes, "template", "xlsx");
    let mut book = Opened::open(saved.clone()).unwrap();
    assert_eq!(book.defined("arrears_ledger_template"), Some("1"));
    let lists = book
        .sheets()
        .iter()
        .position(|sheet| sheet.name == "选项")
        .unwrap();
    assert!(book.sheets()[lists].hidden);
    let headings = book.sheet(0).unwrap().rows[2].clone();
    let column = headings
        .iter()
        .position(|name| name == "欠款单位类型")
        .unwrap();
    let list = book.sheet(lists).unwrap().rows;
    assert_eq!(list[1][column], "机关");
    let reading = read(&saved);
    assert!(
        reading.whole && reading.findings.is_empty(),
        "{:?}",
        reading.findings
    );
    assert!(reading.ledger.entries.is_empty());
}

/// What the sheet shows in another program is what the ledger says.
#[test]
#[ignore = "needs LibreOffice: cargo xtask test workbooks"]
fn another_program_shows_what_the_ledger_says() {
    let session = ready();
    // Commas, quotes, UTF-8, cells as they are shown.
    let format = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";
    let bytes = saved(&written(session.ledger()), "shown", format);
    let text = String::from_utf8(bytes).unwrap();
    let entry = &session.ledger().entries[0];
    for field in [Field::CreditorUscc, Field::DueDate, Field::DebtorName] {
        assert!(text.contains(&entry.text(field, Unit::Wan)), "{text}");
    }
    assert!(text.contains(",13.50,"), "{text}");
}
