//! The tables that rules rest on, by themselves: the module for browsers carries no others.

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
use std::sync::LazyLock;

#[cfg(all(target_family = "wasm", not(feature = "whole")))]
use super::fixed::LAW as CARRIED;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
use super::{Almanac, Table};
use super::{Caps, Lpr, Regulations};

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

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
static CARRIED: LazyLock<Law> = LazyLock::new(|| Law {
    regulations: Regulations::carried(),
    lpr: Lpr::carried(),
    caps: Caps::carried(),
});

impl Law {
    /// The tables this crate carries, read once: by the module for browsers, while it is compiled.
    ///
    /// ```
    /// use arrears_ledger::almanac::Law;
    /// use chrono::NaiveDate;
    /// let signed = NaiveDate::from_ymd_opt(2022, 3, 1).unwrap();
    /// let version = Law::carried().regulations.on(signed).unwrap();
    /// assert_eq!((version.public_usual, version.large_usual), (30, None));
    /// ```
    pub fn carried() -> &'static Self {
        &CARRIED
    }
}

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
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
