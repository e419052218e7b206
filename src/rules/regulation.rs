//! A debt → the version of the Regulation it falls under, by the day of its contract (条例, 2020
//! and 2025; neither has a clause for older contracts).

use chrono::NaiveDate;

use crate::almanac::Regulation;
use crate::calc::term::Payer;
use crate::ledger::Entry;
use crate::rule::Around;

/// The version in force when the contract was made, and who pays under it; `None` where the
/// Regulation does not apply, or that cannot be told.
pub(super) fn version<'a>(entry: &Entry, around: &Around<'a>) -> Option<(&'a Regulation, Payer)> {
    let (payer, signed) = (entry.debtor_type?.payer(), entry.sign_date?);
    let version = around.context.law.regulations.on(signed)?;
    (payer != Payer::Other).then_some((version, payer))
}

/// The most days a contract may give without more: for a public body at all, for a large firm
/// without a reason.
pub(super) fn longest(version: &Regulation, payer: Payer) -> Option<u32> {
    match payer {
        Payer::Public => Some(version.public_longest),
        Payer::Large => version.large_longest,
        Payer::Other => None,
    }
}

/// The day the figures are counted to; a ledger that does not say is taken at its deadline.
pub(super) fn cutoff(around: &Around<'_>) -> NaiveDate {
    let deadline = around.context.campaign.deadlines.ledger;
    around.header.cutoff_date.unwrap_or(deadline)
}
