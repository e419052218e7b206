//! The collection of the period before, as a later one compares with it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{County, Point, trend};
use crate::campaign::Campaign;
use crate::date::When;
use crate::ledger::{Before, Ledger};

/// The ledgers that stood in the period before.
#[derive(Debug, Clone, Default)]
pub struct Earlier {
    /// The digest of that collection.
    pub digest: String,
    /// Its period.
    pub period: Option<When>,
    /// The figures of that period and of those before it.
    pub trend: Vec<Point>,
    units: BTreeMap<String, Before>,
    files: BTreeSet<String>,
}

impl Earlier {
    /// Makes a collection one to compare with.
    pub fn of(county: County, campaign: &Campaign) -> Self {
        let digest = county.digest();
        let point = trend::Point::of(&county, campaign);
        let trend = trend::joined(&county.trend, point.as_slice());
        let period = county.period();
        let counted = county.counted(campaign);
        let ledgers = counted.into_iter().map(|one| {
            let ledger: Ledger = one.ledger.into_owned();
            (one.unit.code.clone(), Before::of(ledger))
        });
        let units = ledgers.collect();
        Self {
            digest,
            period,
            trend,
            units,
            files: county.received.into_keys().collect(),
        }
    }

    /// What a unit handed in then.
    pub fn of_unit(&self, code: &str) -> Option<&Before> {
        self.units.get(code)
    }

    /// The units that handed something in then, by their codes.
    pub fn units(&self) -> impl Iterator<Item = (&str, &Before)> {
        self.units
            .iter()
            .map(|(code, before)| (code.as_str(), before))
    }

    /// Whether a file was among those of the period before, by its digest.
    pub fn has_file(&self, digest: &str) -> bool {
        self.files.contains(digest)
    }

    /// The last day those ledgers are counted to.
    pub fn cutoff(&self) -> Option<NaiveDate> {
        let ledgers = self.units.values().map(Before::ledger);
        ledgers.filter_map(|ledger| ledger.header.cutoff_date).max()
    }
}
