//! Which confirmation answers which warning.

use std::hash::Hasher;

use super::identity;
use crate::amount::Unit;
use crate::digest::sm3_hex;
use crate::hash::Mix;
use crate::ledger::cell::Stored;
use crate::ledger::fields::{Index, Table};
use crate::ledger::{Column, Confirmation, Ledger};
use crate::rule::{Check, Fact, Finding, Severity};
use crate::text::{Lang, join};

/// The confirmations of a ledger by rule and debt: what a warning rests on is digested only where
/// there is one that may answer it.
#[derive(Debug, Default)]
pub(super) struct Answers(Vec<(u64, usize)>);

impl Answers {
    pub(super) fn of(confirmations: &[Confirmation]) -> Self {
        let hashed = |one: &Confirmation| hash(&one.code, &one.debt_id);
        let mut known: Vec<_> = confirmations.iter().map(hashed).zip(0..).collect();
        known.sort_unstable();
        Self(known)
    }

    /// The place of the confirmation that answers a finding.
    pub(super) fn to(&self, ledger: &Ledger, finding: &Finding) -> Option<usize> {
        if self.0.is_empty() || finding.severity != Severity::Warning {
            return None;
        }
        let (code, debt) = (finding.rule.code, identity::debt(ledger, finding.at));
        let wanted = hash(code, &debt);
        let first = self.0.partition_point(|(hash, _)| *hash < wanted);
        let known = self.0.get(first..)?.iter();
        let mut known = known.take_while(|(hash, _)| *hash == wanted).peekable();
        known.peek()?;
        let values = values(ledger, finding);
        let is_it = |place: &usize| {
            ledger.confirmations.get(*place).is_some_and(|one| {
                one.code == code && *one.debt_id == *debt && one.values == values
            })
        };
        known.map(|(_, place)| *place).find(is_it)
    }
}

fn hash(code: &str, debt: &str) -> u64 {
    let mut hasher = Mix::default();
    hasher.write(code.as_bytes());
    hasher.write(b"|");
    hasher.write(debt.as_bytes());
    hasher.finish()
}

/// What a confirmation is bound to: sixteen digits of SM3 over what the warning rests on, the facts
/// it quotes and the columns its rule reads; of instalments and payments those of all, or of the one
/// it is about where the rule asks of each. Row numbers do not count, since sorting a sheet changes
/// nothing.
pub fn values(ledger: &Ledger, finding: &Finding) -> String {
    let mut text = String::new();
    identity::place(&mut text, finding.at);
    let facts = finding
        .facts
        .iter()
        .filter(|fact| !matches!(fact, Fact::Row(_)));
    for fact in facts {
        text.push('\u{1f}');
        text.push_str(&fact.show(Lang::En, Unit::Yuan));
    }
    let entry = finding.at.row.and_then(|row| ledger.entries.get(row));
    let is_of_each = |check: &Check| matches!(check, Check::Cells(_));
    let asks_each = finding.rule.checks.iter().any(is_of_each);
    let only = finding.at.child.filter(|_| asks_each);
    for column in finding.rule.reads {
        text.push('\u{1e}');
        let index = column.index();
        match (column.child(), entry) {
            (Some(table), Some(entry)) => {
                for (child, one) in entry.children(table).into_iter().enumerate() {
                    if only.is_none_or(|only| only == child) {
                        text.push('\u{1d}');
                        push(&mut text, one, index);
                    }
                }
            }
            (None, _) if matches!(column, Column::Header(_)) => {
                push(&mut text, &ledger.header, index);
            }
            (None, Some(entry)) => push(&mut text, entry, index),
            (_, None) => {}
        }
    }
    let mut digest = sm3_hex(text.as_bytes());
    digest.truncate(16);
    digest
}

fn push(text: &mut String, record: &dyn Table, index: Index) {
    match record.peek(index).stored() {
        Some(Stored::Text(value)) => text.push_str(&value),
        Some(Stored::Flag(flag)) => text.push_str(if flag { "true" } else { "false" }),
        Some(Stored::Count(count)) => text.push_str(&count.to_string()),
        Some(Stored::List(codes)) => text.push_str(&join(&codes, ",")),
        None => text.push_str(&record.read(index, Unit::Yuan)),
    }
}
