//! One JSON object → a record of any table; nothing in it is lost.

use std::borrow::Cow;
use std::cell::Cell;

use super::faults;
use crate::IS_WHOLE;
use crate::amount::Unit;
use crate::json::{Fault, FaultKind, Scanner, Shape, Tree};
use crate::ledger::cell::{Kind, Stored};
use crate::ledger::fields::{Extra, Index, Table};
use crate::rule::Finding;
use crate::text::join;

/// Why reading stopped before the end.
pub(super) enum Stop {
    Fault(Fault),
    Rows,
    Children,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// The text of a string, or the letters of any other value.
pub(super) fn word(scanner: &mut Scanner<'_>) -> Result<String, Fault> {
    match scanner.shape()? {
        Shape::Text => scanner.text().map(Into::into),
        _ => scanner.skip().map(str::to_owned),
    }
}

/// No table has more columns.
const MOST: usize = 1 << Index::BITS;

/// What may take a member that is no column of the record.
pub(super) type Other<'o> =
    &'o mut dyn FnMut(&mut Scanner<'_>, &str, &mut Vec<Finding>) -> Result<bool, Stop>;

/// Reads an object into a record. `order` is that of the columns in the record before, and becomes
/// that in this one: what one program wrote has one order, and no column need be looked for.
pub(super) fn record(
    scanner: &mut Scanner<'_>,
    record: &mut dyn Table,
    order: &mut Vec<Index>,
    findings: &mut Vec<Finding>,
    mut other: Option<Other<'_>>,
) -> Result<(), Stop> {
    let (mut count, mut is_seen) = (0, [false; MOST]);
    let expected = Cell::new(order.first().copied());
    let specs = record.specs();
    let key_of = |index: Index| specs.get(usize::from(index)).map_or("", |spec| spec.key);
    let next = || expected.get().map_or("", key_of);
    let mut member = |inner: &mut Scanner<'_>, key: Cow<'_, str>| {
        let next = expected.get();
        let is_key = |index: &Index| {
            let known = key_of(*index);
            IS_WHOLE && std::ptr::eq(known, key.as_ref()) || known == key
        };
        if let Some(index) = next.filter(is_key).or_else(|| record.find(&key)) {
            let is_seen = is_seen.get_mut(usize::from(index));
            if is_seen.is_some_and(|is_seen| std::mem::replace(is_seen, true)) {
                findings.push(faults::key_twice(Some(record.column(index)), &key));
            } else {
                if next != Some(index) {
                    order.truncate(count);
                    order.push(index);
                }
                count += 1;
                expected.set(order.get(count).copied());
            }
            if let Some((found, expected)) = value(inner, record, index)? {
                let column = record.column(index);
                findings.push(faults::other_spelling(column, &found, &expected));
            }
            return Ok(());
        }
        if key == "unread" {
            return unread(inner, record);
        }
        if let Some(other) = &mut other
            && other(inner, &key, findings)?
        {
            return Ok(());
        }
        keep(inner, &key, record.extra_mut(), findings)
    };
    if IS_WHOLE {
        scanner.object_like(&next, &mut member)?;
    } else {
        scanner.object(&mut member)?;
    }
    order.truncate(count);
    unknown_twice(record.extra(), findings);
    Ok(())
}

/// Tells of members this version does not know that stand in a record twice.
pub(super) fn unknown_twice(extra: &[(Box<str>, Box<str>)], findings: &mut Vec<Finding>) {
    let mut names: Vec<&str> = extra.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    for group in names.chunk_by(|a, b| a == b) {
        if let [name, _, ..] = group {
            findings.push(faults::key_twice(None, name));
        }
    }
}

/// Reads one value; a value of another JSON type than the column's is kept as a text that cannot
/// be read. Says what stands there, and how such files spell it, where that is not the same.
fn value(
    scanner: &mut Scanner<'_>,
    record: &mut dyn Table,
    index: Index,
) -> Result<Option<(String, String)>, Fault> {
    let kind = record.column(index).spec().kind;
    match (scanner.shape()?, kind) {
        (Shape::Null, _) => scanner.null()?,
        (Shape::Text, Kind::Flag | Kind::Count | Kind::Choices { .. }) => {
            record.write_unread(index, &scanner.text()?);
        }
        (Shape::Text, _) => {
            let found = scanner.text()?;
            if record.restore(index, &found) {
                return Ok(None);
            }
            record.write(index, &found, Unit::Yuan);
            return Ok(match record.peek(index).stored() {
                Some(Stored::Text(expected)) if expected != found => {
                    Some((found.into(), expected.into()))
                }
                _ => None,
            });
        }
        (Shape::Number, Kind::Count) => record.write(index, scanner.number()?, Unit::Yuan),
        (Shape::Flag, Kind::Flag) => {
            let text = if scanner.flag()? { "true" } else { "false" };
            record.write(index, text, Unit::Yuan);
        }
        (Shape::Array, Kind::Choices { .. }) => return list(scanner, record, index),
        _ => record.write_unread(index, scanner.skip()?),
    }
    Ok(None)
}

fn list(
    scanner: &mut Scanner<'_>,
    record: &mut dyn Table,
    index: Index,
) -> Result<Option<(String, String)>, Fault> {
    let raw = scanner.skip()?;
    // Most lists are of one code, as which nothing else is taken.
    let alone = raw
        .strip_prefix("[\"")
        .and_then(|rest| rest.strip_suffix("\"]"));
    if IS_WHOLE && alone.is_some_and(|word| word.is_ascii() && record.restore(index, word)) {
        return Ok(None);
    }
    let Some(words) = texts(raw) else {
        record.write_unread(index, raw);
        return Ok(None);
    };
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let found = join(&words, "、");
    // Two codes in one text are not as a file has them.
    if words.iter().all(|word| word.is_ascii()) && record.restore(index, &found) {
        return Ok(None);
    }
    record.write(index, &found, Unit::Yuan);
    Ok(match record.peek(index).stored() {
        Some(Stored::List(codes)) if codes != words => Some((found, join(&codes, "、"))),
        _ => None,
    })
}

/// The texts of a list of texts.
fn texts(raw: &str) -> Option<Vec<Cow<'_, str>>> {
    let mut words = Vec::new();
    let list = Scanner::new(raw).array(&mut |inner| {
        words.push(inner.text()?);
        Ok::<(), Fault>(())
    });
    list.is_ok().then_some(words)
}

/// The texts a draft keeps that could not be read when they were typed.
fn unread(scanner: &mut Scanner<'_>, record: &mut dyn Table) -> Result<(), Stop> {
    scanner.object(&mut |inner, key| {
        let text = word(inner)?;
        if let Some(index) = record.find(&key) {
            record.write_unread(index, &text);
        } else {
            let raw = Tree::text(text).canonical();
            record.extra_mut().push((key.into(), raw.into()));
        }
        Ok(())
    })
}

/// Keeps a member this version does not know.
pub(super) fn keep(
    scanner: &mut Scanner<'_>,
    key: &str,
    extra: &mut Extra,
    findings: &mut Vec<Finding>,
) -> Result<(), Stop> {
    let raw = scanner.skip()?;
    let canonical = match Tree::parse(raw) {
        Ok(tree) => tree.canonical(),
        Err(Fault {
            kind: FaultKind::Duplicate,
            ..
        }) => {
            findings.push(faults::key_twice(None, key));
            Tree::text(raw).canonical()
        }
        Err(_) => {
            findings.push(faults::number_not_carried(key));
            Tree::text(raw).canonical()
        }
    };
    extra.push((key.into(), canonical.into()));
    Ok(())
}
