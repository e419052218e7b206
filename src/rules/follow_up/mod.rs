//! T: what became of the debts: payments, closing, and the ledger handed in before.
//!
//! What the change log of this period gives a reason for is not asked about again.

mod arrears_lowered;
mod change_differs;
mod closed_with_balance;
mod closed_without_evidence;
mod debt_missing;
mod earlier;
mod in_kind_without_agreement;
mod instalment_overdue;
mod late_payment_entry;
mod missed_last_time;
mod moved_to_court;
mod new_arrears;
mod not_in_cash;
mod now_disputed;
mod of_another_unit;
mod payment_gone;
mod payments;
mod removed_without_reason;
mod repaid_lowered;
mod status_out_of_turn;
mod statuses;
mod without_voucher;

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use instalment_overdue::overdue;

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[
    &instalment_overdue::RULE,
    &closed_with_balance::RULE,
    &closed_without_evidence::RULE,
    &without_voucher::RULE,
    &in_kind_without_agreement::RULE,
    &not_in_cash::RULE,
    &debt_missing::RULE,
    &removed_without_reason::RULE,
    &now_disputed::RULE,
    &arrears_lowered::RULE,
    &repaid_lowered::RULE,
    &missed_last_time::RULE,
    &new_arrears::RULE,
    &status_out_of_turn::RULE,
    &moved_to_court::RULE,
    &late_payment_entry::RULE,
    &payment_gone::RULE,
    &change_differs::RULE,
    &of_another_unit::RULE,
];
