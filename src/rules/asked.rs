//! The rules a campaign asks, and which of them an edit of a column asks again.

use super::TOPICS;
use crate::campaign::Campaign;
use crate::ledger::fields::{Index, Record};
use crate::ledger::{Child, Column, Entry, Header};
use crate::rule::{Beyond, Check, Rule};

/// A part of a ledger that is edited at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A cell of the header.
    Header(Index),
    /// A cell of a debt.
    Cell(Index),
    /// What hangs on a debt: one of its child tables.
    Children(Child),
}

impl Part {
    /// Its place in the list of lists.
    fn place(self) -> usize {
        let entry = Entry::FIELDS.len();
        match self {
            Self::Cell(index) => usize::from(index),
            Self::Children(Child::Instalments) => entry,
            Self::Children(Child::Payments) => entry + 1,
            Self::Children(Child::Changes) => entry + 2,
            Self::Header(index) => entry + 3 + usize::from(index),
        }
    }

    fn of(column: Column) -> Self {
        match (column, column.child()) {
            (Column::Header(field), _) => Self::Header(field.into()),
            (Column::Entry(field), _) => Self::Cell(field.into()),
            (_, child) => Self::Children(child.unwrap_or(Child::Changes)),
        }
    }
}

/// The place of a check among those that are asked.
pub(crate) type Place = u16;

/// The checks of a campaign, in the order of the handbook.
#[derive(Debug)]
pub struct Asked {
    checks: Vec<(&'static Rule, &'static Check)>,
    /// For each part, the checks that read it.
    by_part: Vec<Vec<Place>>,
}

impl Asked {
    /// The checks a campaign asks of one ledger.
    pub fn of(campaign: &Campaign) -> Self {
        let parts = Entry::FIELDS.len() + 3 + Header::FIELDS.len();
        let mut asked = Self {
            checks: Vec::new(),
            by_part: vec![Vec::new(); parts],
        };
        let matrix = campaign.matrix_columns();
        for rule in TOPICS.iter().copied().flatten() {
            if rule.is_asked(campaign) {
                rule.checks
                    .iter()
                    .for_each(|check| asked.put(rule, check, &matrix));
            }
        }
        asked
    }

    fn put(&mut self, rule: &'static Rule, check: &'static Check, matrix: &[Column]) {
        let Ok(place) = Place::try_from(self.checks.len()) else {
            return;
        };
        self.checks.push((rule, check));
        let is_of_ledger = matches!(check, Check::Ledger(_));
        let cells = Entry::FIELDS.len();
        for (at, list) in self.by_part.iter_mut().enumerate() {
            let reads = |column: &Column| Part::of(*column).place() == at;
            // Of all the ledger without reading a cell: what is in the header, and what came with
            // the debts from other programs.
            let is_in_reach = if is_of_ledger {
                cells <= at
            } else {
                at < cells + 3
            };
            let reads_all = rule.reads.is_empty() && is_in_reach;
            let reads_beyond = match rule.beyond {
                Beyond::Nothing => false,
                Beyond::Matrix => matrix.iter().any(reads),
                Beyond::Cells => at < cells || Beyond::BEFORE.iter().any(reads),
                Beyond::Before => Beyond::BEFORE.iter().any(reads),
            };
            if reads_all || reads_beyond || rule.reads.iter().any(reads) {
                list.push(place);
            }
        }
    }

    /// Every check, with its rule.
    pub fn checks(&self) -> &[(&'static Rule, &'static Check)] {
        &self.checks
    }

    /// A check, with its rule.
    pub fn check(&self, place: Place) -> Option<(&'static Rule, &'static Check)> {
        self.checks.get(usize::from(place)).copied()
    }

    /// The checks that read any of some parts, in their order.
    pub fn readers(&self, parts: &[Part]) -> Vec<Place> {
        let mut places = Vec::new();
        for part in parts {
            places.extend(self.by_part.get(part.place()).into_iter().flatten());
        }
        if 1 < parts.len() {
            places.sort_unstable();
            places.dedup();
        }
        places
    }
}
