//! Findings with their identity, and the reasons people gave for warnings.

mod answers;
mod difference;
mod groups;
mod identity;
mod kept;
mod read_out;
mod renamed;
mod shift;
mod standing;

pub use answers::values;
pub use difference::Difference;
pub use shift::Taken;
pub use standing::{Edited, Lifted, Standing};

use crate::campaign::Context;
use crate::ledger::Ledger;
use crate::rule::{Finding, Severity};
use crate::rules;
use answers::Answers;
use identity::{Numbers, id};

/// A finding, named so that it can be pointed at again, and its reason where it was confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    /// `code|debt|place`: stays the same while the debt, the rule and the place do.
    pub id: String,
    /// What was found.
    pub finding: Finding,
    /// The debt's id, or nothing for the ledger as a whole.
    pub debt_id: String,
    /// Why somebody confirmed the warning.
    pub reason: Option<String>,
}

/// How many findings of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings nobody has answered for.
    pub warnings: usize,
    /// Notices.
    pub notices: usize,
    /// Warnings confirmed with a reason.
    pub confirmed: usize,
}

impl Counts {
    /// Counts one more finding, confirmed or not.
    pub fn add(&mut self, severity: Severity, is_confirmed: bool) {
        *self.of(severity, is_confirmed) += 1;
    }

    /// Counts one finding less.
    pub fn take(&mut self, severity: Severity, is_confirmed: bool) {
        *self.of(severity, is_confirmed) -= 1;
    }

    const fn of(&mut self, severity: Severity, is_confirmed: bool) -> &mut usize {
        match (severity, is_confirmed) {
            (Severity::Error, _) => &mut self.errors,
            (Severity::Warning, false) => &mut self.warnings,
            (Severity::Warning, true) => &mut self.confirmed,
            (Severity::Notice, _) => &mut self.notices,
        }
    }

    /// Whether a submission may be written.
    pub const fn is_ready(self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

/// Asks every rule and matches the ledger's confirmations.
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::ledger::Ledger;
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
/// let told = arrears_ledger::review::review(&Ledger::default(), &Context::new(&campaign, today));
/// assert!(told.iter().all(|one| one.reason.is_none()), "nobody has confirmed anything");
/// ```
pub fn review(ledger: &Ledger, context: &Context<'_>) -> Vec<Reviewed> {
    name(rules::check(ledger, context), ledger)
}

/// Names findings, which come sorted, and matches the ledger's confirmations.
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::ledger::Ledger;
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
/// use arrears_ledger::{review, rules};
/// let ledger = Ledger::default();
/// let found = rules::check(&ledger, &Context::new(&campaign, today));
/// assert_eq!(review::name(found.clone(), &ledger).len(), found.len());
/// ```
pub fn name(findings: Vec<Finding>, ledger: &Ledger) -> Vec<Reviewed> {
    let answers = Answers::of(&ledger.confirmations);
    let numbers = Numbers::of(ledger);
    let mut reviewed: Vec<Reviewed> = Vec::new();
    let mut nth = 1;
    for finding in findings {
        // The same place twice stands side by side.
        let is_again = reviewed.last().is_some_and(|last| {
            let last = &last.finding;
            last.at == finding.at && last.rule.code == finding.rule.code
        });
        nth = if is_again { nth + 1 } else { 1 };
        let answer = answers.to(ledger, &finding);
        let reason = answer.and_then(|answer| ledger.confirmations.get(answer));
        reviewed.push(Reviewed {
            id: id(ledger, &numbers, &finding, nth),
            debt_id: identity::debt(ledger, finding.at).into_owned(),
            reason: reason.map(|one| one.reason.clone()),
            finding,
        });
    }
    reviewed
}

/// Counts findings by what they ask.
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::ledger::Ledger;
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
/// use arrears_ledger::review::{count, review};
/// let counts = count(&review(&Ledger::default(), &Context::new(&campaign, today)));
/// assert!(0 < counts.errors && !counts.is_ready());
/// ```
pub fn count(reviewed: &[Reviewed]) -> Counts {
    let mut counts = Counts::default();
    for one in reviewed {
        counts.add(one.finding.severity, one.reason.is_some());
    }
    counts
}
