//! A workbook, opened.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

use super::{Area, Refusal, Sheet, guard};

/// A sheet by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInfo {
    /// What its tab says.
    pub name: String,
    /// Whether the program hides it.
    pub hidden: bool,
}

/// An opened workbook.
pub struct Book {
    inner: Xlsx<Cursor<Vec<u8>>>,
    sheets: Vec<SheetInfo>,
    /// Finding what is merged takes reading a sheet once more.
    may_be_merged: bool,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Book")
            .field("sheets", &self.sheets)
            .finish_non_exhaustive()
    }
}

impl Book {
    /// Opens a workbook, unless it is one to keep away from.
    ///
    /// # Errors
    /// Says why it is not opened.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let may_be_merged = guard::check(&bytes)?;
        let inner =
            unless_it_panics(|| Xlsx::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged))?;
        let tables = inner.sheets_metadata().iter();
        let sheets = tables
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| SheetInfo {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect();
        Ok(Self {
            inner,
            sheets,
            may_be_merged,
        })
    }

    /// Its sheets with cells, in their order.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// What a name stands for in it.
    pub fn defined(&self, name: &str) -> Option<&str> {
        let defined = self.inner.defined_names().iter();
        let mut named = defined.filter(|(own, _)| own == name);
        named
            .next()
            .map(|(_, formula)| formula.trim_start_matches('='))
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// When there is no such sheet, or it cannot be read to its end.
    pub fn sheet(&mut self, index: usize) -> Result<Sheet, Refusal> {
        let name = &self.sheets.get(index).ok_or(Refusal::Damaged)?.name;
        let inner = &mut self.inner;
        unless_it_panics(|| {
            let cells = inner
                .worksheet_cells_reader(name)
                .map_err(|_| Refusal::Damaged)?;
            let mut sheet = Sheet::read(cells)?;
            if self.may_be_merged {
                // Where they cannot be read, the texts still stand in their first cells.
                let areas = inner.merge_cells_by_sheet_name(name).unwrap_or_default();
                sheet.merged = areas.iter().filter_map(Area::of).collect();
            }
            Ok(sheet)
        })
    }
}

/// calamine adds and indexes unchecked in places: a damaged file is no reason to stop the program
/// that was handed it.
fn unless_it_panics<T>(work: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Refusal::Damaged))
}
