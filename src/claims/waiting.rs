//! A debt of a ledger → one that waits for its share of a budget.

use crate::calc::allocation::Waiting;
use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::lists::Judicial;

/// The debt as a budget is shared among it and others; `None` while its amount, or whether it is
/// disputed, is not on record.
///
/// ```
/// use arrears_ledger::amount::Unit;
/// use arrears_ledger::claims::waiting::waiting;
/// use arrears_ledger::ledger::{Entry, entry::Field, fields::Record};
/// let mut debt = Entry::default();
/// debt.set(Field::ArrearsAmount, "100", Unit::Yuan);
/// assert!(waiting("1", &debt).is_none());
/// debt.set(Field::Dispute, "无分歧", Unit::Yuan);
/// assert_eq!(waiting("1", &debt).unwrap().payable().fen(), 10_000);
/// ```
pub fn waiting<'a>(id: &'a str, entry: &Entry) -> Option<Waiting<'a>> {
    let open = [
        Judicial::Litigation,
        Judicial::Arbitration,
        Judicial::Judged,
        Judicial::Execution,
    ];
    Some(Waiting {
        id,
        amount: entry.arrears_amount?,
        undisputed: Some(entry.undisputed()?),
        paid: entry.repaid(),
        in_court: entry.judicial.is_some_and(|at| open.contains(&at)),
        due: entry.due_date.map(When::first),
    })
}
