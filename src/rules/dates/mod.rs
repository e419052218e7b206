//! D: days that contradict each other, and terms the Regulation does not allow.
//!
//! A date known only to the month is found fault with only where every day of it would be at
//! fault.

mod agreed_term_too_long;
mod delivered_before_signed;
mod due_before_signed;
mod due_by_law;
mod five_years_old;
mod not_yet_due;
mod paid_after_cutoff;
mod paid_before_booked;
mod paid_before_signed;
mod payments;
mod quality_deposit_late;
mod signed_after_cutoff;
mod soon_time_barred;
mod statutory;
mod term_too_long;
mod time_barred;

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use due_by_law::{Due, due};

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &signed_after_cutoff::RULE,
    &due_before_signed::RULE,
    &not_yet_due::RULE,
    &delivered_before_signed::RULE,
    &term_too_long::RULE,
    &due_by_law::RULE,
    &five_years_old::RULE,
    &paid_after_cutoff::RULE,
    &paid_before_signed::RULE,
    &paid_before_booked::RULE,
    &time_barred::RULE,
    &soon_time_barred::RULE,
    &agreed_term_too_long::RULE,
    &quality_deposit_late::RULE,
];
