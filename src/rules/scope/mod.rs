//! S: debts the campaign is not about.

mod case_without_number;
mod court;
mod creditor_of_other_kind;
mod creditor_out_of_scope;
mod debtor_out_of_scope;
mod deposit_as_price;
mod in_court_but_counted;
mod no_contract;
mod no_excuse;
mod not_a_purchase;
mod other_deposit;
mod ownership_out_of_scope;
mod pay_when_paid;
mod same_party;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &creditor_out_of_scope::RULE,
    &debtor_out_of_scope::RULE,
    &in_court_but_counted::RULE,
    &case_without_number::RULE,
    &no_contract::RULE,
    &same_party::RULE,
    &not_a_purchase::RULE,
    &ownership_out_of_scope::RULE,
    &other_deposit::RULE,
    &creditor_of_other_kind::RULE,
    &pay_when_paid::RULE,
    &no_excuse::RULE,
    &deposit_as_price::RULE,
];
