//! What became of the debts: payments, closing, and the ledger handed in before.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
