//! A plan somebody is editing: whether it makes the balance, and what to look at again.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::form::{Form, Refused, answered, words};
use super::shown::{all, amount};
use crate::almanac::{Almanac, Beyond};
use crate::amount::{Amount, Unit};
use crate::calc::cautions::{Bounds, Caution, cautions};
use crate::calc::schedule::{Instalment, sum};
use crate::printout;
use crate::text::Words;

/// `{unit, total_fen, act_by, target, instalments: [{due, amount}]}` → each instalment as it was
/// read or what is wrong with it, the sum, what it lacks or has too much, and what to look at again.
///
/// ```
/// use arrears_ledger::planning::weigh;
/// let form = r#"{"unit":"yuan","total_fen":10000,"instalments":[
///     {"due":"2022-09-30","amount":"60"},{"due":"2022-12-31","amount":"39.99"}]}"#;
/// let answer: serde_json::Value = serde_json::from_str(&weigh(form)).unwrap();
/// assert_eq!(answer["difference"]["fen"], 1);
/// assert_eq!(answer["ties"], false);
/// ```
pub fn weigh(form: &str) -> String {
    answered(weighed(form))
}

/// What a plan is held against.
pub(super) struct Against {
    pub(super) total: Amount,
    pub(super) act_by: Option<NaiveDate>,
    pub(super) target: Option<NaiveDate>,
}

fn weighed(text: &str) -> Result<Value, Refused> {
    let unit = match Form::read(text, Unit::Wan)?.text("unit") {
        "yuan" => Unit::Yuan,
        _ => Unit::Wan,
    };
    let form = Form::read(text, unit)?;
    let against = Against {
        total: form.fen("total_fen")?,
        act_by: form.maybe_day("act_by")?,
        target: form.maybe_day("target")?,
    };
    let mut read = Vec::new();
    let mut plan = Vec::new();
    for one in form.parts("instalments") {
        let (due, sum) = (one.day("due"), one.money("amount"));
        let fault = |answer: Option<&Refused>| answer.map(|refused| words(&refused.why));
        read.push(json!({
            "due": due.as_ref().map_or_else(|_| one.text("due").to_owned(), ToString::to_string),
            "amount": sum.as_ref().map_or_else(|_| one.text("amount").to_owned(), |sum| sum.print(unit)),
            "fen": sum.as_ref().map_or(0, |sum| sum.fen()),
            "due_fault": fault(due.as_ref().err()),
            "amount_fault": fault(sum.as_ref().err()),
        }));
        if let (Ok(due), Ok(amount)) = (due, sum) {
            plan.push(Instalment { due, amount });
        }
    }
    let all_read = plan.len() == read.len();
    let difference = against.total - sum(&plan);
    let almanac = Almanac::carried();
    Ok(json!({
        "instalments": read,
        "sum": amount(sum(&plan), unit),
        "difference": amount(difference, unit),
        "ties": all_read && difference == Amount::ZERO,
        "remarks": all(&cautioned(&plan, &against, &almanac)),
    }))
}

/// What to look at again, a kind of it at a time: twelve days off are one remark.
pub(super) fn cautioned(plan: &[Instalment], against: &Against, almanac: &Almanac) -> Vec<Words> {
    let bounds = Bounds {
        limitation: against.act_by,
        target: against.target,
        ..Bounds::default()
    };
    let found = cautions(plan, &bounds, &almanac.calendar);
    let is_off = |one: &&Caution| matches!(one, Caution::DayOff(_));
    let off: Vec<&Caution> = found.iter().filter(is_off).collect();
    let mut said: Vec<Words> = found
        .iter()
        .filter(|one| !is_off(one))
        .map(printout::caution)
        .collect();
    match off.as_slice() {
        [] => {}
        [one] => said.push(printout::caution(one)),
        [first, ..] => {
            let (first, count) = (printout::caution(first), off.len());
            said.push(Words {
                zh: format!("{}；共有{count}期落在休息日", first.zh),
                en: format!("{}; {count} instalments are due on days off", first.en),
            });
        }
    }
    said.extend(unordered(plan));
    said
}

/// Two instalments of one day are one to the ledger.
fn unordered(plan: &[Instalment]) -> Option<Words> {
    let mut days: Vec<NaiveDate> = plan.iter().map(|one| one.due).collect();
    days.sort_unstable();
    let twice = days.windows(2).find_map(|pair| match pair {
        [first, second] if first == second => Some(*first),
        _ => None,
    })?;
    Some(Words {
        zh: format!("{twice}有不止一期，写入时合并为一期"),
        en: format!("{twice} has more than one instalment: they will be written as one"),
    })
}

/// Of the days off beyond the calendar only the first is told.
pub(super) fn told(beyond: Option<Beyond>) -> Vec<Words> {
    beyond.iter().map(Beyond::words).collect()
}
