//! When instalments are due, and how much each is.

use chrono::NaiveDate;

use crate::almanac::{Beyond, Calendar, Rate, add_months};
use crate::amount::Amount;
use crate::calc::split::{NotSplit, largest_remainder};
use crate::limits;

/// A sum due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalment {
    /// The day.
    pub due: NaiveDate,
    /// The sum.
    pub amount: Amount,
}

/// A first day, and every so many months the corresponding one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// The first day.
    pub first: NaiveDate,
    /// The months between: 1, 3, 12; none counts as one.
    pub step: u16,
}

impl Rhythm {
    /// The day of a place, from zero: always counted from the first, so that what begins on a 31st
    /// comes back to it after a shorter month (Civil Code art. 202).
    ///
    /// ```
    /// use arrears_ledger::calc::schedule::Rhythm;
    /// let monthly = Rhythm { first: "2026-01-31".parse().unwrap(), step: 1 };
    /// assert_eq!(monthly.date(1).to_string(), "2026-02-28");
    /// assert_eq!(monthly.date(2).to_string(), "2026-03-31");
    /// ```
    pub fn date(self, place: u32) -> NaiveDate {
        let months = u64::from(place) * u64::from(self.step.max(1));
        add_months(self.first, i32::try_from(months).unwrap_or(i32::MAX))
    }
}

/// The days of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// One after the other.
    pub days: Vec<NaiveDate>,
    /// The first day asked about for which no days off are known yet: weekends were taken.
    pub beyond: Option<Beyond>,
}

/// So many days of a rhythm, at most [`limits::CHILDREN`]; with a calendar, a day off gives way to
/// the first workday after it (Civil Code art. 203).
pub fn dates(rhythm: Rhythm, count: u32, roll: Option<&Calendar>) -> Dates {
    let count = count.min(u32::try_from(limits::CHILDREN).unwrap_or(u32::MAX));
    let mut beyond = None;
    let day = |place| {
        let day = rhythm.date(place);
        let Some(calendar) = roll else { return day };
        let told = calendar.roll(day);
        beyond = beyond.or(told.beyond);
        told.value
    };
    let days = (0..count).map(day).collect();
    Dates { days, beyond }
}

/// A plan of days and amounts, as far as there are both.
pub fn instalments(days: &[NaiveDate], amounts: &[Amount]) -> Vec<Instalment> {
    let both = days.iter().zip(amounts);
    both.map(|(due, amount)| Instalment {
        due: *due,
        amount: *amount,
    })
    .collect()
}

/// What a plan comes to.
pub fn sum(plan: &[Instalment]) -> Amount {
    plan.iter().map(|instalment| instalment.amount).sum()
}

/// The same sum until a debt is cleared; the last takes what is left.
///
/// # Errors
/// When there is nothing to pay or to pay with, or it takes more instalments than a debt may have.
pub fn fixed(total: Amount, each: Amount) -> Result<Vec<Amount>, NotSplit> {
    if total <= Amount::ZERO {
        return Err(NotSplit::NothingThere);
    }
    let Some(ahead) = project(total, each) else {
        return Err(NotSplit::Unit(each));
    };
    let count = usize::try_from(ahead.periods).unwrap_or(usize::MAX);
    if limits::CHILDREN < count {
        let parts = u32::try_from(ahead.periods).unwrap_or(u32::MAX);
        return Err(NotSplit::Parts(parts));
    }
    let mut amounts = vec![each; count];
    if let Some(last) = amounts.last_mut() {
        *last = ahead.last;
    }
    Ok(amounts)
}

/// How long it takes to pay a debt off, without interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Projection {
    /// How many payments; none when nothing is owed.
    pub periods: i64,
    /// The last of them.
    pub last: Amount,
}

impl Projection {
    /// The day of the last payment; nothing when there is none, or it lies past the calendar.
    pub fn cleared(&self, rhythm: Rhythm) -> Option<NaiveDate> {
        let place = u32::try_from(self.periods.checked_sub(1)?).ok()?;
        // Past a thousand years nothing is planned, and the calendar ends some time.
        (place < 12_000).then(|| rhythm.date(place))
    }
}

/// How many payments of a sum clear a debt: the quotient rounded up. Nothing when the sum is not
/// above zero: then it is never cleared.
///
/// ```
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::schedule::project;
/// let ahead = project(Amount::from_fen(100_000_000), Amount::from_fen(8_333_333)).unwrap();
/// assert_eq!((ahead.periods, ahead.last.fen()), (13, 4));
/// ```
pub fn project(rest: Amount, each: Amount) -> Option<Projection> {
    if each <= Amount::ZERO {
        return None;
    }
    let rest = rest.max(Amount::ZERO).fen();
    let whole = rest / each.fen();
    let left = rest % each.fen();
    Some(Projection {
        periods: whole + i64::from(left != 0),
        last: Amount::from_fen(match (whole, left) {
            (0, left) => left,
            (_, 0) => each.fen(),
            (_, left) => left,
        }),
    })
}

/// Parts a sum by milestones' shares: whatever they add up to, the parts make the sum.
pub fn by_shares(total: Amount, shares: &[Rate]) -> Vec<Amount> {
    let weights: Vec<i64> = shares.iter().map(|share| share.e8()).collect();
    largest_remainder(total, &weights)
}

/// Milestones that do not make the debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SumDiffers {
    /// What they come to.
    pub sum: Amount,
    /// What they should come to.
    pub total: Amount,
}

/// Holds fixed milestones against the debt.
///
/// # Errors
/// When they do not make it to the fen.
pub fn ties(plan: &[Instalment], total: Amount) -> Result<(), SumDiffers> {
    let sum = sum(plan);
    if sum == total {
        Ok(())
    } else {
        Err(SumDiffers { sum, total })
    }
}
