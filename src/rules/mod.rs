//! Ledger → findings. Each rule is one file; this one lists them and asks them.

mod amounts;
mod cells;
mod dates;
mod duplicates;
mod follow_up;
mod formats;
mod header;
mod key;
mod plans;
mod required;
mod roles;
mod roster;
mod scope;

use crate::campaign::Context;
use crate::ledger::{Entry, Ledger};
use crate::rule::{Around, Check, Finding, Member, Rule};
use crate::text::Text;

/// The rules by their topics, in the order of the handbook.
const TOPICS: [&[&Rule]; 11] = [
    cells::RULES,
    header::RULES,
    required::RULES,
    formats::RULES,
    amounts::RULES,
    dates::RULES,
    scope::RULES,
    roles::RULES,
    plans::RULES,
    follow_up::RULES,
    duplicates::RULES,
];

/// Every rule asked of a ledger, in the order of the handbook.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    TOPICS.into_iter().flatten().copied()
}

/// Codes of the published list that no rule here asks, and why; they are never given to another.
pub const NOT_ASKED: &[(&str, Text)] = &[
    (
        "A-04",
        Text {
            zh: "与A-03是同一比较，只是从另一栏看，由A-03提示",
            en: "the comparison of A-03 seen from the other cell; A-03 speaks",
        },
    ),
    (
        "S-08",
        Text {
            zh: "台账没有企业所有制一栏，且本次口径为“中小企业”，不区分所有制",
            en: "no column says who owns the creditor, and firms of any ownership are in scope",
        },
    ),
    (
        "U-03",
        Text {
            zh: "要对照其他单位的台账，在县里汇总时提示",
            en: "needs the files of other units: asked when they are collected",
        },
    ),
];

/// Asks every rule of the campaign, of every debt. Never fails; the order of the findings is the
/// order of the sheet, then of the columns, then of the codes.
pub fn check(ledger: &Ledger, context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut checks: Vec<&Check> = Vec::new();
    for rule in TOPICS.iter().copied().flatten() {
        if rule.is_asked(context.campaign) {
            checks.extend(rule.checks);
        }
    }
    for (row, entry) in ledger.entries.iter().enumerate() {
        check_entry(
            &checks,
            entry,
            row,
            &Around {
                header: &ledger.header,
                context,
            },
            &mut findings,
        );
    }
    for check in &checks {
        match **check {
            Check::Ledger(check) => findings.extend(check(ledger, context)),
            Check::Group { keys, check } => check_groups(ledger, keys, check, &mut findings),
            Check::Entry(_) | Check::Cells(_) | Check::Reading => {}
        }
    }
    sort(&mut findings);
    findings
}

/// Puts findings in the order in which people work through them.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.at, a.rule.code).cmp(&(b.at, b.rule.code)));
}

fn check_entry(
    checks: &[&Check],
    entry: &Entry,
    row: usize,
    around: &Around<'_>,
    findings: &mut Vec<Finding>,
) {
    for check in checks {
        match **check {
            Check::Entry(check) => findings.extend(check(entry, around).map(|f| f.row(row))),
            Check::Cells(check) => {
                findings.extend(check(entry, around).into_iter().map(|f| f.row(row)));
            }
            Check::Ledger(_) | Check::Group { .. } | Check::Reading => {}
        }
    }
}

fn check_groups(
    ledger: &Ledger,
    keys: fn(&Entry, &mut Vec<u64>),
    check: fn(&[Member<'_>]) -> Vec<Finding>,
    findings: &mut Vec<Finding>,
) {
    let mut keyed: Vec<(u64, usize)> = Vec::new();
    let mut found = Vec::new();
    for (row, entry) in ledger.entries.iter().enumerate() {
        keys(entry, &mut found);
        keyed.extend(found.drain(..).map(|key| (key, row)));
    }
    keyed.sort_unstable();
    keyed.dedup();
    for group in keyed
        .chunk_by(|(a, _), (b, _)| a == b)
        .filter(|group| 1 < group.len())
    {
        let mut members = Vec::new();
        for (_, row) in group {
            let entry = ledger.entries.get(*row);
            members.extend(entry.map(|entry| Member { row: *row, entry }));
        }
        findings.extend(check(&members));
    }
}
