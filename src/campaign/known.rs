//! The roster's names in use, as they are looked for: folded once.

use super::ReportUnit;
use crate::text::fold;

/// A name of the roster in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// Which of the roster's units has it.
    unit: usize,
    /// Which of the unit's names it is.
    name: usize,
    /// The name, folded.
    pub(crate) folded: String,
}

impl Known {
    /// All names of a roster.
    pub(super) fn all(units: &[ReportUnit]) -> Vec<Self> {
        let of = |(unit, one): (usize, &ReportUnit)| -> Vec<Self> {
            let known = |(name, text)| {
                let folded = fold(text);
                Self { unit, name, folded }
            };
            one.names().enumerate().map(known).collect()
        };
        units.iter().enumerate().flat_map(of).collect()
    }

    /// The unit, and the name as the roster writes it.
    pub(crate) fn of<'a>(&self, units: &'a [ReportUnit]) -> Option<(&'a ReportUnit, &'a str)> {
        let unit = units.get(self.unit)?;
        Some((unit, unit.names().nth(self.name)?))
    }
}
