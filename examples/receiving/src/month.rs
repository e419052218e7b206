//! The month a ledger is for: a ledger for a month and one for a day in it are of one period.

use std::fmt;
use std::str::FromStr;

use arrears_ledger::date::When;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month as a period.
    pub(crate) fn period(self) -> Option<When> {
        When::month(self.year, self.month)
    }
}

impl From<NaiveDate> for Month {
    fn from(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }
}

impl From<When> for Month {
    fn from(period: When) -> Self {
        period.first().into()
    }
}

impl FromStr for Month {
    type Err = String;

    /// Only as it is printed, so that one month has one spelling.
    fn from_str(text: &str) -> Result<Self, String> {
        let found = When::parse(text).ok().map(Self::from);
        found
            .filter(|month| month.to_string() == text)
            .ok_or_else(|| "expected YYYY-MM".to_owned())
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
