//! Days off and make-up workdays, and counting with them (民法典 201 to 203).

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::file::{Expected, Fault, Heading, NotAnAlmanac, Sheet};
use super::{Beyond, Table, Told, Which};

/// The days that are not what their weekday says, for the years whose notices are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    heading: Heading,
    spans: Vec<Span>,
}

/// Days that are all off, or all workdays; both ends count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: NaiveDate,
    to: NaiveDate,
    is_work: bool,
}

impl Calendar {
    /// Whether a day is a workday: make-up days are, days off are not, else its weekday decides.
    ///
    /// # Errors
    /// When no notice is known for the day's year.
    ///
    /// ```
    /// use arrears_ledger::almanac::{Calendar, Table};
    /// use chrono::NaiveDate;
    /// let calendar = Calendar::carried();
    /// let sunday = NaiveDate::from_ymd_opt(2026, 9, 20).unwrap();
    /// assert_eq!(calendar.is_workday(sunday), Ok(true));
    /// let later = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
    /// assert!(calendar.is_workday(later).is_err());
    /// ```
    pub fn is_workday(&self, day: NaiveDate) -> Result<bool, Beyond> {
        match self.beyond(day) {
            None => Ok(self.looks_like_workday(day)),
            Some(beyond) => Err(beyond),
        }
    }

    /// The first workday that is not before a day (民法典 203).
    pub fn roll(&self, day: NaiveDate) -> Told<NaiveDate> {
        self.count(day, 0)
    }

    /// The n-th workday after a day, which is itself not counted (民法典 201); the day itself for
    /// none.
    pub fn add_workdays(&self, day: NaiveDate, count: u16) -> Told<NaiveDate> {
        match day.succ_opt() {
            Some(next) if 0 < count => self.count(next, count - 1),
            _ => Told::certain(day),
        }
    }

    /// The workday that has so many workdays before it, counted from a day on. Where no notice is
    /// known, weekends are taken to be off and all else not, and the answer says so.
    fn count(&self, from: NaiveDate, mut before: u16) -> Told<NaiveDate> {
        let mut day = from;
        let mut beyond = None;
        loop {
            beyond = beyond.or_else(|| self.beyond(day));
            if self.looks_like_workday(day) {
                if before == 0 {
                    break;
                }
                before -= 1;
            }
            // The calendar of dates ends a quarter of a million years from now.
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        Told { value: day, beyond }
    }

    /// Says so when no notice is known for a day.
    fn beyond(&self, asked: NaiveDate) -> Option<Beyond> {
        let (from, until) = (self.heading.from?, self.heading.until?);
        let edge = if asked < from { from } else { until };
        let is_known = from <= asked && asked <= until;
        (!is_known).then_some(Beyond {
            which: Which::Holidays,
            edge,
            asked,
        })
    }

    fn looks_like_workday(&self, day: NaiveDate) -> bool {
        let next = self.spans.partition_point(|span| span.to < day);
        match self.spans.get(next) {
            Some(span) if span.from <= day => span.is_work,
            _ => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }
}

impl Table for Calendar {
    const WHICH: Which = Which::Holidays;
    const CARRIED: &'static str = include_str!("data/holidays.csv");

    fn parse(text: &str) -> Result<Self, NotAnAlmanac> {
        let sheet = Sheet::open(text, Self::WHICH, "from,to,kind")?;
        let missing = |key| NotAnAlmanac {
            line: 1,
            fault: Fault::Heading(key),
        };
        let first = sheet.heading.from.ok_or(missing("from"))?;
        let last = sheet.heading.until.ok_or(missing("until"))?;
        let mut spans: Vec<Span> = Vec::new();
        for row in &sheet.rows {
            let (from, to) = (row.day(0)?, row.day(1)?);
            let is_work = match row.text(2)? {
                "work" => true,
                "off" => false,
                _ => return Err(row.misfit(2, Expected::OffOrWork)),
            };
            if from < first || last < to {
                let column = usize::from(first <= from);
                return Err(row.misfit(column, Expected::Covered));
            }
            if to < from || spans.last().is_some_and(|above| from <= above.to) {
                return Err(row.wrong(Fault::Order));
            }
            spans.push(Span { from, to, is_work });
        }
        let heading = sheet.heading;
        Ok(Self { heading, spans })
    }

    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn lines(&self) -> usize {
        self.spans.len()
    }
}

/// The corresponding day so many months later, or earlier where negative, else the month's last
/// (民法典 202). A day past the calendar of dates stays where it is.
///
/// ```
/// use arrears_ledger::almanac::add_months;
/// use chrono::NaiveDate;
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// assert_eq!(add_months(day(1, 31), 1), day(2, 28));
/// assert_eq!(add_months(day(3, 1), 6), day(9, 1));
/// ```
#[must_use]
pub fn add_months(day: NaiveDate, months: i32) -> NaiveDate {
    let count = Months::new(months.unsigned_abs());
    let moved = if months < 0 {
        day.checked_sub_months(count)
    } else {
        day.checked_add_months(count)
    };
    moved.unwrap_or(day)
}
