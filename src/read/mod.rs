//! Files and pasted text → ledger. Reading never fails: what cannot be read is kept as it stands
//! and said.

mod delimited;
pub(crate) mod faults;
mod json;
mod record;
mod table;
#[cfg(feature = "workbook")]
pub mod workbook;

#[cfg(feature = "workbook")]
pub(crate) use delimited::is_computed;
pub use delimited::{split, split_at};
pub use json::read_json;
pub use table::{Mapping, map_columns, read_table};
pub(crate) use table::{read_rows, remapped};
#[cfg(feature = "workbook")]
pub(crate) use workbook::layout;

use std::ops::Range;

use crate::ledger::Ledger;
use crate::limits;
use crate::rule::{Finding, Rule};

/// The `format` member of a submission file.
pub const SUBMISSION: &str = "arrears-ledger-submission";
/// The `format` member of a draft.
pub const DRAFT: &str = "arrears-ledger-draft";
/// The version of both formats.
pub const VERSION: i64 = 1;

/// The rules a reader reports by.
pub const RULES: &[&Rule] = faults::RULES;

/// What a file was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A submission.
    Submission,
    /// A draft.
    Draft,
    /// A sheet: rows without a header.
    Sheet,
    /// One debt by itself: a line of a stream.
    Debt,
}

impl Source {
    /// Whether it has no header, and no campaign of its own.
    pub const fn is_bare(self) -> bool {
        matches!(self, Self::Sheet | Self::Debt)
    }
}

/// A ledger, and what was wrong with the file it came from.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What could be read.
    pub ledger: Ledger,
    /// What the reader has to say; what the cells hold is for the rules to say.
    pub findings: Vec<Finding>,
    /// What the file was.
    pub source: Source,
    /// The digest the file states.
    pub digest: Option<String>,
    /// Of a text that is canonical as it stands, the bytes its digest leaves out: the member that
    /// states it. They are counted behind a byte order mark.
    pub unsealed: Option<Range<usize>>,
    /// The campaign's columns a sheet was mapped to.
    pub mapping: Option<Mapping>,
    /// Whether the file was read to its end as one of ours. When not, the ledger is what could be
    /// saved from it.
    pub whole: bool,
}

impl Reading {
    fn refused(source: Source, finding: Finding) -> Self {
        Self {
            ledger: Ledger::default(),
            findings: vec![finding],
            source,
            digest: None,
            unsealed: None,
            mapping: None,
            whole: false,
        }
    }
}

/// Reads a file by its bytes: JSON when it starts like JSON, a workbook where the crate was built to
/// read them, else a sheet of cells parted by tabs or commas.
///
/// ```
/// use arrears_ledger::read::{read, Source};
/// let reading = read("欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t100\n".as_bytes());
/// assert_eq!(reading.source, Source::Sheet);
/// assert_eq!(reading.ledger.entries.len(), 1);
/// ```
pub fn read(bytes: &[u8]) -> Reading {
    if limits::FILE_BYTES < bytes.len() {
        return Reading::refused(Source::Sheet, faults::too_large());
    }
    #[cfg(feature = "workbook")]
    if crate::workbook::is_workbook(bytes) {
        return workbook::read_workbook(bytes);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(_) if bytes.starts_with(b"PK") => {
            return Reading::refused(Source::Sheet, faults::workbook());
        }
        Err(why) => return Reading::refused(Source::Sheet, faults::not_text(why.valid_up_to())),
    };
    match text.trim_start().chars().next() {
        None => Reading::refused(Source::Sheet, faults::empty()),
        Some('{' | '[') => read_json(text),
        Some(_) => read_table(text, None),
    }
}

/// Reads what a unit handed in before, to compare with: a submission or a draft. A sheet will not
/// do, since its debts have no numbers by which to find them again.
///
/// ```
/// use arrears_ledger::read::read_before;
/// assert!(!read_before("欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,100\n".as_bytes()).whole);
/// ```
pub fn read_before(bytes: &[u8]) -> Reading {
    let reading = read(bytes);
    if reading.whole && reading.source == Source::Sheet {
        return Reading::refused(Source::Sheet, faults::other_format("sheet"));
    }
    reading
}
