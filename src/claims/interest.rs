//! A debt → what its interest is computed from: what is owed and since when, what was paid, what
//! decides the basis, and the basis somebody chose.

use chrono::NaiveDate;

use super::COURT;
use super::basis::{Stored, stored};
use super::payments::payments;
use crate::almanac::{Almanac, Beyond, Calendar};
use crate::amount::Amount;
use crate::calc::accrual::{Debt, Manner};
use crate::calc::appropriation::Balance;
use crate::calc::basis::{Basis, Case, Kind};
use crate::calc::interest::Per;
use crate::calc::progress::Payment;
use crate::calc::statement::{NoStatement, Question, Statement, state};
use crate::calc::term::Payer;
use crate::ledger::Entry;
use crate::ledger::lists::{DebtorType, Dispute, Procurement, Size};

/// How a ledger is read for its interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct How<'a> {
    /// By which a due day that is a day off gives way to the next workday (民法典第203条); nothing
    /// leaves it where it is.
    pub roll: Option<&'a Calendar>,
    /// Counts what is disputed too; else only the undisputed part, which has to be paid whatever
    /// becomes of the rest (条例2025第15条).
    pub disputed: bool,
}

/// A debt as its interest is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What is owed, and when it was due.
    pub debt: Debt,
    /// What was paid on it, reversals taken out.
    pub payments: Vec<Payment>,
    /// What decides its interest.
    pub case: Case,
    /// The basis the ledger stores for it.
    pub stored: Stored,
    /// What was read into the ledger, and what it leaves open.
    pub caveats: Vec<Caveat>,
}

/// What to know about a debt as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caveat {
    /// So much is disputed and left out.
    Disputed(Amount),
    /// Nobody has said whether it is disputed; the whole is counted.
    DisputeUnknown,
    /// A court or an arbitrator has it, whose decision counts.
    InCourt,
    /// The due day was a day off and moved.
    Rolled(NaiveDate, NaiveDate),
    /// Days off of that year are not known.
    Calendar(Beyond),
    /// Only a month is known; its last day counts.
    OnlyMonth(NaiveDate),
    /// The due day is not on record; the arrears begin on this day.
    FromArrears(NaiveDate),
    /// Payments are only on record as a total, which counts as paid on this day.
    PaidAtOnce(NaiveDate),
    /// So many payments were reversed and are left out.
    Reversed(usize),
    /// So much was paid that is not on the plan and does not fill it.
    OffPlan(Amount),
    /// Nobody has said what kind of debtor it is; it is taken not to be under the Regulation.
    DebtorUnknown,
    /// The basis leaves a range, and the markup is blank: nothing is chosen.
    NoMarkup,
}

/// What a debt lacks before anything can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// How much is owed.
    Amount,
    /// Whether it is disputed.
    Dispute,
    /// How much of it is undisputed.
    Undisputed,
    /// When it was due.
    Due,
    /// The day or the amount of a payment.
    Payment,
    /// The day of what was paid.
    PaymentDay,
    /// A payment that a reversal belongs to.
    Reversed,
    /// The day or the amount of an instalment.
    Instalment,
    /// Any instalment.
    Plan,
}

/// Why there is no statement for a debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoInterest {
    /// The ledger lacks something.
    Missing(Missing),
    /// Nobody has chosen the basis.
    NotChosen(Basis),
    /// The basis cannot be computed with.
    Statement(NoStatement),
}

/// Reads a debt.
///
/// # Errors
/// The first thing the ledger lacks.
///
/// ```
/// use arrears_ledger::claims::interest::{How, claim};
/// use arrears_ledger::read::read;
/// let file = r#"{ "format": "arrears-ledger-draft", "version": 1, "header": {}, "entries": [{
///     "arrears_amount": "500000.00", "dispute": "undisputed", "due_date": "2024-01-31",
///     "debtor_type": "gov_organ", "sign_date": "2023-05-10" }] }"#;
/// let ledger = read(file.as_bytes()).ledger;
/// let claim = claim(&ledger.entries[0], &How { roll: None, disputed: false }).unwrap();
/// assert_eq!(claim.debt.owed.principal.to_string(), "500000.00");
/// assert_eq!(claim.stored.basis(), None);
/// ```
pub fn claim(entry: &Entry, how: &How<'_>) -> Result<Claim, Missing> {
    let mut caveats = Vec::new();
    let principal = principal(entry, how.disputed, &mut caveats)?;
    let due = due(entry, how.roll, &mut caveats)?;
    let payments = payments(entry, &mut caveats)?;
    if entry.judicial.is_some_and(|at| COURT.contains(&at)) {
        caveats.push(Caveat::InCourt);
    }
    if entry.debtor_type.is_none() {
        caveats.push(Caveat::DebtorUnknown);
    }
    let stored = stored(entry);
    if stored == Stored::NoMarkup {
        caveats.push(Caveat::NoMarkup);
    }
    let owed = Balance {
        principal,
        ..Balance::default()
    };
    Ok(Claim {
        debt: Debt { owed, due },
        payments,
        case: case(entry, due),
        stored,
        caveats,
    })
}

impl Claim {
    /// What is asked, to the end of a day.
    pub fn question(&self, as_of: NaiveDate) -> Question<'_> {
        Question {
            debt: self.debt,
            payments: &self.payments,
            as_of,
            case: self.case,
        }
    }

    /// The statement on the basis that was chosen.
    ///
    /// # Errors
    /// Where nobody has chosen one, with what the law suggests; or where it cannot be computed.
    pub fn state(
        &self,
        as_of: NaiveDate,
        manner: &Manner,
        almanac: &Almanac,
    ) -> Result<Statement, NoInterest> {
        let Some(basis) = self.stored.basis() else {
            return Err(NoInterest::NotChosen(self.case.suggest(almanac).basis));
        };
        let stated = state(&self.question(as_of), Some(basis), manner, almanac);
        stated.map_err(NoInterest::Statement)
    }
}

fn principal(entry: &Entry, all: bool, caveats: &mut Vec<Caveat>) -> Result<Amount, Missing> {
    let whole = entry.arrears_amount.ok_or(Missing::Amount)?;
    if all {
        return Ok(whole);
    }
    let Some(dispute) = entry.dispute else {
        caveats.push(Caveat::DisputeUnknown);
        return Ok(whole);
    };
    let part = entry.undisputed().ok_or(Missing::Undisputed)?.min(whole);
    if dispute != Dispute::Undisputed {
        caveats.push(Caveat::Disputed(whole - part));
    }
    Ok(part)
}

fn due(
    entry: &Entry,
    roll: Option<&Calendar>,
    caveats: &mut Vec<Caveat>,
) -> Result<NaiveDate, Missing> {
    let Some(due) = entry.due_date else {
        let since = entry.arrears_since.ok_or(Missing::Due)?.last();
        caveats.push(Caveat::FromArrears(since));
        return Ok(since.pred_opt().unwrap_or(since));
    };
    let day = due.last();
    if day != due.first() {
        caveats.push(Caveat::OnlyMonth(day));
    }
    let Some(calendar) = roll else {
        return Ok(day);
    };
    let told = calendar.roll(day);
    if told.value != day {
        caveats.push(Caveat::Rolled(day, told.value));
    }
    caveats.extend(told.beyond.map(Caveat::Calendar));
    Ok(told.value)
}

fn case(entry: &Entry, due: NaiveDate) -> Case {
    let payer = entry.debtor_type.map(DebtorType::payer);
    let large = [Size::Large, Size::NotAnEnterprise];
    Case {
        debtor: payer.unwrap_or(Payer::Other),
        is_sme: !entry
            .creditor_size
            .is_some_and(|size| large.contains(&size)),
        told: entry.sme_notified,
        contract: entry.sign_date,
        kind: match entry.procurement_kind {
            Some(Procurement::Works) => Kind::Construction,
            Some(Procurement::Services) => Kind::Service,
            Some(Procurement::Goods) | None => Kind::Sale,
        },
        agreed: entry.agreed_rate.map(|rate| (rate, Per::Year)),
        back_to_back: entry.back_to_back == Some(true),
        breach: due.succ_opt().unwrap_or(due),
    }
}
