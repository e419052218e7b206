//! Workbooks that we wrote: every sheet of a ledger is read back.

use super::{Table, layout, told};
use crate::ledger::entry::Field;
use crate::ledger::fields::{self, Index, Record};
use crate::ledger::{Child, Confirmation, Entry, Header, Ledger};
use crate::limits;
use crate::read::table::{HEADING_WITHIN, heading, read_row, unknown_names};
use crate::read::{Reading, Source, faults, map_columns};
use crate::rule::Finding;
use crate::text::{Words, fold};
use crate::workbook::{Book, Refusal};

/// Reads the header, then the debts, then what hangs on them.
pub(super) fn read(book: &mut Book) -> Result<Reading, Refusal> {
    let mut ledger = Ledger::default();
    let mut findings = Vec::new();
    if let Some(table) = named(book, layout::HEADER)? {
        header(&mut ledger, &table.rows);
    }
    let Some(table) = named(book, layout::LEDGER)? else {
        return Ok(Reading::refused(Source::Draft, faults::no_heading()));
    };
    let Some(too_many) = debts(&mut ledger, &table.rows) else {
        return Ok(Reading::refused(Source::Draft, faults::no_heading()));
    };
    let mut told = table.told;
    for child in Child::ALL {
        if let Some(table) = named(book, layout::child(child))? {
            children(&mut ledger, child, &table.rows, &mut findings, &mut told);
        }
    }
    if let Some(table) = named(book, layout::CONFIRMED)? {
        ledger.confirmations = confirmations(&table.rows);
    }
    let is_known = |name: &str| {
        let ours = [
            layout::HEADER,
            layout::LEDGER,
            layout::CONFIRMED,
            layout::FINDINGS,
            layout::HELP,
            layout::LISTS,
        ];
        ours.contains(&name)
            || Child::ALL
                .into_iter()
                .any(|table| layout::child(table) == name)
    };
    let names = book.sheets();
    let others = told::others(book, |index| {
        names.get(index).is_some_and(|sheet| is_known(&sheet.name))
    });
    findings.extend(told.into_iter().chain(others).map(faults::workbook_told));
    findings.extend(too_many.then(faults::too_many_rows));
    Ok(Reading {
        ledger,
        findings,
        source: Source::Draft,
        digest: None,
        unsealed: None,
        mapping: None,
        whole: !too_many,
    })
}

fn named(book: &mut Book, name: &str) -> Result<Option<Table>, Refusal> {
    let index = book.sheets().iter().position(|sheet| sheet.name == name);
    index.map(|index| Table::of(book, index)).transpose()
}

/// The header's lines: what a cell is called, and what it says.
fn header(ledger: &mut Ledger, rows: &[Vec<String>]) {
    let said = |name: &str| {
        let line = rows
            .iter()
            .find(|row| row.first().is_some_and(|own| own == name));
        line.and_then(|row| row.get(1)).cloned().unwrap_or_default()
    };
    ledger.campaign = said(layout::CAMPAIGN);
    ledger.revision = said(layout::REVISION).parse().unwrap_or(1);
    ledger.previous = Some(said(layout::PREVIOUS)).filter(|digest| !digest.is_empty());
    // The unit first: amounts are read in it.
    let unit_field = crate::ledger::header::Field::AmountUnit;
    let first = std::iter::once(unit_field);
    for field in first.chain(Header::FIELDS.iter().copied()) {
        let text = said(Header::spec(field).label().zh);
        let unit = ledger.header.unit();
        ledger.header.set(field, &text, unit);
    }
}

/// The debts down to the row of totals; whether there were too many, `None` where no headings are.
fn debts(ledger: &mut Ledger, rows: &[Vec<String>]) -> Option<bool> {
    let top: Vec<_> = rows.iter().take(HEADING_WITHIN).cloned().collect();
    let mapping = map_columns(&top)?;
    let names = unknown_names(&mapping);
    let unit = ledger.header.unit();
    let below = mapping.heading.map_or(0, |row| row + 1);
    for row in rows.iter().skip(below) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row
            .first()
            .is_some_and(|first| fold(first) == layout::TOTAL)
        {
            break;
        }
        if limits::ROWS <= ledger.entries.len() {
            return Some(true);
        }
        ledger.entries.push(read_row(row, &mapping, &names, unit));
    }
    Some(false)
}

/// The records of a child table, each with the number of its debt in front.
fn children(
    ledger: &mut Ledger,
    child: Child,
    rows: &[Vec<String>],
    findings: &mut Vec<Finding>,
    told: &mut Vec<Words>,
) {
    let id = Entry::spec(Field::DebtId).label().zh;
    let is_heading = |row: &Vec<String>| row.first().is_some_and(|first| fold(first) == fold(id));
    let Some(top) = rows.iter().position(is_heading) else {
        return;
    };
    let columns = columns(child, rows.get(top).map_or(&[], Vec::as_slice));
    let mut debts: Vec<(String, usize)> = ledger
        .entries
        .iter()
        .enumerate()
        .map(|(row, entry)| (entry.text(Field::DebtId, ledger.header.unit()), row))
        .collect();
    debts.sort();
    let (mut orphans, mut too_many) = (Vec::new(), false);
    for (number, row) in rows.iter().enumerate().skip(top + 1) {
        let id = row.first().map_or("", |id| id.trim());
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let found = debts.partition_point(|(own, _)| own.as_str() < id);
        let debt = debts
            .get(found)
            .filter(|(own, _)| own == id && !id.is_empty());
        let unit = ledger.header.unit();
        let Some(entry) = debt.and_then(|(_, row)| ledger.entries.get_mut(*row)) else {
            orphans.push(number);
            continue;
        };
        let count = entry.children(child).len();
        if limits::CHILDREN <= count {
            too_many = true;
            continue;
        }
        entry.add_child(child);
        if let Some(record) = entry.child_mut(child, count) {
            for (cell, column) in row.iter().zip(&columns) {
                if let Some(index) = column {
                    record.write(*index, cell, unit);
                }
            }
        }
    }
    findings.extend(too_many.then(faults::too_many_children));
    told.extend(told::orphans(layout::child(child), &orphans));
}

/// The places of a child table's columns in a heading row; nothing for the debt's number.
fn columns(child: Child, row: &[String]) -> Vec<Option<Index>> {
    let mut probe = Entry::default();
    probe.add_child(child);
    let records = probe.children(child);
    let place = |name: &String| {
        let (name, _) = heading(name);
        let record: &dyn fields::Table = *records.first()?;
        let mut columns = record.columns();
        let own = columns.find(|(_, spec)| fold(spec.label().zh) == name);
        own.map(|(index, _)| index)
    };
    row.iter().map(place).collect()
}

/// Warnings answered for: rule, debt, values, reason.
fn confirmations(rows: &[Vec<String>]) -> Vec<Confirmation> {
    let confirmation = |row: &Vec<String>| {
        let text = |at: usize| row.get(at).cloned().unwrap_or_default();
        Confirmation {
            code: text(0),
            debt_id: text(1),
            values: text(2),
            reason: text(3),
            extra: Vec::new(),
        }
    };
    rows.iter()
        .skip(1)
        .filter(|row| 3 < row.len())
        .map(confirmation)
        .collect()
}
