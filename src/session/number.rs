//! The numbers of debts: one for life, given when a debt enters the ledger.

use super::Session;
use super::step::Step;
use crate::ledger::fields::Record;
use crate::ledger::{Entry, entry};
use crate::text::cut_last;

/// What stands before a debt's number until the unit is known.
const UNNAMED: &str = "new";

impl Session {
    /// The number after the highest one given.
    pub(super) fn next_number(&self) -> usize {
        let number = |entry: &Entry| {
            let id = entry.debt_id.as_ref()?.as_str();
            let last = cut_last(id, "-").map_or(id, |(_, last)| last);
            last.parse::<usize>().ok()
        };
        self.ledger
            .entries
            .iter()
            .filter_map(number)
            .max()
            .map_or(1, |last| last.saturating_add(1))
    }

    /// `410422207-2022-06-0001`; until the unit is known, `new-2022-06-0001`.
    pub(super) fn debt_id(&self, number: usize) -> String {
        let unit = self
            .ledger
            .header
            .report_unit_code
            .as_ref()
            .map_or(UNNAMED, |code| code.as_str());
        let period = self.ledger.header.period.map(|period| period.to_string());
        let period = period.unwrap_or_else(|| self.campaign.period.clone());
        format!("{unit}-{period}-{number:04}")
    }

    pub(super) fn new_entry(&self, number: usize) -> Entry {
        let mut entry = Entry::default();
        for field in Entry::FIELDS {
            if let Some(default) = Entry::spec(*field).default() {
                entry.set(*field, default, self.unit());
            }
        }
        entry.set(entry::Field::DebtId, &self.debt_id(number), self.unit());
        entry
    }

    /// Gives every debt that has no number one; says whether there were any.
    pub(super) fn number_debts(&mut self) -> bool {
        let first = self.next_number();
        let mut number = first;
        for row in 0..self.ledger.entries.len() {
            let id = self.debt_id(number);
            let unit = self.unit();
            if let Some(entry) = self
                .ledger
                .entries
                .get_mut(row)
                .filter(|e| e.debt_id.is_none())
            {
                entry.set(entry::Field::DebtId, &id, unit);
                number += 1;
            }
        }
        first < number
    }

    /// Steps that put a unit's code before the numbers given before it was known.
    pub(super) fn renumber(&self, code: &str) -> Vec<Step> {
        let mut steps = Vec::new();
        for (row, entry) in self.ledger.entries.iter().enumerate() {
            let id = entry.debt_id.as_ref().map_or("", |id| id.as_str());
            if let Some(rest) = id.strip_prefix(UNNAMED) {
                let id = format!("{code}{rest}");
                steps.push(Step::cell(Some(row), entry::Field::DebtId, &id));
            }
        }
        steps
    }
}
