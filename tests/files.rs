//! What holds for every file, whole or broken, friendly or not: there is an answer, in bounded
//! time, and nothing that could be read is lost.

#[path = "ledgers/anything.rs"]
mod anything;
#[expect(dead_code, reason = "other tests use the rest")]
mod ledgers;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use arrears_ledger::api::{Verdict, validate};
use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::json::Tree;
use arrears_ledger::read::{read, read_json, split};
use arrears_ledger::session::Session;
use arrears_ledger::submission::draft;
use ledgers::{submitted, today};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static CAMPAIGN: LazyLock<Campaign> = LazyLock::new(Campaign::yexian_2022);
static SUBMITTED: LazyLock<String> = LazyLock::new(submitted);

fn verdict(bytes: &[u8]) -> Verdict {
    validate("a", bytes, &Context::new(&CAMPAIGN, today())).verdict
}

/// What JSON files are made of, whole and broken.
const SCRAPS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u",
    "d83d",
    "null",
    "true",
    "1e9",
    "-0.5",
    "9007199254740993",
    "\"format\":",
    "\"arrears-ledger-draft\"",
    "\"arrears-ledger-submission\"",
    "\"version\":1",
    "\"header\":{",
    "\"entries\":[",
    "{\"instalments\":[",
    "\"unread\":{",
    "\"confirmations\":[",
    "\"causes\":[\"other\"]",
    "\"seq_no\":1",
    "\"arrears_amount\":\"1\"",
    "叶县",
    "\u{feff}",
    "\0",
    "\r\n",
    "\t",
    "欠款单位\t被拖欠企业\t拖欠金额\n",
    "合计",
];

proptest! {
    #![proptest_config(anything::cases(512))]

    #[test]
    fn any_bytes_get_an_answer(bytes in vec(any::<u8>(), 0..400)) {
        prop_assert!(verdict(&bytes).exit_code() < 5);
    }

    #[test]
    fn any_scraps_of_json_get_an_answer(scraps in vec(select(SCRAPS), 0..60)) {
        prop_assert!(verdict(scraps.concat().as_bytes()).exit_code() < 5);
    }

    /// What is left of a file is never taken for the whole of it.
    #[test]
    fn a_submission_cut_anywhere_is_not_whole(cut in any::<Index>()) {
        let (before, _) = SUBMITTED.as_bytes().split_at(cut.index(SUBMITTED.len()));
        let reading = read(before);
        prop_assert!(!reading.whole && !reading.findings.is_empty());
    }
}

/// Cells as spreadsheets copy them: without quotes, tabs and line ends.
fn plain_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    // No apostrophe in front: one that keeps a spreadsheet from computing is taken off again, as
    // `tests/export.rs` has it.
    let cell = "([^\"\t\r\n'][^\"\t\r\n]{0,5})?";
    (2..5_usize).prop_flat_map(move |width| vec(vec(cell, width), 1..6))
}

fn join(rows: &[Vec<String>], cell: impl Fn(&str) -> String, delimiter: &str, end: &str) -> String {
    let row = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        cells.join(delimiter) + end
    };
    rows.iter().map(row).collect()
}

proptest! {
    #![proptest_config(anything::cases(256))]

    #[test]
    fn splitting_gives_plain_cells_back(rows in plain_rows(), end in select(vec!["\n", "\r\n", "\r"])) {
        prop_assert_eq!(split(&join(&rows, str::to_owned, "\t", end)), rows);
    }

    #[test]
    fn splitting_gives_quoted_cells_back(
        rows in vec(vec("[a\"\t\r\n,，甲 ]{0,6}", 3), 1..5),
        delimiter in select(vec!["\t", ","]),
    ) {
        // A tab inside a sheet of commas would make it a sheet of tabs.
        let plain = |text: &str| if delimiter == "," { text.replace('\t', " ") } else { text.to_owned() };
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
        let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        prop_assert_eq!(split(&join(&rows, quote, delimiter, "\r\n")), rows);
    }

    #[test]
    fn splitting_any_text_loses_no_letter(text in "[a甲\" \t,\r\n]{0,30}") {
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
        let cells = split(&text).concat().concat();
        prop_assert_eq!(letters(&cells), letters(&text));
    }

    #[test]
    fn canonical_text_reads_back_as_itself(extra in anything::extra()) {
        for (_, canonical) in extra {
            prop_assert_eq!(Tree::parse(&canonical).unwrap().canonical(), &*canonical);
        }
    }
}

/// Headings no field has, among them names that our own files use for something else.
const STRANGE: &[&str] = &[
    "",
    "电话",
    "传真",
    "unread",
    "instalments",
    "payments",
    "changes",
    "debtor_name",
    "remark",
    "第5列",
    "extra",
];

proptest! {
    #![proptest_config(anything::cases(64))]

    #[test]
    fn a_draft_with_a_byte_changed_gets_an_answer(
        ledger in anything::ledger(),
        at in any::<Index>(),
        byte in select(b"\"{}[],:\\0nt\xff".to_vec()),
    ) {
        let mut bytes = draft(&ledger).into_bytes();
        let at = at.index(bytes.len());
        *bytes.get_mut(at).unwrap() = byte;
        prop_assert!(verdict(&bytes).exit_code() < 5);
    }

    /// Columns of the same heading, of none, or of a name our files use are all kept apart.
    #[test]
    fn unknown_columns_of_a_sheet_survive_a_draft(
        headings in vec(select(STRANGE), 1..6),
        mark in "[a-z]{3}",
    ) {
        let mut heading = vec!["欠款单位", "被拖欠企业", "拖欠金额（元）", "备注"];
        heading.extend(&headings);
        let mut row: Vec<String> = ["甲", "乙", "100", "丙"].map(str::to_owned).into();
        row.extend((0..headings.len()).map(|place| format!("{mark}{place}")));
        let sheet = format!("{}\n{}\n", heading.join("\t"), row.join("\t"));
        let session = Session::open(read(sheet.as_bytes()), CAMPAIGN.clone(), today());
        let reading = read_json(&session.draft());
        prop_assert!(reading.whole && reading.findings.is_empty(), "{:?}", reading.findings);
        for cell in row {
            prop_assert!(cell == "100" || session.draft().contains(&cell), "{cell} is lost");
        }
        prop_assert_eq!(draft(&reading.ledger), session.draft());
    }
}

/// Twice the members take about twice the time, not four times.
#[test]
fn a_file_of_nothing_but_unknown_members_is_read_in_bounded_time() {
    let members: Vec<String> = (0..200_000).map(|no| format!("\"m{no}\":0")).collect();
    let members = members.join(",");
    let start = Instant::now();
    for text in [
        format!(
            "{{\"format\":\"arrears-ledger-draft\",\"version\":1,\"header\":{{}},\"entries\":[],{members}}}"
        ),
        format!(
            "{{\"format\":\"arrears-ledger-draft\",\"version\":1,\"header\":{{}},\"entries\":[{{{members}}}]}}"
        ),
    ] {
        let reading = read_json(&text);
        assert!(reading.whole);
        assert!(draft(&reading.ledger).contains("\"m199999\":0"));
    }
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
}

/// Sixty million empty cells would fill the memory if they were held; a row at a time they do not.
#[test]
fn a_sheet_of_nothing_but_columns_is_refused_in_bounded_memory() {
    let heading = "欠款单位\t被拖欠企业\t拖欠金额（元）\n";
    let row = "\t".repeat(2_000_000) + "\n";
    let reading = read(format!("{heading}{row}甲\t乙\t1\n").as_bytes());
    assert!(!reading.whole);
    assert!(
        reading
            .findings
            .iter()
            .any(|finding| finding.rule.code == "L-06")
    );
    assert_eq!(reading.ledger.entries.len(), 1);
}
