//! Paying a debt off while interest runs: row by row, and one plan against another.

use chrono::NaiveDate;

use crate::almanac::{Almanac, Beyond};
use crate::amount::Amount;
use crate::calc::accrual::{Debt, Segment, Terms, total};
use crate::calc::appropriation::{Balance, Order, apply};
use crate::calc::course::NoRate;
use crate::calc::schedule::{Instalment, Rhythm};
use crate::limits;

/// One payment of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its day.
    pub on: NaiveDate,
    /// The calendar days of interest since the row before.
    pub days: i64,
    /// The interest of those days.
    pub segments: Vec<Segment>,
    /// What is paid.
    pub pay: Amount,
    /// What of it goes where.
    pub to: Balance,
    /// What is owed behind it.
    pub left: Balance,
}

impl Row {
    /// The interest that ran up since the row before.
    pub fn interest(&self) -> Amount {
        total(&self.segments)
    }
}

/// A plan carried out to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repayment {
    /// Payment by payment.
    pub rows: Vec<Row>,
    /// What is still owed behind the last.
    pub left: Balance,
    /// Says so where the rate of its last days is only the newest one known.
    pub beyond: Option<Beyond>,
}

impl Repayment {
    /// All interest that ran up on the way.
    pub fn interest(&self) -> Amount {
        self.rows.iter().map(Row::interest).sum()
    }

    /// All that is paid.
    pub fn paid(&self) -> Amount {
        self.rows.iter().map(|row| row.pay).sum()
    }

    /// The day nothing is owed any more; nothing when that does not happen.
    pub fn cleared(&self) -> Option<NaiveDate> {
        let is_cleared = |row: &&Row| row.left == Balance::default();
        self.rows.iter().find(is_cleared).map(|row| row.on)
    }
}

/// A debt on its way down.
struct Running<'a> {
    owed: Balance,
    from: NaiveDate,
    terms: &'a Terms,
    almanac: &'a Almanac,
}

impl<'a> Running<'a> {
    fn new(debt: &Debt, terms: &'a Terms, almanac: &'a Almanac) -> Self {
        Self {
            owed: debt.owed,
            from: debt.due.succ_opt().unwrap_or(debt.due),
            terms,
            almanac,
        }
    }

    /// The plan as it was carried out.
    fn done(self, debt: &Debt, rows: Vec<Row>) -> Repayment {
        let first = debt.due.succ_opt().unwrap_or(debt.due);
        let course = &self.terms.course;
        Repayment {
            beyond: course.beyond(first, self.from, self.almanac),
            left: self.owed,
            rows,
        }
    }

    /// Lets interest run to a day and pays what is asked for of what is then owed.
    fn pay(
        &mut self,
        on: NaiveDate,
        order: Order,
        asked: impl Fn(&Balance) -> Amount,
    ) -> Result<Row, NoRate> {
        let until = self.terms.manner.end(on).max(self.from);
        let base = self.owed.principal;
        let segments = self.terms.segments(base, self.from, until, self.almanac)?;
        self.owed.interest = self.owed.interest + total(&segments);
        let days = (until - self.from).num_days();
        self.from = until;
        let pay = asked(&self.owed).min(self.owed.total());
        let applied = apply(self.owed, pay, order);
        self.owed = applied.left;
        Ok(Row {
            on,
            days,
            segments,
            pay,
            to: applied.to,
            left: applied.left,
        })
    }
}

/// A plan of principal: with each instalment, all interest and fees up to its day are paid too.
///
/// # Errors
/// When no rate is known for a day that bears interest.
pub fn with_interest(
    debt: &Debt,
    plan: &[Instalment],
    terms: &Terms,
    almanac: &Almanac,
) -> Result<Repayment, NoRate> {
    let mut plan = plan.to_vec();
    plan.sort_by_key(|instalment| instalment.due);
    let mut running = Running::new(debt, terms, almanac);
    let mut rows = Vec::with_capacity(plan.len());
    for instalment in plan {
        let principal = instalment.amount.max(Amount::ZERO);
        rows.push(running.pay(instalment.due, Order::LAW, |owed| {
            owed.fees + owed.interest + principal.min(owed.principal)
        })?);
    }
    Ok(running.done(debt, rows))
}

/// The same sum on every day of a rhythm, interest included, until nothing is owed; it stops
/// without that when the sum does not keep up with the interest, or after
/// [`limits::CHILDREN`] payments.
///
/// # Errors
/// When no rate is known for a day that bears interest.
pub fn until_cleared(
    debt: &Debt,
    each: Amount,
    rhythm: Rhythm,
    terms: &Terms,
    almanac: &Almanac,
) -> Result<Repayment, NoRate> {
    let mut running = Running::new(debt, terms, almanac);
    let mut rows = Vec::new();
    let most = u32::try_from(limits::CHILDREN).unwrap_or(u32::MAX);
    for place in 0..most {
        if each <= Amount::ZERO || running.owed.total() == Amount::ZERO {
            break;
        }
        rows.push(running.pay(rhythm.date(place), terms.manner.order, |_| each)?);
    }
    Ok(running.done(debt, rows))
}

/// One plan against another, for the same debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// Days by which the second clears the debt earlier; nothing where one of them never does.
    pub days_earlier: Option<i64>,
    /// Interest the second saves.
    pub interest_saved: Amount,
    /// What is paid less under the second.
    pub paid_less: Amount,
}

/// Holds a second plan against a first.
pub fn compare(first: &Repayment, second: &Repayment) -> Comparison {
    let both = first.cleared().zip(second.cleared());
    Comparison {
        days_earlier: both.map(|(first, second)| (first - second).num_days()),
        interest_saved: first.interest() - second.interest(),
        paid_less: first.paid() - second.paid(),
    }
}
