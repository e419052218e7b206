//! A rule names the columns it reads, and an edit asks only the rules that read what it touched: so
//! what a rule says must not depend on any other column.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::{BTreeMap, BTreeSet};

use arrears_ledger::campaign::{Campaign, Context, Setting};
use arrears_ledger::ledger::fields::{Index, Record, Table};
use arrears_ledger::ledger::{Before, Child, Column, Entry, Header, Ledger, Sums, header};
use arrears_ledger::read::{self, read};
use arrears_ledger::rule::{Around, Beyond, Check, Finding, Keys, Member, Rule};
use arrears_ledger::rules;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// What can be edited of a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Cell(Index),
    Children(Child),
}

fn reads(rule: &Rule, part: Part, matrix: &[Column]) -> bool {
    let is_beyond = match (rule.beyond, part) {
        (Beyond::Matrix, Part::Cell(index)) => matrix
            .iter()
            .any(|column| matches!(column, Column::Entry(field) if Index::from(*field) == index)),
        (Beyond::Cells, Part::Cell(_)) => true,
        _ => false,
    };
    is_beyond
        || rule.reads.is_empty()
        || rule.reads.iter().any(|column| match (column, part) {
            (Column::Entry(field), Part::Cell(index)) => Index::from(*field) == index,
            (column, Part::Children(child)) => column.child() == Some(child),
            _ => false,
        })
}

/// A ledger of an example, and the one before it.
struct Example {
    ledger: Ledger,
    before: Option<Before>,
}

fn ledger(value: &Value) -> Ledger {
    let mut draft = json!({ "format": read::DRAFT, "version": 1, "header": {}, "entries": [] });
    for (key, member) in value.as_object().unwrap() {
        if key != "before" {
            draft[key] = member.clone();
        }
    }
    read(draft.to_string().as_bytes()).ledger
}

/// The ledgers of all examples, those of debts alone with an earlier one of the same debts.
fn examples() -> Vec<Example> {
    let texts = rules::all().flat_map(|rule| [rule.fails, rule.passes]);
    let mut examples = Vec::new();
    for value in texts.filter_map(|text| serde_json::from_str::<Value>(text).ok()) {
        if value.get("collection").is_some() || value.get("format").is_some() {
            continue;
        }
        let is_debt = ["header", "entries"]
            .iter()
            .all(|key| value.get(key).is_none());
        let value = if is_debt {
            json!({ "entries": [value] })
        } else {
            value
        };
        examples.push(Example {
            ledger: ledger(&value),
            before: value.get("before").map(|before| Before::of(ledger(before))),
        });
    }
    assert!(100 < examples.len());
    examples
}

/// What stands in each part of a debt in some example.
fn variants(examples: &[Example]) -> BTreeMap<Part, Vec<Entry>> {
    let mut variants: BTreeMap<Part, Vec<Entry>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut put = |part: Part, entry: &Entry, says: String| {
        if seen.insert((part, says)) {
            variants.entry(part).or_default().push(entry.clone());
        }
    };
    let ledgers = examples.iter().map(|example| &example.ledger);
    for entry in ledgers
        .flat_map(|ledger| &ledger.entries)
        .chain([&Entry::default()])
    {
        for (index, _) in entry.as_table().columns() {
            put(
                Part::Cell(index),
                entry,
                entry.as_table().read(index, Header::default().unit()),
            );
        }
        for child in Child::ALL {
            put(Part::Children(child), entry, entry.children_of(child));
        }
    }
    variants
}

trait ChildrenOf {
    fn children_of(&self, child: Child) -> String;
}

impl ChildrenOf for Entry {
    fn children_of(&self, child: Child) -> String {
        match child {
            Child::Instalments => format!("{:?}", self.instalments),
            Child::Payments => format!("{:?}", self.payments),
            Child::Changes => format!("{:?}", self.changes),
        }
    }
}

/// The debt with a part of another.
fn with(entry: &Entry, part: Part, other: &Entry) -> Entry {
    let mut edited = entry.clone();
    let unit = Header::default().unit();
    match part {
        Part::Cell(index) => {
            let text = other.as_table().read(index, unit);
            edited.as_table_mut().write(index, &text, unit);
        }
        Part::Children(Child::Instalments) => edited.instalments.clone_from(&other.instalments),
        Part::Children(Child::Payments) => edited.payments.clone_from(&other.payments),
        Part::Children(Child::Changes) => edited.changes.clone_from(&other.changes),
    }
    edited
}

/// Whether an edit of a cell of the header asks a rule again.
fn reads_header(rule: &Rule, index: Index, matrix: &[Column]) -> bool {
    let is_it =
        |column: &Column| matches!(column, Column::Header(field) if Index::from(*field) == index);
    let beyond = match rule.beyond {
        Beyond::Matrix => matrix.iter().any(is_it),
        Beyond::Before | Beyond::Cells => Beyond::BEFORE.iter().any(is_it),
        Beyond::Nothing => false,
    };
    let is_of_ledger = |check: &Check| matches!(check, Check::Ledger(_));
    let reads_all = rule.reads.is_empty() && rule.checks.iter().any(is_of_ledger);
    beyond || reads_all || rule.reads.iter().any(is_it)
}

/// Headers, each with another text in one cell: what some example has there, and what few have.
fn headers(examples: &[Example]) -> Vec<(Index, String)> {
    let mut texts = BTreeSet::new();
    for header in examples.iter().map(|example| &example.ledger.header) {
        for (index, _) in header.as_table().columns() {
            texts.insert((index, header.as_table().read(index, header.unit())));
        }
    }
    let more = [
        (header::Field::Period, "2022-07"),
        (header::Field::CutoffDate, "2019-01-01"),
        (header::Field::CutoffDate, "2025-12-31"),
        (header::Field::FilledOn, "2022-01-01"),
        (header::Field::ReportUnitCode, "410422204"),
        (header::Field::ReportUnitKind, "乡镇（街道）"),
        (header::Field::ReportUnitName, "水寨乡人民政府"),
        (header::Field::IsNil, "是"),
    ];
    texts.extend(more.map(|(field, text)| (field.into(), text.to_owned())));
    // The unit of money asks everything again.
    texts.retain(|(index, _)| *index != Index::from(header::Field::AmountUnit));
    texts.into_iter().collect()
}

/// What a check answers about a debt among others.
#[derive(Debug, PartialEq)]
struct Answer(Vec<u64>, u32, Vec<Finding>);

fn ask(check: &Check, entries: &[Entry], row: usize, around: &Around<'_>) -> Answer {
    let mut answer = Answer(Vec::new(), 0, Vec::new());
    match check {
        Check::Entry(check) => answer.2.extend(check(&entries[row], around)),
        Check::Cells(check) => answer.2 = check(&entries[row], around),
        Check::Tally { of, .. } => answer.1 = of(&entries[row], around),
        Check::Group { keys, check, .. } => {
            let mut own = Keys::default();
            keys(&entries[row], &mut own);
            answer.0.extend(own.take());
            let members = entries.iter().enumerate();
            let members: Vec<_> = members.map(|(row, entry)| Member { row, entry }).collect();
            answer.2 = check(&members);
        }
        Check::Ledger(_) | Check::Collection(_) | Check::Reading => {}
    }
    answer
}

/// A campaign that asks every rule.
fn campaign() -> Campaign {
    let mut campaign = Campaign::yexian_2022();
    for rule in rules::all() {
        let on = rule.switch.map(|_| true);
        let code = rule.code.to_owned();
        campaign.rules.push(Setting {
            code,
            on,
            limits: Vec::new(),
        });
    }
    campaign
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 6, 30).unwrap()
}

#[test]
fn no_rule_reads_a_cell_of_the_header_it_does_not_name() {
    let campaign = campaign();
    let matrix = campaign.matrix_columns();
    let examples = examples();
    let texts = headers(&examples);
    let checks =
        || rules::all().flat_map(|rule| rule.checks.iter().map(move |check| (rule, check)));
    let mut told = BTreeSet::new();
    for Example { ledger, before } in &examples {
        let context = Context {
            before: before.as_ref(),
            ..Context::new(&campaign, today())
        };
        let sums = Sums::of(ledger);
        let all = |ledger: &Ledger| -> Vec<(Vec<Finding>, Vec<Answer>)> {
            let around = Around {
                header: &ledger.header,
                context: &context,
            };
            let rows = 0..ledger.entries.len();
            let of_rows = |check| {
                let answers = rows
                    .clone()
                    .map(|row| ask(check, &ledger.entries, row, &around));
                answers.collect()
            };
            checks()
                .map(|(_, check)| match check {
                    Check::Ledger(of) => (of(ledger, &sums, &context), Vec::new()),
                    _ => (Vec::new(), of_rows(check)),
                })
                .collect()
        };
        let was = all(ledger);
        for (index, text) in &texts {
            let mut edited = ledger.clone();
            edited
                .header
                .as_table_mut()
                .write(*index, text, ledger.header.unit());
            for (((rule, _), was), now) in checks().zip(&was).zip(all(&edited)) {
                if *was != now && !reads_header(rule, *index, &matrix) {
                    told.insert((rule.code, Header::default().column(*index).spec().key));
                }
            }
        }
    }
    assert_eq!(told, BTreeSet::new(), "read, and not named");
}

#[test]
fn no_rule_reads_a_column_it_does_not_name() {
    let campaign = campaign();
    let matrix = campaign.matrix_columns();
    let examples = examples();
    let variants = variants(&examples);
    let mut told = BTreeSet::new();
    for Example { ledger, before } in &examples {
        let context = Context {
            before: before.as_ref(),
            ..Context::new(&campaign, today())
        };
        let around = Around {
            header: &ledger.header,
            context: &context,
        };
        for row in 0..ledger.entries.len() {
            let was: Vec<_> = rules::all()
                .flat_map(|rule| rule.checks.iter().map(move |check| (rule, check)))
                .map(|(rule, check)| (rule, check, ask(check, &ledger.entries, row, &around)))
                .collect();
            let mut entries = ledger.entries.clone();
            for (part, others) in &variants {
                for other in others {
                    entries[row] = with(&ledger.entries[row], *part, other);
                    for (rule, check, was) in &was {
                        if !reads(rule, *part, &matrix)
                            && ask(check, &entries, row, &around) != *was
                        {
                            let name = match part {
                                Part::Cell(index) => Entry::default().column(*index).spec().key,
                                Part::Children(child) => child.key(),
                            };
                            told.insert((rule.code, name));
                        }
                    }
                }
                entries[row] = ledger.entries[row].clone();
            }
        }
    }
    assert_eq!(told, BTreeSet::new(), "read, and not named");
}
