//! Workbooks of spreadsheet programs → sheets of texts. Nothing is known here of ledgers.
//!
//! A workbook is somebody else's program as much as it is data: what unpacks to more than it should,
//! runs code or reaches out to other files is refused before a cell of it is read.

mod book;
mod guard;
mod merged;
mod number;
mod places;
mod refusal;
mod sheet;

pub use book::{Book, SheetInfo};
pub use merged::Area;
pub use refusal::Refusal;
pub use sheet::Sheet;

/// Whether bytes look like a workbook, of any kind: an archive, or the container older ones are in.
///
/// ```
/// assert!(arrears_ledger::workbook::is_workbook(b"PK\x03\x04"));
/// assert!(!arrears_ledger::workbook::is_workbook("欠款单位,被拖欠企业".as_bytes()));
/// ```
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(guard::COMPOUND)
}
