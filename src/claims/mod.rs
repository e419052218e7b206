//! A debt of a ledger as calculations take it: its interest, its balance, the time to sue for it.
//!
//! What the ledger does not say is asked for, and what had to be read into it is told with the
//! answer; nothing is chosen in anybody's place.

pub mod apply;
pub mod basis;
pub mod budget;
pub mod interest;
pub mod limitation;
pub mod payments;
pub mod plan;
mod words;

use std::borrow::Cow;

use crate::ledger::lists::Judicial;
use crate::ledger::{Entry, Ledger};

/// Where a court or an arbitrator has a debt, whose decision counts.
pub(crate) const COURT: [Judicial; 4] = [
    Judicial::Litigation,
    Judicial::Arbitration,
    Judicial::Judged,
    Judicial::Execution,
];

/// What a debt is called by: its number, or its row (`#3`) while it has none.
pub fn name(row: usize, entry: &Entry) -> Cow<'_, str> {
    match &entry.debt_id {
        Some(id) => Cow::Borrowed(id.as_str()),
        None => Cow::Owned(format!("#{}", row.saturating_add(1))),
    }
}

/// The debt of a number, or of a row where it has none.
///
/// ```
/// use arrears_ledger::{claims, read};
/// let sheet = "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t100\n甲\t丙\t200\n";
/// let ledger = read::read(sheet.as_bytes()).ledger;
/// let (row, debt) = claims::find(&ledger, "#2").unwrap();
/// assert_eq!((row, debt.arrears_amount.unwrap().fen()), (1, 20_000));
/// ```
pub fn find<'a>(ledger: &'a Ledger, id: &str) -> Option<(usize, &'a Entry)> {
    let mut rows = ledger.entries.iter().enumerate();
    rows.find(|(row, entry)| name(*row, entry) == id.trim())
}
