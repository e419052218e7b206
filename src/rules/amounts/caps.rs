//! A deposit → the most it may be, by the law of the day its contract was made.

use crate::almanac::Rate;
use crate::amount::Amount;
use crate::calc::deposit;
use crate::ledger::Entry;
use crate::ledger::lists::{DepositKind, MoneyKind};
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::Around;
use crate::rules::regulation::cutoff;

/// A cap on a deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cap {
    /// What it is a cap on.
    pub(super) kind: DepositKind,
    /// The part of the base.
    pub(super) rate: Rate,
    /// That part, in money.
    pub(super) most: Amount,
}

/// The cap on a debt that is a deposit of a kind that has one. Where the law names several bases
/// the widest cap is taken; a contract without a day is taken to be of the law of the cutoff.
pub(super) fn cap(entry: &Entry, base: Amount, around: &Around<'_>) -> Option<Cap> {
    let kind = entry.deposit_kind?;
    let day = entry.sign_date.unwrap_or_else(|| cutoff(around));
    let caps = around.context.law.caps.of(kind.choice().label().zh, day);
    let rate = caps.map(|cap| cap.rate).max()?;
    let is_deposit = entry.money_kind? == MoneyKind::Deposit;
    is_deposit.then(|| Cap {
        kind,
        rate,
        most: deposit::cap(base, rate),
    })
}
