//! The roster's names and codes, as they are looked for: folded once.

use super::ReportUnit;
use crate::hash::mix;
use crate::text::fold;

/// A name of the roster, or a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// Which of the roster's units has it.
    unit: usize,
    /// Which of the unit's names it is.
    name: usize,
    /// The name, folded.
    pub(crate) folded: String,
    /// How many letters that has.
    pub(crate) length: usize,
    hash: u64,
}

impl Known {
    /// All names, or codes, of a roster; `of` says which of a unit's.
    pub(super) fn all(units: &[ReportUnit], of: fn(&ReportUnit) -> Vec<&str>) -> Vec<Self> {
        let mut all = Vec::new();
        for (unit, one) in units.iter().enumerate() {
            for (name, text) in of(one).into_iter().enumerate() {
                let folded = fold(text).into_owned();
                all.push(Self {
                    unit,
                    name,
                    length: folded.chars().count(),
                    hash: mix(&folded),
                    folded,
                });
            }
        }
        all
    }

    /// The unit that one of them leads to: that which is a folded text.
    pub(super) fn unit<'a>(
        all: &[Self],
        folded: &str,
        units: &'a [ReportUnit],
    ) -> Option<&'a ReportUnit> {
        let hash = mix(folded);
        let is_it = |known: &&Self| known.hash == hash && known.folded == folded;
        units.get(all.iter().find(is_it)?.unit)
    }

    /// The unit, and the name as the roster writes it.
    pub(crate) fn of<'a>(&self, units: &'a [ReportUnit]) -> Option<(&'a ReportUnit, &'a str)> {
        let unit = units.get(self.unit)?;
        Some((unit, unit.names().nth(self.name)?))
    }
}
