//! Workbooks as units send them, as we write them ourselves, damaged, and as nobody should.

use arrears_ledger::api::ledger;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::export::{Book, template, workbook};
use serde_json::json;

use super::damaged::{Dice, damage, sample};
use super::{Case, TODAY, call, other, validate};

#[path = "../ledgers/zip.rs"]
mod packing;
use packing::{edited, packed, parts, with};

/// How many of each kind of damage there are to each workbook.
const DAMAGES: usize = 12;

const SHEET: &str = "xl/worksheets/sheet1.xml";

pub(super) fn cases() -> Vec<Case> {
    let mut cases = in_order();
    cases.extend(calls());
    cases.extend(other_kinds());
    cases.extend(damages());
    cases
}

/// One that a unit made.
fn foreign() -> Vec<u8> {
    sample("kunyang-2022-06.xlsx")
}

/// One that we wrote, with a sheet for each thing a table cannot hold.
fn own(name: &str) -> Vec<u8> {
    let ledger = ledger(&sample(&format!("parity/{name}"))).unwrap();
    let book = Book {
        ledger: &ledger,
        title: "工作台账",
        findings: None,
        today: TODAY.parse().unwrap(),
    };
    workbook(&book).unwrap()
}

fn in_order() -> Vec<Case> {
    let today = TODAY.parse().unwrap();
    let blank = template(&Campaign::yexian_2022(), today).unwrap();
    vec![
        validate("a unit's workbook.xlsx", &foreign()),
        validate("our own workbook.xlsx", &own("valid.json")),
        validate("our own workbook of a draft.xlsx", &own("draft.json")),
        validate("our own workbook with errors.xlsx", &own("errors.json")),
        validate("the template.xlsx", &blank),
    ]
}

/// Every call that takes a ledger takes it as a workbook.
fn calls() -> Vec<Case> {
    let (foreign, own, valid) = (foreign(), own("valid.json"), sample("parity/valid.json"));
    let file = |bytes: &[u8]| json!({ "name": "台账.xlsx", "bytes": bytes.len() });
    let one = |name: &str, line: serde_json::Value, files: &[&[u8]]| {
        other(format!("{name} of a workbook"), call(&line, files))
    };
    vec![
        one(
            "validate in English",
            json!({ "call": "validate", "file": file(&foreign), "today": TODAY, "lang": "en" }),
            &[&foreign],
        ),
        one(
            "submit",
            json!({ "call": "submit", "file": file(&own), "today": TODAY }),
            &[&own],
        ),
        one(
            "digest",
            json!({ "call": "digest", "file": file(&own) }),
            &[&own],
        ),
        one(
            "compare",
            json!({ "call": "compare", "new": file(&own), "old": file(&valid) }),
            &[&own, &valid],
        ),
        one(
            "explain",
            json!({ "call": "explain", "file": file(&own), "path": "/entries/0", "today": TODAY }),
            &[&own],
        ),
        one(
            "lines",
            json!({ "call": "lines", "file": file(&own), "today": TODAY }),
            &[&own],
        ),
        one(
            "together, leads and previous",
            json!({
                "call": "together", "files": [file(&own), file(&foreign)], "leads": file(&foreign),
                "previous": [file(&own)], "today": TODAY,
            }),
            &[&own, &foreign, &foreign, &own],
        ),
        one(
            "previous",
            json!({ "call": "validate", "file": file(&valid), "previous": file(&own), "today": TODAY }),
            &[&valid, &own],
        ),
        one(
            "campaign",
            json!({ "call": "campaign", "file": file(&own) }),
            &[&own],
        ),
    ]
}

/// What is not to be opened, and what looks like a workbook and is none.
fn other_kinds() -> Vec<Case> {
    let good = foreign();
    let compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let envelope = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    let spaces = vec![b' '; 20 * 1024 * 1024];
    let sheet = |change: &dyn Fn(&str) -> String| edited(&good, SHEET, change);
    let named = [
        ("with a program", with(&good, "xl/vbaProject.bin", b"x")),
        (
            "with a link",
            with(&good, "xl/externalLinks/externalLink1.xml", b"<x/>"),
        ),
        ("with a query", with(&good, "xl/connections.xml", b"<x/>")),
        (
            "that is a bomb",
            with(&good, "xl/media/image1.png", &spaces),
        ),
        ("under a password", [&compound[..], envelope].concat()),
        ("of an older program", [&compound[..], &[0, 0]].concat()),
        (
            "of another program",
            packed(&[("content.xml".to_owned(), b"<x/>".to_vec())]),
        ),
        ("without parts", packed(&[])),
        ("that only begins like one", b"PK\x03\x04".to_vec()),
        (
            "with a cell beyond the last",
            sheet(&|xml| xml.replace("r=\"A6\"", "r=\"XFE1048577\"")),
        ),
        (
            "with a cell of a column too long",
            sheet(&|xml| xml.replace("r=\"A6\"", "r=\"ZZZZZZZZZZZZ9\"")),
        ),
        (
            "with a row too long",
            sheet(&|xml| xml.replace("<row r=\"", "<row r=\"4294967295")),
        ),
        (
            "whose size is turned",
            sheet(&|xml| xml.replace("<dimension ref=\"A1:", "<dimension ref=\"ZZ99:")),
        ),
        (
            "whose merged cells are turned",
            sheet(&|xml| xml.replace("<mergeCell ref=\"", "<mergeCell ref=\"ZZ9999:A1\" x=\"")),
        ),
        (
            "with more texts than there is memory",
            edited(&own("draft.json"), "xl/sharedStrings.xml", |xml| {
                xml.replacen("uniqueCount=\"", "uniqueCount=\"999999999", 1)
            }),
        ),
        (
            "with a cell that is nowhere",
            sheet(&|xml| xml.replace("r=\"A6\"", "r=\"6A\"")),
        ),
        (
            "with a shared text that is not there",
            sheet(&|xml| xml.replace("t=\"s\"><v>", "t=\"s\"><v>99999")),
        ),
        (
            "that is cut off in a cell",
            sheet(&|xml| xml.chars().take(xml.chars().count() / 2).collect()),
        ),
        (
            "with an entity of its own",
            sheet(&|xml| xml.replacen("?>", "?><!DOCTYPE x [<!ENTITY a \"b\">]>", 1)),
        ),
    ];
    let cases = named.into_iter();
    cases
        .map(|(name, bytes)| validate(format!("a workbook {name}.xlsx"), &bytes))
        .collect()
}

/// Bytes of the file, and bytes inside its parts, which a packed file would hide behind a checksum.
fn damages() -> Vec<Case> {
    let mut dice = Dice(20_221_130);
    let mut cases = Vec::new();
    for (kind, good) in [("a unit's", foreign()), ("our own", own("draft.json"))] {
        for no in 0..DAMAGES {
            let (how, bytes) = damage(&good, &mut dice);
            cases.push(validate(
                format!("{how} {no} in {kind} workbook.xlsx"),
                &bytes,
            ));
            let (how, bytes) = damage_part(&good, &mut dice);
            cases.push(validate(
                format!("{how} {no} in a part of {kind} workbook.xlsx"),
                &bytes,
            ));
            let cut = &good[..good.len() * no / DAMAGES];
            cases.push(validate(format!("cut {no} of {kind} workbook.xlsx"), cut));
        }
    }
    cases
}

/// Whether the parts of a file can be taken out of it.
fn is_archive(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return false;
    };
    let count = archive.len();
    let is_whole = |index| {
        let part = archive.by_index(index);
        part.is_ok_and(|mut part| {
            part.name().is_ok() && std::io::copy(&mut part, &mut std::io::sink()).is_ok()
        })
    };
    0 < count && (0..count).all(is_whole)
}

/// A workbook with one of its parts damaged, or without it; what cannot be taken apart is damaged
/// as it is.
pub(crate) fn damage_part(good: &[u8], dice: &mut Dice) -> (&'static str, Vec<u8>) {
    if !is_archive(good) {
        return damage(good, dice);
    }
    let mut parts = parts(good);
    let at = dice.below(parts.len());
    let part = &mut parts[at].1;
    let how = if part.is_empty() || dice.below(8) == 0 {
        parts.remove(at);
        "left out"
    } else {
        let (how, bytes) = damage(part, dice);
        *part = bytes;
        how
    };
    (how, packed(&parts))
}
