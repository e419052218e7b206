//! Answers to findings: what is certain is written, what is right as it is is confirmed. However
//! many are answered at once, it is one step.

use super::step::Step;
use super::{Change, EditError, Session};
use crate::ledger::fields::Extra;
use crate::ledger::{Column, Confirmation};
use crate::review::{Reviewed, values};
use crate::rule::Severity;

impl Session {
    /// Writes the one text that would mend a finding.
    ///
    /// # Errors
    /// When there is no such finding, or it offers none.
    pub fn repair(&mut self, id: &str) -> Result<Change, EditError> {
        self.repair_all(&[id])
    }

    /// Writes the texts that would mend some findings, as one step.
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
    /// let mut session = Session::new(Campaign::yexian_2022(), today);
    /// session.insert_rows(0, 2)?;
    /// session.set_cell(0, "due_date", "43617")?;
    /// session.set_cell(1, "due_date", "43618")?;
    /// let offers: Vec<_> = session.findings().into_iter().filter(|one| one.instead.is_some()).collect();
    /// let ids: Vec<_> = offers.iter().map(|one| one.id.as_str()).collect();
    /// session.repair_all(&ids)?;
    /// assert!(session.ledger().entries.iter().all(|debt| debt.due_date.is_some()));
    /// session.undo();
    /// assert!(session.ledger().entries.iter().all(|debt| debt.due_date.is_none()));
    /// # Ok::<(), arrears_ledger::session::EditError>(())
    /// ```
    ///
    /// # Errors
    /// When one of them is not there, or offers none; nothing is written then.
    pub fn repair_all(&mut self, ids: &[impl AsRef<str>]) -> Result<Change, EditError> {
        let mut steps: Vec<Step> = Vec::new();
        for one in self.found(ids)? {
            let text = one.finding.instead.as_deref().ok_or(EditError::Finding)?;
            let at = one.finding.at;
            let row = at.row.unwrap_or_default();
            let step = match at.column.ok_or(EditError::Finding)? {
                Column::Header(field) => Step::cell(None, field, text),
                Column::Entry(field) => Step::cell(Some(row), field, text),
                column => {
                    // What hangs on a debt is put in place at once: mended so far, or as it is.
                    let is_same = |step: &Step| matches!(step, Step::Children(of, _) if *of == row);
                    let before = steps
                        .iter()
                        .rposition(is_same)
                        .map(|at| steps.swap_remove(at));
                    let mut hung = match before {
                        Some(Step::Children(_, hung)) => hung,
                        _ => self.entry(row)?.hung(),
                    };
                    let table = column.child().ok_or(EditError::Finding)?;
                    let child = at.child.unwrap_or_default();
                    let record = hung.child_mut(table, child).ok_or(EditError::Row)?;
                    let index = record.find(column.spec().key).ok_or(EditError::Field)?;
                    record.write(index, text, self.unit());
                    Step::Children(row, hung)
                }
            };
            steps.push(step);
        }
        Ok(self.take(Step::Many(steps)))
    }

    /// Confirms a warning with a reason, or takes the confirmation back with an empty one.
    ///
    /// # Errors
    /// When there is no such finding, or it is not a warning.
    pub fn confirm(&mut self, id: &str, reason: &str) -> Result<Change, EditError> {
        self.confirm_all(&[id], reason)
    }

    /// Confirms warnings with one reason, as one step, or takes the confirmations back with an
    /// empty one.
    ///
    /// # Errors
    /// When one of them is not there, or is not a warning; nothing is confirmed then.
    pub fn confirm_all(
        &mut self,
        ids: &[impl AsRef<str>],
        reason: &str,
    ) -> Result<Change, EditError> {
        let found = self.found(ids)?;
        let is_warning = |one: &Reviewed| one.finding.severity == Severity::Warning;
        if !found.iter().all(is_warning) {
            return Err(EditError::Finding);
        }
        let reason = reason.trim();
        let mut confirmations = self.ledger.confirmations.clone();
        for one in found {
            let new = Confirmation {
                code: one.finding.rule.code.to_owned(),
                values: values(&self.ledger, &one.finding),
                debt_id: one.debt_id,
                reason: reason.to_owned(),
                extra: Extra::new(),
            };
            if one.reason.is_some() {
                confirmations.retain(|old| bond(old) != bond(&new));
            }
            // Two findings of a rule on a debt may rest on the same: one reason answers both.
            if !reason.is_empty() && confirmations.last().map(bond) != Some(bond(&new)) {
                confirmations.push(new);
            }
        }
        Ok(self.take(Step::Confirmations(confirmations)))
    }

    fn found(&self, ids: &[impl AsRef<str>]) -> Result<Vec<Reviewed>, EditError> {
        let ids: Vec<&str> = ids.iter().map(AsRef::as_ref).collect();
        let found = self.standing().find(&self.ledger, &ids);
        if found.len() == ids.len() {
            Ok(found)
        } else {
            Err(EditError::Finding)
        }
    }
}

/// What a confirmation is bound to.
fn bond(one: &Confirmation) -> (&str, &str, &str) {
    (&one.code, &one.debt_id, &one.values)
}
