//! A spreadsheet program that the workbooks we write are opened and saved with.

use super::apt;
use crate::failure::Outcome;
use crate::run::find;

/// `LibreOffice` is there, without its windows.
pub(crate) fn office_suite() -> Outcome<()> {
    if find("soffice").is_none() {
        apt::install(
            &["libreoffice-calc-nogui"],
            "LibreOffice, which workbooks are tried with (half a gigabyte),",
        )?;
    }
    Ok(())
}
