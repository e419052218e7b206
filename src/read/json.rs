//! A submission or a draft → ledger, in one pass over the text.

use std::ops::Range;

use super::record::{Stop, keep, record, unknown_twice, word};
use super::{DRAFT, Reading, SUBMISSION, Source, VERSION, faults};
use crate::IS_WHOLE;
use crate::json::{Fault, FaultKind, Scanner, Shape, Tree};
use crate::ledger::fields::{Extra, Index};
use crate::ledger::{Child, Confirmation, Entry, Ledger};
use crate::limits;
use crate::rule::Finding;

/// Reads a submission or a draft.
///
/// ```
/// use arrears_ledger::read::read_json;
/// let reading = read_json(r#"{"format":"arrears-ledger-draft","version":1,"entries":[{"debtor_name":"甲"},{"#);
/// assert_eq!(reading.ledger.entries.len(), 1, "what stands before the damage is kept");
/// assert_eq!(reading.findings[0].rule.code, "J-01");
/// ```
pub fn read_json(text: &str) -> Reading {
    let mut reader = Reader::default();
    let mut scanner = Scanner::new(text);
    let end = match scanner.shape() {
        Ok(Shape::Object) => scanner.object(&mut |inner, key| reader.member(inner, &key)),
        Ok(_) => scanner.skip().map(drop).map_err(Stop::from),
        Err(fault) => Err(fault.into()),
    };
    let end = end.and_then(|()| scanner.end().map_err(Stop::from));
    if !scanner.is_canonical() {
        reader.unsealed = None;
    }
    reader.finish(text, end)
}

/// The members of a file that this version knows.
const MEMBERS: [&str; 9] = [
    "format",
    "version",
    "campaign",
    "digest",
    "revision",
    "previous",
    "header",
    "entries",
    "confirmations",
];

#[derive(Default)]
struct Reader {
    ledger: Ledger,
    findings: Vec<Finding>,
    format: Option<String>,
    version: Option<String>,
    digest: Option<String>,
    unsealed: Option<Range<usize>>,
    seen: Vec<&'static str>,
    misshapen: bool,
}

impl Reader {
    fn member(&mut self, scanner: &mut Scanner<'_>, key: &str) -> Result<(), Stop> {
        if let Some(known) = MEMBERS.iter().find(|known| **known == key) {
            if self.seen.contains(known) {
                self.findings.push(faults::key_twice(None, key));
            }
            self.seen.push(known);
        }
        match key {
            "format" => self.format = Some(word(scanner)?),
            "version" => self.version = Some(scanner.skip()?.to_owned()),
            "campaign" => self.ledger.campaign = word(scanner)?,
            "digest" => self.digest(scanner)?,
            "revision" => {
                let revision: u32 = scanner.skip()?.parse().unwrap_or_default();
                if revision == 0 {
                    self.wrong_shape(key, "number");
                }
                self.ledger.revision = revision.max(1);
            }
            "previous" => {
                if scanner.shape()? != Shape::Text {
                    self.wrong_shape(key, "string");
                }
                self.ledger.previous = Some(word(scanner)?);
            }
            "header" => self.header(scanner)?,
            "entries" => self.entries(scanner)?,
            "confirmations" => self.confirmations(scanner)?,
            _ => keep(scanner, key, &mut self.ledger.extra, &mut self.findings)?,
        }
        Ok(())
    }

    fn digest(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Stop> {
        let from = scanner.offset();
        self.digest = Some(word(scanner)?);
        self.unsealed = IS_WHOLE.then(|| scanner.member("digest", from));
        Ok(())
    }

    fn wrong_shape(&mut self, member: &str, expected: &str) {
        self.misshapen = true;
        self.findings.push(faults::wrong_shape(member, expected));
    }

    fn header(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Stop> {
        if scanner.shape()? != Shape::Object {
            self.wrong_shape("header", "object");
            return Ok(scanner.skip().map(drop)?);
        }
        let (header, findings) = (&mut self.ledger.header, &mut self.findings);
        record(scanner, header, &mut Vec::new(), findings, None)
    }

    fn entries(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Stop> {
        if scanner.shape()? != Shape::Array {
            self.wrong_shape("entries", "array");
            return Ok(scanner.skip().map(drop)?);
        }
        let mut order = Vec::new();
        let start = scanner.offset();
        scanner.array(&mut |inner| {
            if limits::ROWS <= self.ledger.entries.len() {
                return Err(Stop::Rows);
            }
            let row = self.ledger.entries.len();
            if inner.shape()? != Shape::Object {
                self.wrong_shape(&format!("entries/{row}"), "object");
                return Ok(inner.skip().map(drop)?);
            }
            let from = self.findings.len();
            let entry = entry(inner, &mut order, &mut self.findings)?;
            for finding in self.findings.iter_mut().skip(from) {
                finding.at.row = Some(row);
            }
            make_room(
                &mut self.ledger.entries,
                inner.offset().saturating_sub(start),
                inner.unread(),
            );
            self.ledger.entries.push(entry);
            Ok(())
        })
    }

    fn confirmations(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Stop> {
        let raw = scanner.skip()?;
        let Ok(Tree::List(items)) = Tree::parse(raw) else {
            self.wrong_shape("confirmations", "array");
            return Ok(());
        };
        for (index, item) in items.into_iter().enumerate() {
            if matches!(item, Tree::Map(_)) {
                self.ledger.confirmations.push(confirmation(item));
            } else {
                self.wrong_shape(&format!("confirmations/{index}"), "object");
            }
        }
        Ok(())
    }

    fn finish(mut self, text: &str, end: Result<(), Stop>) -> Reading {
        unknown_twice(&self.ledger.extra, &mut self.findings);
        let source = match self.format.as_deref() {
            Some(DRAFT) => Source::Draft,
            _ => Source::Submission,
        };
        if source == Source::Draft {
            let is_spelling = |one: &Finding| one.rule.code == faults::OTHER_SPELLING;
            self.findings.retain(|one| !is_spelling(one));
        }
        let mut whole = !self.misshapen;
        if let Err(stop) = end {
            whole = false;
            self.findings.push(match stop {
                Stop::Rows => faults::too_many_rows(),
                Stop::Children => faults::too_many_children(),
                Stop::Fault(Fault {
                    kind: FaultKind::Nesting,
                    ..
                }) => faults::too_deep(),
                Stop::Fault(fault) => faults::not_json(text, fault),
            });
        } else if !matches!(self.format.as_deref(), Some(DRAFT | SUBMISSION)) {
            whole = false;
            let found = self.format.as_deref().unwrap_or_default().to_owned();
            self.ledger = Ledger::default();
            self.findings = vec![faults::other_format(&found)];
        } else if self.version.as_deref() != Some(VERSION.to_string().as_str()) {
            whole = false;
            self.findings.push(faults::other_version(
                self.version.as_deref().unwrap_or_default(),
            ));
        } else {
            for member in ["header", "entries"] {
                if !self.seen.contains(&member) {
                    whole = false;
                    self.findings.push(faults::wrong_shape(member, "present"));
                }
            }
        }
        Reading {
            ledger: self.ledger,
            findings: self.findings,
            source,
            digest: self.digest,
            unsealed: self.unsealed,
            mapping: None,
            whole,
        }
    }
}

/// So many debts say how long they are.
const ENOUGH: usize = 64;

/// Makes room for the debts that are still to come, by how long those were that were read. A list that
/// grows by itself doubles, and has both its halves while it does: in a module, that memory is never
/// given back.
fn make_room(entries: &mut Vec<Entry>, read: usize, unread: usize) {
    let count = entries.len();
    if count < entries.capacity() || count < ENOUGH {
        return;
    }
    let each = (read / count).max(1);
    let more = unread / each;
    // Some more than that, for rows that are put in; and so many that there are few such steps,
    // however the first debts misled.
    let more = (more + more / 32).max(count / 4);
    entries.reserve_exact(more.min(limits::ROWS.saturating_sub(count)));
}

fn confirmation(mut item: Tree) -> Confirmation {
    let mut text = |key| match item.remove(key) {
        Some(Tree::Text(text)) => text,
        _ => String::new(),
    };
    let mut found = Confirmation {
        code: text("code"),
        debt_id: text("debt_id"),
        values: text("values"),
        reason: text("reason"),
        extra: Extra::new(),
    };
    if let Tree::Map(left) = item {
        for (key, value) in left {
            found.extra.push((key.into(), value.canonical().into()));
        }
    }
    found
}

fn entry(
    scanner: &mut Scanner<'_>,
    order: &mut Vec<Index>,
    findings: &mut Vec<Finding>,
) -> Result<Entry, Stop> {
    let (mut entry, mut hung) = (Entry::default(), Entry::default());
    let mut seen = Vec::new();
    let mut other = |scanner: &mut Scanner<'_>, key: &str, findings: &mut Vec<Finding>| {
        let Some(table) = Child::find(key) else {
            return Ok(false);
        };
        if seen.contains(&table) {
            findings.push(faults::key_twice(None, key));
        }
        seen.push(table);
        children(scanner, &mut hung, table, findings)?;
        Ok(true)
    };
    record(scanner, &mut entry, order, findings, Some(&mut other))?;
    entry.swap_children(&mut hung);
    Ok(entry)
}

/// Reads an array into a child table of a debt, behind what is there.
fn children(
    scanner: &mut Scanner<'_>,
    entry: &mut Entry,
    table: Child,
    findings: &mut Vec<Finding>,
) -> Result<(), Stop> {
    let mut count = entry.children(table).len();
    scanner.array(&mut |inner| {
        if limits::CHILDREN <= count {
            return Err(Stop::Children);
        }
        entry.add_child(table);
        if let Some(child) = entry.child_mut(table, count) {
            record(inner, child, &mut Vec::new(), findings, None)?;
        }
        count += 1;
        Ok(())
    })
}
