//! S-08: the campaign is about private firms, and the creditor is none. Campaigns about firms of
//! any ownership do not ask. A creditor that is no firm at all is S-01's.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::{Ownership, Size};
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::text::Text;

rule! {
    "企业所有制不在口径内", "creditor's ownership out of scope"
    (ownership: Text)
    code: "S-08", severity: Warning, check: [Entry(check)],
    reads: [Entry: CreditorOwnership, CreditorSize],
    switch: off [],
    basis: "T13",
    message: "被拖欠企业为“{ownership}”，本期口径为民营企业，请核对", "the creditor is “{ownership}”, and this campaign is about private firms",
    repair: "核对企业所有制；口径以专项行动方案为准，确应列入的说明后确认", "check who owns the firm, or confirm that the notice includes it",
    fails: r#"{ "creditor_ownership": "state" }"#,
    passes: r#"{ "creditor_ownership": "private" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let ownership = entry.creditor_ownership?;
    let is_private = match ownership {
        Ownership::State | Ownership::Individual => false,
        Ownership::Private | Ownership::Collective | Ownership::Foreign => true,
    };
    let is_firm = entry.creditor_size != Some(Size::NotAnEnterprise);
    let label = ownership.choice().label();
    (!is_private && is_firm).then(|| finding(Field::CreditorOwnership, (label,)))
}
