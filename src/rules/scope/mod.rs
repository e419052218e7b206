//! S: debts the campaign is not about.

mod creditor_out_of_scope;
mod debtor_out_of_scope;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &creditor_out_of_scope::RULE,
    &debtor_out_of_scope::RULE,
];
