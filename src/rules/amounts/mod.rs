//! A: money that does not fit together.

mod amount_negative;
mod amount_too_large;
mod arrears_equal_contract;
mod arrears_exceed_contract;
mod arrears_exceed_settlement;
mod arrears_not_positive;
mod arrears_off_the_rest;
mod balance_differs;
mod caps;
mod deposit_above_cap;
mod deposit_above_contract_cap;
mod dispute_contradicts_part;
pub(super) mod known;
mod misfit;
mod parts_differ;
mod rate_below_floor;
mod rate_not_comparable;
mod repaid_exceeds_arrears;
mod settlement_cut;
mod statutory_rate_unfounded;
mod wan_as_yuan;
mod yuan_as_wan;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &arrears_not_positive::RULE,
    &amount_negative::RULE,
    &repaid_exceeds_arrears::RULE,
    &balance_differs::RULE,
    &arrears_exceed_contract::RULE,
    &arrears_exceed_settlement::RULE,
    &arrears_off_the_rest::RULE,
    &arrears_equal_contract::RULE,
    &amount_too_large::RULE,
    &yuan_as_wan::RULE,
    &wan_as_yuan::RULE,
    &parts_differ::RULE,
    &dispute_contradicts_part::RULE,
    &deposit_above_cap::RULE,
    &settlement_cut::RULE,
    &rate_below_floor::RULE,
    &rate_not_comparable::RULE,
    &statutory_rate_unfounded::RULE,
    &deposit_above_contract_cap::RULE,
];
