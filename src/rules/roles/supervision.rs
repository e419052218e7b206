//! A debt's list of supervisors → whom the matrix demands and the list leaves out.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, Rule};
use crate::rules::roster::is_meant;
use crate::text::{join, split};

const COMMAS: [char; 8] = ['、', '，', ',', '；', ';', '/', '\n', ' '];

/// What a rule finds of the lines of the matrix it speaks for. A blank list is worked out, so
/// nothing is missing from it.
pub(super) fn left_out(
    rule: &Rule,
    entry: &Entry,
    around: &Around<'_>,
    find: fn(Field, (&str,)) -> Finding,
) -> Option<Finding> {
    let typed = entry.supervisors.as_ref()?.as_str();
    let campaign = around.context.campaign;
    let named = split(typed, &COMMAS);
    let mut bodies = campaign.supervisors_of_rule(rule.code, entry, around.header);
    bodies.retain(|body| !named.iter().any(|name| is_meant(campaign, name, body)));
    if bodies.is_empty() {
        return None;
    }
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let missing = join(&bodies, "、");
    let instead = join(&[typed.trim_end(), missing.as_str()], "、");
    Some(find(Field::Supervisors, (&missing,)).instead(Some(instead)))
}
