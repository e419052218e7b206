//! A JSON value, and its canonical form (RFC 8785).

use super::plain::plain;
use super::scan::{Fault, FaultKind, Scanner, Shape};
use crate::decimal::write_decimal;
use crate::digest::write_hex;

/// The largest whole number every JSON reader agrees on.
const SAFE: u64 = (1 << 53) - 1;

/// A JSON value whose numbers are whole and within ±(2^53 − 1).
///
/// ```
/// use arrears_ledger::json::Tree;
/// let tree = Tree::parse(r#"{ "b": 1, "a": "\u53f6" }"#).unwrap();
/// assert_eq!(tree.canonical(), r#"{"a":"叶","b":1}"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads a whole text.
    ///
    /// # Errors
    /// At the first place the text is not JSON, repeats a key, or has a number this project does
    /// not carry.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut scanner = Scanner::new(text);
        let tree = Self::scan(&mut scanner)?;
        scanner.end()?;
        Ok(tree)
    }

    /// Reads the value that stands next.
    ///
    /// # Errors
    /// As [`Tree::parse`].
    pub fn scan(scanner: &mut Scanner<'_>) -> Result<Self, Fault> {
        Ok(match scanner.shape()? {
            Shape::Null => scanner.null().map(|()| Self::Null)?,
            Shape::Flag => Self::Flag(scanner.flag()?),
            Shape::Text => Self::Text(scanner.text()?.into_owned()),
            Shape::Number => Self::Number(whole(scanner)?),
            Shape::Array => {
                let mut items = Vec::new();
                scanner.array(&mut |inner| Self::scan(inner).map(|item| items.push(item)))?;
                Self::List(items)
            }
            Shape::Object => Self::scan_map(scanner)?,
        })
    }

    fn scan_map(scanner: &mut Scanner<'_>) -> Result<Self, Fault> {
        let mut members: Vec<(String, Self)> = Vec::new();
        scanner.object(&mut |inner, key| {
            let value = Self::scan(inner)?;
            members.push((key.into_owned(), value));
            Ok::<_, Fault>(())
        })?;
        sort(&mut members);
        let twice = members
            .windows(2)
            .any(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
        if twice {
            return Err(Fault {
                offset: scanner.offset(),
                kind: FaultKind::Duplicate,
            });
        }
        Ok(Self::Map(members))
    }

    /// An object of the members that have a value.
    pub fn map<K: Into<String>>(members: impl IntoIterator<Item = (K, Self)>) -> Self {
        let mut members: Vec<_> = members
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect();
        sort(&mut members);
        Self::Map(members)
    }

    /// The same of members known by name; compiled once, however many there are.
    #[inline(never)]
    pub(crate) fn of(members: Vec<(&str, Self)>) -> Self {
        Self::map(members)
    }

    /// A string.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A member of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(members) = self else {
            return None;
        };
        members
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// The string, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// Takes a member out of an object.
    pub fn remove(&mut self, key: &str) -> Option<Self> {
        let Self::Map(members) = self else {
            return None;
        };
        let index = members.iter().position(|(known, _)| known == key)?;
        Some(members.remove(index).1)
    }

    /// The canonical text: keys in UTF-16 order, no blanks, the shortest escapes.
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        self.write_canonical(&mut out);
        out
    }

    pub(super) fn write_canonical(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => write_decimal(*number, 0, 0, out),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if 0 < index {
                        out.push(',');
                    }
                    item.write_canonical(out);
                }
                out.push(']');
            }
            Self::Map(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    if 0 < index {
                        out.push(',');
                    }
                    write_text(key, out);
                    out.push(':');
                    value.write_canonical(out);
                }
                out.push('}');
            }
        }
    }
}

/// RFC 8785 3.2.3 sorts by UTF-16 code units, which differs from `str` past U+FFFF.
pub(crate) fn sort(members: &mut [(String, Tree)]) {
    members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
}

fn whole(scanner: &mut Scanner<'_>) -> Result<i64, Fault> {
    let offset = scanner.offset();
    let digits = scanner.number()?;
    digits
        .parse::<i64>()
        .ok()
        .filter(|number| number.unsigned_abs() <= SAFE)
        .ok_or(Fault {
            offset,
            kind: FaultKind::Number,
        })
}

pub(super) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    loop {
        let run = plain(rest.as_bytes());
        out.push_str(rest.get(..run).unwrap_or_default());
        let mut letters = rest.get(run..).unwrap_or_default().chars();
        let Some(letter) = letters.next() else {
            break;
        };
        escape(letter, out);
        rest = letters.as_str();
    }
    out.push('"');
}

fn escape(letter: char, out: &mut String) {
    out.push('\\');
    match letter {
        '\u{8}' => out.push('b'),
        '\u{c}' => out.push('f'),
        '\n' => out.push('n'),
        '\r' => out.push('r'),
        '\t' => out.push('t'),
        '\0'..='\u{1f}' => {
            out.push('u');
            write_hex(letter.into(), 4, out);
        }
        _ => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_rfc_8785_examples_without_fractions() {
        let text = "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\",\
                    \"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji\",\"\\u0080\":\"Control\",\
                    \"\\u00f6\":\"Latin\"}";
        let keys: Vec<_> = match Tree::parse(text).unwrap() {
            Tree::Map(members) => members
                .into_iter()
                .map(|(_, value)| value.canonical())
                .collect(),
            _ => Vec::new(),
        };
        assert_eq!(
            keys.join(","),
            "\"Carriage Return\",\"One\",\"Control\",\"Latin\",\"Euro Sign\",\"Emoji\",\"Hebrew\""
        );
        let literal = "{\"s\":\"\\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"\\/\"}";
        assert_eq!(
            Tree::parse(literal).unwrap().canonical(),
            "{\"s\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    #[test]
    fn says_where_a_text_stops_being_json() {
        for (text, offset, kind) in [
            ("{\"a\":1", 6, FaultKind::Ends),
            ("{\"a\":tr", 7, FaultKind::Ends),
            ("\"abc", 4, FaultKind::Ends),
            ("\"\\u12", 3, FaultKind::Ends),
            ("{a:1}", 1, FaultKind::Unexpected),
            ("[1,]", 3, FaultKind::Unexpected),
            ("01", 1, FaultKind::Unexpected),
            ("1.5", 0, FaultKind::Number),
            ("9007199254740992", 0, FaultKind::Number),
            ("\"\\ud800\"", 7, FaultKind::Escape),
            ("{\"a\":1,\"a\":2}", 13, FaultKind::Duplicate),
        ] {
            assert_eq!(Tree::parse(text), Err(Fault { offset, kind }), "{text}");
        }
        let deep = "[".repeat(17);
        assert_eq!(
            Tree::parse(&deep).map_err(|fault| fault.kind),
            Err(FaultKind::Nesting)
        );
    }
}
