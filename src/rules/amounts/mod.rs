//! A: money that does not fit together.

mod amount_negative;
mod arrears_exceed_settlement;
mod arrears_not_positive;
mod balance_differs;
mod known;
mod repaid_exceeds_arrears;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &arrears_not_positive::RULE,
    &amount_negative::RULE,
    &repaid_exceeds_arrears::RULE,
    &balance_differs::RULE,
    &arrears_exceed_settlement::RULE,
];
