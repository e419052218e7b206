//! What a plan should be looked at again for.

use chrono::{Datelike, NaiveDate};

use crate::almanac::{Beyond, Calendar};
use crate::amount::Amount;
use crate::calc::schedule::{Instalment, SumDiffers, ties};

/// What a plan is held against; what is blank is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds<'a> {
    /// What the plan should come to.
    pub total: Option<Amount>,
    /// The day to act by before the claim is time-barred.
    pub limitation: Option<NaiveDate>,
    /// The day by which the campaign wants debts cleared.
    pub target: Option<NaiveDate>,
    /// The money there is, budget year by budget year.
    pub budgets: &'a [(i32, Amount)],
    /// Debts that arose since the plan was made (边清边欠).
    pub arisen: &'a [Amount],
}

/// What to look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// The instalments do not make the debt.
    Sum(SumDiffers),
    /// An instalment is due after the claim may be time-barred.
    Limitation {
        /// The first such instalment.
        due: NaiveDate,
        /// The day to act by.
        act_by: NaiveDate,
    },
    /// The plan goes on after the campaign's target.
    Target {
        /// The last instalment.
        due: NaiveDate,
        /// The target.
        target: NaiveDate,
    },
    /// An instalment is due on a day off.
    DayOff(NaiveDate),
    /// The days off of an instalment's year are not known.
    Calendar(Beyond),
    /// More is planned for a year than its budget has.
    Budget {
        /// The year.
        year: i32,
        /// What is planned.
        planned: Amount,
        /// What there is.
        budget: Amount,
    },
    /// New debts arose since the plan began.
    Arisen {
        /// How many.
        count: usize,
        /// How much.
        amount: Amount,
    },
}

/// Everything about a plan that is worth a second look, in the order of [`Caution`].
pub fn cautions(plan: &[Instalment], bounds: &Bounds<'_>, calendar: &Calendar) -> Vec<Caution> {
    let mut found = Vec::new();
    if let Some(Err(differs)) = bounds.total.map(|total| ties(plan, total)) {
        found.push(Caution::Sum(differs));
    }
    let mut days: Vec<NaiveDate> = plan.iter().map(|instalment| instalment.due).collect();
    days.sort_unstable();
    let late = |bound: Option<NaiveDate>| bound.filter(|bound| days.iter().any(|day| bound < day));
    if let Some(act_by) = late(bounds.limitation) {
        let first = days.iter().find(|day| act_by < **day).copied();
        found.extend(first.map(|due| Caution::Limitation { due, act_by }));
    }
    if let Some(target) = late(bounds.target) {
        let last = days.last().copied();
        found.extend(last.map(|due| Caution::Target { due, target }));
    }
    let asked = days.iter().map(|day| (*day, calendar.is_workday(*day)));
    let (known, unknown): (Vec<_>, Vec<_>) = asked.partition(|(_, answer)| answer.is_ok());
    let off = known.iter().filter(|(_, answer)| *answer == Ok(false));
    found.extend(off.map(|(day, _)| Caution::DayOff(*day)));
    let first = unknown.first().and_then(|(_, answer)| answer.err());
    found.extend(first.map(Caution::Calendar));
    found.extend(bounds.budgets.iter().filter_map(|(year, budget)| {
        let (year, budget) = (*year, *budget);
        let in_year = plan.iter().filter(|one| one.due.year() == year);
        let planned: Amount = in_year.map(|one| one.amount).sum();
        (budget < planned).then_some(Caution::Budget {
            year,
            planned,
            budget,
        })
    }));
    if !bounds.arisen.is_empty() {
        found.push(Caution::Arisen {
            count: bounds.arisen.len(),
            amount: bounds.arisen.iter().copied().sum(),
        });
    }
    found
}
