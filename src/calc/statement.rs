//! A statement of computation: what was computed, by what, and what to know about it.

use chrono::NaiveDate;

use crate::almanac::{Almanac, Beyond, Rate};
use crate::amount::Amount;
use crate::calc::accrual::{Account, Debt, Manner, Terms, accrue};
use crate::calc::basis::{Basis, Case, yearly};
use crate::calc::course::NoRate;
use crate::calc::progress::Payment;

/// What to compute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// The debt.
    pub debt: Debt,
    /// What was paid on it.
    pub payments: &'a [Payment],
    /// To the end of which day.
    pub as_of: NaiveDate,
    /// What decides the interest.
    pub case: Case,
}

/// A computation with everything that decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The debt.
    pub debt: Debt,
    /// To the end of which day.
    pub as_of: NaiveDate,
    /// The basis.
    pub basis: Basis,
    /// Whether somebody chose the basis; else it is what applies where nobody does.
    pub is_chosen: bool,
    /// By what it was computed.
    pub terms: Terms,
    /// The result.
    pub account: Account,
    /// What to know about it.
    pub remarks: Vec<Remark>,
}

/// What to know about a computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Nobody has chosen the basis.
    NotChosen,
    /// The rate of the last days is only the newest one known.
    Rates(Beyond),
    /// The yearly rate is above four times the LPR of the contract's day: a cap for private
    /// lending only, so nothing is cut.
    AboveFourfold {
        /// The highest yearly rate computed with.
        rate: Rate,
        /// Four times the LPR.
        fourfold: Rate,
    },
    /// Payments after the day computed for are left out.
    Later(usize),
    /// More was paid than was owed.
    Surplus(Amount),
}

/// Why there is no statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoStatement {
    /// The case lacks what the basis needs: what was agreed, or the day of the contract.
    Lacks(Basis),
    /// No rate is known for a day.
    Rate(NoRate),
}

/// Computes a debt on a basis somebody chose, or else on what applies where nobody does.
///
/// # Errors
/// When the case does not say what the basis needs, or no rate is known for a day.
pub fn state(
    question: &Question<'_>,
    basis: Option<Basis>,
    manner: &Manner,
    almanac: &Almanac,
) -> Result<Statement, NoStatement> {
    let Question {
        debt,
        payments,
        as_of,
        case,
    } = question;
    let chosen = basis.unwrap_or_else(|| case.suggest(almanac).unattended);
    let course = chosen.course(case, almanac);
    let terms = Terms {
        course: course.ok_or(NoStatement::Lacks(chosen))?,
        manner: chosen.manner(manner),
    };
    let account = accrue(debt, payments, *as_of, &terms, almanac).map_err(NoStatement::Rate)?;
    let mut remarks = Vec::new();
    if basis.is_none() {
        remarks.push(Remark::NotChosen);
    }
    remarks.extend(fourfold(&account, case, almanac));
    let guessed = guessed(case, basis.is_none(), &remarks, almanac);
    let until = manner.end(*as_of);
    let first = debt.due.succ_opt().unwrap_or(debt.due);
    let rates = terms.course.beyond(first, until, almanac);
    let rates = rates.map(Remark::Rates);
    remarks.extend(rates);
    remarks.extend(guessed.filter(|one| rates != Some(*one)));
    let later = payments
        .iter()
        .filter(|payment| *as_of < payment.on)
        .count();
    if 0 < later {
        remarks.push(Remark::Later(later));
    }
    if Amount::ZERO < account.surplus() {
        remarks.push(Remark::Surplus(account.surplus()));
    }
    Ok(Statement {
        debt: *debt,
        as_of: *as_of,
        basis: chosen,
        is_chosen: basis.is_some(),
        terms,
        account,
        remarks,
    })
}

/// The same debt on everything worth putting side by side, the suggestion first.
pub fn side_by_side(
    question: &Question<'_>,
    manner: &Manner,
    almanac: &Almanac,
) -> Vec<(Basis, Result<Statement, NoStatement>)> {
    let candidates = question.case.candidates(almanac).into_iter();
    candidates
        .map(|basis| (basis, state(question, Some(basis), manner, almanac)))
        .collect()
}

/// The LPR of the contract's day is only the newest one known, and something was held against it:
/// the agreed rate where nobody chose, or four times it.
fn guessed(case: &Case, is_tested: bool, said: &[Remark], almanac: &Almanac) -> Option<Remark> {
    let is_told = said
        .iter()
        .any(|one| matches!(one, Remark::AboveFourfold { .. }));
    let beyond = almanac.lpr.on(case.contract?)?.beyond?;
    let is_asked = is_told || (is_tested && case.agreed.is_some());
    is_asked.then_some(Remark::Rates(beyond))
}

fn fourfold(account: &Account, case: &Case, almanac: &Almanac) -> Option<Remark> {
    let lpr = almanac.lpr.on(case.contract?)?.value;
    let fourfold = Rate::from_e8(lpr.e8().saturating_mul(4));
    let rates = account
        .all_segments()
        .map(|one| yearly((one.rate, one.per)));
    let rate = rates.max().filter(|rate| fourfold < *rate)?;
    Some(Remark::AboveFourfold { rate, fourfold })
}
