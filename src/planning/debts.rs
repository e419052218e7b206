//! The debts of a ledger as the plan view lists them: what is to be planned for, and how the plan
//! stands.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::form::{Form, Refused, answered, ledger, words};
use super::shown::{amount, day, joined, named};
use crate::amount::{Amount, Unit};
use crate::calc::progress::{Filled, Progress, Standing, progress};
use crate::claims::basis::stored;
use crate::claims::interest::Missing;
use crate::claims::limitation::limit;
use crate::claims::plan::{balance, payable, payments_on, plan};
use crate::ledger::Entry;
use crate::ledger::lists::InstalmentStatus;
use crate::printout;

/// `{as_of}` → `{unit, debts, totals}`: each debt with what may be planned for, the state of its
/// plan and its instalments.
///
/// ```
/// use arrears_ledger::planning::debts;
/// let draft = r#"{"format":"arrears-ledger-draft","version":1,"header":{},"entries":[
///     {"arrears_amount":"500000.00","dispute":"undisputed"}]}"#;
/// let answer: serde_json::Value =
///     serde_json::from_str(&debts(draft.as_bytes(), r#"{"as_of":"2022-06-10"}"#)).unwrap();
/// assert_eq!(answer["debts"][0]["to_plan"]["text"], "50");
/// assert_eq!(answer["debts"][0]["state"], "unplanned");
/// ```
pub fn debts(draft: &[u8], form: &str) -> String {
    answered(listed(draft, form))
}

fn listed(draft: &[u8], form: &str) -> Result<Value, Refused> {
    let ledger = ledger(draft);
    let unit = ledger.header.unit();
    let as_of = Form::read(form, unit)?.day("as_of")?;
    let rows = ledger.entries.iter().enumerate();
    let debts: Vec<Debt<'_>> = rows
        .map(|(row, entry)| Debt::of(row, entry, as_of))
        .collect();
    let total = |of: fn(&Debt<'_>) -> Amount| amount(debts.iter().map(of).sum(), unit);
    let count = |of: fn(&Debt<'_>) -> bool| debts.iter().filter(|debt| of(debt)).count();
    Ok(json!({
        "unit": unit.name(),
        "debts": debts.iter().map(|debt| debt.shown(unit)).collect::<Vec<_>>(),
        "totals": {
            "to_plan": total(|debt| debt.to_plan),
            "planned": total(|debt| debt.planned),
            "overdue": total(|debt| debt.overdue),
            "waiting": count(|debt| debt.state.needs_a_plan()),
        },
    }))
}

/// How a debt's plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Something of the debt has to be filled in first.
    Incomplete,
    /// Paid, closed, taken off or transferred: there is nothing to plan.
    Done,
    /// A court has it.
    InCourt,
    /// The whole of it is disputed.
    Disputed,
    /// There is no instalment.
    Unplanned,
    /// The instalments leave a part unplanned.
    Short,
    /// The instalments are more than is owed.
    Beyond,
    /// An instalment is late.
    Overdue,
    /// Everything is planned, and nothing is late.
    Planned,
}

impl State {
    const fn code(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Done => "done",
            Self::InCourt => "in_court",
            Self::Disputed => "disputed",
            Self::Unplanned => "unplanned",
            Self::Short => "short",
            Self::Beyond => "beyond",
            Self::Overdue => "overdue",
            Self::Planned => "planned",
        }
    }

    const fn needs_a_plan(self) -> bool {
        matches!(self, Self::Unplanned | Self::Short | Self::Beyond)
    }
}

struct Debt<'a> {
    row: usize,
    entry: &'a Entry,
    state: State,
    lacks: Option<Missing>,
    to_plan: Amount,
    planned: Amount,
    overdue: Amount,
    stands: Option<Progress>,
}

impl<'a> Debt<'a> {
    fn of(row: usize, entry: &'a Entry, as_of: NaiveDate) -> Self {
        let stands = stands(entry, as_of);
        let to_plan = payable(entry);
        let mut debt = Self {
            row,
            entry,
            state: State::Done,
            lacks: to_plan.err().or(stands.as_ref().err().copied()),
            to_plan: Amount::ZERO,
            planned: Amount::ZERO,
            overdue: Amount::ZERO,
            stands: stands.ok().flatten(),
        };
        if !entry.standing().is_active() {
            debt.lacks = None;
            return debt;
        }
        debt.state = match to_plan {
            _ if !entry.is_to_plan() => State::InCourt,
            _ if debt.lacks.is_some() => State::Incomplete,
            Ok(to_plan) => {
                debt.to_plan = to_plan;
                debt.planned = debt.stands.as_ref().map_or(Amount::ZERO, Progress::rest);
                debt.overdue = debt.stands.as_ref().map_or(Amount::ZERO, |one| one.overdue);
                debt.standing()
            }
            Err(_) => State::Incomplete,
        };
        debt
    }

    fn standing(&self) -> State {
        let is_owed = balance(self.entry).is_ok_and(|balance| Amount::ZERO < balance);
        match self.planned.cmp(&self.to_plan) {
            _ if !is_owed => State::Done,
            _ if Amount::ZERO < self.overdue => State::Overdue,
            _ if self.to_plan == Amount::ZERO && self.planned == Amount::ZERO => State::Disputed,
            _ if self.stands.is_none() => State::Unplanned,
            std::cmp::Ordering::Less => State::Short,
            std::cmp::Ordering::Greater if self.beyond() => State::Beyond,
            _ => State::Planned,
        }
    }

    /// What is disputed may be planned for too, but no more than is owed.
    fn beyond(&self) -> bool {
        balance(self.entry).is_ok_and(|balance| balance < self.planned)
    }

    fn shown(&self, unit: Unit) -> Value {
        let owed = balance(self.entry).unwrap_or_default();
        let limitation = limit(self.entry);
        let basis = stored(self.entry).basis();
        let filled = self.stands.iter().flat_map(|one| &one.instalments);
        let next = filled.clone().filter(|one| one.standing != Standing::Paid);
        let next = next.min_by_key(|one| one.due);
        joined([
            named(self.row, self.entry),
            json!({
                "state": self.state.code(),
                "lacks": self.lacks.map(|lacks| words(&lacks.words())),
                "arrears": amount(self.entry.arrears_amount.unwrap_or_default(), unit),
                "balance": amount(owed, unit),
                "to_plan": amount(self.to_plan, unit),
                "left_out": amount(owed.less(self.to_plan), unit),
                "planned": amount(self.planned, unit),
                "overdue": amount(self.overdue, unit),
                "instalments": filled.clone().map(|one| instalment(one, unit)).collect::<Vec<_>>(),
                "next": next.map(|one| instalment(one, unit)),
                "ends": day(filled.map(|one| one.due).max()),
                "act_by": day(limitation.map(|one| one.deadline)),
                "basis": basis.map(|basis| words(&printout::basis(basis))),
            }),
        ])
    }
}

fn instalment(one: &Filled, unit: Unit) -> Value {
    let standing = match one.standing {
        Standing::Paid => "paid",
        Standing::DueToday => "due",
        Standing::Pending => "pending",
        Standing::Overdue => "overdue",
    };
    let rest = one.amount - one.applied;
    json!({
        "due": one.due.to_string(),
        "amount": one.amount.print(unit),
        "fen": one.amount.fen(),
        "rest": rest.print(unit),
        "rest_fen": rest.fen(),
        "standing": standing,
    })
}

/// How the plan on record stands; nothing where there is none.
fn stands(entry: &Entry, as_of: NaiveDate) -> Result<Option<Progress>, Missing> {
    match plan(entry) {
        Err(Missing::Plan) => Ok(None),
        Err(missing) => Err(missing),
        Ok(plan) => {
            let (payments, _) = payments_on(entry)?;
            Ok(Some(marked(progress(&plan, &payments, as_of), entry)))
        }
    }
}

/// What is marked as paid is paid, whether or not the payment is on record yet.
fn marked(mut stands: Progress, entry: &Entry) -> Progress {
    for (filled, one) in stands.instalments.iter_mut().zip(&entry.instalments) {
        if one.status == Some(InstalmentStatus::Paid) {
            filled.applied = filled.amount;
            filled.standing = Standing::Paid;
        }
    }
    let late = stands.instalments.iter();
    let late = late.filter(|one| one.standing == Standing::Overdue);
    stands.overdue = late.map(|one| one.amount - one.applied).sum();
    stands
}
