//! Published rates: the one-year LPR, the benchmark it took the place of, and which counts when.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use super::calendar::Calendar;
use super::file::{Expected, Fault, Heading, NotAnAlmanac, Sheet};
use super::{Beyond, Rate, Table, Told, Which};

/// A rate and the day from which it counts.
pub type Published = (NaiveDate, Rate);

/// For how many days a publication is taken to count without a newer one: they come monthly.
const GOOD_FOR: Days = Days::new(31);

/// LPR figures are published in steps of 0.05 percent.
const STEP: i64 = 50_000;

/// The one-year LPR, every publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lpr {
    heading: Heading,
    rows: Cow<'static, [Published]>,
}

/// The benchmark lending rate of one year, every change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Benchmark {
    heading: Heading,
    rows: Vec<Published>,
}

impl Lpr {
    /// Of publications read while the crate was compiled.
    #[cfg(any(test, all(target_family = "wasm", not(feature = "whole"))))]
    pub(super) const fn fixed(rows: &'static [Published]) -> Self {
        Self {
            heading: Heading::NONE,
            rows: Cow::Borrowed(rows),
        }
    }

    /// The figures in force on a day: those of the last publication not after it. Past 31 days
    /// from the newest publication the answer says so.
    ///
    /// `None` before the first publication.
    ///
    /// ```
    /// use arrears_ledger::almanac::{Lpr, Table};
    /// use chrono::NaiveDate;
    /// let lpr = Lpr::carried();
    /// let told = lpr.on(NaiveDate::from_ymd_opt(2021, 12, 19).unwrap()).unwrap();
    /// assert_eq!(told.value.published(), "3.85");
    /// assert_eq!(told.beyond, None);
    /// ```
    pub fn on(&self, day: NaiveDate) -> Option<Told<Rate>> {
        let rate = last(&self.rows, day)?;
        let edge = self.known_until()?;
        let beyond = (edge < day).then_some(Beyond {
            which: Which::Lpr,
            edge,
            asked: day,
        });
        Some(Told {
            value: rate,
            beyond,
        })
    }

    /// Every publication, oldest first.
    pub fn rows(&self) -> &[Published] {
        &self.rows
    }

    /// The day of a month's publication: the 20th, or the first workday after it; `None` where
    /// there is no such month.
    pub fn publication_day(year: i32, month: u32, calendar: &Calendar) -> Option<Told<NaiveDate>> {
        NaiveDate::from_ymd_opt(year, month, 20).map(|usual| calendar.roll(usual))
    }
}

impl Benchmark {
    /// The rate in force on a day; `None` before the first line and past the file's last day,
    /// since when the LPR counts.
    pub fn on(&self, day: NaiveDate) -> Option<Rate> {
        let is_over = self.heading.until.is_some_and(|until| until < day);
        last(&self.rows, day).filter(|_| !is_over)
    }

    /// Every change, oldest first.
    pub fn rows(&self) -> &[Published] {
        &self.rows
    }
}

/// The rate "of the same period" (同期): the LPR since there is one, the benchmark before.
///
/// `None` before the benchmark's first line.
pub fn same_period(lpr: &Lpr, benchmark: &Benchmark, day: NaiveDate) -> Option<Told<Rate>> {
    lpr.on(day).or_else(|| benchmark.on(day).map(Told::certain))
}

impl Table for Lpr {
    const WHICH: Which = Which::Lpr;
    const CARRIED: &'static str = include_str!("data/lpr.csv");

    fn parse(text: &str) -> Result<Self, NotAnAlmanac> {
        let sheet = Sheet::open(text, Self::WHICH, "published,percent")?;
        let rows = rows(&sheet)?;
        for (row, (_, rate)) in sheet.rows.iter().zip(&rows) {
            if rate.e8() % STEP != 0 {
                return Err(row.misfit(1, Expected::Twentieth));
            }
        }
        let heading = sheet.heading;
        let rows = rows.into();
        Ok(Self { heading, rows })
    }

    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn lines(&self) -> usize {
        self.rows.len()
    }

    fn known_until(&self) -> Option<NaiveDate> {
        self.rows.last()?.0.checked_add_days(GOOD_FOR)
    }
}

impl Table for Benchmark {
    const WHICH: Which = Which::Benchmark;
    const CARRIED: &'static str = include_str!("data/benchmark.csv");

    fn parse(text: &str) -> Result<Self, NotAnAlmanac> {
        let sheet = Sheet::open(text, Self::WHICH, "from,percent")?;
        let rows = rows(&sheet)?;
        let heading = sheet.heading;
        Ok(Self { heading, rows })
    }

    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn lines(&self) -> usize {
        self.rows.len()
    }
}

/// Days that only go forward, each with its rate.
fn rows(sheet: &Sheet<'_>) -> Result<Vec<Published>, NotAnAlmanac> {
    let mut rows: Vec<Published> = Vec::new();
    for row in &sheet.rows {
        let next = (row.day(0)?, row.rate(1)?);
        if rows.last().is_some_and(|(above, _)| next.0 <= *above) {
            return Err(row.wrong(Fault::Order));
        }
        rows.push(next);
    }
    Ok(rows)
}

/// The last rate that counts from a day not after the one asked for.
fn last(rows: &[Published], day: NaiveDate) -> Option<Rate> {
    rows.iter()
        .rev()
        .find(|(from, _)| *from <= day)
        .map(|(_, rate)| *rate)
}
