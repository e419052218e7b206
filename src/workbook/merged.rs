//! Cells merged with their neighbours: one text for an area.

use calamine::Dimensions;

/// An area of merged cells; rows and columns count from 0, and the last are part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: usize,
    /// The last row.
    pub bottom: usize,
    /// The first column.
    pub left: usize,
    /// The last column.
    pub right: usize,
}

impl Area {
    pub(super) fn of(area: &Dimensions) -> Option<Self> {
        let at = |number: u32| usize::try_from(number).ok();
        Some(Self {
            top: at(area.start.0)?,
            bottom: at(area.end.0)?,
            left: at(area.start.1)?,
            right: at(area.end.1)?,
        })
    }

    /// Whether the cell is in it.
    pub const fn holds(&self, row: usize, column: usize) -> bool {
        self.top <= row && row <= self.bottom && self.left <= column && column <= self.right
    }
}
