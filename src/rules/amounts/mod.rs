//! A: money that does not fit together.

mod arrears_exceed_settlement;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[&arrears_exceed_settlement::RULE];
