//! Edits of whole rows, and of what hangs on them: moved, filled down, planned, paid.

use super::step::Step;
use super::{Change, EditError, Session};
use crate::ledger::fields::Record;
use crate::ledger::{Child, Entry, entry::Field};
use crate::limits;

impl Session {
    /// Moves debts, so that the first of them stands in row `to` afterwards.
    ///
    /// # Errors
    /// When there are not so many, before or after.
    pub fn move_rows(&mut self, from: usize, count: usize, to: usize) -> Result<Change, EditError> {
        let rows = self.ledger.entries.len();
        for first in [from, to] {
            if first.checked_add(count).is_none_or(|end| rows < end) {
                return Err(EditError::Row);
            }
        }
        Ok(self.take(Step::Move { from, count, to }))
    }

    /// Types what a debt says in some columns into the `count` debts below it.
    ///
    /// # Errors
    /// When there are not so many, or a key is no field's or that of the debt's number, which no
    /// two debts share.
    pub fn fill_down(
        &mut self,
        row: usize,
        count: usize,
        keys: &[String],
    ) -> Result<Change, EditError> {
        let end = row.checked_add(count).ok_or(EditError::Row)?;
        let entry = self.ledger.entries.get(row).ok_or(EditError::Row)?;
        if self.ledger.entries.len() <= end {
            return Err(EditError::Row);
        }
        let mut steps = Vec::new();
        for (at, key) in keys.iter().enumerate() {
            let field = Entry::field(key).filter(|field| *field != Field::DebtId);
            let field = field.ok_or(EditError::Field)?;
            let is_again = keys.iter().take(at).any(|known| known == key);
            let text = entry.text(field, self.unit());
            if !is_again {
                steps.extend((row + 1..=end).map(|row| Step::cell(Some(row), field, &text)));
            }
        }
        Ok(self.take(Step::Many(steps)))
    }

    /// Gives debts other plans, all in one step: to each instalment's texts, in the order of `keys`,
    /// the debt it is of. They are numbered as they come, and the plan ends on its last day.
    ///
    /// # Errors
    /// When there is no such row or field, or no room.
    pub fn set_plans(
        &mut self,
        keys: &[String],
        instalments: &[(usize, Vec<String>)],
    ) -> Result<Change, EditError> {
        let mut steps = Vec::new();
        let mut rest = instalments;
        while let Some((row, _)) = rest.first() {
            let same = rest.iter().take_while(|(other, _)| other == row);
            let (own, others) = rest.split_at(same.count());
            rest = others;
            self.plan(*row, keys, own, &mut steps)?;
        }
        Ok(self.take(Step::Many(steps)))
    }

    fn plan(
        &self,
        row: usize,
        keys: &[String],
        own: &[(usize, Vec<String>)],
        steps: &mut Vec<Step>,
    ) -> Result<(), EditError> {
        if limits::CHILDREN < own.len() {
            return Err(EditError::Row);
        }
        let mut hung = self.hung(row)?;
        hung.instalments.clear();
        for (no, (_, texts)) in (1..).zip(own) {
            self.hang(&mut hung, Child::Instalments, keys, texts)?;
            if let Some(last) = hung.instalments.last_mut() {
                last.no = last.no.or(Some(no));
            }
        }
        let days = hung.instalments.iter().filter_map(|one| one.due_on);
        let ends = days.max_by_key(|day| day.last());
        steps.push(Step::Children(row, hung));
        if let Some(ends) = ends {
            steps.push(Step::cell(Some(row), Field::PlanFinish, &ends.to_string()));
        }
        Ok(())
    }

    /// Records payments or changes in one step: each with its debt, and its texts in the order of
    /// `keys`.
    ///
    /// # Errors
    /// When there is no such row, table or field, or no room; then none is recorded.
    pub fn add_records(
        &mut self,
        table: &str,
        keys: &[String],
        records: &[(usize, Vec<String>)],
    ) -> Result<Change, EditError> {
        let table = Child::find(table).ok_or(EditError::Field)?;
        let mut changed: Vec<(usize, Box<Entry>)> = Vec::new();
        for (row, texts) in records {
            if !changed.iter().any(|(own, _)| own == row) {
                changed.push((*row, self.hung(*row)?));
            }
            for (_, hung) in changed.iter_mut().filter(|(own, _)| own == row) {
                if limits::CHILDREN <= hung.children(table).len() {
                    return Err(EditError::Row);
                }
                self.hang(hung, table, keys, texts)?;
            }
        }
        let steps = changed.into_iter();
        let steps = steps.map(|(row, hung)| Step::Children(row, hung)).collect();
        Ok(self.take(Step::Many(steps)))
    }

    fn hung(&self, row: usize) -> Result<Box<Entry>, EditError> {
        let entry = self.ledger.entries.get(row);
        entry.map(Entry::hung).ok_or(EditError::Row)
    }

    /// Hangs one more record on a debt, with texts in it.
    fn hang(
        &self,
        hung: &mut Entry,
        table: Child,
        keys: &[String],
        texts: &[String],
    ) -> Result<(), EditError> {
        let unit = self.unit();
        let last = hung.children(table).len();
        hung.add_child(table);
        let record = hung.child_mut(table, last).ok_or(EditError::Row)?;
        for (key, text) in keys.iter().zip(texts) {
            let index = record.find(key).ok_or(EditError::Field)?;
            record.write(index, text, unit);
        }
        Ok(())
    }
}
