//! A debt → the unit of the roster that should report it.

use crate::campaign::{Campaign, ReportUnit};
use crate::ledger::Entry;
use crate::ledger::cell::Line;
use crate::ledger::entry::Field;
use crate::ledger::lists::DebtorChannel;
use crate::rules::roster;

/// The unit that should report a debt, and the column that says so: the township or zone it belongs
/// to, or the department that owes or whose institution owes. `None` for firms, which belong to no
/// unit, and where it cannot be told. A debt without a channel belongs to whomever it names.
pub(super) fn owner<'a>(campaign: &'a Campaign, entry: &Entry) -> Option<(Field, &'a ReportUnit)> {
    match entry.debtor_channel {
        Some(DebtorChannel::Township | DebtorChannel::DevZone) => by_place(campaign, entry),
        Some(DebtorChannel::CountyDepartment) => by_name(campaign, entry),
        Some(_) => None,
        None => by_name(campaign, entry).or_else(|| by_place(campaign, entry)),
    }
}

fn by_place<'a>(campaign: &'a Campaign, entry: &Entry) -> Option<(Field, &'a ReportUnit)> {
    let place = entry.debtor_area_code.as_ref()?.as_str();
    Some((Field::DebtorAreaCode, roster::place(campaign, place)?))
}

fn by_name<'a>(campaign: &'a Campaign, entry: &Entry) -> Option<(Field, &'a ReportUnit)> {
    let debtor = entry.debtor_name.as_ref().map(Line::as_str);
    let parent = entry.debtor_parent.as_ref().map(Line::as_str);
    [(Field::DebtorName, debtor), (Field::DebtorParent, parent)]
        .into_iter()
        .find_map(|(field, name)| Some((field, campaign.find(name?)?)))
}
