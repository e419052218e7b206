//! One payment spread over the debts of a ledger that are owed to one creditor (民法典第560条), and
//! inside each over its parts (第561条).

use chrono::NaiveDate;

use super::interest::Claim;
use crate::almanac::{Almanac, Rate};
use crate::amount::Amount;
use crate::calc::accrual::Manner;
use crate::calc::appropriation::{Applied, Balance, Order, Owed, apply, apply_many};
use crate::calc::basis::{Basis, yearly};
use crate::calc::statement::{NoStatement, state};

/// What one debt gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// When it was due.
    pub due: NaiveDate,
    /// What was owed on it before, with the interest to the day of the payment where a basis was
    /// chosen.
    pub owed: Balance,
    /// How heavy it is: its yearly rate on that day; zero where no basis was chosen.
    pub burden: Rate,
    /// Whether a basis was chosen: else it is taken without interest.
    pub is_chosen: bool,
    /// To which of its parts a payment goes first.
    pub order: Order,
    /// Where its part of the payment goes.
    pub applied: Applied,
}

/// What each debt gets, in the order they were given, and what nobody was owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// Debt by debt.
    pub shares: Vec<Share>,
    /// What is over.
    pub surplus: Amount,
}

/// Spreads a payment made on a day: first over the debts the debtor named when paying, in that
/// order, then as the law has it. No security is on record, so none tells debts apart.
///
/// # Errors
/// Where the chosen basis of a debt cannot be computed; its place among those given.
pub fn spread(
    claims: &[Claim],
    payment: Amount,
    on: NaiveDate,
    named: &[usize],
    manner: &Manner,
    almanac: &Almanac,
) -> Result<Spread, (usize, NoStatement)> {
    let mut shares: Vec<Share> = Vec::with_capacity(claims.len());
    let mut debts = Vec::with_capacity(claims.len());
    for (place, claim) in claims.iter().enumerate() {
        let share = share(claim, on, *manner, almanac).map_err(|why| (place, why))?;
        debts.push(Owed {
            amount: share.owed.total(),
            due: share.due,
            security: Amount::ZERO,
            burden: share.burden,
        });
        shares.push(share);
    }
    let spread = apply_many(&debts, payment, on, named);
    for (share, paid) in shares.iter_mut().zip(spread.paid) {
        share.applied = apply(share.owed, paid, share.order);
    }
    Ok(Spread {
        shares,
        surplus: spread.surplus,
    })
}

/// A debt before the payment.
fn share(
    claim: &Claim,
    on: NaiveDate,
    manner: Manner,
    almanac: &Almanac,
) -> Result<Share, NoStatement> {
    let basis = claim.stored.basis();
    // Without a basis it is a debt of principal, and says so.
    let computed = basis.unwrap_or(Basis::NoInterest);
    let stated = state(&claim.question(on), Some(computed), &manner, almanac)?;
    let next = on.succ_opt().unwrap_or(on);
    let pieces = stated.terms.course.pieces(on, next, almanac);
    let rate = pieces.ok().and_then(|pieces| pieces.first().copied());
    let owed = stated.account.owed;
    Ok(Share {
        due: claim.debt.due,
        owed,
        burden: rate.map_or(Rate::ZERO, |piece| yearly((piece.rate, piece.per))),
        is_chosen: basis.is_some(),
        order: stated.terms.manner.order,
        applied: apply(owed, Amount::ZERO, manner.order),
    })
}
