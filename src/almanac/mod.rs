//! The almanac: dated facts that law and banks publish, each in one readable file with its source.
//!
//! A file may be replaced by a newer one without a rebuild ([`Almanac::load`]). Past the last day
//! a file speaks for an answer says so ([`Told`]); it is never a guess passed off as a fact. Each
//! table can be had by itself ([`Table::carried`]), so that a program holds only what it uses.

mod calendar;
mod file;
#[cfg(any(test, all(target_family = "wasm", not(feature = "whole"))))]
mod fixed;
mod law;
mod lpr;
mod rate;
mod regulation;
mod thresholds;

use chrono::NaiveDate;

pub use calendar::{Calendar, add_months};
pub use file::{Expected, Fault, Heading, NotAnAlmanac};
pub use law::Law;
pub use lpr::{Benchmark, Lpr, Published, same_period};
pub use rate::Rate;
pub use regulation::{Regulation, Regulations};
pub use thresholds::{Bounds, Cap, Caps, Industry, Sizes};

use crate::text::Words;

/// A file of the almanac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// The one-year LPR.
    Lpr,
    /// The benchmark lending rate before it.
    Benchmark,
    /// Days off and make-up workdays.
    Holidays,
    /// The versions of the Regulation.
    Regulations,
    /// Caps on deposits.
    Caps,
    /// Sizes of firms.
    Sizes,
}

impl Which {
    /// Every file, in the order they are listed.
    pub const ALL: [Self; 6] = [
        Self::Lpr,
        Self::Benchmark,
        Self::Holidays,
        Self::Regulations,
        Self::Caps,
        Self::Sizes,
    ];

    /// The name its first line has.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lpr => "lpr",
            Self::Benchmark => "benchmark",
            Self::Holidays => "holidays",
            Self::Regulations => "regulations",
            Self::Caps => "caps",
            Self::Sizes => "sizes",
        }
    }

    fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|which| which.name() == name)
    }
}

/// What every table of the almanac is.
pub trait Table: Default {
    /// Which file it is.
    const WHICH: Which;
    /// The file this crate carries.
    const CARRIED: &'static str;

    /// Reads a file, strictly.
    ///
    /// # Errors
    /// At the first line that is not as it should be.
    fn parse(text: &str) -> Result<Self, NotAnAlmanac>;

    /// What the file says of itself.
    fn heading(&self) -> &Heading;

    /// How many facts it holds.
    fn lines(&self) -> usize;

    /// The last day it can be asked about, where there is one.
    fn known_until(&self) -> Option<NaiveDate> {
        self.heading().until
    }

    /// The table this crate carries.
    fn carried() -> Self {
        // INVARIANT: a test reads every carried file.
        Self::parse(Self::CARRIED).unwrap_or_default()
    }
}

/// An answer, and whether the facts reach as far as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<T> {
    /// The answer.
    pub value: T,
    /// Says so where the answer goes past what is known.
    pub beyond: Option<Beyond>,
}

impl<T> Told<T> {
    /// An answer that the facts reach.
    pub const fn certain(value: T) -> Self {
        Self {
            value,
            beyond: None,
        }
    }
}

/// A day was asked about that a file does not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beyond {
    /// The file.
    pub which: Which,
    /// The last day it reaches, or its first where an earlier one was asked about.
    pub edge: NaiveDate,
    /// The first day asked about that it does not reach.
    pub asked: NaiveDate,
}

impl Beyond {
    /// What to tell whoever reads the answer.
    pub fn words(&self) -> Words {
        let Self { which, edge, asked } = self;
        let (zh, en) = match which {
            Which::Holidays => (
                "放假安排尚无数据，按周末推算，请载入新的 holidays.csv 后重算",
                "days off are not known; weekends were taken: load a newer holidays.csv",
            ),
            _ => (
                "利率尚无数据，沿用最近一期，请载入新的数据文件后重算",
                "the rate is not known; the newest one was taken: load a newer file",
            ),
        };
        let (zh_edge, en_edge) = if asked < edge {
            ("始于", "begins on")
        } else {
            ("止于", "ends on")
        };
        let name = which.name();
        Words {
            zh: format!("{asked}：{zh}（{name} 数据{zh_edge}{edge}）"),
            en: format!("{asked}: {en} ({name} {en_edge} {edge})"),
        }
    }
}

/// Every table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Almanac {
    /// The one-year LPR.
    pub lpr: Lpr,
    /// The benchmark lending rate before it.
    pub benchmark: Benchmark,
    /// Days off and make-up workdays.
    pub calendar: Calendar,
    /// The versions of the Regulation.
    pub regulations: Regulations,
    /// Caps on deposits.
    pub caps: Caps,
    /// Sizes of firms.
    pub sizes: Sizes,
}

/// What a table says of itself, for a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About<'a> {
    /// Which file it is.
    pub which: Which,
    /// Its heading.
    pub heading: &'a Heading,
    /// How many facts it holds.
    pub lines: usize,
    /// The last day it can be asked about, where there is one.
    pub known_until: Option<NaiveDate>,
}

impl About<'_> {
    /// Whether a newer file is due on a day: its facts go on, and what is known of them has ended.
    /// The benchmark's have ended for good.
    pub fn is_outdated(&self, today: NaiveDate) -> bool {
        let goes_on = self.which != Which::Benchmark;
        goes_on && self.known_until.is_some_and(|until| until < today)
    }
}

impl Almanac {
    /// The tables this crate carries.
    ///
    /// ```
    /// use arrears_ledger::almanac::Almanac;
    /// let almanac = Almanac::carried();
    /// assert_eq!(almanac.lpr.rows().len(), 86);
    /// ```
    pub fn carried() -> Self {
        Self {
            lpr: Lpr::carried(),
            benchmark: Benchmark::carried(),
            calendar: Calendar::carried(),
            regulations: Regulations::carried(),
            caps: Caps::carried(),
            sizes: Sizes::carried(),
        }
    }

    /// Takes a newer file in place of the one of its name.
    ///
    /// # Errors
    /// At the first line that is not as it should be, and where the file is older than the one in
    /// use; the almanac then stays as it was.
    pub fn load(&mut self, text: &str) -> Result<Which, NotAnAlmanac> {
        let which = file::name(text)?;
        match which {
            Which::Lpr => replace(&mut self.lpr, text),
            Which::Benchmark => replace(&mut self.benchmark, text),
            Which::Holidays => replace(&mut self.calendar, text),
            Which::Regulations => replace(&mut self.regulations, text),
            Which::Caps => replace(&mut self.caps, text),
            Which::Sizes => replace(&mut self.sizes, text),
        }?;
        Ok(which)
    }

    /// What each table says of itself, in the order of [`Which::ALL`].
    pub fn about(&self) -> [About<'_>; 6] {
        [
            about(&self.lpr),
            about(&self.benchmark),
            about(&self.calendar),
            about(&self.regulations),
            about(&self.caps),
            about(&self.sizes),
        ]
    }
}

fn about<T: Table>(table: &T) -> About<'_> {
    About {
        which: T::WHICH,
        heading: table.heading(),
        lines: table.lines(),
        known_until: table.known_until(),
    }
}

fn replace<T: Table>(table: &mut T, text: &str) -> Result<(), NotAnAlmanac> {
    let newer = T::parse(text)?;
    let as_of = table.heading().as_of;
    if newer.heading().as_of < as_of {
        let fault = Fault::Older(as_of);
        return Err(NotAnAlmanac { line: 1, fault });
    }
    *table = newer;
    Ok(())
}
