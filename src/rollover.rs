//! A ledger that was handed in → the one that goes on from it: that of the next period, or an
//! amendment of the same, which names the digest of what it amends.

use crate::amount::Unit;
use crate::date::When;
use crate::json::Tree;
use crate::ledger::fields::Record;
use crate::ledger::header::Field;
use crate::ledger::{Header, Ledger};
use crate::read::{Source, read};
use crate::rule::Severity;
use crate::submission::digest_of;

/// How a ledger goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// The first version of the month after.
    NextPeriod,
    /// The next version of the same period.
    Amendment,
}

/// Why a ledger cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOnward {
    /// It is not whole, or its digest is not that of its contents.
    Damaged,
    /// Only what was handed in can be amended.
    NotHandedIn,
    /// It does not say for which month it was.
    NoPeriod,
}

impl NotOnward {
    /// The word programs see.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::NotHandedIn => "not_handed_in",
            Self::NoPeriod => "no_period",
        }
    }
}

/// What the header says of the paper and the day of filling: of another ledger it is another paper.
const OF_THE_PAPER: [Field; 4] = [
    Field::FilledOn,
    Field::Sealed,
    Field::PaperTotal,
    Field::SealRef,
];

/// What it says of the figures of its month.
const OF_THE_MONTH: [Field; 3] = [
    Field::CutoffDate,
    Field::DeclaredCount,
    Field::DeclaredTotal,
];

/// The ledger that goes on from one that was handed in: its debts with their plans, payments and
/// changes, the reasons given for warnings (which hold as long as the values they were given for),
/// and a header that has to be filled in anew where it is about the month, the day or the paper.
///
/// # Errors
/// Says why it cannot: see [`NotOnward`].
///
/// ```
/// use arrears_ledger::rollover::{NotOnward, Onward, onward};
/// let draft = r#"{ "format": "arrears-ledger-draft", "version": 1,
///     "header": { "period": "2022-12", "filler": "李某" }, "entries": [] }"#;
/// let next = onward(draft.as_bytes(), Onward::NextPeriod).unwrap();
/// assert_eq!(next.header.period.unwrap().to_string(), "2023-01");
/// assert_eq!((next.revision, next.previous), (1, None));
/// assert_eq!(onward(draft.as_bytes(), Onward::Amendment), Err(NotOnward::NotHandedIn));
/// ```
pub fn onward(file: &[u8], how: Onward) -> Result<Ledger, NotOnward> {
    let from = read(file);
    let is_sound = from
        .findings
        .iter()
        .all(|one| one.severity != Severity::Error);
    if !from.whole || !is_sound {
        return Err(NotOnward::Damaged);
    }
    let is_handed_in = from.source == Source::Submission;
    let digest = from.digest.filter(|_| is_handed_in);
    if is_handed_in && digest != digest_in(file) {
        return Err(NotOnward::Damaged);
    }
    let mut ledger = from.ledger;
    let header = &mut ledger.header;
    clear(header, &OF_THE_PAPER);
    header.sealed = Some(false);
    match how {
        Onward::NextPeriod => {
            clear(header, &OF_THE_MONTH);
            let period = header.period.ok_or(NotOnward::NoPeriod)?;
            header.period = Some(after(period).ok_or(NotOnward::NoPeriod)?);
            ledger.revision = 1;
            ledger.previous = None;
        }
        Onward::Amendment => {
            ledger.previous = Some(digest.ok_or(NotOnward::NotHandedIn)?);
            ledger.revision = ledger.revision.saturating_add(1);
        }
    }
    Ok(ledger)
}

/// The digest of what a submission holds.
fn digest_in(file: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(file).ok()?;
    let tree = Tree::parse(text.trim_start_matches('\u{feff}')).ok()?;
    Some(digest_of(tree))
}

fn clear(header: &mut Header, fields: &[Field]) {
    for field in fields {
        header.set(*field, "", Unit::Yuan);
    }
}

/// The month after.
fn after(period: When) -> Option<When> {
    let next = period.last().succ_opt()?;
    let (year, month) = (
        chrono::Datelike::year(&next),
        chrono::Datelike::month(&next),
    );
    When::month(year, month)
}
