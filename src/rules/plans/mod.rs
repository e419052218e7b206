//! Repayment plans: whether a debt has one, and whether it adds up.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
