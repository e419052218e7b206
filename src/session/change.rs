//! What an edit changed: cells, findings, totals.

use std::hash::{Hash, Hasher};

use super::answer::Cell;
use super::step::Step;
use super::{Change, Session};
use crate::amount::Unit;
use crate::hash::Fnv;
use crate::ledger::fields::Table;
use crate::review::Reviewed;

impl Session {
    pub(super) fn nothing(&self) -> Change {
        Change {
            cells: Vec::new(),
            reload: false,
            added: Vec::new(),
            removed: Vec::new(),
            overview: self.overview(),
        }
    }

    /// Takes a step and lists the cells it changed; what it did to the findings comes with
    /// [`Session::finish`].
    pub(super) fn apply(&mut self, step: Step) -> (Changed, Step) {
        let unit = self.unit();
        // What was found before the step can only be told before it.
        self.reviewed();
        let mut changed = Changed::default();
        let back = self.step(step);
        self.note(&back, unit, &mut changed);
        changed.reload |= unit != self.unit();
        (changed, back)
    }

    fn note(&self, back: &Step, unit: crate::amount::Unit, changed: &mut Changed) {
        match back {
            Step::Header(old) => {
                differences(
                    old.as_ref(),
                    &self.ledger.header,
                    unit,
                    &mut |field, text| {
                        changed.cells.push(cell("header", None, field, text));
                    },
                );
            }
            Step::Entry(row, old) => {
                let Some(new) = self.ledger.entries.get(*row) else {
                    return;
                };
                differences(old.as_ref(), new, unit, &mut |field, text| {
                    changed.cells.push(cell("entries", Some(*row), field, text));
                });
                changed.reload |= old.instalments != new.instalments
                    || old.payments != new.payments
                    || old.changes != new.changes;
            }
            Step::Splice { .. } => changed.reload = true,
            Step::Confirmations(_) => {}
            Step::Many(steps) => steps.iter().for_each(|step| self.note(step, unit, changed)),
        }
    }

    /// Checks the ledger again and says what became of the findings.
    pub(super) fn finish(&mut self, changed: Changed) -> Change {
        let before = self.reviewed.take().unwrap_or_default();
        let old = all_said(&before);
        let new = all_said(self.reviewed());
        let added = self
            .reviewed()
            .iter()
            .filter(|one| old.binary_search(&said(one)).is_err());
        let removed = before
            .iter()
            .filter(|one| new.binary_search(&said(one)).is_err());
        Change {
            cells: changed.cells,
            reload: changed.reload,
            added: added.map(|one| self.view(one)).collect(),
            removed: removed.map(|one| one.id.clone()).collect(),
            overview: self.overview(),
        }
    }
}

/// What a step changed, before the findings are known.
#[derive(Debug, Default)]
pub(super) struct Changed {
    cells: Vec<Cell>,
    reload: bool,
}

fn cell(table: &'static str, row: Option<usize>, field: &'static str, text: String) -> Cell {
    Cell {
        table,
        row,
        child: None,
        field,
        text,
    }
}

fn differences(
    old: &dyn Table,
    new: &dyn Table,
    unit: Unit,
    each: &mut dyn FnMut(&'static str, String),
) {
    for (index, spec) in new.columns() {
        let text = new.read(index, unit);
        if old.read(index, unit) != text {
            each(spec.key, text);
        }
    }
}

fn all_said(reviewed: &[Reviewed]) -> Vec<u64> {
    let mut all: Vec<u64> = reviewed.iter().map(said).collect();
    all.sort_unstable();
    all
}

/// What a finding says, and where, in one number.
fn said(one: &Reviewed) -> u64 {
    let mut hasher = Fnv::default();
    let finding = &one.finding;
    (
        &one.id,
        &one.reason,
        finding.severity,
        finding.at,
        &finding.facts,
        &finding.instead,
    )
        .hash(&mut hasher);
    hasher.finish()
}
