//! The versions of the Regulation on Payments to Small and Medium Enterprises.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::file::{Fault, Heading, NotAnAlmanac, Sheet};
use super::{Rate, Table, Which};

/// The versions, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Regulations {
    heading: Heading,
    versions: Cow<'static, [Regulation]>,
}

/// One version: what it says in numbers. A number it does not give is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulation {
    /// The year it is called by.
    pub version: Cow<'static, str>,
    /// The decree it was made by.
    pub instrument: Cow<'static, str>,
    /// The first day it is in force.
    pub from: NaiveDate,
    /// The last day it is in force, where it has ended.
    pub until: Option<NaiveDate>,
    /// Days public bodies have where the contract names none.
    pub public_usual: u32,
    /// The most days a contract may give a public body.
    pub public_longest: u32,
    /// Days large firms have where the contract names none.
    pub large_usual: Option<u32>,
    /// Days beyond which a large firm's contract needs a reason.
    pub large_longest: Option<u32>,
    /// Interest on what is late, a day, where the contract names none.
    pub daily: Rate,
    /// Workdays for handing a complaint to who deals with it.
    pub transfer_workdays: Option<u16>,
    /// Days for dealing with a complaint.
    pub answer_days: Option<u32>,
    /// The same with an extension granted.
    pub answer_longest: Option<u32>,
    /// Month and day by which public bodies disclose the year before.
    pub public_disclosure: (u32, u32),
    /// The same for large firms.
    pub large_disclosure: (u32, u32),
}

impl Regulation {
    /// Whether it is in force on a day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Regulations {
    /// Of versions read while the crate was compiled.
    #[cfg(any(test, all(target_family = "wasm", not(feature = "whole"))))]
    pub(super) const fn fixed(versions: &'static [Regulation]) -> Self {
        Self {
            heading: Heading::NONE,
            versions: Cow::Borrowed(versions),
        }
    }

    /// The version in force on a day; `None` before the first.
    pub fn on(&self, day: NaiveDate) -> Option<&Regulation> {
        self.versions.iter().find(|version| version.covers(day))
    }

    /// Every version, oldest first.
    pub fn versions(&self) -> &[Regulation] {
        &self.versions
    }
}

const COLUMNS: &str = "version,instrument,from,until,public_usual,public_longest,large_usual,large_longest,daily_percent,transfer_workdays,answer_days,answer_longest,public_disclosure,large_disclosure";

impl Table for Regulations {
    const WHICH: Which = Which::Regulations;
    const CARRIED: &'static str = include_str!("data/regulations.csv");

    fn parse(text: &str) -> Result<Self, NotAnAlmanac> {
        let sheet = Sheet::open(text, Self::WHICH, COLUMNS)?;
        let mut versions: Vec<Regulation> = Vec::new();
        for row in &sheet.rows {
            let transfer = row.whole_if_any(9)?.map(u16::try_from).transpose();
            let version = Regulation {
                version: row.text(0)?.to_owned().into(),
                instrument: row.text(1)?.to_owned().into(),
                from: row.day(2)?,
                until: row.day_if_any(3)?,
                public_usual: row.whole(4)?,
                public_longest: row.whole(5)?,
                large_usual: row.whole_if_any(6)?,
                large_longest: row.whole_if_any(7)?,
                daily: row.rate(8)?,
                transfer_workdays: transfer
                    .map_err(|_| row.misfit(9, super::file::Expected::Whole))?,
                answer_days: row.whole_if_any(10)?,
                answer_longest: row.whole_if_any(11)?,
                public_disclosure: row.day_of_year(12)?,
                large_disclosure: row.day_of_year(13)?,
            };
            let is_after = |above: &Regulation| above.until.is_some_and(|end| end < version.from);
            if !versions.last().is_none_or(is_after) {
                return Err(row.wrong(Fault::Order));
            }
            versions.push(version);
        }
        let heading = sheet.heading;
        let versions = versions.into();
        Ok(Self { heading, versions })
    }

    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn lines(&self) -> usize {
        self.versions.len()
    }
}
