//! Rows of cells → debts: finds the heading row, matches columns by their names, leaves total and
//! note rows out.

use super::delimited::{Rows, delimiter};
use super::{Reading, Source, faults};
use crate::amount::Unit;
use crate::ledger::cell::Kind;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Child, Entry, Ledger};
use crate::limits;
use crate::text::{cut, fold};

/// What each column of a sheet was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The heading row, counted from 0; `None` when the sheet has none.
    pub heading: Option<usize>,
    /// The field of each column.
    pub columns: Vec<Option<Field>>,
    /// The headings as they stand.
    pub names: Vec<String>,
    /// The unit each column names in its heading, where it names one.
    pub units: Vec<Option<Unit>>,
    /// Rows that look like totals or notes and were left out, counted from 0.
    pub left_out: Vec<usize>,
}

impl Mapping {
    /// A sheet without headings whose columns are these.
    pub fn plain(columns: Vec<Option<Field>>) -> Self {
        let names = vec![String::new(); columns.len()];
        let units = vec![None; columns.len()];
        Self {
            heading: None,
            columns,
            names,
            units,
            left_out: Vec::new(),
        }
    }

    /// The unit the amounts are headed with.
    pub fn unit(&self) -> Option<Unit> {
        self.units.iter().copied().flatten().next()
    }
}

/// Rows in which a heading is looked for.
pub(super) const HEADING_WITHIN: usize = 12;
/// Columns that must be recognised before a row is taken for the heading.
const HEADING_COLUMNS: usize = 3;

/// Finds the heading row and matches its columns.
///
/// ```
/// use arrears_ledger::amount::Unit;
/// use arrears_ledger::ledger::entry::Field;
/// use arrears_ledger::read::{map_columns, split};
/// let mapping = map_columns(&split("债务人,债权企业,欠款金额(元),联络方式\n")).unwrap();
/// assert_eq!(mapping.columns, [Some(Field::DebtorName), Some(Field::CreditorName), Some(Field::ArrearsAmount), None]);
/// assert_eq!(mapping.unit(), Some(Unit::Yuan));
/// ```
pub fn map_columns(rows: &[Vec<String>]) -> Option<Mapping> {
    let sheet_unit = sheet_unit(rows);
    rows.iter()
        .take(HEADING_WITHIN)
        .enumerate()
        .find_map(|(index, row)| {
            let mapping = map_row(index, row, sheet_unit);
            let found = mapping.columns.iter().flatten().count();
            (HEADING_COLUMNS <= found).then_some(mapping)
        })
}

/// The same mapping with other fields for its columns; columns beyond those named have none.
pub(crate) fn remapped(
    mapping: Mapping,
    rows: &[Vec<String>],
    columns: &[Option<Field>],
) -> Mapping {
    let sheet_unit = sheet_unit(rows);
    let places = 0..mapping.columns.len();
    let columns: Vec<_> = places
        .map(|at| columns.get(at).copied().flatten())
        .collect();
    let unit = |(name, field): (&String, &Option<Field>)| {
        let is_amount = field.is_some_and(|field| Entry::spec(field).kind == Kind::Amount);
        heading(name).1.or(sheet_unit).filter(|_| is_amount)
    };
    Mapping {
        units: mapping.names.iter().zip(&columns).map(unit).collect(),
        columns,
        ..mapping
    }
}

/// The unit a line above the table names.
fn sheet_unit(rows: &[Vec<String>]) -> Option<Unit> {
    let top = rows.iter().take(HEADING_WITHIN);
    top.flatten().find_map(|cell| unit_line(cell))
}

fn map_row(index: usize, row: &[String], sheet_unit: Option<Unit>) -> Mapping {
    let mut mapping = Mapping {
        heading: Some(index),
        ..Mapping::default()
    };
    for cell in row {
        let (name, unit) = heading(cell);
        let field = find_field(&name).filter(|field| !mapping.columns.contains(&Some(*field)));
        let is_amount = field.is_some_and(|field| Entry::spec(field).kind == Kind::Amount);
        mapping.columns.push(field);
        mapping.names.push(cell.trim().to_owned());
        mapping
            .units
            .push(unit.or(sheet_unit).filter(|_| is_amount));
    }
    mapping
}

/// A heading without its unit, and the unit: `合同金额（万元）`.
pub(super) fn heading(cell: &str) -> (String, Option<Unit>) {
    let folded = fold(cell);
    for (suffix, unit) in [
        ("(万元)", Unit::Wan),
        (":万元", Unit::Wan),
        ("/万元", Unit::Wan),
        ("(元)", Unit::Yuan),
        (":元", Unit::Yuan),
        ("/元", Unit::Yuan),
    ] {
        if let Some(name) = folded.strip_suffix(suffix) {
            return (name.to_owned(), Some(unit));
        }
    }
    (folded.into_owned(), None)
}

/// A line above the table that names its unit: `单位：万元`.
fn unit_line(cell: &str) -> Option<Unit> {
    let folded = fold(cell);
    let unit = cut(&folded, "单位:")?.1;
    if unit.starts_with("万元") {
        Some(Unit::Wan)
    } else if unit.starts_with('元') {
        Some(Unit::Yuan)
    } else {
        None
    }
}

pub(super) fn find_field(folded: &str) -> Option<Field> {
    if folded.is_empty() {
        return None;
    }
    let exact = |field: &Field| {
        let spec = Entry::spec(*field);
        let label = spec.label();
        fold(label.zh) == *folded || spec.key == folded || fold(label.en) == *folded
    };
    let alias = |field: &Field| {
        Entry::spec(*field)
            .aliases()
            .into_iter()
            .any(|alias| fold(alias) == *folded)
    };
    let fields = || Entry::FIELDS.iter().copied();
    fields().find(exact).or_else(|| fields().find(alias))
}

/// Reads a sheet of debts. `unit` is the unit of columns whose heading names none.
///
/// A sheet without a heading row is refused: which column is which would be a guess.
///
/// ```
/// use arrears_ledger::read::read_table;
/// let reading = read_table("欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,100\n合计,,100\n", None);
/// assert_eq!(reading.ledger.entries.len(), 1);
/// ```
pub fn read_table(text: &str, unit: Option<Unit>) -> Reading {
    let mut rows = Rows::new(text, delimiter(text));
    let top: Vec<_> = rows.clone().take(HEADING_WITHIN).collect();
    let Some(mapping) = map_columns(&top) else {
        return Reading::refused(Source::Sheet, faults::no_heading());
    };
    let mut reading = reading(mapping, unit, &mut rows);
    if rows.too_wide {
        reading.findings.push(faults::too_many_columns());
        reading.whole = false;
    }
    reading
}

/// The debts below the heading as a ledger, and what was left out of them.
pub(super) fn reading(
    mapping: Mapping,
    unit: Option<Unit>,
    rows: &mut dyn Iterator<Item = Vec<String>>,
) -> Reading {
    let mut ledger = Ledger::default();
    ledger.header.amount_unit = mapping.unit().or(unit);
    let (entries, left_out, too_many) = read_rows(rows, &mapping, ledger.header.unit());
    ledger.entries = entries;
    let mut findings: Vec<_> = left_out.iter().map(|row| faults::total_row(*row)).collect();
    findings.extend(too_many.then(faults::too_many_rows));
    Reading {
        ledger,
        findings,
        source: Source::Sheet,
        digest: None,
        unsealed: None,
        mapping: Some(Mapping {
            left_out,
            ..mapping
        }),
        whole: !too_many,
    }
}

/// The debts below the heading, the rows left out, and whether there were too many.
pub(crate) fn read_rows(
    rows: &mut dyn Iterator<Item = Vec<String>>,
    mapping: &Mapping,
    unit: Unit,
) -> (Vec<Entry>, Vec<usize>, bool) {
    let first = mapping.heading.map_or(0, |heading| heading + 1);
    let names = unknown_names(mapping);
    let mut entries = Vec::new();
    let mut left_out = Vec::new();
    for (index, row) in rows.enumerate().skip(first) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if is_total_or_note(&row, mapping) {
            left_out.push(index);
            continue;
        }
        if limits::ROWS <= entries.len() {
            return (entries, left_out, true);
        }
        entries.push(read_row(&row, mapping, &names, unit));
    }
    (entries, left_out, false)
}

/// The names under which cells of unknown columns are kept: their headings, but none twice, and
/// none that a debt has a member of.
pub(super) fn unknown_names(mapping: &Mapping) -> Vec<String> {
    // A list will do: a sheet has a thousand columns at most.
    let mut taken = vec!["unread".to_owned()];
    taken.extend(Child::ALL.map(|table| table.key().to_owned()));
    let mut name_of = |(index, heading): (usize, &String)| {
        let mut name = heading.clone();
        if name.is_empty() || (name.starts_with('第') && name.ends_with('列')) {
            name.push_str(&nameless(index));
        }
        if taken.contains(&name) || Entry::field(&name).is_some() {
            name = format!("{name}（{}）", nameless(index));
        }
        taken.push(name.clone());
        name
    };
    mapping.names.iter().enumerate().map(&mut name_of).collect()
}

fn nameless(index: usize) -> String {
    format!("第{}列", index + 1)
}

pub(super) fn read_row(row: &[String], mapping: &Mapping, names: &[String], unit: Unit) -> Entry {
    let mut entry = Entry::default();
    for (index, cell) in row.iter().enumerate() {
        match mapping.columns.get(index).copied().flatten() {
            Some(field) => {
                let own = mapping.units.get(index).copied().flatten();
                entry.set(field, cell, own.unwrap_or(unit));
            }
            None if !cell.trim().is_empty() => {
                let name = names.get(index).cloned();
                let name = name.unwrap_or_else(|| nameless(index));
                let text = crate::json::Tree::text(cell.as_str()).canonical();
                entry.extra.push((name.into(), text.into()));
            }
            None => {}
        }
    }
    entry
}

/// H-17: a row that sums up or explains, rather than names a debt.
fn is_total_or_note(row: &[String], mapping: &Mapping) -> bool {
    let first = row
        .iter()
        .map(|cell| fold(cell))
        .find(|cell| !cell.is_empty())
        .unwrap_or_default();
    let starts = [
        "合计",
        "小计",
        "总计",
        "共计",
        "填表说明",
        "说明:",
        "备注:",
        "注:",
        "填表人",
        "单位负责人",
        "审核人",
    ];
    if starts.iter().any(|start| first.starts_with(start)) {
        return true;
    }
    let named = |field| {
        let index = mapping
            .columns
            .iter()
            .position(|column| *column == Some(field));
        index
            .and_then(|index| row.get(index))
            .is_some_and(|cell| !cell.trim().is_empty())
    };
    let knows_names = mapping.columns.contains(&Some(Field::DebtorName))
        || mapping.columns.contains(&Some(Field::CreditorName));
    let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
    knows_names && !named(Field::DebtorName) && !named(Field::CreditorName) && filled <= 2
}
