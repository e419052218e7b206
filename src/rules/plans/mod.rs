//! P: repayment plans, their instalments, their money and their days.
//!
//! The day a debt will be cleared, alone, is all the short form has of a plan: only a plan that was
//! drawn up is held against what a plan must have.

mod budget_cut_unfounded;
mod finish_differs;
mod funds_blank;
mod instalment_empty;
mod instalments_missing;
mod instalments_unordered;
mod late;
mod method_blank;
mod missing;
mod one_at_year_end;
mod own_funds_passed_over;
mod plan;
mod planned_below_balance;
mod planned_beyond_balance;
mod small_debt_slow;

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use missing::unplanned;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &missing::RULE,
    &method_blank::RULE,
    &instalment_empty::RULE,
    &instalments_missing::RULE,
    &planned_beyond_balance::RULE,
    &planned_below_balance::RULE,
    &funds_blank::RULE,
    &budget_cut_unfounded::RULE,
    &own_funds_passed_over::RULE,
    &late::RULE,
    &instalments_unordered::RULE,
    &small_debt_slow::RULE,
    &one_at_year_end::RULE,
    &finish_differs::RULE,
];
