//! H: what the head of the ledger says of itself and of the rows.

mod count_differs;
mod cutoff_after_filling;
mod empty_without_nil;
mod filled_after_deadline;
mod gap;
mod nil_with_debts;
mod not_sealed;
mod paper_differs;
mod signature_missing;
mod total_differs;
mod total_rounded;
mod totals_blank;
mod unit_not_on_roster;
mod unknown_column;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &unit_not_on_roster::RULE,
    &nil_with_debts::RULE,
    &empty_without_nil::RULE,
    &count_differs::RULE,
    &total_differs::RULE,
    &total_rounded::RULE,
    &filled_after_deadline::RULE,
    &cutoff_after_filling::RULE,
    &not_sealed::RULE,
    &signature_missing::RULE,
    &paper_differs::RULE,
    &unknown_column::RULE,
    &totals_blank::RULE,
];
