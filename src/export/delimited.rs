//! A ledger's debts as text with cells parted by commas or tabs.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::columns;
use crate::json::Tree;
use crate::ledger::cell::Kind;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Entry, Ledger};
use crate::read::is_computed;

/// How text becomes bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// With the mark by which spreadsheets know it.
    Utf8,
    /// What Chinese Windows takes text files for.
    Gb18030,
}

/// The debts below their headings. What a spreadsheet would compute gets an apostrophe in front,
/// which reading takes off again.
///
/// ```
/// use arrears_ledger::{export::delimited, read::read_table};
/// let ledger = read_table("欠款单位,被拖欠企业,拖欠金额（元）,备注\n甲,乙,-5,'=1+1\n", None).ledger;
/// let text = delimited(&ledger, '\t');
/// assert!(text.contains("\t'=1+1"));
/// assert_eq!(read_table(&text, None).ledger.entries, ledger.entries);
/// ```
pub fn delimited(ledger: &Ledger, delimiter: char) -> String {
    let unit = ledger.header.unit();
    let fields = columns::of_ledger(ledger);
    let unknown = columns::unknown(ledger);
    let headings = fields
        .iter()
        .map(|field| columns::heading(Entry::spec(*field), unit));
    let headings = headings.chain(unknown.iter().map(|name| (*name).to_owned()));
    let mut out = String::new();
    line(headings, delimiter, &mut out);
    for entry in &ledger.entries {
        let cell = |field: &Field| {
            let text = entry.text(*field, unit);
            let kind = Entry::spec(*field).kind;
            let is_number = matches!(kind, Kind::Amount | Kind::Rate) && !entry.is_unread(*field);
            if is_number {
                text.into()
            } else {
                guarded(text)
            }
        };
        let other = |name: &&str| {
            let own = entry.extra.iter().find(|(own, _)| &**own == *name);
            match own.map(|(_, raw)| Tree::parse(raw)) {
                Some(Ok(Tree::Text(text))) => guarded(text),
                _ => Cow::default(),
            }
        };
        let cells = fields.iter().map(cell).chain(unknown.iter().map(other));
        line(cells, delimiter, &mut out);
    }
    out
}

/// Rows of texts as tab-parted text, to be read back as they are.
pub(crate) fn rows_as_text(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        line(row.iter().map(guarded), '\t', &mut out);
    }
    out
}

fn guarded<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    let text = text.into();
    if is_computed(&text) {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

fn line(cells: impl Iterator<Item = impl AsRef<str>>, delimiter: char, out: &mut String) {
    for (index, cell) in cells.enumerate() {
        if 0 < index {
            out.push(delimiter);
        }
        put(cell.as_ref(), delimiter, out);
    }
    out.push_str("\r\n");
}

fn put(cell: &str, delimiter: char, out: &mut String) {
    let parts =
        |byte| matches!(byte, b'"' | b'\n' | b'\r' | b'\t') || char::from(byte) == delimiter;
    // A delimiter of several bytes is looked for as a letter.
    if cell.bytes().any(parts) || !delimiter.is_ascii() && cell.contains(delimiter) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

/// A text as bytes of a file.
///
/// ```
/// use arrears_ledger::export::{Encoding, encoded};
/// assert_eq!(encoded("元", Encoding::Utf8), b"\xef\xbb\xbf\xe5\x85\x83");
/// assert_eq!(encoded("元a€😀", Encoding::Gb18030), b"\xd4\xaaa\xa2\xe3\x94\x39\xfc\x36");
/// ```
pub fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Gb18030 => gb18030(text),
    }
}

/// Every letter has its bytes there. Finding them takes a walk through a table, so each letter is
/// looked for once.
fn gb18030(text: &str) -> Vec<u8> {
    let mut known: BTreeMap<char, Vec<u8>> = BTreeMap::new();
    let mut out = Vec::with_capacity(text.len());
    let mut buffer = [0; 4];
    for letter in text.chars() {
        if letter.is_ascii() {
            out.extend(u8::try_from(letter));
            continue;
        }
        let bytes = known.entry(letter).or_insert_with(|| {
            let letter = letter.encode_utf8(&mut buffer);
            encoding_rs::GB18030.encode(letter).0.into_owned()
        });
        out.extend_from_slice(bytes);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_what_parts_cells_stands_in_quotes() {
        for (cell, delimiter, expected) in [
            ("甲,乙", ',', "\"甲,乙\""),
            ("甲，乙", ',', "甲，乙"),
            ("甲，乙", '，', "\"甲，乙\""),
            ("甲\"乙", '\t', "\"甲\"\"乙\""),
            ("甲\n乙", ',', "\"甲\n乙\""),
        ] {
            let mut out = String::new();
            put(cell, delimiter, &mut out);
            assert_eq!(out, expected);
        }
    }
}
