//! Thresholds of law: what a deposit may be at most, and how large a firm of each size is.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::file::{Expected, Heading, NotAnAlmanac, Row, Sheet};
use super::{Rate, Table, Which};

/// The caps on deposits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caps {
    heading: Heading,
    rows: Cow<'static, [Cap]>,
}

/// The most a kind of deposit may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// The kind: 投标保证金, 履约保证金, 工程质量保证金.
    pub kind: Cow<'static, str>,
    /// The part of its base.
    pub rate: Rate,
    /// What it is a part of.
    pub base: Cow<'static, str>,
    /// The first day of the rule.
    pub from: NaiveDate,
    /// Where it is said.
    pub source: Cow<'static, str>,
}

impl Caps {
    /// Of caps read while the crate was compiled.
    #[cfg(any(test, all(target_family = "wasm", not(feature = "whole"))))]
    pub(super) const fn fixed(rows: &'static [Cap]) -> Self {
        Self {
            heading: Heading::NONE,
            rows: Cow::Borrowed(rows),
        }
    }

    /// The caps on a kind of deposit in force on a day: one a source.
    pub fn of<'a>(&'a self, kind: &'a str, day: NaiveDate) -> impl Iterator<Item = &'a Cap> {
        let fits = move |cap: &&Cap| cap.kind == kind && cap.from <= day;
        self.rows.iter().filter(fits)
    }

    /// Every cap.
    pub fn rows(&self) -> &[Cap] {
        &self.rows
    }
}

impl Table for Caps {
    const WHICH: Which = Which::Caps;
    const CARRIED: &'static str = include_str!("data/caps.csv");

    fn parse(text: &str) -> Result<Self, NotAnAlmanac> {
        let sheet = Sheet::open(text, Self::WHICH, "kind,percent,base,from,source")?;
        let read = |row: &Row<'_>| {
            Ok(Cap {
                kind: row.text(0)?.to_owned().into(),
                rate: row.rate(1)?,
                base: row.text(2)?.to_owned().into(),
                from: row.day(3)?,
                source: row.text(4)?.to_owned().into(),
            })
        };
        let rows = sheet.rows.iter().map(read);
        let rows = rows.collect::<Result<Vec<_>, _>>()?.into();
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

/// The sizes of firms by industry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sizes {
    heading: Heading,
    rows: Vec<Industry>,
}

/// The lowest figures of a large, a medium and a small firm.
pub type Bounds = [u32; 3];

/// How the firms of an industry are measured. A measure it is not measured by is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Industry {
    /// The industry, as the standard names it.
    pub name: String,
    /// Persons employed.
    pub persons: Option<Bounds>,
    /// Revenue of a year, in 万元.
    pub revenue: Option<Bounds>,
    /// Assets, in 万元.
    pub assets: Option<Bounds>,
}

impl Sizes {
    /// The industry of a name, as the standard writes it.
    pub fn industry(&self, name: &str) -> Option<&Industry> {
        self.rows.iter().find(|industry| industry.name == name)
    }

    /// Every industry, in the standard's order.
    pub fn rows(&self) -> &[Industry] {
        &self.rows
    }
}

const MEASURES: &str = "industry,persons_large,persons_medium,persons_small,revenue_large,revenue_medium,revenue_small,assets_large,assets_medium,assets_small";

impl Table for Sizes {
    const WHICH: Which = Which::Sizes;
    const CARRIED: &'static str = include_str!("data/sizes.csv");

    fn parse(text: &str) -> Result<Self, NotAnAlmanac> {
        let sheet = Sheet::open(text, Self::WHICH, MEASURES)?;
        let read = |row: &Row<'_>| {
            Ok(Industry {
                name: row.text(0)?.to_owned(),
                persons: bounds(row, 1)?,
                revenue: bounds(row, 4)?,
                assets: bounds(row, 7)?,
            })
        };
        let rows = sheet.rows.iter().map(read).collect::<Result<_, _>>()?;
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

/// Three bounds that fall, or none.
fn bounds(row: &Row<'_>, at: usize) -> Result<Option<Bounds>, NotAnAlmanac> {
    let bound = |place| row.whole_if_any(at + place);
    match (bound(0)?, bound(1)?, bound(2)?) {
        (None, None, None) => Ok(None),
        (Some(large), Some(medium), Some(small)) if small < medium && medium < large => {
            Ok(Some([large, medium, small]))
        }
        _ => Err(row.misfit(at, Expected::Bounds)),
    }
}
