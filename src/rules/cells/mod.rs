//! C: what can be wrong with any cell.

mod blank;
mod left_blank;
mod too_long;
mod unreadable;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &blank::RULE,
    &unreadable::RULE,
    &left_blank::RULE,
    &too_long::RULE,
];
