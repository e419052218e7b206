//! Interest as it runs up on a debt, payment by payment.

use chrono::NaiveDate;

use crate::almanac::{Almanac, Rate};
use crate::amount::Amount;
use crate::calc::appropriation::{Applied, Balance, Order, apply};
use crate::calc::course::{Course, NoRate, Piece, Source};
use crate::calc::interest::{Convention, Per, interest};
use crate::calc::progress::Payment;

/// By what interest is computed. Every part of it is printed with the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The rate, over time.
    pub course: Course,
    /// How the rest is done.
    pub manner: Manner,
}

/// How days are counted and payments put to account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// How days are counted.
    pub convention: Convention,
    /// Whether the day of payment, or the day computed for, still bears interest.
    pub count_last: bool,
    /// To which part of the debt a payment goes first.
    pub order: Order,
}

impl Default for Manner {
    /// The recommended reading: actual days of 365, the last day counted, the law's order.
    fn default() -> Self {
        Self {
            convention: Convention::Act365,
            count_last: true,
            order: Order::LAW,
        }
    }
}

impl Manner {
    /// The day behind the last that bears interest when something happens on a day.
    pub(super) fn end(self, on: NaiveDate) -> NaiveDate {
        if self.count_last {
            on.succ_opt().unwrap_or(on)
        } else {
            on
        }
    }
}

impl Terms {
    /// A rate over time in the recommended manner.
    pub fn of(course: Course) -> Self {
        Self {
            course,
            manner: Manner::default(),
        }
    }

    /// The interest of a span on one base: a segment for each rate in it.
    ///
    /// # Errors
    /// When no rate is known for a day of the span.
    pub fn segments(
        &self,
        base: Amount,
        from: NaiveDate,
        until: NaiveDate,
        almanac: &Almanac,
    ) -> Result<Vec<Segment>, NoRate> {
        if base <= Amount::ZERO || until <= from {
            return Ok(Vec::new());
        }
        let pieces = self.course.pieces(from, until, almanac)?;
        Ok(pieces
            .iter()
            .map(|piece| self.segment(base, piece))
            .collect())
    }

    fn segment(&self, base: Amount, piece: &Piece) -> Segment {
        let (days, year) = match piece.per {
            Per::Day => ((piece.until - piece.from).num_days(), 1),
            Per::Year => (
                self.manner.convention.days(piece.from, piece.until),
                self.manner.convention.year(),
            ),
        };
        Segment {
            from: piece.from,
            until: piece.until,
            days,
            rate: piece.rate,
            per: piece.per,
            source: piece.source,
            base,
            interest: interest(base, piece.rate, days, year),
        }
    }
}

/// A span of one rate and one base, and its interest, rounded to the fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Its first day.
    pub from: NaiveDate,
    /// The day behind its last.
    pub until: NaiveDate,
    /// Its days as the convention counts them.
    pub days: i64,
    /// The rate.
    pub rate: Rate,
    /// What the rate is for.
    pub per: Per,
    /// Where the rate is from.
    pub source: Source,
    /// What bears interest.
    pub base: Amount,
    /// The interest.
    pub interest: Amount,
}

impl Segment {
    /// Its last day.
    pub fn last(&self) -> NaiveDate {
        self.until.pred_opt().unwrap_or(self.until)
    }
}

/// A debt as it stands before it is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debt {
    /// What is owed; interest in it has run up before and bears none.
    pub owed: Balance,
    /// When it was due, rolled over holidays where that applies; interest runs from the day after.
    pub due: NaiveDate,
}

/// What happened between one payment and the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The day of the payment.
    pub on: NaiveDate,
    /// What was paid.
    pub paid: Amount,
    /// The calendar days of interest since the step before.
    pub days: i64,
    /// The interest of those days.
    pub segments: Vec<Segment>,
    /// Where the payment went, and what it left.
    pub applied: Applied,
}

/// A debt computed to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Payment by payment.
    pub steps: Vec<Step>,
    /// The calendar days of interest behind the last payment.
    pub days: i64,
    /// The interest of those days.
    pub segments: Vec<Segment>,
    /// What is owed at the end of the day.
    pub owed: Balance,
}

/// The interest of some segments.
pub fn total(segments: &[Segment]) -> Amount {
    segments.iter().map(|segment| segment.interest).sum()
}

impl Account {
    /// All segments, in order.
    pub fn all_segments(&self) -> impl Iterator<Item = &Segment> {
        let steps = self.steps.iter().flat_map(|step| &step.segments);
        steps.chain(&self.segments)
    }

    /// All the interest that ran up: the sum of the segments as they are printed.
    pub fn interest(&self) -> Amount {
        self.all_segments().map(|segment| segment.interest).sum()
    }

    /// All calendar days that bore interest.
    pub fn all_days(&self) -> i64 {
        let steps: i64 = self.steps.iter().map(|step| step.days).sum();
        steps + self.days
    }

    /// What was paid and nobody was owed.
    pub fn surplus(&self) -> Amount {
        self.steps.iter().map(|step| step.applied.surplus).sum()
    }
}

/// Computes a debt to the end of a day, with the payments made by then.
///
/// Simple interest: what runs up never joins the base. A payment lowers the base from the day
/// after it (from its own day, where the last day is not counted); one before the due day lowers it
/// without interest. Each payment ends a segment, for its interest is put to account on that day.
///
/// # Errors
/// When no rate is known for a day that bears interest.
pub fn accrue(
    debt: &Debt,
    payments: &[Payment],
    as_of: NaiveDate,
    terms: &Terms,
    almanac: &Almanac,
) -> Result<Account, NoRate> {
    let mut made: Vec<&Payment> = payments.iter().filter(|one| one.on <= as_of).collect();
    made.sort_by_key(|payment| payment.on);
    let mut owed = debt.owed;
    let mut from = debt.due.succ_opt().unwrap_or(debt.due);
    let mut steps = Vec::with_capacity(made.len());
    for payment in made {
        let (days, segments) = run(
            &mut from,
            terms.manner.end(payment.on),
            &mut owed,
            terms,
            almanac,
        )?;
        let applied = apply(owed, payment.amount, terms.manner.order);
        owed = applied.left;
        steps.push(Step {
            on: payment.on,
            paid: payment.amount.max(Amount::ZERO),
            days,
            segments,
            applied,
        });
    }
    let (days, segments) = run(
        &mut from,
        terms.manner.end(as_of),
        &mut owed,
        terms,
        almanac,
    )?;
    Ok(Account {
        steps,
        days,
        segments,
        owed,
    })
}

/// Lets interest run up to a day: the calendar days and their segments.
fn run(
    from: &mut NaiveDate,
    until: NaiveDate,
    owed: &mut Balance,
    terms: &Terms,
    almanac: &Almanac,
) -> Result<(i64, Vec<Segment>), NoRate> {
    let segments = terms.segments(owed.principal, *from, until, almanac)?;
    owed.interest = owed.interest + total(&segments);
    let days = (until - *from).num_days().max(0);
    *from = until.max(*from);
    Ok((days, segments))
}
