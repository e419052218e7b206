//! The tables that rules rest on, by themselves: the module for browsers carries no others.

use std::sync::LazyLock;

use super::{Almanac, Caps, Lpr, Regulations, Table};

/// Dated facts of law that rules rest on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Law {
    /// The versions of the Regulation.
    pub regulations: Regulations,
    /// The one-year LPR.
    pub lpr: Lpr,
    /// Caps on deposits.
    pub caps: Caps,
}

impl Law {
    /// The tables this crate carries, read once.
    ///
    /// ```
    /// use arrears_ledger::almanac::Law;
    /// use chrono::NaiveDate;
    /// let signed = NaiveDate::from_ymd_opt(2022, 3, 1).unwrap();
    /// let version = Law::carried().regulations.on(signed).unwrap();
    /// assert_eq!((version.public_usual, version.large_usual), (30, None));
    /// ```
    pub fn carried() -> &'static Self {
        static CARRIED: LazyLock<Law> = LazyLock::new(|| Law {
            regulations: Regulations::carried(),
            lpr: Lpr::carried(),
            caps: Caps::carried(),
        });
        &CARRIED
    }
}

impl From<Almanac> for Law {
    /// The tables of an almanac that rules rest on: of one with newer files, the newer law.
    fn from(almanac: Almanac) -> Self {
        Self {
            regulations: almanac.regulations,
            lpr: almanac.lpr,
            caps: almanac.caps,
        }
    }
}
