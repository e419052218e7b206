//! Civil dates as clerks write them, some only to the month.

use std::fmt;
use std::num::NonZero;

use chrono::{Datelike, Days, NaiveDate};

use crate::text::{narrowed, split};

/// A date known to the day, or only to the month (`2021-12`).
///
/// Comparing two of them asks for [`first`](Self::first) or [`last`](Self::last): whether a month
/// lies before a day has no answer of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct When(
    /// The year, the month, and the day or nothing: a debt has a dozen, and most are blank.
    NonZero<i32>,
);

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotADate {
    /// No form of a date at all.
    Form,
    /// A form of a date, but there is no such day (2022-02-30).
    NoSuchDay,
    /// A month where a day is needed.
    OnlyMonth,
    /// A spreadsheet's day number; the date it stands for.
    Serial(NaiveDate),
}

impl When {
    /// A whole day.
    pub fn day(day: NaiveDate) -> Self {
        Self::packed(day.year(), day.month(), day.day())
    }

    /// A whole month; `None` when there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|_| Self::packed(year, month, 0))
    }

    fn packed(year: i32, month: u32, day: u32) -> Self {
        let bits = (year << 9) | (month << 5 | day).cast_signed();
        // INVARIANT: a month is not nothing.
        Self(NonZero::new(bits).unwrap_or(NonZero::<i32>::MIN))
    }

    const fn year_month(self) -> (i32, u32) {
        (self.0.get() >> 9, (self.0.get() >> 5 & 15).cast_unsigned())
    }

    const fn is_to_day(self) -> bool {
        self.0.get() & 31 != 0
    }

    /// The earliest day it can mean.
    #[inline(never)]
    pub fn first(self) -> NaiveDate {
        let (year, month) = self.year_month();
        let day = (self.0.get() & 31).cast_unsigned().max(1);
        // INVARIANT: it was made of a day, or of a month.
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// The latest day it can mean.
    pub fn last(self) -> NaiveDate {
        let first = self.first();
        if self.is_to_day() {
            return first;
        }
        let (year, month) = match self.year_month() {
            (year, 12) => (year + 1, 1),
            (year, month) => (year, month + 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1)
            .and_then(|next| next.pred_opt())
            .unwrap_or(first)
    }

    /// Reads `2022-06-13`, `2022/6/13`, `2022.6.13`, `20220613`, `2022年6月13日`, and the same
    /// without a day.
    ///
    /// # Errors
    /// Says why the text is not a date; five digits are taken for a spreadsheet's day number and
    /// refused with the date they stand for, because a guess must be confirmed.
    ///
    /// ```
    /// use arrears_ledger::date::When;
    /// assert_eq!(When::parse("2021年12月").unwrap().to_string(), "2021-12");
    /// assert_eq!(When::parse("2019.6.3").unwrap().to_string(), "2019-06-03");
    /// ```
    pub fn parse(text: &str) -> Result<Self, NotADate> {
        let typed = narrowed(text);
        let typed = typed.trim();
        // A workbook writes midnight behind a day.
        let typed = typed
            .strip_suffix(" 00:00:00")
            .or_else(|| typed.strip_suffix("T00:00:00"))
            .unwrap_or(typed);
        if !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit()) {
            return digits_only(typed);
        }
        let mut parts = split(typed, &['-', '/', '.', '年', '月', '日', '号'])
            .into_iter()
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let year = number(parts.next(), 4..=4)?;
        let month = number(parts.next(), 1..=2)?;
        let day = match parts.next() {
            None => None,
            part => Some(number(part, 1..=2)?),
        };
        if parts.next().is_some() {
            return Err(NotADate::Form);
        }
        Self::of(year, month, day)
    }

    /// Reads canonical text, and nothing else: `2022-06-13` or `2022-06`.
    pub(crate) fn restore(text: &str) -> Option<Self> {
        let (year, month_day) = text.as_bytes().split_first_chunk()?;
        let (month, day) = match *month_day {
            [b'-', m1, m2] => ([m1, m2], None),
            [b'-', m1, m2, b'-', d1, d2] => ([m1, m2], Some([d1, d2])),
            _ => return None,
        };
        let day = match day {
            None => None,
            Some(day) => Some(digits(&day)?),
        };
        Self::of(digits::<4>(year)?, digits(&month)?, day).ok()
    }

    /// The day; `None` where only the month is known.
    pub(crate) fn to_day(self) -> Option<NaiveDate> {
        self.is_to_day().then(|| self.first())
    }

    /// Reads a date that must name its day.
    ///
    /// # Errors
    /// As [`When::parse`], and [`NotADate::OnlyMonth`].
    pub fn parse_day(text: &str) -> Result<NaiveDate, NotADate> {
        let when = Self::parse(text)?;
        when.to_day().ok_or(NotADate::OnlyMonth)
    }

    fn of(year: u32, month: u32, day: Option<u32>) -> Result<Self, NotADate> {
        let year = i32::try_from(year).map_err(|_| NotADate::Form)?;
        if !(1949..=2199).contains(&year) {
            return Err(NotADate::NoSuchDay);
        }
        match day {
            None => Self::month(year, month),
            Some(day) => NaiveDate::from_ymd_opt(year, month, day).map(Self::day),
        }
        .ok_or(NotADate::NoSuchDay)
    }
}

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_to_day() {
            write!(out, "{}", self.first())
        } else {
            let (year, month) = self.year_month();
            write!(out, "{year:04}-{month:02}")
        }
    }
}

impl fmt::Debug for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "When({self})")
    }
}

fn number(part: Option<&str>, length: std::ops::RangeInclusive<usize>) -> Result<u32, NotADate> {
    part.filter(|part| length.contains(&part.len()))
        .and_then(|part| part.parse().ok())
        .ok_or(NotADate::Form)
}

fn digits<const COUNT: usize>(text: &[u8; COUNT]) -> Option<u32> {
    let mut value = 0;
    for digit in text {
        let is_digit = digit.is_ascii_digit();
        value = value * 10 + is_digit.then(|| u32::from(digit - b'0'))?;
    }
    Some(value)
}

/// Eight digits are a day, six a month, five a spreadsheet's day number.
fn digits_only(digits: &str) -> Result<When, NotADate> {
    let value: u32 = digits.parse().map_err(|_| NotADate::Form)?;
    match digits.len() {
        8 => When::of(value / 10_000, value / 100 % 100, Some(value % 100)),
        6 => When::of(value / 100, value % 100, None),
        5 => match serial(value) {
            Some(day) => Err(NotADate::Serial(day)),
            None => Err(NotADate::Form),
        },
        _ => Err(NotADate::Form),
    }
}

/// The day a spreadsheet's number stands for (day 1 is 1900-01-01, with the year 1900 taken for a
/// leap year).
fn serial(number: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?
        .checked_add_days(Days::new(u64::from(number)))
        .filter(|day| (1980..=2099).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_in_use() {
        for (text, expected) in [
            ("2022-06-13", "2022-06-13"),
            ("2022/6/13", "2022-06-13"),
            ("2022.6.13", "2022-06-13"),
            ("２０２２．６．１３", "2022-06-13"),
            ("20220613", "2022-06-13"),
            ("2022年6月13日", "2022-06-13"),
            ("2022年6月", "2022-06"),
            ("202206", "2022-06"),
            ("2022-06", "2022-06"),
            ("2022-06-13 00:00:00", "2022-06-13"),
        ] {
            assert_eq!(When::parse(text).unwrap().to_string(), expected, "{text}");
        }
    }

    #[test]
    fn says_why_a_text_is_no_date() {
        for (text, expected) in [
            ("", NotADate::Form),
            ("去年", NotADate::Form),
            ("6月13日", NotADate::Form),
            ("2022-02-30", NotADate::NoSuchDay),
            ("2022-13", NotADate::NoSuchDay),
            ("0022-01-01", NotADate::NoSuchDay),
            ("2022-6-13-1", NotADate::Form),
        ] {
            assert_eq!(When::parse(text), Err(expected), "{text}");
        }
        assert_eq!(When::parse_day("2022-06"), Err(NotADate::OnlyMonth));
        let day = NaiveDate::from_ymd_opt(2019, 6, 1).unwrap();
        assert_eq!(When::parse("43617"), Err(NotADate::Serial(day)));
    }

    #[test]
    fn a_month_runs_to_its_last_day() {
        let last = |text| When::parse(text).unwrap().last().to_string();
        assert_eq!(last("2024-02"), "2024-02-29");
        assert_eq!(last("2021-12"), "2021-12-31");
        assert_eq!(last("2021-12-03"), "2021-12-03");
    }
}
