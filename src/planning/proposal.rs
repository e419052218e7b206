//! A plan proposed for one debt.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::form::{Form, Refused, answered, ledger, refused};
use super::shown::{all, amount, instalments, joined, named};
use super::weigh::{Against, cautioned};
use crate::almanac::{Almanac, Beyond, Calendar, Rate};
use crate::amount::Amount;
use crate::calc::schedule::{self, Dates, Instalment, Rhythm, by_shares, dates};
use crate::calc::split::{self, NotSplit, Remainder};
use crate::claims::limitation::limit;
use crate::claims::plan::{balance, payable};
use crate::ledger::Entry;
use crate::printout;
use crate::text::Words;

/// A filled-in form → instalments that make what is to be planned for to the fen, and what to look
/// at again. `method` is `equal` (`parts`, `round`, `spread`), `fixed` (`each`), `until` (`until`) or
/// `milestones` (`milestones` with `due` and `percent`); the first three have `first`, `every` in
/// months, and `roll` to move days off to the next workday. `whole` plans for what is disputed too.
///
/// ```
/// use arrears_ledger::planning::propose;
/// let draft = r#"{"format":"arrears-ledger-draft","version":1,"header":{},"entries":[
///     {"arrears_amount":"100.00","dispute":"undisputed"}]}"#;
/// let form = r#"{"row":0,"method":"equal","parts":3,"round":"fen","first":"2022-06-30","every":1}"#;
/// let answer: serde_json::Value =
///     serde_json::from_str(&propose(draft.as_bytes(), form)).unwrap();
/// let fen = |place: usize| answer["instalments"][place]["fen"].as_i64().unwrap();
/// assert_eq!((fen(0), fen(1), fen(2)), (3333, 3333, 3334));
/// ```
pub fn propose(draft: &[u8], form: &str) -> String {
    answered(proposed(draft, form))
}

fn proposed(draft: &[u8], form: &str) -> Result<Value, Refused> {
    let ledger = ledger(draft);
    let unit = ledger.header.unit();
    let form = Form::read(form, unit)?;
    let (row, entry) = form.debt(&ledger)?;
    let total = total(entry, form.flag("whole"))?;
    let almanac = Almanac::carried();
    let made = plan(&form, total, &almanac)?;
    let against = Against {
        total,
        act_by: limit(entry).map(|one| one.deadline),
        target: form.maybe_day("target")?,
    };
    let mut remarks = made.remarks;
    remarks.extend(cautioned(&made.plan, &against, &almanac));
    Ok(joined([
        named(row, entry),
        json!({
            "total": amount(total, unit),
            "instalments": instalments(&made.plan, unit),
            "remarks": all(&remarks),
        }),
    ]))
}

/// What the plan has to bring.
pub(super) fn total(entry: &Entry, whole: bool) -> Result<Amount, Refused> {
    let total = if whole {
        balance(entry)
    } else {
        payable(entry)
    };
    let total = total.map_err(|missing| Refused::new("row", missing.words()))?;
    if total <= Amount::ZERO {
        return Err(refused(
            "row",
            "没有需要安排的余额",
            "nothing is left to plan for",
        ));
    }
    Ok(total)
}

struct Made {
    plan: Vec<Instalment>,
    remarks: Vec<Words>,
}

fn plan(form: &Form, total: Amount, almanac: &Almanac) -> Result<Made, Refused> {
    let amounts = match form.text("method") {
        "milestones" => return milestones(form, total),
        "fixed" => {
            let each = form.money("each")?;
            schedule::fixed(total, each).map_err(|why| not_split("each", why))?
        }
        "until" => equal(form, total, until(form)?, "until")?,
        _ => equal(form, total, form.count("parts")?, "parts")?,
    };
    let count = u32::try_from(amounts.len()).unwrap_or(u32::MAX);
    let Dates { days, beyond } = days(form, form.rhythm()?, count, &almanac.calendar);
    Ok(Made {
        plan: schedule::instalments(&days, &amounts),
        remarks: beyond.iter().map(Beyond::words).collect(),
    })
}

pub(super) fn days(form: &Form, rhythm: Rhythm, count: u32, calendar: &Calendar) -> Dates {
    dates(rhythm, count, form.flag("roll").then_some(calendar))
}

fn equal(form: &Form, total: Amount, parts: u32, field: &str) -> Result<Vec<Amount>, Refused> {
    let round = match form.text("round") {
        "wan" => Amount::from_fen(1_000_000),
        "thousand" => Amount::from_fen(100_000),
        "hundred" => Amount::from_fen(10_000),
        "yuan" => Amount::from_fen(100),
        _ => Amount::from_fen(1),
    };
    let rest = if form.flag("spread") {
        Remainder::LargestRemainder
    } else {
        Remainder::LastTakesBalance
    };
    split::equal(total, parts, round, rest).map_err(|why| not_split(field, why))
}

/// How many instalments there are room for up to a day, that day included.
fn until(form: &Form) -> Result<u32, Refused> {
    let (rhythm, until) = (form.rhythm()?, form.day("until")?);
    let most = u32::try_from(crate::limits::CHILDREN).unwrap_or(u32::MAX);
    let count = (0..=most).take_while(|place| rhythm.date(*place) <= until);
    match u32::try_from(count.count()).unwrap_or(u32::MAX) {
        0 => Err(refused(
            "until",
            "付清日期不能早于首期日期",
            "the last day cannot be before the first",
        )),
        count => Ok(count),
    }
}

fn not_split(field: &str, why: NotSplit) -> Refused {
    Refused::new(field, printout::not_split(why))
}

fn milestones(form: &Form, total: Amount) -> Result<Made, Refused> {
    let mut shares: Vec<(NaiveDate, Rate)> = Vec::new();
    for (place, one) in form.parts("milestones").iter().enumerate() {
        let at =
            |refused: Refused| Refused::new(&format!("{}-{place}", refused.field), refused.why);
        shares.push((
            one.day("due").map_err(at)?,
            one.percent("percent").map_err(at)?,
        ));
    }
    if shares.is_empty() {
        return Err(refused(
            "milestones",
            "请至少填写一个节点",
            "enter at least one milestone",
        ));
    }
    shares.sort_by_key(|(due, _)| *due);
    let rates: Vec<Rate> = shares.iter().map(|(_, share)| *share).collect();
    let sum = rates
        .iter()
        .fold(0, |sum: i64, share| sum.saturating_add(share.e8()));
    if sum != Rate::ONE.e8() {
        let sum = Rate::from_e8(sum);
        let why = Words {
            zh: format!("各节点比例合计{sum}%，应为100%"),
            en: format!("the shares come to {sum} %, they should make 100"),
        };
        return Err(Refused::new("milestones", why));
    }
    let days: Vec<NaiveDate> = shares.iter().map(|(due, _)| *due).collect();
    Ok(Made {
        plan: schedule::instalments(&days, &by_shares(total, &rates)),
        remarks: Vec::new(),
    })
}
