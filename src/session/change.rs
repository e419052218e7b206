//! What an edit changed: cells, findings, totals.

use super::answer::Cell;
use super::step::{Reach, Step};
use super::{Change, Session};
use crate::amount::Unit;
use crate::review::{Difference, Standing};

/// As many cells, or findings, as a change lists.
const LISTED: usize = 1_000;

/// What a step changed.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    cells: Vec<Cell>,
    reload: bool,
    /// What became of the findings; `None` where that was not compared.
    told: Option<Difference>,
}

impl Session {
    pub(super) fn nothing(&self) -> Change {
        self.change(Outcome {
            told: Some(Difference::default()),
            ..Outcome::default()
        })
    }

    /// Takes a step; answers what it changed, and the step back.
    pub(super) fn run(&mut self, step: Step) -> (Outcome, Step) {
        let unit = self.unit();
        let standing = self.standing.take().unwrap_or_else(|| self.ask());
        let reach = self.reach(&step);
        let (standing, back, told) = match reach {
            Reach::Parts(edited) => {
                let mut standing = standing;
                let lifted = standing.lift(&self.ledger, &edited);
                let back = self.step(step);
                let told = standing.put(lifted, &edited, &self.ledger, &self.context());
                (standing, back, Some(told))
            }
            Reach::Rows(out, into) => {
                let mut standing = standing;
                let from = out.at.min(into.at);
                let is_told = standing.below(from) <= LISTED;
                let taken = standing.take(out, from, is_told, &self.ledger);
                let back = self.step(step);
                let told = standing.give(into, taken, &self.ledger, &self.context());
                (standing, back, told)
            }
            Reach::Confirmations => {
                let mut standing = standing;
                let back = self.step(step);
                let told = match &back {
                    Step::Confirmations(before) => standing.answer(before, &self.ledger),
                    _ => Difference::default(),
                };
                (standing, back, Some(told))
            }
            Reach::All => {
                let said = (!moves_many(&step, &standing)).then(|| standing.said(&self.ledger));
                let before = standing.len();
                drop(standing);
                let back = self.step(step);
                let standing = self.ask();
                let is_close = standing.len().abs_diff(before) <= LISTED && unit == self.unit();
                let said = said.filter(|_| is_close);
                let told = said.map(|said| standing.since(said, &self.ledger));
                (standing, back, told)
            }
        };
        self.standing = standing.into();
        let mut outcome = Outcome {
            told,
            ..Outcome::default()
        };
        self.note(&back, unit, &mut outcome);
        outcome.reload |= unit != self.unit() || LISTED < outcome.cells.len();
        (outcome, back)
    }

    fn ask(&self) -> Standing {
        Standing::of(&self.ledger, &self.context())
    }

    fn note(&self, back: &Step, unit: Unit, outcome: &mut Outcome) {
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
                    outcome.cells.push(Cell {
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
                outcome.reload |= entry.is_some_and(|entry| !entry.unlike(old).is_empty());
            }
            Step::Splice { .. } | Step::Move { .. } => outcome.reload = true,
            Step::Confirmations(_) => {}
            // Where rows come or go, everything is read again and no cell need be listed.
            Step::Many(steps) if steps.iter().any(Step::moves_rows) => outcome.reload = true,
            Step::Many(steps) => steps.iter().for_each(|step| self.note(step, unit, outcome)),
        }
    }

    /// Lists what changed.
    pub(super) fn change(&self, outcome: Outcome) -> Change {
        let Outcome {
            mut cells,
            reload,
            told,
        } = outcome;
        if reload {
            cells.clear();
        }
        let told = told.filter(|told| told.len() <= LISTED);
        let reload_findings = told.is_none();
        let (added, removed) = told.unwrap_or_default().parts();
        Change {
            cells,
            reload,
            reload_findings,
            added: added.iter().map(|one| self.view(one)).collect(),
            removed,
            overview: self.overview(),
        }
    }
}

/// Whether so many rows come, go or move that their findings are not worth comparing.
fn moves_many(step: &Step, standing: &Standing) -> bool {
    match step {
        Step::Splice { at, insert, .. } => LISTED < insert.len() || LISTED < standing.below(*at),
        Step::Move { from, to, .. } => LISTED < standing.below(*from.min(to)),
        Step::Many(steps) => steps.iter().any(|step| moves_many(step, standing)),
        _ => false,
    }
}
