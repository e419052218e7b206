//! One sheet: its cells as texts, row by row.

use std::io::{Read, Seek};

use calamine::{DataRef, XlsxCellFormulaMetadataRecord, XlsxCellReader, XlsxFormulaMetadata};

use super::number::{day, number};
use super::{Area, Refusal};
use crate::limits;

/// The last row a spreadsheet has.
const LAST_ROW: usize = 1_048_576;

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The texts, row by row, each as long as its last text.
    pub rows: Vec<Vec<String>>,
    /// The merged areas.
    pub merged: Vec<Area>,
    /// Cells whose formula has no result stored in the file: the formula stands in its place. Row
    /// and column count from 0.
    pub uncomputed: Vec<(usize, usize)>,
    /// A row had more cells than are read of one.
    pub too_wide: bool,
}

impl Sheet {
    /// Reads all cells. What a cell shows is what it says: formulas stand for the result stored with
    /// them.
    pub(super) fn read<RS: Read + Seek>(
        mut cells: XlsxCellReader<'_, RS>,
    ) -> Result<Self, Refusal> {
        let mut sheet = Self::default();
        while let Some(cell) = next(&mut cells)? {
            let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
            let (row, column) = (place(cell.pos.0), place(cell.pos.1));
            let text = match (text(cell.value), &cell.formula) {
                (text, Some(formula)) if text.is_empty() => {
                    sheet.uncomputed.push((row, column));
                    format!("={}", formula_text(formula))
                }
                (text, _) => text,
            };
            if !text.is_empty() {
                sheet.put(row, column, text)?;
            }
        }
        Ok(sheet)
    }

    fn put(&mut self, row: usize, column: usize, text: String) -> Result<(), Refusal> {
        if LAST_ROW <= row {
            return Err(Refusal::Damaged);
        }
        if limits::COLUMNS <= column {
            self.too_wide = true;
            return Ok(());
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else {
            return Ok(());
        };
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }
}

fn next<'a, RS: Read + Seek>(
    cells: &mut XlsxCellReader<'a, RS>,
) -> Result<Option<XlsxCellFormulaMetadataRecord<'a>>, Refusal> {
    let cell = cells.next_cell_with_formula_metadata();
    cell.map_err(|_| Refusal::Damaged)
}

fn text(value: DataRef<'_>) -> String {
    match value {
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(value) => number(value),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => text.to_owned(),
        DataRef::Bool(true) => "是".to_owned(),
        DataRef::Bool(false) => "否".to_owned(),
        DataRef::DateTime(value) => day(value),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn formula_text(formula: &XlsxFormulaMetadata) -> &str {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula
        }
        _ => "…",
    }
}
