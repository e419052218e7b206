//! Simple interest to the fen, and how days are counted for it.

use chrono::NaiveDate;

use crate::almanac::{Rate, add_months};
use crate::amount::Amount;

/// What a rate is a rate for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// A day; no year is needed to compute with it (万分之五 is a daily rate and stays one).
    Day,
    /// A year, whose length the [`Convention`] says.
    Year,
}

/// How the days of a span are turned into a part of a year. Courts accept each; so it is always
/// said which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    /// Actual days of a year of 365, leap year or not.
    #[default]
    Act365,
    /// Actual days of a year of 360, as banks count.
    Act360,
    /// Whole months as twelfths of a year, days left over of a year of 360.
    Months,
}

impl Convention {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Act365, Self::Act360, Self::Months];

    /// Its code in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Act365 => "act/365",
            Self::Act360 => "act/360",
            Self::Months => "months",
        }
    }

    /// The days of its year.
    pub const fn year(self) -> u16 {
        match self {
            Self::Act365 => 365,
            Self::Act360 | Self::Months => 360,
        }
    }

    /// The days it counts from a day up to, and without, another; none when that is not later.
    pub fn days(self, from: NaiveDate, until: NaiveDate) -> i64 {
        let actual = (until - from).num_days().max(0);
        match self {
            Self::Act365 | Self::Act360 => actual,
            Self::Months => {
                let (months, days) = months_and_days(from, until);
                30 * i64::from(months) + days
            }
        }
    }
}

/// The whole months from a day up to another and the days left over (Civil Code art. 202: a month
/// ends on the corresponding day, or at the month's end).
pub fn months_and_days(from: NaiveDate, until: NaiveDate) -> (i32, i64) {
    if until <= from {
        return (0, 0);
    }
    // At most one month too many: the day of the month may not have come.
    let mut months = months_apart(from, until);
    if until < add_months(from, months) {
        months -= 1;
    }
    let whole = add_months(from, months);
    (months, (until - whole).num_days())
}

fn months_apart(from: NaiveDate, until: NaiveDate) -> i32 {
    use chrono::Datelike;
    let number = |day: NaiveDate| 12 * day.year() + i32::try_from(day.month0()).unwrap_or(0);
    number(until) - number(from)
}

/// Days of interest from a due day to another: the day after the due day is the first, the last
/// counts if `count_last` (Civil Code art. 201; 次日起算).
///
/// ```
/// use arrears_ledger::calc::interest::overdue_days;
/// let day = |text: &str| text.parse().unwrap();
/// assert_eq!(overdue_days(day("2022-01-25"), day("2023-03-22"), false), 420);
/// assert_eq!(overdue_days(day("2022-01-25"), day("2022-01-26"), true), 1);
/// assert_eq!(overdue_days(day("2022-01-25"), day("2022-01-25"), true), 0);
/// ```
pub fn overdue_days(due: NaiveDate, as_of: NaiveDate, count_last: bool) -> i64 {
    let days = (as_of - due).num_days().max(0);
    if count_last { days } else { (days - 1).max(0) }
}

/// Simple interest, rounded half up to the fen: principal × rate × days ÷ days of a year.
///
/// A daily rate has a year of one day. What is below zero counts as zero, and what no `i64` of fen
/// can hold stays at its end.
///
/// ```
/// use arrears_ledger::almanac::Rate;
/// use arrears_ledger::amount::Amount;
/// use arrears_ledger::calc::interest::interest;
/// let principal = Amount::from_fen(440_448_775);
/// let owed = interest(principal, Rate::from_e8(5_775_000), 35, 360);
/// assert_eq!(owed.to_string(), "24729.36");
/// ```
pub fn interest(principal: Amount, rate: Rate, days: i64, year: u16) -> Amount {
    let unit = 100_000_000 * i128::from(year.max(1));
    let product = i128::from(principal.fen().max(0))
        .saturating_mul(i128::from(rate.e8().max(0)))
        .saturating_mul(i128::from(days.max(0)));
    let fen = product.saturating_mul(2).saturating_add(unit) / (2 * unit);
    Amount::from_fen(i64::try_from(fen).unwrap_or(i64::MAX))
}
