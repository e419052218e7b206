//! R: what must be filled in some cases, or is asked for without being an error.
//!
//! A blank column is one warning for all rows, as a local form may not have it; what only some
//! debts must have is asked of each.

mod contract_date_blank;
mod dispute_without_ground;
mod needed;
mod no_agreed_rate;
mod no_due_date;
mod nobody_in_charge;
mod other_cause_unexplained;
mod size_blank;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &contract_date_blank::RULE,
    &size_blank::RULE,
    &nobody_in_charge::RULE,
    &other_cause_unexplained::RULE,
    &dispute_without_ground::RULE,
    &no_due_date::RULE,
    &no_agreed_rate::RULE,
    &needed::RULE,
];
