//! Workbooks → ledgers: one of ours with all its sheets, another by the sheet that has headings.

mod headings;
pub(crate) mod layout;
mod own;
mod told;

use super::table::{HEADING_WITHIN, reading};
use super::{Reading, Source, faults, map_columns};
use crate::text::Words;
use crate::workbook::{Book, Refusal, Sheet};

/// A sheet made ready: headings in one row, merged texts in each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The texts, row by row; rows keep their numbers.
    pub rows: Vec<Vec<String>>,
    /// Whether a heading row was found.
    pub heading: bool,
    /// A row had more cells than are read of one.
    pub too_wide: bool,
    /// What there is to say about how it was read.
    pub told: Vec<Words>,
}

impl Table {
    /// Reads a sheet of a workbook.
    ///
    /// # Errors
    /// When there is no such sheet or it cannot be read.
    pub fn of(book: &mut Book, index: usize) -> Result<Self, Refusal> {
        let sheet = book.sheet(index)?;
        let mut table = Self::ready(sheet);
        let version = book.defined(layout::TEMPLATE_VERSION_NAME);
        let other = version.and_then(|version| told::other_version(version, layout::VERSION));
        table.told.extend(other);
        Ok(table)
    }

    fn ready(mut sheet: Sheet) -> Self {
        headings::join(&mut sheet);
        let top: Vec<_> = sheet.rows.iter().take(HEADING_WITHIN).cloned().collect();
        let heading = map_columns(&top).and_then(|mapping| mapping.heading);
        let filled = heading.map_or(0, |row| headings::fill_down(&mut sheet, row + 1));
        let told = told::uncomputed(&sheet)
            .into_iter()
            .chain(told::filled(filled));
        Self {
            told: told.collect(),
            heading: heading.is_some(),
            too_wide: sheet.too_wide,
            rows: sheet.rows,
        }
    }
}

/// Reads a workbook by its bytes.
///
/// ```
/// use arrears_ledger::read::workbook::read_workbook;
/// let bytes = std::fs::read("tests/samples/kunyang-2022-06.xlsx")?;
/// let reading = read_workbook(&bytes);
/// assert!(reading.whole && !reading.ledger.entries.is_empty());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn read_workbook(bytes: &[u8]) -> Reading {
    let read = Book::open(bytes.to_vec()).and_then(|mut book| read_book(&mut book));
    read.unwrap_or_else(|why| Reading::refused(Source::Sheet, faults::workbook_refused(why)))
}

/// Whether a workbook is a whole ledger that we wrote: its header, debts and what hangs on them.
pub fn is_ours(book: &Book) -> bool {
    book.defined(layout::LEDGER_VERSION_NAME).is_some()
}

/// Whether a sheet is one that the template brings along, with nothing to read in it.
pub fn is_furniture(book: &Book, index: usize) -> bool {
    let name = book.sheets().get(index).map_or("", |sheet| &sheet.name);
    [layout::HELP, layout::LISTS].contains(&name)
        && book.defined(layout::TEMPLATE_VERSION_NAME).is_some()
}

/// Reads an opened workbook.
///
/// # Errors
/// When a sheet that is needed cannot be read.
pub fn read_book(book: &mut Book) -> Result<Reading, Refusal> {
    if is_ours(book) {
        return own::read(book);
    }
    let Some((index, table)) = first_table(book)? else {
        return Ok(Reading::refused(Source::Sheet, faults::no_heading()));
    };
    let told = told::others(book, |other| other == index || is_furniture(book, other));
    Ok(read_table(table, told))
}

/// The first sheet with headings; hidden ones come last.
fn first_table(book: &mut Book) -> Result<Option<(usize, Table)>, Refusal> {
    let mut order: Vec<(bool, usize)> = (0..)
        .zip(book.sheets())
        .map(|(index, sheet)| (sheet.hidden, index))
        .collect();
    order.sort_unstable();
    for (_, index) in order {
        let table = Table::of(book, index)?;
        if table.heading {
            return Ok(Some((index, table)));
        }
    }
    Ok(None)
}

fn read_table(table: Table, told: Vec<Words>) -> Reading {
    let top: Vec<_> = table.rows.iter().take(HEADING_WITHIN).cloned().collect();
    let Some(mapping) = map_columns(&top) else {
        return Reading::refused(Source::Sheet, faults::no_heading());
    };
    let mut reading = reading(mapping, None, &mut table.rows.into_iter());
    if table.too_wide {
        reading.findings.push(faults::too_many_columns());
        reading.whole = false;
    }
    let told = table.told.into_iter().chain(told);
    reading.findings.extend(told.map(faults::workbook_told));
    reading
}
