//! What an accepted file leaves to be asked: how it follows the period before, and the warnings its
//! unit has not answered for.

use super::{Counted, Earlier, Told};
use crate::almanac::Law;
use crate::campaign::{Campaign, Context, ReportUnit};
use crate::review;
use crate::rule::{Rule, Severity};
use crate::rules;

use super::examine::told;

/// Something to ask a unit about.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The unit.
    pub unit: &'a ReportUnit,
    /// Whether it is an error, not a warning.
    pub is_error: bool,
    /// The debt's number; nothing for the ledger as a whole.
    pub debt_id: String,
    /// What is wrong.
    pub told: Told,
}

/// The rules about what became of debts since the period before.
fn is_of_follow_up(rule: &Rule) -> bool {
    rule.code.starts_with("T-")
}

fn is_any(_: &Rule) -> bool {
    true
}

/// What to ask the units about: of each, errors and open warnings. A file that had open warnings
/// when it was accepted is asked by every rule, others only how they follow the period before.
pub fn questions<'a>(
    counted: &[Counted<'a>],
    campaign: &Campaign,
    earlier: Option<&Earlier>,
    law: &Law,
) -> Vec<Question<'a>> {
    let mut all = Vec::new();
    for one in counted {
        let before = earlier.and_then(|earlier| earlier.of_unit(&one.unit.code));
        let is_open = 0 < one.received.counts.warnings;
        let wanted: fn(&Rule) -> bool = match (before, is_open) {
            (None, false) => continue,
            (_, true) => is_any,
            (Some(_), false) => is_of_follow_up,
        };
        let ledger = &one.received.ledger;
        let day = ledger.header.filled_on.unwrap_or(one.received.received_on);
        let context = Context {
            before,
            law,
            ..Context::new(campaign, day)
        };
        let mut findings = rules::ask(ledger, &context, wanted);
        rules::sort(&mut findings);
        for found in review::name(findings, ledger) {
            let severity = found.finding.severity;
            if severity == Severity::Notice || found.reason.is_some() {
                continue;
            }
            all.push(Question {
                unit: one.unit,
                is_error: severity == Severity::Error,
                debt_id: found.debt_id.clone(),
                told: told(&found, ledger.header.unit()),
            });
        }
    }
    all
}
