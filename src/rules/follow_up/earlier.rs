//! The ledger before, as far as rules may compare with it, and what the change log says of it.

use crate::campaign::Context;
use crate::date::When;
use crate::ledger::change::Change;
use crate::ledger::entry::Field;
use crate::ledger::{Before, Entry, Header};
use crate::rule::Around;

/// The ledger before; `None` where there is none, or where it is another unit's (T-19).
pub(super) fn before<'a>(header: &Header, context: &Context<'a>) -> Option<&'a Before> {
    let before = context.before?;
    let (own, its) = (
        &header.report_unit_code,
        &before.ledger().header.report_unit_code,
    );
    let is_other = own.is_some() && its.is_some() && own != its;
    (!is_other).then_some(before)
}

/// The debt as it was before.
pub(super) fn earlier<'a>(entry: &Entry, around: &Around<'a>) -> Option<&'a Entry> {
    before(around.header, around.context)?.same(entry)
}

/// The ledger before, of a debt it has not. Where one of its debts has no number, or the debt
/// itself has none, nothing can be told.
pub(super) fn lacks<'a>(entry: &Entry, around: &Around<'a>) -> Option<&'a Before> {
    let before = before(around.header, around.context)?;
    let is_new = entry.debt_id.is_some() && before.is_numbered() && before.same(entry).is_none();
    is_new.then_some(before)
}

/// Whether a change belongs to the period reported.
pub(super) fn is_of_period(change: &Change, header: &Header) -> bool {
    let meets =
        |(one, other): (When, When)| one.first() <= other.last() && other.first() <= one.last();
    change.period.zip(header.period).is_some_and(meets)
}

/// Whether the change log of this period gives a reason for a column's change.
pub(super) fn is_on_record(entry: &Entry, field: Field, around: &Around<'_>) -> bool {
    entry.changes.iter().any(|change| {
        change.field == Some(field)
            && change.reason.is_some()
            && is_of_period(change, around.header)
    })
}
