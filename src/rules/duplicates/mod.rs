//! U: debts that stand in the ledger twice, and names that contradict each other.

mod contract_exceeded;
mod parties;
mod same_debt_twice;
mod same_project_twice;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &same_debt_twice::RULE,
    &same_project_twice::RULE,
    &contract_exceeded::RULE,
];
