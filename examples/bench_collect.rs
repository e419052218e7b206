//! How quick a county is collected and published: a thousand submissions of a hundred debts.
//! `cargo xtask bench collect` runs it, and `DuckDB` beside it over the same files.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement may stop at what it did not expect, and prints what it found"
)]

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use arrears_ledger::almanac::Law;
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::bulletin::{View, bulletin};
use arrears_ledger::campaign::{Campaign, YEXIAN_2022};
use arrears_ledger::county::{County, Examined, examine};
use arrears_ledger::digest::sm3_hex;
use arrears_ledger::json::Tree;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;

const ROWS: usize = 100;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", folder, units] => write(Path::new(folder), units.parse().unwrap()),
        ["native", folder] => native(Path::new(folder)),
        _ => println!("write FOLDER UNITS | native FOLDER"),
    }
}

/// The campaign with so many units, and a submission of each.
fn write(folder: &Path, units: usize) {
    fs::create_dir_all(folder.join("files")).unwrap();
    let mut campaign = Tree::parse(YEXIAN_2022).unwrap();
    let Some(Tree::List(mut roster)) = campaign.remove("units") else {
        return;
    };
    let more = (0..units).map(|unit| {
        Tree::map([
            ("code", Tree::text(code(unit))),
            ("name", Tree::text(name(unit))),
            ("kind", Tree::text("county_department")),
        ])
    });
    roster.extend(more);
    if let Tree::Map(members) = &mut campaign {
        members.push(("units".to_owned(), Tree::List(roster)));
    }
    fs::write(folder.join("campaign.json"), campaign.canonical()).unwrap();
    for unit in 0..units {
        let file = folder.join("files").join(format!("{unit:05}.json"));
        fs::write(file, submission(unit)).unwrap();
    }
}

fn code(unit: usize) -> String {
    format!("BM-{unit:05}")
}

fn name(unit: usize) -> String {
    format!("叶县第{unit:05}单位")
}

fn submission(unit: usize) -> String {
    let debts: Vec<Tree> = (0..ROWS).map(|row| debt(unit, row)).collect();
    let total: Amount = (0..ROWS).map(|row| arrears(unit, row)).sum();
    let text = |text: &str| Tree::text(text);
    let header = Tree::map([
        ("report_unit_code", Tree::text(code(unit))),
        ("report_unit_name", Tree::text(name(unit))),
        ("report_unit_kind", text("county_department")),
        ("period", text("2022-06")),
        ("cutoff_date", text("2022-06-10")),
        ("amount_unit", text("wan")),
        ("is_nil", Tree::Flag(false)),
        ("declared_count", Tree::count(ROWS)),
        ("declared_total", Tree::text(total.to_string())),
        ("filled_on", text("2022-06-12")),
        ("filler", text("李某")),
        ("reviewer", text("张某")),
        ("head", text("王某")),
        ("sealed", Tree::Flag(true)),
    ]);
    let mut members = vec![
        ("format", text("arrears-ledger-submission")),
        ("version", Tree::Number(1)),
        ("campaign", text("yexian-2022")),
        ("revision", Tree::Number(1)),
        ("header", header),
        ("entries", Tree::List(debts)),
        ("confirmations", Tree::List(Vec::new())),
    ];
    let digest = sm3_hex(Tree::map(members.clone()).canonical().as_bytes());
    members.push(("digest", Tree::text(digest)));
    Tree::map(members).canonical()
}

fn arrears(unit: usize, row: usize) -> Amount {
    let fen = 1_000_000 + (unit * 7_919 + row * 104_729) % 99_999_989;
    Amount::from_fen(i64::try_from(fen).unwrap())
}

fn debt(unit: usize, row: usize) -> Tree {
    let owed = arrears(unit, row);
    let paid = Amount::from_fen(owed.fen() / 10);
    let contract = owed + Amount::from_fen(5_000_000);
    let firm = (unit * 37 + row * 11) % 20_000;
    let text = |text: &str| Tree::text(text);
    let words = |words: &[&str]| Tree::List(words.iter().map(|word| text(word)).collect());
    let payment = Tree::map([
        ("amount", Tree::text(paid.to_string())),
        ("paid_on", text("2022-06-05")),
        ("method", text("cash")),
        ("voucher_no", Tree::text(format!("HD-{row:04}"))),
    ]);
    Tree::map([
        ("seq_no", Tree::count(row + 1)),
        (
            "debt_id",
            Tree::text(format!("{}-2022-06-{:04}", code(unit), row + 1)),
        ),
        ("first_period", text("2022-06")),
        ("source_channel", text("self_check")),
        ("debtor_name", Tree::text(name(unit))),
        ("debtor_type", text("gov_organ")),
        ("debtor_channel", text("county_department")),
        (
            "creditor_name",
            Tree::text(format!("叶县第{firm:05}建设工程有限公司")),
        ),
        ("creditor_size", text("small")),
        (
            "project_name",
            Tree::text(format!("{}第{row:03}号道路硬化工程", name(unit))),
        ),
        ("contract_no", Tree::text(format!("HT-{unit:05}-{row:03}"))),
        ("contract_basis", text("written")),
        ("sign_date", text("2014-05-06")),
        ("procurement_kind", text("works")),
        ("money_kind", text("works_payment")),
        ("is_gov_invest", Tree::Flag(true)),
        ("sector", text("other")),
        ("contract_amount", Tree::text(contract.to_string())),
        ("paid_before", text("50000.00")),
        ("arrears_amount", Tree::text(owed.to_string())),
        ("delivered_on", text("2015-06")),
        (
            "due_date",
            text(["2016-09-01", "2018-05-11", "2020-03-20", "2021-07-10"][row % 4]),
        ),
        ("last_demand_on", text("2022-05-20")),
        ("dispute", text("undisputed")),
        ("judicial", text("not_entered")),
        ("causes", words(&["fund_shortage"])),
        ("migrant_wages", Tree::Flag(false)),
        ("fund_source", words(&["local_budget"])),
        ("plan_finish", text("2022-12")),
        ("duty_unit", Tree::text(name(unit))),
        ("duty_person", text("李某")),
        ("status", text("partly_repaid")),
        ("payments", Tree::List(vec![payment])),
    ])
}

/// One line a figure: name, thousandths, unit.
fn tell(name: &str, thousandths: u128, unit: &str) {
    println!(
        "{name}\t{}.{:03}\t{unit}",
        thousandths / 1_000,
        thousandths % 1_000
    );
}

/// Everything a county office asks of the command line: the files read and examined, the bulletin,
/// the collection written.
fn native(folder: &Path) {
    let campaign = fs::read_to_string(folder.join("campaign.json")).unwrap();
    let campaign = Campaign::parse(&campaign).unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("files"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let bytes: u64 = files
        .iter()
        .map(|file| fs::metadata(file).unwrap().len())
        .sum();
    let start = Instant::now();
    let mut county = County::of(&campaign);
    for examined in examined(&files, &campaign) {
        county.add(examined);
    }
    let collected = start.elapsed();
    assert_eq!(county.refused().count(), 0, "{:?}", county.refused().next());
    let view = View::of(&county, &campaign, None, day(), Law::carried());
    let paper = bulletin(&view);
    let printed = paper.html(Lang::Zh).len() + paper.json().len();
    let published = start.elapsed();
    let doubts = county.candidates(&campaign).len();
    let looked = start.elapsed();
    let mut file = fs::File::create(folder.join("collection.json")).unwrap();
    let mut written = 0;
    county.write(&mut |piece| {
        use std::io::Write;
        written += piece.len();
        file.write_all(piece.as_bytes()).unwrap();
    });
    let all = start.elapsed();
    assert!(0 < printed && doubts < written);
    let count = files.len();
    tell(
        &format!("collect/native/{count}"),
        collected.as_micros() / 1_000,
        "s",
    );
    tell(
        &format!("collect+publish/native/{count}"),
        published.as_micros() / 1_000,
        "s",
    );
    tell(
        &format!("candidates/native/{count}"),
        looked.saturating_sub(published).as_micros() / 1_000,
        "s",
    );
    tell(&format!("all/native/{count}"), all.as_micros() / 1_000, "s");
    tell("input", u128::from(bytes) / 1_000, "MB");
    if let Some(most) = peak() {
        tell(
            "memory/native",
            u128::from(most) * 1_000 / u128::from(bytes),
            "× input",
        );
    }
    let total = view
        .counted
        .iter()
        .map(|one| one.ledger.totals().arrears)
        .sum::<Amount>();
    println!("total\t{}\tyuan", total.print(Unit::Yuan));
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 6, 13).unwrap()
}

/// As the command line does it: as many at once as there are processors.
fn examined(files: &[PathBuf], campaign: &Campaign) -> Vec<Examined> {
    let hands = thread::available_parallelism().map_or(1, NonZero::get);
    let share = files.len().div_ceil(hands).max(1);
    let one = |file: &PathBuf| {
        let bytes = fs::read(file).unwrap();
        examine(
            &file.display().to_string(),
            &bytes,
            day(),
            campaign,
            Law::carried(),
        )
    };
    thread::scope(|scope| {
        let parts: Vec<_> = files
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Vec<_>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    })
}

/// The most memory this program has had, in bytes; where the system says so.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}
