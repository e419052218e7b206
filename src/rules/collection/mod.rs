//! What only the office that collects the ledgers can see: debts reported twice, units that did not
//! report or say that they owe nothing, and balances that do not follow from those before.

mod nil_but_named;
mod not_reported;
mod out_of_balance;
mod rate_out_of_range;
mod reported_twice;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &nil_but_named::RULE,
    &reported_twice::RULE,
    &out_of_balance::RULE,
    &rate_out_of_range::RULE,
    &not_reported::RULE,
];
