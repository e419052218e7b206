//! F: codes, names and numbers that are not in form.

mod area_not_on_roster;
mod check_letter_differs;
mod codes;
mod damaged;
mod firm_with_other_code;
mod group_with_other_code;
mod institution_with_other_code;
mod name_outdated;
mod name_shortened;
mod name_untidy;
mod numbers_not_continuous;
mod organ_with_other_code;
mod organisation_letter_differs;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &check_letter_differs::RULE,
    &organ_with_other_code::RULE,
    &institution_with_other_code::RULE,
    &firm_with_other_code::RULE,
    &name_untidy::RULE,
    &name_shortened::RULE,
    &area_not_on_roster::RULE,
    &name_outdated::RULE,
    &numbers_not_continuous::RULE,
    &damaged::RULE,
    &organisation_letter_differs::RULE,
    &group_with_other_code::RULE,
];
