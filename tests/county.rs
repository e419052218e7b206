//! A county of 40 units with known truths. Every expected figure is computed by
//! `tests/county/make.py`, which uses nothing of this crate.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

#[path = "county/office.rs"]
mod office;

use std::collections::BTreeMap;

use arrears_ledger::bulletin::{self, Cell, Paper, Sheet};
use arrears_ledger::county::{Added, County, Verdict};
use arrears_ledger::ledger::vocabulary::Vocabulary;
use arrears_ledger::text::Lang;
use office::{Office, expected, july, june};
use serde_json::{Value, json};

fn sheet<'a>(paper: &'a Paper, key: &str) -> &'a Sheet {
    paper.sheets.iter().find(|sheet| sheet.key == key).unwrap()
}

fn place(sheet: &Sheet, key: &str) -> usize {
    sheet.columns.iter().position(|one| one.key == key).unwrap()
}

/// A cell as the fixture has it: text in Chinese, a number, an amount exact and shown, hundredths of
/// a percent.
fn seen(cell: &Cell) -> Value {
    match cell {
        Cell::Count(count) => json!(count),
        Cell::Amount(amount) => json!([amount.to_string(), amount.in_wan(2)]),
        Cell::Rate(rate) => json!(rate.hundredths()),
        other => json!(other.shown(Lang::Zh, 2)),
    }
}

fn of(sheet: &Sheet, row: &[Cell], key: &str) -> Value {
    seen(&row[place(sheet, key)])
}

fn text(sheet: &Sheet, row: &[Cell], key: &str) -> String {
    row[place(sheet, key)].shown(Lang::Zh, 2)
}

fn yuan(sheet: &Sheet, row: &[Cell], key: &str) -> Value {
    of(sheet, row, key)[0].clone()
}

/// Holds each figure the fixture has of a line against the line.
fn check_line(sheet: &Sheet, row: &[Cell], wanted: &Value, who: &str) {
    for (key, value) in wanted.as_object().unwrap() {
        assert_eq!(of(sheet, row, key), *value, "{who}: {key}");
    }
}

#[test]
fn every_file_is_told_what_became_of_it() {
    let office = july();
    let expected = expected();
    let filings = office
        .county
        .filings(&office.campaign, office.earlier.as_ref());
    let mut places = BTreeMap::new();
    let mut links = BTreeMap::new();
    for one in &filings {
        let name = one.received.name.clone();
        places.insert(name.clone(), json!(one.place.choice().code()));
        links.insert(name, json!(one.link.choice().code()));
    }
    assert_eq!(json!(places), expected["place"]);
    assert_eq!(json!(links), expected["link"]);
    let refused: BTreeMap<&str, &str> = office
        .county
        .refused()
        .map(|one| (one.name.as_str(), one.findings[0].code.as_str()))
        .collect();
    assert_eq!(json!(refused), expected["refused"]);
    assert_eq!(office.repeated, ["10.json"]);
}

#[test]
fn every_unit_stands_on_the_roster_as_it_reported() {
    let office = july();
    let view = office.view();
    let expected = expected();
    let roster: BTreeMap<&str, Value> = view
        .roster
        .iter()
        .map(|row| {
            (
                row.unit.code.as_str(),
                json!([row.filing.choice().code(), row.is_late]),
            )
        })
        .collect();
    assert_eq!(json!(roster), expected["roster"]);
    let paper = bulletin::roster(&view);
    let call = sheet(&paper, "to_call");
    let wanted = expected["to_call"].as_object().unwrap();
    assert_eq!(call.rows.len(), wanted.len());
    for row in &call.rows {
        let phone = text(call, row, "phone");
        let known = wanted[&text(call, row, "unit")].as_str().unwrap();
        assert_eq!(
            phone,
            if known.is_empty() {
                "名录未列"
            } else {
                known
            }
        );
    }
}

#[test]
fn silence_may_count_as_a_nil_report() {
    let mut office = july();
    office.county.settings.nil_report = Some(arrears_ledger::campaign::NilReport::Deemed);
    let view = office.view();
    let count = |code: &str| {
        let filings = view.roster.iter().map(|row| row.filing.choice().code());
        filings.filter(|own| *own == code).count()
    };
    assert_eq!(
        (count("deemed_nil"), count("missing"), count("nil")),
        (5, 0, 3)
    );
    assert!(view.roster.iter().all(|row| !row.to_call));
}

#[test]
fn table_1_comes_to_the_fen() {
    let office = july();
    let paper = bulletin::bulletin(&office.view());
    let progress = sheet(&paper, "progress");
    let wanted = &expected()["progress"];
    let order: Vec<String> = progress
        .rows
        .iter()
        .map(|row| text(progress, row, "unit"))
        .collect();
    assert_eq!(json!(order), wanted["order"]);
    for (index, row) in progress.rows.iter().enumerate() {
        let unit = text(progress, row, "unit");
        check_line(progress, row, &wanted["units"][&unit], &unit);
        let is_ranked = index < usize::try_from(wanted["ranked"].as_u64().unwrap()).unwrap();
        let rank = if is_ranked {
            json!(index + 1)
        } else {
            json!("—")
        };
        assert_eq!(of(progress, row, "rank"), rank, "{unit}");
    }
    check_line(
        progress,
        progress.total.as_ref().unwrap(),
        &wanted["total"],
        "total",
    );
    let is_noted = |key: &&str| {
        let label = progress.columns[place(progress, key)].label.zh;
        let mut notes = progress.notes.iter();
        notes.any(|note| note.zh.starts_with(&format!("“{label}”")))
    };
    let keys = progress.columns.iter().map(|column| column.key);
    let mut noted: Vec<&str> = keys.filter(is_noted).collect();
    noted.sort_unstable();
    assert_eq!(json!(noted), wanted["footnotes"]);
}

#[test]
fn tables_2_to_5_hold_the_right_debts() {
    let office = july();
    let paper = bulletin::bulletin(&office.view());
    let expected = expected();
    let structure = sheet(&paper, "structure");
    let rows: BTreeMap<String, Value> = structure
        .rows
        .iter()
        .map(|row| {
            let name = format!(
                "{}|{}",
                text(structure, row, "dimension"),
                text(structure, row, "value")
            );
            let sums = json!([
                of(structure, row, "count"),
                yuan(structure, row, "arrears"),
                yuan(structure, row, "repaid"),
                yuan(structure, row, "balance"),
                of(structure, row, "share"),
            ]);
            (name, sums)
        })
        .collect();
    assert_eq!(json!(rows), expected["structure"]);
    let units = |key| {
        let sheet = sheet(&paper, key);
        let units = sheet.rows.iter().map(|row| text(sheet, row, "unit"));
        units.collect::<Vec<_>>()
    };
    assert_eq!(json!(units("cleared")), expected["cleared"]);
    let mut lagging = units("lagging");
    lagging.sort_unstable();
    assert_eq!(json!(lagging), expected["lagging"]);
    let large = sheet(&paper, "large");
    let rows: Vec<Value> = large
        .rows
        .iter()
        .map(|row| {
            let project = text(large, row, "project");
            json!([
                text(large, row, "unit"),
                project,
                yuan(large, row, "balance")
            ])
        })
        .collect();
    assert_eq!(json!(rows), expected["large"]);
}

/// The columns of the movement.
const KEYS: [&str; 8] = [
    "opening", "added", "raised", "repaid", "removed", "to_court", "closing", "gap",
];

#[test]
fn table_6_and_the_movement_tie() {
    let office = july();
    let view = office.view();
    let expected = expected();
    let paper = bulletin::bulletin(&view);
    let changes = sheet(&paper, "changes");
    let labels = arrears_ledger::county::Changed::ALL.iter();
    let codes: BTreeMap<&str, &str> = labels
        .map(|one| (one.choice().label().zh, one.choice().code()))
        .collect();
    let mut rows = BTreeMap::new();
    for row in &changes.rows {
        let code = codes[text(changes, row, "change").as_str()];
        let reason = text(changes, row, "reason");
        let key = match code {
            "removed" => format!("{code}|{reason}"),
            code => code.to_owned(),
        };
        if of(changes, row, "count") != json!(0) {
            let both = json!([of(changes, row, "count"), yuan(changes, row, "amount")]);
            rows.insert(key, both);
        }
    }
    assert_eq!(json!(rows), expected["changes"]);
    let paper = bulletin::movement(&view);
    let movement = sheet(&paper, "movement");
    for (row, account) in movement.rows.iter().zip(&view.accounts.units) {
        let unit = text(movement, row, "unit");
        let basis = json!(account.basis.choice().code());
        let found = if basis == "not_reported" {
            json!([basis, yuan(movement, row, "opening")])
        } else {
            let amounts = KEYS.map(|key| yuan(movement, row, key));
            json!([&[basis][..], &amounts[..]].concat())
        };
        assert_eq!(found, expected["movement"][&unit], "{unit}");
    }
    assert_eq!(
        movement.rows.len(),
        expected["movement"].as_object().unwrap().len()
    );
    let total = movement.total.as_ref().unwrap();
    let total = KEYS.map(|key| yuan(movement, total, key));
    assert_eq!(json!(total), expected["movement_total"]);
}

#[test]
fn the_audits_classes_list_every_debt() {
    let office = july();
    let paper = bulletin::audit(&office.view());
    let mut found: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for sheet in &paper.sheets {
        for row in &sheet.rows {
            let unit = text(sheet, row, "unit");
            let debt = text(sheet, row, "debt_id");
            let line = json!([unit, debt, yuan(sheet, row, "amount")]);
            found.entry(sheet.key).or_default().push(line);
        }
    }
    for lines in found.values_mut() {
        lines.sort_by_key(Value::to_string);
    }
    let mut wanted: BTreeMap<String, Vec<Value>> =
        serde_json::from_value(expected()["audit"].clone()).unwrap();
    for lines in wanted.values_mut() {
        lines.sort_by_key(Value::to_string);
    }
    assert_eq!(json!(found), json!(wanted));
}

#[test]
fn candidates_between_units_are_found_and_ranked() {
    let office = july();
    let expected = expected();
    let candidates = office.county.candidates(&office.campaign);
    assert!(candidates.is_sorted_by(|a, b| a.score >= b.score));
    let mut found: Vec<Value> = candidates
        .iter()
        .filter(|one| one.kind.choice().code() != "listed")
        .map(|one| {
            let refs = one
                .refs
                .iter()
                .map(|one| format!("{}/{}", one.unit, one.debt_id));
            let mut refs: Vec<String> = refs.collect();
            refs.sort_unstable();
            assert!(!one.why.is_empty());
            json!([one.kind.choice().code(), one.score, refs])
        })
        .collect();
    found.sort_by_key(Value::to_string);
    let mut wanted: Vec<Value> = expected["candidates"].as_array().unwrap().clone();
    wanted.sort_by_key(Value::to_string);
    assert_eq!(found, wanted);
    let compared = office.county.compared(&office.campaign);
    let outcomes: Vec<&str> = compared
        .iter()
        .map(|one| one.outcome.choice().code())
        .collect();
    assert_eq!(json!(outcomes), expected["compared"]);
}

#[test]
fn a_duplicate_that_was_decided_counts_once_and_the_decision_lapses() {
    let mut office = july();
    let balance = |office: &Office| office.view().accounts.total.closing;
    let before = balance(&office);
    let candidates = office.county.candidates(&office.campaign);
    let one = candidates
        .iter()
        .find(|one| one.score == 95)
        .unwrap()
        .clone();
    let (keeps, other) = (one.refs[0].clone(), one.refs[1].clone());
    office.decide(&one, Verdict::Duplicate, Some(&keeps.unit));
    let after = balance(&office);
    let debt = office.entry(&other.unit, &other.debt_id);
    assert_eq!(before - after, debt.balance_due().unwrap());
    let view = office.view();
    let notes = bulletin::bulletin(&view).notes;
    assert!(notes.iter().any(|note| note.zh.contains("重复填报的1笔")));
    let untied = |office: &Office| {
        let view = office.view();
        let own = view
            .accounts
            .units
            .iter()
            .find(|one| one.unit.code == other.unit);
        own.unwrap().movement.gap()
    };
    assert_eq!(
        untied(&office),
        untied(&july()),
        "the movement has it as taken off"
    );
    // It is kept in the file.
    let text = office.county.text();
    let opened = County::open(text.as_bytes(), &office.campaign).unwrap();
    assert_eq!(opened.decisions, office.county.decisions);
    // What it was about is not what it is now.
    let mut decision = office.county.decisions[&one.key].clone();
    decision.values = "0".repeat(16);
    office.county.decisions.insert(one.key.clone(), decision);
    assert_eq!(balance(&office), before);
    assert_eq!(one.decision(&office.county), (None, true));
}

#[test]
fn the_disclosure_counts_contracts() {
    let office = july();
    let paper = bulletin::disclosure(&office.view(), 2022);
    let sheet = sheet(&paper, "disclosure");
    let rows: BTreeMap<String, Value> = sheet
        .rows
        .iter()
        .map(|row| {
            let both = json!([of(sheet, row, "contracts"), yuan(sheet, row, "amount")]);
            (text(sheet, row, "debtor"), both)
        })
        .collect();
    assert_eq!(json!(rows), expected()["disclosure"]);
}

#[test]
fn a_sum_is_shared_and_becomes_plans_units_can_open() {
    use arrears_ledger::amount::{Amount, Unit};
    use arrears_ledger::county::{SMALL, allocations, drafts, waits};
    let office = july();
    let view = office.view();
    let wanted = &expected()["allocation"];
    let sum = Amount::parse(wanted["sum"].as_str().unwrap(), Unit::Yuan).unwrap();
    let (waits, left_out) = waits(&view.counted);
    assert_eq!(left_out, 0);
    let methods = allocations(&waits, sum, SMALL);
    for one in &methods {
        assert_eq!(
            one.allocation.paid() + one.allocation.unspent,
            sum,
            "{}",
            one.code
        );
    }
    let smallest = methods
        .iter()
        .find(|one| one.code == "smallest_first")
        .unwrap();
    let paid = waits.iter().zip(&smallest.allocation.shares);
    let paid: BTreeMap<&str, String> = paid
        .filter(|(_, share)| Amount::ZERO < share.paid)
        .map(|(wait, share)| (wait.debt.id.as_ref(), share.paid.to_string()))
        .collect();
    assert_eq!(json!(paid), wanted["shares"]);
    assert_eq!(json!(smallest.cleared), wanted["cleared"]);
    let on = "2022-08-31".parse().unwrap();
    let made = drafts(&view.counted, &waits, &smallest.allocation, on).unwrap();
    assert_eq!(made.len(), smallest.units);
    for (unit, text) in &made {
        let reading = arrears_ledger::read::read(text.as_bytes());
        assert!(reading.whole && reading.findings.is_empty(), "{unit}");
        let own = view
            .counted
            .iter()
            .find(|one| one.unit.code == *unit)
            .unwrap();
        assert_eq!(reading.ledger.previous.as_ref(), Some(&own.received.digest));
        assert_eq!(reading.ledger.revision, own.received.ledger.revision + 1);
        let planned = reading
            .ledger
            .entries
            .iter()
            .flat_map(|entry| &entry.instalments);
        let mut planned = planned.filter(|one| one.due_on.is_some_and(|day| day.first() == on));
        assert!(planned.next().is_some(), "{unit}");
    }
}

#[test]
fn nothing_published_names_a_person() {
    let office = july();
    let view = office.view();
    let expected = expected();
    let persons = expected["persons"].as_array().unwrap();
    let papers = [
        bulletin::bulletin(&view),
        bulletin::disclosure(&view, 2022),
        bulletin::movement(&view),
    ];
    for paper in &papers {
        for said in [
            paper.markdown(Lang::Zh),
            paper.markdown(Lang::En),
            paper.html(Lang::Zh),
            paper.json(),
        ] {
            for person in persons {
                let person = person.as_str().unwrap();
                assert!(!said.contains(person), "{}: {person}", paper.key);
            }
        }
    }
    // They are in the files, so that the test can fail.
    let text = office.county.text();
    assert!(text.contains("赵六") && text.contains("责任人04") && text.contains("13900000004"));
}

#[test]
fn the_trend_goes_from_month_to_month() {
    let office = july();
    let june = june();
    let point = office.earlier.as_ref().unwrap().trend[0];
    let wanted = &expected()["june"];
    let found = json!({
        "units": point.units, "count": point.count, "arrears": point.arrears.to_string(),
        "undisputed": point.undisputed.to_string(), "repaid": point.repaid.to_string(),
        "balance": point.balance.to_string(),
    });
    assert_eq!(found, *wanted);
    assert!(june.county.trend.is_empty());
    let paper = bulletin::bulletin(&office.view());
    assert_eq!(sheet(&paper, "trend").rows.len(), 2);
    let chart = paper.charts.iter().find(|one| one.key == "trend").unwrap();
    assert_eq!(chart.bars.len(), 2);
}

#[test]
fn a_chart_shows_the_figures_of_its_table() {
    let office = july();
    let paper = bulletin::bulletin(&office.view());
    let progress = sheet(&paper, "progress");
    let chart = paper
        .charts
        .iter()
        .find(|one| one.key == "clearance")
        .unwrap();
    for (bar, row) in chart.bars.iter().zip(&progress.rows) {
        assert_eq!(bar.label.zh, text(progress, row, "unit"));
        assert_eq!(bar.values[0].1, text(progress, row, "undisputed_rate"));
    }
    let svg = chart.svg(Lang::Zh);
    assert!(svg.starts_with("<svg ") && svg.contains(&chart.bars[0].label.zh));
}

#[test]
fn units_are_reminded_of_what_is_theirs() {
    let office = july();
    let all = bulletin::reminders(&office.view());
    let of = |code: &str| {
        all.iter()
            .find(|one| one.unit == code)
            .map(|one| one.text(Lang::Zh))
    };
    let units = &office.campaign.units;
    let missing = of(&units[37].code).unwrap();
    assert!(
        missing.contains("2022-07-13") && missing.contains("0375-8053465"),
        "{missing}"
    );
    assert!(of(&units[15].code).unwrap().contains("退回"));
    assert!(of(&units[28].code).unwrap().contains("到期未还"));
    assert!(of(&units[5].code).unwrap().contains("晚于期限"));
    assert_eq!(of(&units[0].code), None);
}

#[test]
fn the_collection_is_a_file_that_opens_again_and_fits_its_schema() {
    let office = july();
    let text = office.county.text();
    let opened = County::open(text.as_bytes(), &office.campaign).unwrap();
    assert_eq!(opened.text(), text);
    let schema: Value = serde_json::from_str(&arrears_ledger::county::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&value)
        .map(|one| one.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(serde_json::to_string(&value).unwrap().len(), text.len());
    let mut again = office.county.clone();
    for (name, bytes) in office::files("july") {
        let added = office.examine_into(&mut again, &name, &bytes);
        let refused = expected()["refused"].get(&name).is_some();
        let wanted = if refused {
            Added::Refused
        } else {
            Added::Repeated
        };
        assert_eq!(added, wanted, "{name}");
    }
    assert_eq!(again.text(), text, "adding twice changes nothing");
}
