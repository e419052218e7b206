//! The roster's names in use, as they are looked for: folded once, each with the letters it has.

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
    letters: Letters,
}

/// Which letters a text has, a bit for many of them: what has none of a letter's bits has not the
/// letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters(u64);

impl Letters {
    pub(crate) fn of(text: &str) -> Self {
        let bit = |letter: char| 1 << (u32::from(letter) % 64);
        Self(text.chars().map(bit).fold(0, |all, bit: u64| all | bit))
    }

    /// Whether a text of these letters may have all of others.
    const fn may_have(self, others: Self) -> bool {
        others.0 & !self.0 == 0
    }
}

impl Known {
    /// All names of a roster.
    pub(super) fn all(units: &[ReportUnit]) -> Vec<Self> {
        let of = |(unit, one): (usize, &ReportUnit)| -> Vec<Self> {
            let known = |(name, text)| {
                let folded = fold(text);
                let letters = Letters::of(&folded);
                Self {
                    unit,
                    name,
                    folded,
                    letters,
                }
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

    /// Whether all letters of a folded text may stand in the name.
    pub(crate) fn may_hold(&self, text: &str, letters: Letters) -> bool {
        text.len() <= self.folded.len() && self.letters.may_have(letters)
    }

    /// Whether all letters of the name may stand in a text.
    pub(crate) const fn may_stand_in(&self, letters: Letters) -> bool {
        letters.may_have(self.letters)
    }
}
