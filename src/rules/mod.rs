//! Ledger → findings. Each rule is one file; this one lists them and asks them.

mod amounts;
mod asked;
mod cells;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod collection;
mod dates;
mod duplicates;
mod follow_up;
mod formats;
mod gathered;
mod header;
mod key;
mod owner;
mod plans;
mod regulation;
mod required;
mod roles;
mod roster;
mod scope;

/// What explains a value is what the rules about it go by.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use cells::{bucket, last_paid};
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use dates::{Due, due};
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use follow_up::overdue;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use plans::unplanned;

use crate::campaign::Context;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
use crate::campaign::{Campaign, ReportUnit};
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
use crate::collection::Collection;
use crate::ledger::{Entry, Ledger, Sums};
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
use crate::rule::Placed;
use crate::rule::{Around, Check, Finding, Rows, Rule, Tally};
use crate::text::Text;

pub use asked::{Asked, Part};

/// The rules by their topics, in the order of the handbook.
const TOPICS: &[&[&Rule]] = &[
    cells::RULES,
    header::RULES,
    required::RULES,
    formats::RULES,
    amounts::RULES,
    dates::RULES,
    scope::RULES,
    roles::RULES,
    plans::RULES,
    follow_up::RULES,
    duplicates::RULES,
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    collection::RULES,
];

/// Every rule asked of a ledger, in the order of the handbook.
///
/// ```
/// let mut rules = arrears_ledger::rules::all();
/// let wan = rules.find(|rule| rule.code == "A-10").unwrap();
/// assert!(!wan.basis().is_empty());
/// ```
pub fn all() -> impl Iterator<Item = &'static Rule> {
    TOPICS.iter().copied().flatten().copied()
}

/// Codes of the published list that no rule here asks, and why; they are never given to another.
pub const NOT_ASKED: &[(&str, Text)] = &[
    (
        "A-04",
        Text {
            zh: "与A-03是同一比较，只是从另一栏看，由A-03提示",
            en: "the comparison of A-03 seen from the other cell; A-03 speaks",
        },
    ),
    (
        "F-01",
        Text {
            zh: "信用代码位数或字符不符的，由C-02说明原因",
            en: "a credit code of another length or alphabet is told by C-02, with its reason",
        },
    ),
    (
        "F-08",
        Text {
            zh: "读不出的日期由C-02说明原因",
            en: "a date that cannot be read is told by C-02, with its reason",
        },
    ),
    (
        "F-09",
        Text {
            zh: "读不出的金额由C-02说明原因",
            en: "an amount that cannot be read is told by C-02, with its reason",
        },
    ),
    (
        "F-10",
        Text {
            zh: "小数位数超过1分的，由C-02说明原因",
            en: "decimals below one fen are told by C-02, with their reason",
        },
    ),
];

/// Asks every rule of the campaign, of every debt. Never fails; the order of the findings is the
/// order of the sheet, then of the columns, then of the codes.
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::ledger::Ledger;
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
/// let found = arrears_ledger::rules::check(&Ledger::default(), &Context::new(&campaign, today));
/// assert!(found.iter().all(|finding| finding.rule.code != "J-01"), "that is the reader's");
/// assert!(found.iter().any(|finding| finding.at.pointer() == "/header/period"));
/// ```
pub fn check(ledger: &Ledger, context: &Context<'_>) -> Vec<Finding> {
    ask(ledger, context, |_| true)
}

/// Room for the checks of all rules: a stream of debts asks them debt by debt.
const CHECKS: usize = 256;

/// Asks only some of the rules [`check`] asks; it finds of them what that finds.
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::ledger::Ledger;
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 12).unwrap();
/// let context = Context::new(&campaign, today);
/// let blank = arrears_ledger::rules::ask(&Ledger::default(), &context, |rule| rule.code == "C-01");
/// assert!(blank.iter().all(|finding| finding.rule.code == "C-01") && !blank.is_empty());
/// ```
pub fn ask(ledger: &Ledger, context: &Context<'_>, is_wanted: fn(&Rule) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut checks: Vec<&Check> = Vec::with_capacity(CHECKS);
    for rule in TOPICS.iter().copied().flatten() {
        if rule.is_asked(context.campaign) && is_wanted(rule) {
            checks.extend(rule.checks);
        }
    }
    for (row, entry) in ledger.entries.iter().enumerate() {
        check_entry(
            &checks,
            entry,
            row,
            &Around {
                header: &ledger.header,
                context,
            },
            &mut findings,
        );
    }
    let sums = Sums::of(ledger);
    for check in &checks {
        match **check {
            Check::Ledger(check) => findings.extend(check(ledger, &sums, context)),
            Check::Tally { of, told } => findings.extend(tallied(of, told, ledger, context)),
            _ => {}
        }
    }
    gathered::check_groups(ledger, &checks, &mut findings);
    sort(&mut findings);
    findings
}

/// The unit of the roster that a debt belongs to; see G-04.
///
/// ```
/// use arrears_ledger::amount::Unit;
/// use arrears_ledger::campaign::Campaign;
/// use arrears_ledger::ledger::{Entry, entry::Field, fields::Record};
/// let mut debt = Entry::default();
/// debt.set(Field::DebtorName, "龙泉乡人民政府", Unit::Yuan);
/// let campaign = Campaign::yexian_2022();
/// let unit = arrears_ledger::rules::owner(&campaign, &debt);
/// assert_eq!(unit.unwrap().name, "龙泉乡");
/// ```
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub fn owner<'a>(campaign: &'a Campaign, entry: &Entry) -> Option<&'a ReportUnit> {
    owner::owner(campaign, entry).map(|(_, unit)| unit)
}

/// Asks the rules that compare the ledgers of many units with each other, with those of the period
/// before, and with what others say of them. Never fails; the order is that of the ledgers, what is
/// about none of them first.
///
/// ```
/// use arrears_ledger::campaign::{Campaign, Context};
/// use arrears_ledger::collection::Collection;
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 14).unwrap();
/// let told = arrears_ledger::rules::check_collection(&Collection::default(), &Context::new(&campaign, today));
/// assert_eq!(told.len(), campaign.units.len(), "nobody has reported, and yesterday was the last day");
/// ```
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub fn check_collection(collection: &Collection<'_>, context: &Context<'_>) -> Vec<Placed> {
    let mut told = Vec::new();
    for rule in all().filter(|rule| rule.is_asked(context.campaign)) {
        for check in rule.checks {
            if let Check::Collection(check) = check {
                told.extend(check(collection, context));
            }
        }
    }
    told.sort_by(|a: &Placed, b: &Placed| {
        let place = |one: &Placed| (one.ledger, one.finding.at, one.finding.rule.code);
        place(a).cmp(&place(b))
    });
    told
}

/// Puts findings in the order in which people work through them.
///
/// ```
/// let sheet = "欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,约5\n丙,丁,约6\n".as_bytes();
/// let mut findings = arrears_ledger::read::read(sheet).findings;
/// arrears_ledger::rules::sort(&mut findings);
/// assert!(findings.is_sorted_by_key(|finding| finding.at.row));
/// ```
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.at, a.rule.code).cmp(&(b.at, b.rule.code)));
}

fn check_entry(
    checks: &[&Check],
    entry: &Entry,
    row: usize,
    around: &Around<'_>,
    findings: &mut Vec<Finding>,
) {
    for check in checks {
        match **check {
            // Hardly any of them finds anything: to extend by nothing takes longer than to look.
            Check::Entry(check) => {
                if let Some(found) = check(entry, around) {
                    findings.push(found.row(row));
                }
            }
            Check::Cells(check) => {
                let found = check(entry, around);
                if !found.is_empty() {
                    findings.extend(found.into_iter().map(|one| one.row(row)));
                }
            }
            _ => {}
        }
    }
}

fn tallied(
    of: fn(&Entry, &Around<'_>) -> u32,
    told: fn(Tally<'_>) -> Vec<Finding>,
    ledger: &Ledger,
    context: &Context<'_>,
) -> Vec<Finding> {
    let header = &ledger.header;
    let around = Around { header, context };
    let mut sets: Vec<Rows> = Vec::new();
    for (row, entry) in ledger.entries.iter().enumerate() {
        put(&mut sets, row, of(entry, &around));
    }
    told(Tally {
        sets: &sets,
        rows: ledger.entries.len(),
    })
}

/// Puts a row into the sets of the questions that hold of it, and out of the others; says whether
/// that changed anything.
pub(crate) fn put(sets: &mut Vec<Rows>, row: usize, holds: u32) -> bool {
    let most = usize::try_from(u32::BITS - holds.leading_zeros()).unwrap_or_default();
    if sets.len() < most {
        sets.resize_with(most, Rows::default);
    }
    let mut is_changed = false;
    for (question, set) in (0_u32..).zip(sets) {
        is_changed |= set.put(row, holds >> question & 1 != 0);
    }
    is_changed
}
