//! What a workbook holds, for whoever wants to choose among its sheets before anything is read as a
//! ledger.

use crate::export::rows_as_text;
use crate::json::members;
use crate::read::faults;
use crate::read::workbook::{Table, is_furniture, is_ours, read_book};
use crate::rule::Finding;
use crate::submission;
use crate::text::Words;
use crate::workbook::{Book, Refusal};

/// A sheet as tab-parted text, which [`crate::read::read_table`] and a session's paste read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetText {
    /// What its tab says.
    pub name: String,
    /// Whether the program hides it.
    pub hidden: bool,
    /// Whether a heading row was found in it.
    pub heading: bool,
    /// Rows with something in them.
    pub rows: usize,
    /// Whether it has more columns than are read.
    pub too_wide: bool,
    /// Its cells.
    pub text: String,
    /// What there is to say about how it was read.
    pub told: Vec<Words>,
}

members!(SheetText: name, hidden, heading, rows, too_wide, text, told);

/// What a workbook holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The draft's text where the workbook is a whole ledger that we wrote; its sheets are not
    /// listed then.
    pub draft: Option<String>,
    /// Whether all of that draft could be read.
    pub whole: bool,
    /// What there is to say about how the draft was read.
    pub told: Vec<Words>,
    /// The sheets with cells, in their order, but for those the template brings along.
    pub sheets: Vec<SheetText>,
}

members!(Contents: draft, whole, told, sheets);

impl Contents {
    /// Reads all sheets of a workbook.
    ///
    /// ```
    /// use arrears_ledger::api::Contents;
    /// let bytes = std::fs::read("tests/samples/kunyang-2022-06.xlsx")?;
    /// let contents = Contents::of(bytes).unwrap();
    /// let names: Vec<_> = contents.sheets.iter().map(|sheet| (&*sheet.name, sheet.heading)).collect();
    /// assert_eq!(names, [("台账", true), ("填表说明", false)]);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// J-12 where it is not opened, or a sheet cannot be read.
    pub fn of(bytes: Vec<u8>) -> Result<Self, Box<Finding>> {
        Self::read(bytes).map_err(|why| Box::new(faults::workbook_refused(why)))
    }

    fn read(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let mut book = Book::open(bytes)?;
        if is_ours(&book) {
            let reading = read_book(&mut book)?;
            let unit = reading.ledger.header.unit();
            let said = |finding: &Finding| finding.words(unit);
            return Ok(Self {
                draft: Some(submission::draft(&reading.ledger)),
                whole: reading.whole,
                told: reading.findings.iter().map(said).collect(),
                sheets: Vec::new(),
            });
        }
        let infos = book.sheets().to_vec();
        let mut sheets = Vec::new();
        for (index, info) in infos.into_iter().enumerate() {
            if is_furniture(&book, index) {
                continue;
            }
            let table = Table::of(&mut book, index)?;
            let is_filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            sheets.push(SheetText {
                name: info.name,
                hidden: info.hidden,
                heading: table.heading,
                rows: table.rows.iter().filter(is_filled).count(),
                too_wide: table.too_wide,
                text: rows_as_text(&table.rows),
                told: table.told,
            });
        }
        Ok(Self {
            draft: None,
            whole: true,
            told: Vec::new(),
            sheets,
        })
    }
}
