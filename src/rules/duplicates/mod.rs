//! U: debts that stand in the ledger twice, and names that contradict each other.

mod parties;
mod same_debt_twice;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[&same_debt_twice::RULE];
