//! What an edit changed: cells, findings, totals.

use std::hash::{Hash, Hasher};

use super::answer::Cell;
use super::step::Step;
use super::{Change, Session};
use crate::amount::Unit;
use crate::hash::Fnv;
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

    fn note(&self, back: &Step, unit: Unit, changed: &mut Changed) {
        match back {
            Step::Cell {
                row, index, text, ..
            } => {
                let Some(record) = self.record(*row) else {
                    return;
                };
                let new = record.read(*index, unit);
                if new != *text {
                    let column = record.column(*index);
                    changed.cells.push(Cell {
                        table: column.table(),
                        row: *row,
                        child: None,
                        field: column.spec().key,
                        text: new,
                    });
                }
            }
            Step::Children(row, old) => {
                let entry = self.ledger.entries.get(*row);
                changed.reload |= entry.is_some_and(|entry| !entry.has_children_of(old));
            }
            Step::Splice { .. } => changed.reload = true,
            Step::Confirmations(_) => {}
            // Where rows come or go, everything is read again and no cell need be listed.
            Step::Many(steps) if steps.iter().any(Step::moves_rows) => changed.reload = true,
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
