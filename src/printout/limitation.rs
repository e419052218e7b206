//! The time to sue for the debts of a ledger, on paper.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::claims::{named, parties};
use super::words::{both, same, text};
use super::{Page, Part};
use crate::calc::limitation::{Alert, Limitation};
use crate::claims::limitation::{Event, events};
use crate::claims::name;
use crate::ledger::Entry;
use crate::ledger::lists::Judicial;
use crate::text::Words;

/// The time to sue for each debt on a day, the most urgent first; those in court behind them, and
/// debts of which no day is known last.
pub fn limitations(debts: &[(usize, &Entry, Option<Limitation>)], today: NaiveDate) -> Page {
    let mut debts = debts.to_vec();
    debts.sort_by_key(|(_, entry, found)| {
        let over = found.is_none_or(|one| !one.is_under_two_years);
        let deadline = found.map(|one| one.deadline);
        (found.is_none(), is_in_court(entry), over, deadline)
    });
    let rows = debts.iter().map(|(row, entry, found)| {
        let id = name(*row, entry);
        let [_, creditor, _] = parties(entry);
        let mut cells = vec![both(id.clone(), id), both(creditor, creditor)];
        match found {
            None => {
                cells.push(both("请补填应付款日期", "enter the due date"));
                cells.extend(["—"; 7].map(same));
            }
            Some(found) => {
                cells.push(stands(entry, found, today).0);
                cells.push(same(left(found, today)));
                cells.push(same(found.deadline));
                cells.push(same(found.basis));
                cells.push(since(entry, found));
                cells.extend(found.alerts().map(same));
            }
        }
        cells
    });
    let one = |(row, entry, found): &(usize, &Entry, Option<Limitation>)| {
        let mut data = named(*row, entry);
        if let (Value::Object(members), Some(found)) = (&mut data, found) {
            let [half_year, quarter, month] = found.alerts().map(|day| day.to_string());
            members.insert("state".to_owned(), stands(entry, found, today).1.into());
            members.insert("days_left".to_owned(), left(found, today).into());
            members.insert("deadline".to_owned(), found.deadline.to_string().into());
            members.insert("runs_from".to_owned(), found.basis.to_string().into());
            members.insert("warn_180".to_owned(), half_year.into());
            members.insert("warn_90".to_owned(), quarter.into());
            members.insert("warn_30".to_owned(), month.into());
            members.insert("outer".to_owned(), found.outer().to_string().into());
            let events = events(entry).into_iter();
            let events = events
                .map(|(day, event)| json!({ "date": day.to_string(), "event": said_of(event).1 }));
            members.insert("events".to_owned(), events.collect());
        }
        data
    };
    let data = json!({
        "today": today.to_string(),
        "debts": debts.iter().map(one).collect::<Vec<_>>(),
    });
    let mut page = Page {
        title: text("诉讼时效提示", "The time to sue"),
        parts: vec![
            Part::Facts(vec![(text("截至", "On"), same(today))]),
            Part::Table {
                heading: text("逐笔，最紧的在前", "Debt by debt, the most urgent first"),
                columns: vec![
                    text("欠款编号", "debt"),
                    text("被拖欠企业", "creditor"),
                    text("情况", "state"),
                    text("剩余天数", "days left"),
                    text("届满日", "ends"),
                    text("自", "runs from"),
                    text("起算原因", "why"),
                    text("提前180天", "180 days"),
                    text("提前90天", "90 days"),
                    text("提前30天", "30 days"),
                ],
                figures: 3,
                rows: rows.collect(),
            },
        ],
        data,
    };
    page.remarks(vec![both(
        "三年，自到期或者末期、最近一次中断之日起，取较早的一天（民法典第188、189、195条）；只看台账所记，是提示而非结论",
        "three years from the due day or last instalment, or what last interrupted it; the earlier day is taken (Civil Code art. 188, 189, 195). By the ledger alone: a warning, not a ruling",
    )]);
    page
}

fn left(found: &Limitation, today: NaiveDate) -> i64 {
    (found.deadline - today).num_days()
}

/// Whether a court or an arbitrator has it: then the time does not run, and they decide.
fn is_in_court(entry: &Entry) -> bool {
    entry.judicial.is_some_and(|at| at != Judicial::NotEntered)
}

fn stands(entry: &Entry, found: &Limitation, today: NaiveDate) -> (Words, String) {
    let (words, code) = match found.alert(today) {
        _ if is_in_court(entry) => (
            both("由法院、仲裁机构认定", "decided by the court"),
            "IN_COURT",
        ),
        _ if found.is_under_two_years => (
            both(
                "按原两年时效可能已届满",
                "perhaps over under the former two years",
            ),
            "OVER_UNDER_TWO_YEARS",
        ),
        Some(Alert::Within(days)) => {
            let words = both(format!("{days}天内"), format!("within {days} days"));
            return (words, format!("WITHIN_{days}"));
        }
        Some(Alert::Passed) => (both("可能已届满", "perhaps over"), "PASSED"),
        None => (both("未到提示期", "time is left"), "RUNNING"),
    };
    (words, code.to_owned())
}

/// What the time runs from.
fn since(entry: &Entry, found: &Limitation) -> Words {
    let events = events(entry);
    let last = events.iter().rev().find(|(day, _)| *day == found.basis);
    last.map_or_else(|| both("到期", "due"), |(_, event)| said_of(*event).0)
}

fn said_of(event: Event) -> (Words, &'static str) {
    match event {
        Event::Demand => (both("催收", "demand"), "DEMAND"),
        Event::Agreement => (both("还款协议", "agreement"), "AGREEMENT"),
        Event::Plan => (both("清偿计划", "plan"), "PLAN"),
        Event::Payment => (both("清偿", "payment"), "PAYMENT"),
        Event::Promise => (both("计划还款日", "planned payment"), "PLANNED_PAYMENT"),
    }
}
