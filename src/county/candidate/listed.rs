//! Lists of debts that others name, line by line beside what the units report.

use super::rows::{Row, Rows};
use super::{Candidate, Kind, Ref};
use crate::amount::{Amount, Unit};
use crate::campaign::{Campaign, ReportUnit};
use crate::county::List;
use crate::hash::fnv;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::vocabulary::{Vocabulary, vocabulary};
use crate::rules::owner;
use crate::text::{Words, fold};

vocabulary! {
    /// What became of a line of a list.
    Outcome {
        Matches "matches" "相符" "matches" [];
        Differs "differs" "金额不符" "another amount" [];
        Elsewhere "elsewhere" "由其他单位填报" "reported by another unit" [];
        Missing "missing" "台账中没有" "in no ledger" [];
        DespiteNil "despite_nil" "单位作零报告" "its unit reports that it owes nothing" [];
        Unplaced "unplaced" "不能对应到单位" "names no unit of the roster" [];
    }
}

impl Outcome {
    /// How likely it is a fault, of a hundred; `None` where there is nothing to ask.
    const fn score(self) -> Option<u32> {
        match self {
            Self::Matches => None,
            Self::DespiteNil => Some(90),
            Self::Missing => Some(85),
            Self::Differs => Some(65),
            Self::Elsewhere => Some(60),
            Self::Unplaced => Some(35),
        }
    }
}

/// A line of a list beside the ledgers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The list's name.
    pub list: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The unit that should report the debt, by code and name.
    pub unit: Option<(String, String)>,
    /// Debtor, creditor and project as the list has them.
    pub named: [String; 3],
    /// What the list says is owed.
    pub listed: Option<Amount>,
    /// What the ledgers say is owed.
    pub reported: Amount,
    /// What became of it.
    pub outcome: Outcome,
    /// The debts it was held against.
    pub refs: Vec<Ref>,
}

impl Compared {
    /// What a person should look at.
    pub fn candidate(&self) -> Option<Candidate> {
        let score = self.outcome.score()?;
        let listed = self.listed.unwrap_or_default();
        let at_stake = match self.outcome {
            Outcome::Differs => {
                let apart = listed - self.reported;
                apart.max(-apart)
            }
            _ => listed,
        };
        let [debtor, creditor, _] = &self.named;
        let (list, line, label) = (&self.list, self.line, self.outcome.choice().label());
        let mut why = vec![Words::of(
            format!(
                "“{list}”第{line}条：{debtor}欠{creditor} {listed}元，{}",
                label.zh
            ),
            format!(
                "line {line} of {list}: {debtor} owes {creditor} {listed} yuan; {}",
                label.en
            ),
        )];
        if self.outcome == Outcome::Differs {
            let reported = self.reported;
            why.push(Words::of(
                format!("台账合计{reported}元，相差{at_stake}元"),
                format!("the ledgers have {reported} yuan, {at_stake} apart"),
            ));
        }
        if let (None, Some((_, name))) = (self.refs.first(), &self.unit) {
            why.push(Words::of(
                format!("应由{name}填报"),
                format!("{name} should report it"),
            ));
        }
        let mut one = Candidate::of(Kind::Listed, score, why, self.refs.clone(), at_stake);
        let said = format!(
            "{}\u{1f}{}\u{1f}{listed}",
            self.list,
            self.named.join("\u{1f}")
        );
        one.key = format!("{}|{:016x}", Kind::Listed.choice().code(), fnv(&said));
        one.values = format!("{:016x}", fnv(&(one.values + self.outcome.choice().code())));
        Some(one)
    }
}

pub(super) fn compare(list: &List, rows: &Rows<'_>, campaign: &Campaign) -> Vec<Compared> {
    let lines = (1..).zip(&list.entries);
    lines
        .map(|(line, entry)| {
            let unit = owner(campaign, entry);
            let (outcome, found) = if is_total(entry) {
                total(entry, unit, rows)
            } else {
                debt(entry, unit, rows)
            };
            let text = |field| entry.text(field, Unit::Yuan);
            Compared {
                list: list.name.clone(),
                line,
                unit: unit.map(|unit| (unit.code.clone(), unit.name.clone())),
                named: [Field::DebtorName, Field::CreditorName, Field::ProjectName].map(text),
                listed: entry.arrears_amount,
                reported: found.iter().map(|row| row.amount).sum(),
                outcome,
                refs: found
                    .iter()
                    .take(20)
                    .filter_map(|row| rows.reference(row))
                    .collect(),
            }
        })
        .collect()
}

/// A line without a creditor says what its debtor owes in all.
fn is_total(entry: &Entry) -> bool {
    entry.creditor_name.is_none() && entry.creditor_uscc.is_none()
}

fn total<'r, 'a>(
    entry: &Entry,
    unit: Option<&ReportUnit>,
    rows: &'r Rows<'a>,
) -> (Outcome, Vec<&'r Row<'a>>) {
    let Some(unit) = unit else {
        return (Outcome::Unplaced, Vec::new());
    };
    let is_own = |row: &&Row<'_>| is_of(row, unit, rows);
    let own: Vec<&Row<'_>> = rows.debts.iter().filter(is_own).collect();
    (outcome(entry, unit, &own, rows), own)
}

fn debt<'r, 'a>(
    entry: &Entry,
    unit: Option<&ReportUnit>,
    rows: &'r Rows<'a>,
) -> (Outcome, Vec<&'r Row<'a>>) {
    let owed = rows.owed_to(entry);
    let debtor = entry.debtor_name.as_ref().map(|name| fold(name.as_str()));
    let debtor = debtor.and_then(|name| rows.names.find(&name));
    let is_own = |row: &&&Row<'_>| {
        Some(row.debtor) == debtor || unit.is_some_and(|unit| is_of(row, unit, rows))
    };
    let own: Vec<&Row<'_>> = owed.iter().filter(is_own).copied().collect();
    match (own.is_empty(), owed.is_empty(), unit) {
        (false, _, _) => {
            let same = own
                .iter()
                .find(|row| entry.arrears_amount == Some(row.amount));
            let found = same.map_or(own.clone(), |row| vec![*row]);
            let sum: Amount = found.iter().map(|row| row.amount).sum();
            let is_it = entry.arrears_amount.is_none_or(|amount| amount == sum);
            let outcome = if is_it {
                Outcome::Matches
            } else {
                Outcome::Differs
            };
            (outcome, found)
        }
        (true, false, _) => (Outcome::Elsewhere, owed),
        (true, true, None) => (Outcome::Unplaced, Vec::new()),
        (true, true, Some(unit)) => (outcome(entry, unit, &[], rows), Vec::new()),
    }
}

fn outcome(entry: &Entry, unit: &ReportUnit, own: &[&Row<'_>], rows: &Rows<'_>) -> Outcome {
    let sum: Amount = own.iter().map(|row| row.amount).sum();
    if !own.is_empty() {
        let is_it = entry.arrears_amount.is_none_or(|amount| amount == sum);
        return if is_it {
            Outcome::Matches
        } else {
            Outcome::Differs
        };
    }
    let filed = rows.files.iter().find(|one| one.unit.code == unit.code);
    let is_nil = filed.and_then(|one| one.received.ledger.header.is_nil) == Some(true);
    if is_nil {
        Outcome::DespiteNil
    } else {
        Outcome::Missing
    }
}

fn is_of(row: &Row<'_>, unit: &ReportUnit, rows: &Rows<'_>) -> bool {
    let filed = rows.files.get(row.file);
    filed.is_some_and(|filed| filed.unit.code == unit.code)
}
