//! What is written for spreadsheet programs is read back as it was.
#![cfg(feature = "workbook")]
#![expect(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
mod anything;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;
#[path = "ledgers/zip.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod packing;

use arrears_ledger::amount::Unit;
use arrears_ledger::api::Contents;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::export::{Book, Encoding, delimited, encoded, template, workbook};
use arrears_ledger::ledger::entry::Field;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::{Child, Entry, Ledger};
use arrears_ledger::read::{Source, read, read_table};
use arrears_ledger::review::review;
use arrears_ledger::workbook::Book as Opened;
use ledgers::{context, ready, today, typed};
use proptest::prelude::*;

fn written(ledger: &Ledger) -> Vec<u8> {
    workbook(&Book {
        ledger,
        title: "防范和化解拖欠中小企业账款专项行动工作台账",
        findings: None,
        today: today(),
    })
    .unwrap()
}

/// What a workbook has a place for: members of other programs only in debts, and only texts.
fn that_fits(mut ledger: Ledger) -> Ledger {
    let keep = |(name, raw): &(Box<str>, Box<str>)| {
        raw.starts_with('"') && name.trim() == &**name && name.len() < 200
    };
    ledger.extra.clear();
    ledger.header.extra.clear();
    for one in &mut ledger.confirmations {
        one.extra.clear();
    }
    for entry in &mut ledger.entries {
        entry.extra.retain(keep);
        entry
            .instalments
            .iter_mut()
            .for_each(|one| one.extra.clear());
        entry.payments.iter_mut().for_each(|one| one.extra.clear());
        entry.changes.iter_mut().for_each(|one| one.extra.clear());
    }
    ledger
}

/// Members in one order: a sheet has its columns in another.
fn ordered(mut ledger: Ledger) -> Ledger {
    ledger
        .entries
        .iter_mut()
        .for_each(|entry| entry.extra.sort());
    ledger
}

proptest! {
    #![proptest_config(anything::cases(48))]

    #[test]
    fn any_ledger_comes_back_from_its_workbook(ledger in anything::ledger()) {
        let ledger = that_fits(ledger);
        let reading = read(&written(&ledger));
        prop_assert!(reading.whole);
        prop_assert_eq!(reading.source, Source::Draft);
        prop_assert_eq!(ordered(reading.ledger), ordered(ledger));
    }

    #[test]
    fn any_debts_come_back_from_text(ledger in anything::ledger(), tabs: bool, yuan: bool) {
        let mut ledger = that_fits(ledger);
        ledger.header.amount_unit = Some(if yuan { Unit::Yuan } else { Unit::Wan });
        for entry in &mut ledger.entries {
            entry.set(Field::DebtorName, "龙泉乡", Unit::Yuan);
            for child in Child::ALL {
                while !entry.children(child).is_empty() {
                    entry.remove_child(child, 0);
                }
            }
        }
        let text = delimited(&ledger, if tabs { '\t' } else { ',' });
        let back = read_table(&text, None).ledger;
        let (back, wanted) = (ordered(back), ordered(ledger));
        prop_assert_eq!(back.entries, wanted.entries);
    }

    #[test]
    fn any_text_comes_back_from_the_older_encoding(text in anything::words()) {
        let bytes = encoded(&text, Encoding::Gb18030);
        let (back, _, had_errors) = encoding_rs::GB18030.decode(&bytes);
        prop_assert!(!had_errors);
        prop_assert_eq!(&*back, &*text);
    }
}

#[test]
fn texts_that_look_like_formulas_stay_texts_and_come_back() {
    for text in [
        "=1+1",
        "+86 375",
        "-",
        "@sum",
        "'=1",
        "''-x",
        "'x",
        "\t=2",
        "=cmd|' /C calc'!A0",
    ] {
        let mut ledger = Ledger::default();
        let mut entry = Entry::default();
        for (field, text) in [
            (Field::DebtorName, "甲"),
            (Field::CreditorName, "乙"),
            (Field::Remark, text),
            (Field::ArrearsAmount, text),
        ] {
            entry.set(field, text, Unit::Yuan);
        }
        ledger.entries.push(entry);
        let csv = delimited(&ledger, ',');
        for cell in csv.lines().skip(1).flat_map(|line| line.split(',')) {
            let cell = cell.trim_matches('"');
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t']),
                "{text}: {cell}"
            );
        }
        assert_eq!(
            read_table(&csv, None).ledger.entries,
            ledger.entries,
            "{text}"
        );
        let bytes = written(&ledger);
        assert_eq!(read(&bytes).ledger.entries, ledger.entries, "{text}");
        let sheet = Opened::open(bytes).unwrap().sheet(0).unwrap();
        assert!(sheet.uncomputed.is_empty());
    }
}

#[test]
fn a_ledger_goes_out_with_all_that_hangs_on_it() {
    let session = ready();
    let bytes = written(session.ledger());
    let mut book = Opened::open(bytes).unwrap();
    let names: Vec<_> = book
        .sheets()
        .iter()
        .map(|sheet| sheet.name.clone())
        .collect();
    assert_eq!(names, ["台账", "填报信息", "清偿计划", "确认说明"]);
    let rows = book.sheet(0).unwrap().rows;
    assert_eq!(rows[0][0], "防范和化解拖欠中小企业账款专项行动工作台账");
    assert_eq!(rows[1][0], "填报单位：龙泉乡");
    let at = |name: &str| rows[2].iter().position(|cell| cell == name).unwrap();
    assert_eq!(rows[3][at("拖欠金额（万元）")], "13.5");
    assert_eq!(
        rows[3][at("欠款单位统一社会信用代码")],
        "11410422005453201F"
    );
    assert_eq!(rows[3][at("应付款日期")], "2021-05-20");
    assert_eq!(rows[4][at("交付（验收合格）日期")], "2021-10");
    assert_eq!(rows[5][0], "合计");
    assert_eq!(rows[5][at("拖欠金额（万元）")], "30.5");
}

#[test]
fn findings_are_a_sheet_of_their_own() {
    let session = typed();
    let found = review(session.ledger(), &context(session.campaign()));
    assert!(!found.is_empty());
    let bytes = workbook(&Book {
        ledger: session.ledger(),
        title: "台账",
        findings: Some(&found),
        today: today(),
    })
    .unwrap();
    let mut book = Opened::open(bytes.clone()).unwrap();
    let index = book
        .sheets()
        .iter()
        .position(|sheet| sheet.name == "检查结果")
        .unwrap();
    let rows = book.sheet(index).unwrap().rows;
    assert_eq!(rows.len(), found.len() + 1);
    assert_eq!(rows[1][4], found[0].finding.rule.code);
    // Row 4 of the sheet of debts is the first debt's.
    assert_eq!(rows[1][0], "4");
    assert_eq!(read(&bytes).ledger, *session.ledger());
}

#[test]
fn the_template_is_known_by_its_version_and_an_older_one_is_told() {
    let bytes = template(&Campaign::yexian_2022(), today()).unwrap();
    let mut book = Opened::open(bytes.clone()).unwrap();
    assert_eq!(book.defined("arrears_ledger_template"), Some("1"));
    let hidden: Vec<_> = book.sheets().iter().filter(|sheet| sheet.hidden).collect();
    assert_eq!(hidden[0].name, "选项");
    let headings = book.sheet(0).unwrap().rows[2].clone();
    assert!(
        headings.contains(&"拖欠金额（万元）".to_owned()),
        "{headings:?}"
    );
    let contents = Contents::of(bytes.clone()).unwrap();
    assert!(contents.draft.is_none() && contents.sheets[0].heading);
    assert_eq!(
        contents.sheets.len(),
        1,
        "the help and the lists are no sheets to choose"
    );
    assert!(contents.sheets[0].told.is_empty());
    let older = packing::edited(&bytes, "xl/workbook.xml", |xml| {
        xml.replace(">1</definedName>", ">0</definedName>")
    });
    let told = &Contents::of(older).unwrap().sheets[0].told;
    assert!(told[0].zh.contains("第0版"), "{told:?}");
}

/// Typing into the template is what reading it gives.
#[test]
fn every_heading_of_the_template_is_known() {
    let bytes = template(&Campaign::yexian_2022(), today()).unwrap();
    let rows = Opened::open(bytes).unwrap().sheet(0).unwrap().rows;
    let mapping = arrears_ledger::read::map_columns(&rows).unwrap();
    assert_eq!(mapping.heading, Some(2));
    assert!(mapping.columns.iter().all(Option::is_some), "{mapping:?}");
}
