//! Budgets shared among the debts of a ledger, one period after the other.

use serde_json::{Value, json};

use super::form::{Form, Refused, answered, ledger, refused};
use super::proposal::days;
use super::shown::{all, amount, instalments, joined, named};
use super::weigh::told;
use crate::almanac::Almanac;
use crate::amount::{Amount, Unit};
use crate::calc::allocation::{Allocation, Method, Order, Waiting, allocate_periods};
use crate::claims::budget::{Queued, queue, shares};
use crate::text::Words;

/// `{budget, periods, first, every, roll, method, threshold, inside}` → what each debt gets and
/// when, and what each budget leaves. `method` is `pro-rata`, `oldest-first`, `smallest-first`,
/// `undisputed-first` (with `inside`) or `small-then-pro-rata` (with `threshold`); with `until_cleared`
/// there are as many periods as it takes.
pub fn share(draft: &[u8], form: &str) -> String {
    answered(shared(draft, form))
}

/// Periods that are asked for at most: as many instalments as a debt may have.
const MOST: u32 = 120;

fn shared(draft: &[u8], form: &str) -> Result<Value, Refused> {
    let ledger = ledger(draft);
    let unit = ledger.header.unit();
    let form = Form::read(form, unit)?;
    let (queue, left_out) = queue(&ledger);
    let waiting: Vec<Waiting<'_>> = queue.iter().map(Queued::waiting).collect();
    let owed: Amount = waiting.iter().map(Waiting::payable).sum();
    if owed <= Amount::ZERO {
        return Err(refused(
            "budget",
            "没有可以分配的欠款：每笔应有拖欠金额、是否有分歧，且未进入司法程序",
            "there is no debt to share among: each needs its amount and whether it is disputed, and to be in no court",
        ));
    }
    let budgets = budgets(&form, owed)?;
    let periods = allocate_periods(&waiting, &budgets, method(&form)?);
    let almanac = Almanac::carried();
    let count = u32::try_from(periods.len()).unwrap_or(u32::MAX);
    let dates = days(&form, form.rhythm()?, count, &almanac.calendar);
    let mut remarks = told(dates.beyond);
    remarks.extend(overlooked(left_out, &waiting, &periods, unit));
    let plans = queue.iter().zip(&waiting).enumerate();
    let plans = plans.map(|(place, (one, debt))| {
        let plan = shares(place, &periods, &dates.days);
        let gets: Amount = plan.iter().map(|one| one.amount).sum();
        joined([
            named(one.row, one.entry),
            json!({
                "payable": amount(debt.payable(), unit),
                "gets": amount(gets, unit),
                "left": amount(debt.payable() - gets, unit),
                "in_court": debt.in_court,
                "due": debt.due.map(|due| due.to_string()),
                "instalments": instalments(&plan, unit),
            }),
        ])
    });
    let plans: Vec<Value> = plans.collect();
    let mut left = owed;
    let periods = periods.iter().zip(&dates.days).map(|(period, due)| {
        left = left - period.paid();
        json!({
            "due": due.to_string(),
            "paid": amount(period.paid(), unit),
            "unspent": amount(period.unspent, unit),
            "left": amount(left, unit),
        })
    });
    Ok(json!({
        "periods": periods.collect::<Vec<_>>(),
        "total": amount(owed, unit),
        "debts": plans,
        "remarks": all(&remarks),
    }))
}

fn budgets(form: &Form, owed: Amount) -> Result<Vec<Amount>, Refused> {
    let budget = form.money("budget")?;
    let count = if form.flag("until_cleared") {
        let needed = owed.fen() / budget.fen() + i64::from(owed.fen() % budget.fen() != 0);
        u32::try_from(needed).unwrap_or(u32::MAX)
    } else {
        form.count("periods")?
    };
    if count == 0 || MOST < count {
        let why = Words {
            zh: format!("期数应为1至{MOST}，现为{count}，请调整期数或者每期预算"),
            en: format!(
                "periods should be from 1 to {MOST}, not {count}: change them or the budget"
            ),
        };
        return Err(Refused::new("periods", why));
    }
    Ok(vec![budget; usize::try_from(count).unwrap_or(0)])
}

fn method(form: &Form) -> Result<Method, Refused> {
    let order = |key: &str| match form.text(key) {
        "smallest-first" => Order::Smallest,
        "pro-rata" => Order::ProRata,
        _ => Order::Oldest,
    };
    Ok(match form.text("method") {
        "undisputed-first" => Method::UndisputedFirst(order("inside")),
        "small-then-pro-rata" => Method::SmallThenProRata(form.money("threshold")?),
        _ => Method::All(order("method")),
    })
}

/// Debts that got nothing, and why.
fn overlooked(
    left_out: usize,
    waiting: &[Waiting<'_>],
    periods: &[Allocation],
    unit: Unit,
) -> Vec<Words> {
    let mut said = Vec::new();
    let mut say = |zh: String, en: String| said.push(Words { zh, en });
    if 0 < left_out {
        say(
            format!("有{left_out}笔缺少拖欠金额或者是否有分歧，未参加分配，请先补填"),
            format!(
                "{left_out} debts lack their amount or whether they are disputed, and were left out: fill them in"
            ),
        );
    }
    let in_court = waiting.iter().filter(|one| one.in_court).count();
    if 0 < in_court {
        say(
            format!("有{in_court}笔已进入司法程序，不参加分配"),
            format!("{in_court} debts are in court and take no part"),
        );
    }
    let owed: Amount = waiting.iter().map(Waiting::payable).sum();
    let paid: Amount = periods.iter().map(Allocation::paid).sum();
    let left = owed - paid;
    if Amount::ZERO < left {
        let (shown, name) = (left.print(unit), unit.name());
        say(
            format!("各期预算用完后还有{shown}{name}没有安排"),
            format!("{left} yuan are left unplanned when all budgets are spent"),
        );
    }
    said
}
