//! Workbooks as units send them, and as nobody should.
#![cfg(feature = "workbook")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "ledgers/anything.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod anything;
#[path = "ledgers/zip.rs"]
mod packing;

use arrears_ledger::amount::Unit;
use arrears_ledger::api::Contents;
use arrears_ledger::ledger::Entry;
use arrears_ledger::ledger::entry::Field;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::read::{Reading, Source, read};
use arrears_ledger::text::Lang;
use arrears_ledger::workbook::Book;
use packing::{edited, packed, parts, with};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

const KUNYANG: &[u8] = include_bytes!("samples/kunyang-2022-06.xlsx");

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.findings.iter().map(|one| one.rule.code).collect()
}

fn said(reading: &Reading) -> String {
    let said = |one: &arrears_ledger::rule::Finding| one.message(Lang::Zh, Unit::Wan);
    reading
        .findings
        .iter()
        .map(said)
        .collect::<Vec<_>>()
        .join("\n")
}

fn texts(entry: &Entry, fields: &[Field]) -> Vec<String> {
    fields
        .iter()
        .map(|field| entry.text(*field, Unit::Wan))
        .collect()
}

/// A small workbook: headings and one debt, and what else the test puts into it.
fn small(put: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut file = Workbook::new();
    let sheet = file.add_worksheet();
    for (column, name) in (0..).zip([
        "欠款单位",
        "被拖欠企业",
        "拖欠金额（元）",
        "合同编号",
        "合同日期",
    ]) {
        sheet.write_string(0, column, name).unwrap();
    }
    sheet.write_string(1, 0, "龙泉乡").unwrap();
    sheet.write_string(1, 1, "甲公司").unwrap();
    put(&mut file);
    file.save_to_buffer().unwrap()
}

#[test]
fn a_subdistricts_workbook_is_read_with_its_two_rows_of_headings() {
    let reading = read(KUNYANG);
    assert!(reading.whole);
    assert_eq!(reading.source, Source::Sheet);
    assert_eq!(reading.ledger.header.amount_unit, Some(Unit::Wan));
    let first = &reading.ledger.entries[0];
    let fields = [
        Field::SeqNo,
        Field::DebtorName,
        Field::CreditorName,
        Field::CreditorUscc,
        Field::SignDate,
        Field::ContractAmount,
        Field::PaidBefore,
        Field::ArrearsAmount,
        Field::ArrearsSince,
        Field::PlanFinish,
        Field::FundSource,
        Field::DutyPerson,
    ];
    let wanted = [
        "1",
        "昆阳街道办事处",
        "叶县瑞丰绿源办公设备有限公司",
        "91410422BF47938078",
        "2019-12-03",
        "40.3179",
        "0",
        "40.3179",
        "2020-03-02",
        "2022-12",
        "本级财政预算",
        "李某",
    ];
    assert_eq!(texts(first, &fields), wanted);
    // A formula without a result stands as it is, and cannot be read.
    let computed = &reading.ledger.entries[6];
    assert_eq!(computed.text(Field::ArrearsAmount, Unit::Wan), "=I11-J11");
    assert!(computed.is_unread(Field::ArrearsAmount));
    let told = said(&reading);
    assert!(told.contains("公式没有存计算结果"), "{told}");
    assert!(told.contains("没有读取其他工作表：填表说明"), "{told}");
    assert!(codes(&reading).contains(&"H-17"), "{told}");
    let last = reading.ledger.entries.last().unwrap();
    assert!(!last.is_blank(Field::CreditorName));
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let bytes = small(|file| {
        let sheet = file.worksheet_from_index(0).unwrap();
        sheet.write_number(1, 2, 123_456.78).unwrap();
        sheet.write_number(1, 3, 914_104_220_484_623_350.0).unwrap();
        let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        let on = ExcelDateTime::from_ymd(2021, 3, 8).unwrap();
        sheet.write_datetime_with_format(1, 4, &on, &day).unwrap();
        sheet.write_string(2, 0, "龙泉乡").unwrap();
        let sum = Formula::new("=C2*2").set_result("246913.56");
        sheet.write_formula(2, 2, sum).unwrap();
    });
    let reading = read(&bytes);
    let fields = [Field::ArrearsAmount, Field::ContractNo, Field::SignDate];
    let entries = &reading.ledger.entries;
    assert_eq!(
        texts(&entries[0], &fields),
        ["12.345678", "9.14104220484623E+17", "2021-03-08"]
    );
    assert_eq!(texts(&entries[1], &fields[..1]), ["24.691356"]);
    assert_eq!(codes(&reading), [""; 0]);
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let bytes = small(|file| {
        let sheet = file.worksheet_from_index(0).unwrap();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        sheet
            .write_number_with_format(1, 4, 43_263.0, &day)
            .unwrap();
    });
    let day = |bytes: &[u8]| texts(&read(bytes).ledger.entries[0], &[Field::SignDate]);
    assert_eq!(day(&bytes), ["2018-06-12"]);
    let other = edited(&bytes, "xl/workbook.xml", |xml| {
        xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    });
    assert_eq!(day(&other), ["2022-06-13"]);
}

#[test]
fn texts_merged_downwards_stand_in_every_row_and_numbers_do_not() {
    let bytes = small(|file| {
        let sheet = file.worksheet_from_index(0).unwrap();
        let plain = Format::new();
        sheet.merge_range(1, 0, 3, 0, "龙泉乡", &plain).unwrap();
        sheet.merge_range(1, 2, 2, 2, "", &plain).unwrap();
        sheet.write_number(1, 2, 100).unwrap();
        sheet.write_string(2, 1, "乙公司").unwrap();
    });
    let reading = read(&bytes);
    let rows: Vec<_> = reading
        .ledger
        .entries
        .iter()
        .map(|entry| {
            texts(
                entry,
                &[Field::DebtorName, Field::CreditorName, Field::ArrearsAmount],
            )
        })
        .collect();
    assert_eq!(
        rows,
        [["龙泉乡", "甲公司", "0.01"], ["龙泉乡", "乙公司", ""]]
    );
    assert!(said(&reading).contains("上下合并"), "{}", said(&reading));
}

#[test]
fn hidden_sheets_are_told_and_come_last() {
    let bytes = small(|file| {
        let sheet = file.worksheet_from_index(0).unwrap();
        sheet.set_hidden(true).set_name("旧台账").unwrap();
        let sheet = file.add_worksheet();
        sheet.set_name("新台账").unwrap().set_active(true);
        for (column, name) in (0..).zip(["欠款单位", "被拖欠企业", "拖欠金额（元）"])
        {
            sheet.write_string(0, column, name).unwrap();
        }
        sheet.write_string(1, 0, "常村镇").unwrap();
    });
    let reading = read(&bytes);
    assert_eq!(
        reading.ledger.entries[0].text(Field::DebtorName, Unit::Yuan),
        "常村镇"
    );
    assert!(
        said(&reading).contains("隐藏的工作表，没有读取：旧台账"),
        "{}",
        said(&reading)
    );
    let contents = Contents::of(bytes).unwrap();
    let sheets: Vec<_> = contents
        .sheets
        .iter()
        .map(|one| (&*one.name, one.hidden, one.heading))
        .collect();
    assert_eq!(sheets, [("旧台账", true, true), ("新台账", false, true)]);
}

#[test]
fn what_is_not_to_be_opened_is_refused_with_what_to_do() {
    let zeros = vec![b' '; 40 * 1024 * 1024];
    let locked = [
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..],
        b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
    ]
    .concat();
    for (bytes, said_about, what_to_do) in [
        (
            with(KUNYANG, "xl/vbaProject.bin", b"x"),
            "宏",
            "另存为不带宏的 .xlsx",
        ),
        (
            with(KUNYANG, "xl/externalLinks/externalLink1.xml", b"<x/>"),
            "链接",
            "断开链接",
        ),
        (
            with(KUNYANG, "xl/connections.xml", b"<x/>"),
            "数据库",
            "断开链接",
        ),
        (
            with(KUNYANG, "xl/worksheets/sheet9.xml", &zeros),
            "解压后过大",
            "删去多余",
        ),
        (locked, "打开密码", "去掉密码"),
        (
            vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
            ".xls",
            "另存为 .xlsx",
        ),
        (
            KUNYANG[..KUNYANG.len() / 2].to_vec(),
            "损坏",
            "另存为 .xlsx",
        ),
        (
            packed(&[("content.xml".to_owned(), b"<x/>".to_vec())]),
            ".ods",
            "另存为 .xlsx",
        ),
        (b"PK\x03\x04".to_vec(), "损坏", "另存为 .xlsx"),
    ] {
        let reading = read(&bytes);
        assert_eq!(codes(&reading), ["J-12"]);
        assert!(!reading.whole);
        let told = said(&reading);
        assert!(
            told.contains(said_about) && told.contains(what_to_do),
            "{told}"
        );
    }
}

/// A part that says it is short and unpacks to more is counted by what it unpacks to.
#[test]
fn a_bomb_that_lies_about_its_size_is_refused() {
    let mut bytes = with(KUNYANG, "xl/media/image1.png", &vec![0; 64 * 1024 * 1024]);
    let size = u32::to_le_bytes(64 * 1024 * 1024);
    let places: Vec<_> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, own)| *own == size)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    assert_eq!(codes(&read(&bytes)), ["J-12"]);
}

/// A cell far away must not cost the memory of all cells between.
#[test]
fn a_cell_in_the_last_row_is_read_in_bounded_memory() {
    let bytes = small(|file| {
        let sheet = file.worksheet_from_index(0).unwrap();
        sheet.write_string(1_048_575, 16_383, "!").unwrap();
    });
    let reading = read(&bytes);
    assert_eq!(reading.ledger.entries.len(), 1);
    assert_eq!(codes(&reading), ["L-06"]);
}

/// Every way a part of a workbook may be damaged: cut off, a byte changed, taken out.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let parts = parts(KUNYANG);
    let count = parts.len();
    (0..count, any::<prop::sample::Index>(), any::<u8>(), 0..4_u8).prop_map(
        move |(part, place, byte, how)| {
            let mut parts = parts.clone();
            let bytes = &mut parts[part].1;
            let at = place
                .index(bytes.len().max(1))
                .min(bytes.len().saturating_sub(1));
            match how {
                0 => bytes.truncate(at),
                1 => bytes[at] = byte,
                2 => bytes.extend(vec![byte; 9]),
                _ => drop(parts.remove(part)),
            }
            packed(&parts)
        },
    )
}

proptest! {
    #![proptest_config(anything::cases(48))]

    #[test]
    fn a_damaged_workbook_is_read_or_refused(bytes in damaged()) {
        let reading = read(&bytes);
        prop_assert!(reading.whole || !reading.findings.is_empty());
    }

    #[test]
    fn damaged_bytes_are_read_or_refused(at: prop::sample::Index, byte: u8, cut: bool) {
        let mut bytes = KUNYANG.to_vec();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        let reading = read(&bytes);
        prop_assert!(reading.whole || !reading.findings.is_empty());
    }

    #[test]
    fn no_cell_reference_stops_the_reader(column in "[A-Za-z]{0,12}", row in "[0-9]{0,22}") {
        let bytes = edited(KUNYANG, "xl/worksheets/sheet1.xml", |xml| {
            xml.replace("r=\"A6\"", &format!("r=\"{column}{row}\""))
        });
        let reading = read(&bytes);
        prop_assert!(reading.whole || !reading.findings.is_empty());
    }
}

#[test]
fn a_workbook_without_sheets_of_cells_has_no_headings() {
    let mut file = Workbook::new();
    file.add_worksheet().write_string(0, 0, "空").unwrap();
    let reading = read(&file.save_to_buffer().unwrap());
    assert_eq!(codes(&reading), ["H-15"]);
    let bytes = file.save_to_buffer().unwrap();
    assert_eq!(Book::open(bytes).unwrap().sheets().len(), 1);
}
