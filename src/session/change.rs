//! What an edit changed: cells, findings, totals.

use std::collections::HashSet;

use super::answer::Cell;
use super::step::Step;
use super::{Change, Session};
use crate::amount::Unit;
use crate::ledger::fields::Record;
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
        let mut changed = Changed::default();
        let back = self.step(step);
        self.note(&back, unit, &mut changed);
        changed.reload |= unit != self.unit();
        (changed, back)
    }

    fn note(&self, back: &Step, unit: crate::amount::Unit, changed: &mut Changed) {
        match back {
            Step::Header(old) => {
                differences(old.as_ref(), &self.ledger.header, unit, |field, text| {
                    changed.cells.push(cell("header", None, field, text));
                });
            }
            Step::Entry(row, old) => {
                let Some(new) = self.ledger.entries.get(*row) else {
                    return;
                };
                differences(old.as_ref(), new, unit, |field, text| {
                    changed.cells.push(cell("entries", Some(*row), field, text));
                });
                changed.reload |=
                    old.instalments != new.instalments || old.payments != new.payments;
            }
            Step::Splice { .. } => changed.reload = true,
            Step::Confirmations(_) => {}
            Step::Many(steps) => steps.iter().for_each(|step| self.note(step, unit, changed)),
        }
    }

    /// Checks the ledger again and says what became of the findings.
    pub(super) fn finish(&mut self, changed: Changed) -> Change {
        let before = std::mem::take(&mut self.reviewed);
        self.check();
        let old: HashSet<u64> = before.iter().map(said).collect();
        let new: HashSet<u64> = self.reviewed.iter().map(said).collect();
        let added = self.reviewed.iter().filter(|one| !old.contains(&said(one)));
        let removed = before.iter().filter(|one| !new.contains(&said(one)));
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

fn differences<R: Record>(
    old: &R,
    new: &R,
    unit: Unit,
    mut each: impl FnMut(&'static str, String),
) {
    for field in R::FIELDS {
        let text = new.text(*field, unit);
        if old.text(*field, unit) != text {
            each(R::spec(*field).key, text);
        }
    }
}

/// What a finding says, and where, in one number.
fn said(one: &Reviewed) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
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
