//! Text with cells parted by tabs or commas → rows of cells.

use crate::limits;
use crate::text::cut;

/// Splits a text into rows and cells: tabs when there is a tab outside quotes, else commas; a cell
/// in quotes may hold line breaks, and a quote doubled in it is one. A quote that is never closed is a letter
/// like any other. An apostrophe that keeps spreadsheets from computing a text is taken off.
///
/// ```
/// use arrears_ledger::read::split;
/// assert_eq!(split("a\t\"b\nc\"\r\n\t1"), [["a", "b\nc"], ["", "1"]]);
/// assert_eq!(split("a,\"1,000\"\n"), [["a", "1,000"]]);
/// assert_eq!(split("3\"\tb"), [["3\"", "b"]]);
/// assert_eq!(split("'=1+1\t'好"), [["=1+1", "'好"]]);
/// ```
pub fn split(text: &str) -> Vec<Vec<String>> {
    split_at(text, delimiter(text))
}

/// The same where what parts the cells is known.
///
/// ```
/// use arrears_ledger::read::split_at;
/// assert_eq!(split_at("1,000\n2,000", '\t'), [["1,000"], ["2,000"]]);
/// ```
pub fn split_at(text: &str, delimiter: char) -> Vec<Vec<String>> {
    Rows::new(text, delimiter).collect()
}

/// What parts the cells of a text: tabs where there is one outside quotes.
pub(crate) fn delimiter(text: &str) -> char {
    let mut is_quoted = false;
    let mut before = b'\n';
    for byte in text.bytes() {
        match byte {
            b'"' if is_quoted => is_quoted = false,
            // It opens at the start of a cell, and one doubled in a cell goes on with it.
            b'"' => is_quoted = matches!(before, b'\n' | b'\r' | b',' | b'"'),
            b'\t' if !is_quoted => return '\t',
            _ => {}
        }
        before = byte;
    }
    // One that is never closed is a letter.
    if is_quoted && text.contains('\t') {
        '\t'
    } else {
        ','
    }
}

/// The rows of a text, one after the other, so that no more than one of a large file's is held.
#[derive(Debug, Clone)]
pub(crate) struct Rows<'a> {
    rest: &'a str,
    delimiter: char,
    /// A row had more cells than are read of one.
    pub(crate) too_wide: bool,
}

impl<'a> Rows<'a> {
    pub(crate) const fn new(text: &'a str, delimiter: char) -> Self {
        Self {
            rest: text,
            delimiter,
            too_wide: false,
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = Vec::new();
        loop {
            let (cell, after) = cell(self.rest, self.delimiter);
            if row.len() < limits::COLUMNS {
                row.push(unguarded(cell));
            } else {
                self.too_wide = true;
            }
            if let Some(next) = after.strip_prefix(self.delimiter) {
                self.rest = next;
            } else {
                let after = after.strip_prefix('\r').unwrap_or(after);
                self.rest = after.strip_prefix('\n').unwrap_or(after);
                return Some(row);
            }
        }
    }
}

/// The first cell, and what comes after it, delimiter or line end included.
fn cell(text: &str, delimiter: char) -> (String, &str) {
    quoted(text, delimiter).unwrap_or_else(|| {
        let mut letters = text.char_indices();
        let end = letters.find(|(_, letter)| ends_cell(*letter, delimiter));
        let (cell, after) = text.split_at(end.map_or(text.len(), |(at, _)| at));
        (cell.to_owned(), after)
    })
}

/// Whether a spreadsheet would take a text for a formula, or would if an apostrophe or more were
/// taken off it.
pub(crate) fn is_computed(text: &str) -> bool {
    let first = text.bytes().find(|byte| *byte != b'\'');
    matches!(first, Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
}

/// Takes off the apostrophe that was put before a text so that no spreadsheet computes it.
fn unguarded(mut cell: String) -> String {
    if cell.starts_with('\'') && is_computed(&cell) {
        cell.remove(0);
    }
    cell
}

const fn ends_cell(letter: char, delimiter: char) -> bool {
    letter == delimiter || matches!(letter, '\n' | '\r')
}

/// A cell in quotes; `None` when it is not one, or its quote is never closed.
fn quoted(text: &str, delimiter: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = cut(rest, "\"")?;
        cell.push_str(part);
        let Some(more) = after.strip_prefix('"') else {
            let is_end = |letter| ends_cell(letter, delimiter);
            let is_closed = after.chars().next().is_none_or(is_end);
            return is_closed.then_some((cell, after));
        };
        cell.push('"');
        rest = more;
    }
}
