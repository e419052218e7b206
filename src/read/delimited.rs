//! Text with cells parted by tabs or commas → rows of cells.

use crate::limits;

/// Splits a text into rows and cells: tabs when there is a tab, else commas; a cell in quotes may
/// hold line breaks, and a quote doubled in it is one. A quote that is never closed is a letter
/// like any other.
///
/// ```
/// use arrears_ledger::read::split;
/// assert_eq!(split("a\t\"b\nc\"\r\n\t1"), [["a", "b\nc"], ["", "1"]]);
/// assert_eq!(split("a,\"1,000\"\n"), [["a", "1,000"]]);
/// assert_eq!(split("3\"\tb"), [["3\"", "b"]]);
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

/// What parts the cells of a text.
pub(crate) fn delimiter(text: &str) -> char {
    if text.contains('\t') { '\t' } else { ',' }
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
                row.push(cell);
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
        let end = text.find([delimiter, '\n', '\r']).unwrap_or(text.len());
        let (cell, after) = text.split_at(end);
        (cell.to_owned(), after)
    })
}

/// A cell in quotes; `None` when it is not one, or its quote is never closed.
fn quoted(text: &str, delimiter: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with([delimiter, '\n', '\r']) => {
                return Some((cell, after));
            }
            None => return None,
        }
    }
}
