//! A: money that does not fit together.

mod amount_negative;
mod arrears_exceed_settlement;
mod arrears_not_positive;
mod known;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &arrears_not_positive::RULE,
    &amount_negative::RULE,
    &arrears_exceed_settlement::RULE,
];
