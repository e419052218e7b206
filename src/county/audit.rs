//! What changed since the period before, and the six classes of an audit (domain ledger §6-1), each
//! debt by debt. Both go by what the ledgers say; a reason on record is shown beside, and does not
//! take a debt off the list.

use chrono::NaiveDate;

use super::candidate::Outcome;
use super::{Counted, County, Earlier};
use crate::almanac::Law;
use crate::amount::Amount;
use crate::campaign::{Campaign, Context, ReportUnit};
use crate::ledger::entry::Field;
use crate::ledger::lists::{Cause, Dispute, FundSource, RemovalReason, Status};
use crate::ledger::vocabulary::{Vocabulary, vocabulary};
use crate::ledger::{Before, Entry, Ledger};
use crate::review;
use crate::rule::Rule;
use crate::rules;
use crate::text::Words;

vocabulary! {
    /// What an audit looks for.
    Class {
        OffPlan "off_plan" "未按计划清偿" "not repaid as planned" [];
        Inflated "inflated" "虚报偿还金额（疑点）" "repayment perhaps overstated" [];
        BudgetKept "budget_kept" "未按规定压减支出（疑点）" "spending perhaps not cut" [];
        Misstated "misstated" "少报或多报欠款（疑点）" "arrears perhaps misstated" [];
        Disputed "disputed" "无分歧账款改为有分歧或移出台账" "undisputed debts now disputed or gone" [];
        New "new" "新增欠款" "new arrears" [];
    }
}

vocabulary! {
    /// What became of a debt since the period before.
    Changed {
        Added "added" "新增" "added" [];
        Raised "raised" "调增" "raised" [];
        Lowered "lowered" "核减（金额更正）" "lowered (amount corrected)" [];
        Removed "removed" "核减" "taken off" [];
        Transferred "transferred" "移交" "transferred" [];
        NowDisputed "now_disputed" "无分歧转有分歧" "disputed since" [];
        ToCourt "to_court" "转司法" "to court" [];
        Gone "gone" "上期有、本期缺失" "missing" [];
    }
}

/// A debt that changed.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// The unit.
    pub unit: &'a ReportUnit,
    /// What became of it.
    pub changed: Changed,
    /// Why it was taken off, where it was.
    pub reason: Option<RemovalReason>,
    /// Its number.
    pub debt_id: String,
    /// By how much; as the movement counts it.
    pub amount: Amount,
    /// The reason the change log gives.
    pub explained: Option<String>,
}

/// A debt of one of the audit's classes.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    /// The class.
    pub class: Class,
    /// The unit.
    pub unit: &'a ReportUnit,
    /// The debt's number; nothing where no ledger has the debt.
    pub debt_id: String,
    /// How much it is about.
    pub amount: Amount,
    /// What is to be seen.
    pub what: Words,
    /// The reason the unit gives, in its change log or for the warning it confirmed.
    pub explained: Option<String>,
}

/// What became of each debt of a unit since the period before. Without a ledger of that period all
/// debts that count are new.
pub fn changes_of<'a>(one: &Counted<'a>, before: Option<&Before>) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let mut told = |changed, entry: &Entry, amount, field| {
        changes.push(Change {
            unit: one.unit,
            changed,
            reason: entry.removal_reason.filter(|_| changed != Changed::Added),
            debt_id: id_of(entry),
            amount,
            explained: explained(entry, field),
        });
    };
    let ledger: &Ledger = &one.ledger;
    for entry in &ledger.entries {
        let earlier = before.and_then(|before| before.same(entry));
        let counts = entry.standing().is_counted();
        let Some(earlier) = earlier else {
            if counts && (before.is_none() || is_new(entry, ledger)) {
                let amount = entry.arrears_amount.unwrap_or_default();
                told(Changed::Added, entry, amount, Field::ArrearsAmount);
            }
            continue;
        };
        if !earlier.standing().is_counted() {
            if counts {
                let amount = balance(entry);
                told(Changed::Raised, entry, amount, Field::Status);
            }
            continue;
        }
        if entry.removal_reason == Some(RemovalReason::AmountCorrected) {
            let (old, new) = (arrears(earlier), arrears(entry));
            let (up, down) = (new.less(old), old.less(new));
            if Amount::ZERO < up {
                told(Changed::Raised, entry, up, Field::ArrearsAmount);
            }
            if Amount::ZERO < down {
                told(Changed::Lowered, entry, down, Field::ArrearsAmount);
            }
        }
        match entry.standing() {
            Status::Removed => told(Changed::Removed, entry, balance(entry), Field::Status),
            Status::Transferred => {
                told(Changed::Transferred, entry, balance(entry), Field::Status);
            }
            Status::InCourt => told(Changed::ToCourt, entry, balance(entry), Field::Status),
            _ => {}
        }
        if counts && is_disputed_since(earlier, entry) {
            let amount = undisputed(earlier).less(undisputed(entry));
            told(Changed::NowDisputed, entry, amount, Field::Dispute);
        }
    }
    if let Some(before) = before {
        let numbers = crate::ledger::Numbers::of(&ledger.entries);
        let is_gone = |entry: &&Entry| {
            entry.standing().is_counted() && numbers.row(&ledger.entries, &id_of(entry)).is_none()
        };
        for entry in before.ledger().entries.iter().filter(is_gone) {
            told(Changed::Gone, entry, balance(entry), Field::Status);
        }
    }
    changes
}

/// Rules whose findings are an audit's, and the class of each.
const CLASSES: &[(&str, Class)] = &[
    ("T-01", Class::OffPlan),
    ("T-04", Class::Inflated),
    ("T-11", Class::Inflated),
    ("T-16", Class::Inflated),
    ("T-17", Class::Inflated),
    ("T-12", Class::Misstated),
    ("T-13", Class::New),
];

fn class_of(code: &str) -> Option<Class> {
    let known = CLASSES.iter().find(|(known, _)| *known == code);
    known.map(|(_, class)| *class)
}

fn is_of_audit(rule: &Rule) -> bool {
    class_of(rule.code).is_some()
}

/// The audit's lists over all units, class by class, each in the order of the roster.
pub fn items<'a>(
    county: &County,
    counted: &[Counted<'a>],
    campaign: &'a Campaign,
    earlier: Option<&Earlier>,
    law: &Law,
) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for one in counted {
        let before = earlier.and_then(|earlier| earlier.of_unit(&one.unit.code));
        items.extend(by_rules(one, campaign, before, law));
        items.extend(spending(one));
        if before.is_some() {
            items.extend(changes_of(one, before).into_iter().filter_map(of_change));
            items.extend(rewritten(one, before));
        }
    }
    let compared = county.compared(campaign);
    items.extend(compared.iter().filter_map(|one| unlisted(one, campaign)));
    items.sort_by_key(|item| item.class);
    items
}

fn by_rules<'a>(
    one: &Counted<'a>,
    campaign: &Campaign,
    before: Option<&Before>,
    law: &Law,
) -> Vec<Item<'a>> {
    let ledger: &Ledger = &one.ledger;
    let day = ledger.header.filled_on;
    let context = Context {
        before,
        law,
        ..Context::new(campaign, day.unwrap_or(one.received.received_on))
    };
    let mut findings = rules::ask(ledger, &context, is_of_audit);
    rules::sort(&mut findings);
    let named = review::name(findings, ledger);
    let item = |found: review::Reviewed| {
        let finding = &found.finding;
        let entry = ledger.entries.get(finding.at.row?)?;
        let class = class_of(finding.rule.code)?;
        let amount = match (class, finding.at.child) {
            (Class::OffPlan, Some(child)) => short_of(entry, child, day_of(ledger)),
            (Class::Inflated, Some(child)) => {
                let payment = entry.payments.get(child);
                payment.and_then(|one| one.amount).unwrap_or_default()
            }
            _ => arrears(entry),
        };
        let unit = ledger.header.unit();
        Some(Item {
            class,
            unit: one.unit,
            debt_id: id_of(entry),
            amount,
            what: finding.words(unit),
            explained: found.reason,
        })
    };
    named.into_iter().filter_map(item).collect()
}

fn day_of(ledger: &Ledger) -> NaiveDate {
    ledger.header.cutoff_date.unwrap_or_default()
}

fn short_of(entry: &Entry, child: usize, cutoff: NaiveDate) -> Amount {
    let short = rules::overdue(entry, cutoff);
    let own = short.iter().find(|(place, ..)| *place == child);
    own.map(|(.., short)| *short).unwrap_or_default()
}

/// Debts run up without a budget, still owed, and not planned to be paid from the budget of who ran
/// them up: whether spending was cut no ledger says.
fn spending<'a>(one: &Counted<'a>) -> Vec<Item<'a>> {
    let is_it = |entry: &&Entry| {
        let has_cause = |cause| entry.causes.as_ref().is_some_and(|all| all.has(cause));
        let cut = FundSource::BudgetCut;
        let sources = entry.instalments.iter().map(|one| one.fund_source.as_ref());
        let mut sources = sources.chain([entry.fund_source.as_ref()]).flatten();
        entry.standing().is_active()
            && has_cause(Cause::NoBudget)
            && Amount::ZERO < balance(entry)
            && !sources.any(|source| source.has(cut))
    };
    let item = |entry: &Entry| Item {
        class: Class::BudgetKept,
        unit: one.unit,
        debt_id: id_of(entry),
        amount: balance(entry),
        what: Words::of(
            "因无预算、超预算形成，资金来源未列扣减部门预算",
            "run up without a budget, and not to be paid by cutting one",
        ),
        explained: None,
    };
    one.ledger.entries.iter().filter(is_it).map(item).collect()
}

/// Changes that are an audit's, with the words for them.
fn of_change(change: Change<'_>) -> Option<Item<'_>> {
    let (class, zh, en) = match change.changed {
        Changed::NowDisputed => (Class::Disputed, "无分歧改为有分歧", "disputed since"),
        Changed::Removed | Changed::Transferred => {
            (Class::Disputed, "移出台账", "taken off the ledger")
        }
        Changed::Gone => (
            Class::Disputed,
            "上期有、本期台账中缺失",
            "missing from the ledger",
        ),
        Changed::Lowered => (Class::Misstated, "更正调减", "corrected downwards"),
        Changed::Raised => (
            Class::Misstated,
            "更正调增或重新计入",
            "corrected upwards, or counted again",
        ),
        Changed::Added | Changed::ToCourt => return None,
    };
    let reason = change.reason.map(|reason| reason.choice().label());
    let (why_zh, why_en) = reason.map_or(("", ""), |label| (label.zh, label.en));
    let behind = |text: &str, why: &str, open: &str, close: &str| match why {
        "" => text.to_owned(),
        why => format!("{text}{open}{why}{close}"),
    };
    Some(Item {
        class,
        unit: change.unit,
        debt_id: change.debt_id,
        amount: change.amount,
        what: Words::of(
            behind(zh, why_zh, "（", "）"),
            behind(en, why_en, " (", ")"),
        ),
        explained: change.explained,
    })
}

/// Debts whose arrears were changed without being marked as corrected.
fn rewritten<'a>(one: &Counted<'a>, before: Option<&Before>) -> Vec<Item<'a>> {
    let item = |entry: &Entry| {
        let earlier = before?.same(entry)?;
        let (old, new) = (earlier.arrears_amount?, entry.arrears_amount?);
        let is_marked = entry.removal_reason == Some(RemovalReason::AmountCorrected);
        if old == new || is_marked || !earlier.standing().is_counted() {
            return None;
        }
        Some(Item {
            class: Class::Misstated,
            unit: one.unit,
            debt_id: id_of(entry),
            amount: old.less(new).max(new.less(old)),
            what: Words::of(
                format!("拖欠金额由{old}元改为{new}元，未列金额更正"),
                format!("arrears of {old} yuan became {new}, not marked as corrected"),
            ),
            explained: explained(entry, Field::ArrearsAmount),
        })
    };
    one.ledger.entries.iter().filter_map(item).collect()
}

/// Debts of a list that no ledger has.
fn unlisted<'a>(one: &super::candidate::Compared, campaign: &'a Campaign) -> Option<Item<'a>> {
    let is_missing = matches!(one.outcome, Outcome::Missing | Outcome::DespiteNil);
    let unit = campaign
        .unit(&one.unit.as_ref()?.0)
        .filter(|_| is_missing)?;
    let (list, line) = (&one.list, one.line);
    Some(Item {
        class: Class::Misstated,
        unit,
        debt_id: String::new(),
        amount: one.listed.unwrap_or_default(),
        what: Words::of(
            format!("“{list}”第{line}条在台账中没有"),
            format!("line {line} of {list} is in no ledger"),
        ),
        explained: None,
    })
}

fn id_of(entry: &Entry) -> String {
    let id = entry.debt_id.as_ref();
    id.map(|id| id.as_str().to_owned()).unwrap_or_default()
}

fn arrears(entry: &Entry) -> Amount {
    entry.arrears_amount.unwrap_or_default()
}

fn balance(entry: &Entry) -> Amount {
    entry.balance_due().unwrap_or_default()
}

fn undisputed(entry: &Entry) -> Amount {
    entry.undisputed().unwrap_or_default()
}

/// As the movement has it: not said to be of an earlier period.
fn is_new(entry: &Entry, ledger: &Ledger) -> bool {
    let periods = entry.first_period.zip(ledger.header.period);
    periods.is_none_or(|(first, own)| own.first() <= first.last())
}

fn is_disputed_since(earlier: &Entry, now: &Entry) -> bool {
    let was = earlier.dispute == Some(Dispute::Undisputed);
    was && now
        .dispute
        .is_some_and(|dispute| dispute != Dispute::Undisputed)
}

/// The last reason the change log gives for a column.
fn explained(entry: &Entry, field: Field) -> Option<String> {
    let mut log = entry.changes.iter().rev();
    let change = log.find(|change| change.field == Some(field) && change.reason.is_some())?;
    let reason = change.reason.as_ref()?;
    Some(reason.as_str().to_owned())
}
