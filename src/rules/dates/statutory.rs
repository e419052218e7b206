//! A debt → the delivery from which the Regulation's terms of payment run (条例8).

use chrono::Days;

use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::lists::MoneyKind;
use crate::rule::Around;

/// The term where the contract names none.
pub(super) const USUAL: Days = Days::new(30);

/// The longest term a contract may name.
pub(super) const LONGEST: Days = Days::new(60);

/// The delivery to a public body under a contract of the Regulation's time; `None` where its
/// terms do not apply, or that cannot be told. Deposits follow the contract (条例12).
pub(super) fn delivery(entry: &Entry, around: &Around<'_>) -> Option<When> {
    let in_force = around.context.campaign.regulation.in_force;
    let applies = entry.debtor_type?.is_public_body()
        && in_force <= entry.sign_date?
        && entry.money_kind != Some(MoneyKind::Deposit);
    entry.delivered_on.filter(|_| applies)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::almanac::{Regulations, Table};

    #[test]
    fn the_terms_are_those_of_every_version() {
        for version in Regulations::carried().versions() {
            let days = |days: u32| Days::new(u64::from(days));
            assert_eq!(days(version.public_usual), USUAL, "{}", version.version);
            assert_eq!(days(version.public_longest), LONGEST, "{}", version.version);
        }
    }
}
