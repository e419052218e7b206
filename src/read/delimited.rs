//! Text with cells parted by tabs or commas → rows of cells.

use crate::text::{cut, has};

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
    let delimiter = if has(text, "\t") { b'\t' } else { b',' };
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = cell(rest, delimiter);
        row.push(cell);
        rest = after;
        if let Some(next) = rest.strip_prefix(char::from(delimiter)) {
            rest = next;
            if rest.is_empty() {
                row.push(String::new());
            }
        } else {
            rest = rest.strip_prefix('\r').unwrap_or(rest);
            rest = rest.strip_prefix('\n').unwrap_or(rest);
            rows.push(std::mem::take(&mut row));
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// The first cell, and what comes after it, delimiter or line end included.
fn cell(text: &str, delimiter: u8) -> (String, &str) {
    quoted(text, delimiter).unwrap_or_else(|| {
        let end = text.bytes().position(|byte| ends_cell(byte, delimiter));
        let (cell, after) = text.split_at(end.unwrap_or(text.len()));
        (cell.to_owned(), after)
    })
}

const fn ends_cell(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || matches!(byte, b'\n' | b'\r')
}

/// A cell in quotes; `None` when it is not one, or its quote is never closed.
fn quoted(text: &str, delimiter: u8) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = cut(rest, "\"")?;
        cell.push_str(part);
        let Some(more) = after.strip_prefix('"') else {
            let is_end = |byte| ends_cell(byte, delimiter);
            let is_closed = after.bytes().next().is_none_or(is_end);
            return is_closed.then_some((cell, after));
        };
        cell.push('"');
        rest = more;
    }
}
