//! A ledger → workbooks and sheets of text, for people to work on in spreadsheet programs; and the
//! template they fill in. What is written here is read back as it was, cell by cell.

mod columns;
mod delimited;
mod findings;
mod help;
mod ledger;
mod lists;
mod looks;
mod parts;
mod template;

pub(crate) use delimited::rows_as_text;
pub use delimited::{Encoding, delimited, encoded};
pub(crate) use ledger::new;
pub use ledger::{Book, workbook};
pub(crate) use looks::{Looks, excel_day};
pub use template::template;

/// Why a workbook could not be written: a fault of ours, in the writer's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritten(pub String);

impl std::fmt::Display for Unwritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritten {}

impl From<rust_xlsxwriter::XlsxError> for Unwritten {
    fn from(why: rust_xlsxwriter::XlsxError) -> Self {
        Self(why.to_string())
    }
}
