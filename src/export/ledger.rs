//! A ledger as a workbook: the official table, and behind it all that does not fit into a table.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError};

use super::looks::Looks;
use super::{Unwritten, columns, findings, parts};
use crate::amount::Amount;
use crate::json::Tree;
use crate::ledger::cell::Kind;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Child, Entry, Header, Ledger, header};
use crate::read::layout;
use crate::review::Reviewed;

/// What a workbook of a ledger is to hold.
#[derive(Debug, Clone, Copy)]
pub struct Book<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// What stands above the table, from the campaign.
    pub title: &'a str,
    /// The findings, where a sheet of them is wanted.
    pub findings: Option<&'a [Reviewed]>,
    /// The day it is made on.
    pub today: NaiveDate,
}

/// Rows above the first debt: title, facts, headings.
pub(super) const TOP: u32 = 3;

/// Writes a ledger as a workbook: the official table; the header, plans, payments, changes and
/// reasons in sheets of their own where there are any.
///
/// ```
/// use arrears_ledger::export::{Book, workbook};
/// use arrears_ledger::{ledger::Ledger, read::read};
/// let ledger = read("欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t100\n".as_bytes()).ledger;
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
/// let bytes = workbook(&Book { ledger: &ledger, title: "台账", findings: None, today })?;
/// assert_eq!(read(&bytes).ledger.entries, ledger.entries);
/// # Ok::<(), arrears_ledger::export::Unwritten>(())
/// ```
///
/// # Errors
/// When the writer refuses; a fault of ours.
pub fn workbook(book: &Book<'_>) -> Result<Vec<u8>, Unwritten> {
    let ledger = book.ledger;
    let looks = Looks::of(ledger.header.unit());
    let mut file = new(book.title, book.today)?;
    file.define_name(
        layout::LEDGER_VERSION_NAME,
        &format!("={}", layout::VERSION),
    )?;
    table(file.add_worksheet(), book, &looks)?;
    parts::header(file.add_worksheet(), ledger, &looks)?;
    for child in Child::ALL {
        if ledger
            .entries
            .iter()
            .any(|entry| !entry.children(child).is_empty())
        {
            parts::children(file.add_worksheet(), ledger, child, &looks)?;
        }
    }
    if !ledger.confirmations.is_empty() {
        parts::confirmations(file.add_worksheet(), ledger, &looks)?;
    }
    if let Some(found) = book.findings {
        findings::sheet(file.add_worksheet(), ledger, found, &looks)?;
    }
    Ok(file.save_to_buffer()?)
}

/// A workbook with nothing in it, made on a day.
pub(crate) fn new(title: &str, today: NaiveDate) -> Result<Workbook, XlsxError> {
    let mut file = Workbook::new();
    let year = u16::try_from(today.year()).unwrap_or(2000);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let made = ExcelDateTime::from_ymd(year, part(today.month()), part(today.day()))?;
    file.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&made),
    );
    Ok(file)
}

fn table(sheet: &mut Worksheet, book: &Book<'_>, looks: &Looks) -> Result<(), XlsxError> {
    let ledger = book.ledger;
    let unit = ledger.header.unit();
    let fields = columns::of_ledger(ledger);
    let unknown = columns::unknown(ledger);
    sheet.set_name(layout::LEDGER)?;
    let count = fields.len() + unknown.len();
    let last = u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX);
    top(sheet, book, last, looks)?;
    for (column, field) in (0..).zip(&fields) {
        let spec = Entry::spec(*field);
        sheet.set_column_width(column, columns::width(spec))?;
        sheet.write_string_with_format(2, column, columns::heading(spec, unit), &looks.heading)?;
    }
    let first_unknown = u16::try_from(fields.len()).unwrap_or(u16::MAX);
    for (column, name) in (first_unknown..).zip(&unknown) {
        sheet.write_string_with_format(2, column, *name, &looks.heading)?;
    }
    for (row, entry) in (TOP..).zip(&ledger.entries) {
        for (column, field) in (0..).zip(&fields) {
            let cell = (entry.as_table(), (*field).into());
            looks.cell(sheet, (row, column), cell, unit)?;
        }
        for (column, name) in (first_unknown..).zip(&unknown) {
            let own = entry.extra.iter().find(|(own, _)| &**own == *name);
            if let Some(Ok(Tree::Text(text))) = own.map(|(_, raw)| Tree::parse(raw)) {
                looks.put(sheet, row, column, &text)?;
            }
        }
    }
    let total = TOP + u32::try_from(ledger.entries.len()).unwrap_or(u32::MAX - TOP);
    totals(sheet, ledger, &fields, total, looks)?;
    sheet.set_freeze_panes(TOP, 0)?;
    sheet.autofilter(2, 0, total - 1, last)?;
    print(sheet)
}

/// Title and facts.
fn top(sheet: &mut Worksheet, book: &Book<'_>, last: u16, looks: &Looks) -> Result<(), XlsxError> {
    let header = &book.ledger.header;
    let unit = header.unit();
    sheet.merge_range(0, 0, 0, last, book.title, &looks.title)?;
    sheet.set_row_height(0, 30)?;
    let fact = |field: header::Field| {
        format!(
            "{}：{}",
            Header::spec(field).label().zh,
            header.text(field, unit)
        )
    };
    sheet.write_string_with_format(1, 0, fact(header::Field::ReportUnitName), &looks.fact)?;
    sheet.write_string_with_format(1, 4, fact(header::Field::Period), &looks.fact)?;
    sheet.write_string_with_format(1, 7, fact(header::Field::CutoffDate), &looks.fact)?;
    let money = format!("单位：{}", unit.name());
    sheet.write_string_with_format(1, last.saturating_sub(1), money, &looks.fact)?;
    Ok(())
}

/// The sums are formulas, so that they follow what people change, with their results stored.
fn totals(
    sheet: &mut Worksheet,
    ledger: &Ledger,
    fields: &[Field],
    row: u32,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let unit = ledger.header.unit();
    for (column, field) in (0..).zip(fields) {
        let index = (*field).into();
        let is_amount = Entry::spec(*field).kind == Kind::Amount;
        if column == 0 {
            sheet.write_string_with_format(row, column, layout::TOTAL, &looks.total)?;
        } else if is_amount && TOP < row {
            let read = |entry: &Entry| Amount::parse(&entry.as_table().read(index, unit), unit);
            let sum: Amount = ledger
                .entries
                .iter()
                .filter_map(|entry| read(entry).ok())
                .sum();
            let letters = letters(column);
            let formula = Formula::new(format!("=SUM({letters}{}:{letters}{row})", TOP + 1));
            let formula = formula.set_result(sum.print(unit));
            sheet.write_formula_with_format(row, column, formula, &looks.total_amount)?;
        } else {
            sheet.write_blank(row, column, &looks.total)?;
        }
    }
    Ok(())
}

/// A column as formulas name it: A, B … Z, AA.
pub(super) fn letters(column: u16) -> String {
    let mut name = String::new();
    let mut rest = u32::from(column) + 1;
    while 0 < rest {
        let letter = (rest - 1) % 26;
        name.insert(0, char::from_u32(u32::from('A') + letter).unwrap_or('A'));
        rest = (rest - 1) / 26;
    }
    name
}

/// A4 across, as wide as one page, with the headings on each.
pub(super) fn print(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, TOP - 1)?;
    sheet.set_footer("&C第&P页，共&N页");
    Ok(())
}
