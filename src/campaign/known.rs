//! The roster's names and codes, as they are looked for: folded once.

use super::ReportUnit;
use crate::hash::mix;
use crate::text::{fold, letters};

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
    /// Which: see [`letters`].
    pub(crate) letters: u64,
    hash: u64,
}

impl Known {
    /// All names, or codes, of a roster, by their hashes; `of` says which of a unit's.
    pub(super) fn all(units: &[ReportUnit], of: fn(&ReportUnit) -> Vec<&str>) -> Vec<Self> {
        let mut all = Vec::new();
        for (unit, one) in units.iter().enumerate() {
            for (name, text) in of(one).into_iter().enumerate() {
                let folded = fold(text).into_owned();
                all.push(Self {
                    unit,
                    name,
                    length: folded.chars().count(),
                    letters: letters(&folded),
                    hash: mix(&folded),
                    folded,
                });
            }
        }
        // Of two alike the one that stands first on the roster stays first.
        all.sort_by_key(|known| known.hash);
        all
    }

    /// The unit that one of them leads to: that which is a folded text.
    pub(super) fn unit<'a>(
        all: &[Self],
        folded: &str,
        units: &'a [ReportUnit],
    ) -> Option<&'a ReportUnit> {
        let hash = mix(folded);
        let (_, behind) = all.split_at(all.partition_point(|known| known.hash < hash));
        let mut alike = behind.iter().take_while(|known| known.hash == hash);
        units.get(alike.find(|known| known.folded == folded)?.unit)
    }

    /// Its place among the unit's names.
    pub(crate) const fn place(&self) -> usize {
        self.name
    }

    /// The unit, and the name as the roster writes it.
    pub(crate) fn of<'a>(&self, units: &'a [ReportUnit]) -> Option<(&'a ReportUnit, &'a str)> {
        let unit = units.get(self.unit)?;
        Some((unit, unit.names().nth(self.name)?))
    }
}
