//! Creditors that have one credit code and several names, or one name and several codes, across
//! the files of several units. Inside one file U-04 and U-05 ask.

use std::collections::BTreeMap;

use super::rows::{Row, Rows};
use super::{Candidate, Kind, Ref};
use crate::amount::Amount;
use crate::text::{Words, fold};

/// As many names or codes as one candidate shows.
const SHOWN: usize = 20;

pub(super) fn find(rows: &Rows<'_>) -> Vec<Candidate> {
    let names = of_code(rows);
    let codes = of_name(rows);
    [names, codes].concat()
}

fn of_code(rows: &Rows<'_>) -> Vec<Candidate> {
    let code = |row: &Row<'_>| Some(row.entry.creditor_uscc.as_ref()?.as_str().to_owned());
    let name = |row: &Row<'_>| Some(fold(row.entry.creditor_name.as_ref()?.as_str()).into_owned());
    contradictions(rows, Kind::CodeNames, 55, code, name, |of, count| {
        Words::of(
            format!("信用代码{of}对应{count}个企业名称"),
            format!("the credit code {of} stands beside {count} names"),
        )
    })
}

fn of_name(rows: &Rows<'_>) -> Vec<Candidate> {
    let name = |row: &Row<'_>| Some(fold(row.entry.creditor_name.as_ref()?.as_str()).into_owned());
    let code = |row: &Row<'_>| Some(row.entry.creditor_uscc.as_ref()?.as_str().to_owned());
    contradictions(rows, Kind::NameCodes, 50, name, code, |of, count| {
        Words::of(
            format!("企业“{of}”对应{count}个信用代码"),
            format!("“{of}” has {count} credit codes"),
        )
    })
}

fn contradictions<'a>(
    rows: &Rows<'a>,
    kind: Kind,
    score: u32,
    of: impl Fn(&Row<'a>) -> Option<String>,
    value: impl Fn(&Row<'a>) -> Option<String>,
    words: impl Fn(&str, usize) -> Words,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for group in rows.groups(&of) {
        let members = || group.iter().filter_map(|place| rows.debts.get(*place));
        let mut values: BTreeMap<String, Row<'_>> = BTreeMap::new();
        for row in members() {
            if let Some(value) = value(row) {
                values.entry(value).or_insert(*row);
            }
        }
        let mut files: Vec<usize> = values.values().map(|row| row.file).collect();
        files.dedup();
        if values.len() < 2 || files.len() < 2 {
            continue;
        }
        let shown = values.values().take(SHOWN);
        let refs: Vec<Ref> = shown.filter_map(|row| rows.reference(row)).collect();
        let name = members().next().and_then(&of).unwrap_or_default();
        let at_stake: Amount = members().map(|row| row.amount).sum();
        let why = vec![words(&name, values.len())];
        found.push(Candidate::of(kind, score, why, refs, at_stake));
    }
    found
}
