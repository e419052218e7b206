//! The rest of a plan after an instalment was missed.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::calc::progress::{Filled, Progress, Standing};
use crate::calc::schedule::Instalment;
use crate::calc::split::largest_remainder;

/// What becomes of what was missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair<'a> {
    /// The next instalment takes it.
    NextTakesIt,
    /// All instalments to come take it, each by its size.
    Spread,
    /// It is paid behind the plan's end, on these days, so much on each.
    Append {
        /// Days that are not used: those not after today and not after the plan's end.
        dates: &'a [NaiveDate],
        /// At most so much on each.
        each: Amount,
    },
}

/// No day is left on which the rest could be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDayLeft {
    /// What has no day.
    pub rest: Amount,
}

/// The instalments still to be paid, from a day on; together they are what is open of the plan.
///
/// # Errors
/// When no instalment is to come, or the days to append do not suffice: how much has no day.
pub fn replan(
    progress: &Progress,
    as_of: NaiveDate,
    repair: Repair<'_>,
) -> Result<Vec<Instalment>, NoDayLeft> {
    let to_come = |one: &&Filled| as_of <= one.due && one.standing != Standing::Paid;
    let open = |one: &Filled| Instalment {
        due: one.due,
        amount: one.amount - one.applied,
    };
    let filled = progress.instalments.iter();
    let mut rest: Vec<Instalment> = filled.filter(to_come).map(open).collect();
    rest.sort_by_key(|one| one.due);
    let missed = progress.overdue;
    match repair {
        _ if missed == Amount::ZERO => {}
        Repair::NextTakesIt => {
            let next = rest.first_mut().ok_or(NoDayLeft { rest: missed })?;
            next.amount = next.amount + missed;
        }
        Repair::Spread => {
            let weights: Vec<i64> = rest.iter().map(|one| one.amount.fen()).collect();
            if rest.is_empty() {
                return Err(NoDayLeft { rest: missed });
            }
            for (one, more) in rest.iter_mut().zip(largest_remainder(missed, &weights)) {
                one.amount = one.amount + more;
            }
        }
        Repair::Append { dates, each } => {
            let ends = progress.instalments.iter().map(|one| one.due).max();
            let after = |day: &&NaiveDate| as_of < **day && ends.is_none_or(|end| end < **day);
            append(&mut rest, missed, dates.iter().filter(after), each)?;
        }
    }
    Ok(rest)
}

fn append<'a>(
    rest: &mut Vec<Instalment>,
    missed: Amount,
    dates: impl Iterator<Item = &'a NaiveDate>,
    each: Amount,
) -> Result<(), NoDayLeft> {
    let mut left = missed;
    for due in dates {
        let amount = left.min(each.max(Amount::ZERO));
        if amount == Amount::ZERO {
            break;
        }
        rest.push(Instalment { due: *due, amount });
        left = left - amount;
    }
    if left == Amount::ZERO {
        Ok(())
    } else {
        Err(NoDayLeft { rest: left })
    }
}
