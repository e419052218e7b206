//! U: debts that stand in the ledger twice, and names that contradict each other.

mod code_with_several_names;
mod contract_exceeded;
mod contradictions;
mod debt_id_twice;
mod name_with_several_codes;
mod parties;
pub(super) mod same_debt_twice;
mod same_project_twice;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &same_debt_twice::RULE,
    &same_project_twice::RULE,
    &code_with_several_names::RULE,
    &name_with_several_codes::RULE,
    &contract_exceeded::RULE,
    &debt_id_twice::RULE,
];
