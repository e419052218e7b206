//! A session's answer to "why": where a debt's values come from that nobody typed.

use super::{EditError, Session};
use crate::explain::{self, Explanation};

impl Session {
    /// Where a value of a debt comes from, or all that are worked out.
    ///
    /// # Errors
    /// When there is no such row, or the field's value is nothing that is worked out.
    pub fn explain(
        &self,
        row: usize,
        field: Option<&str>,
    ) -> Result<Vec<Explanation<'_>>, EditError> {
        if self.ledger.entries.len() <= row {
            return Err(EditError::Row);
        }
        if field.is_some_and(|field| explain::topics().all(|key| key != field)) {
            return Err(EditError::Field);
        }
        Ok(explain::explain(&self.ledger, row, field, &self.context()))
    }
}
