//! The head of a campaign: what must not be blank, and days in their order.

use chrono::{Datelike, NaiveDate};

use super::Faults;
use crate::campaign::Campaign;
use crate::date::When;
use crate::rule::Severity::{Error, Notice, Warning};

pub(super) fn check(campaign: &Campaign, faults: &mut Faults) {
    blanks(campaign, faults);
    let dates = &campaign.deadlines;
    // A day that could not be read has been told, and stands at the beginning of time.
    let unread = NaiveDate::default();
    if dates.ledger == unread || dates.plan == unread {
        return;
    }
    if dates.plan < dates.ledger {
        let what = (
            format!("清偿计划的期限{}早于台账的期限{}", dates.plan, dates.ledger),
            format!(
                "plans are due on {}, before ledgers on {}",
                dates.plan, dates.ledger
            ),
        );
        let todo = ("核对两个期限", "check both deadlines");
        faults.add(
            Error,
            "/deadlines/plan".to_owned(),
            (&what.0, &what.1),
            todo,
        );
    }
    if let Ok(period) = When::parse(&campaign.period) {
        for (name, day) in [("ledger", dates.ledger), ("plan", dates.plan)] {
            of_period(name, day, period, faults);
        }
    }
    let first = dates.ledger.min(dates.plan);
    if first < campaign.notice.issued_on {
        let path = "/notice/issued_on".to_owned();
        let what = (
            "通知印发日期晚于期限，按期报送的也会显示为早于通知",
            "the notice was issued after a deadline it sets",
        );
        faults.add(
            Notice,
            path,
            what,
            ("确系如此的不用修改", "leave it if it is so"),
        );
    }
}

/// A deadline lies in its period, or in the year after.
fn of_period(name: &str, day: NaiveDate, period: When, faults: &mut Faults) {
    let path = format!("/deadlines/{name}");
    let todo = ("核对报告期和期限的年月", "check the year and month of both");
    if day < period.first() {
        let what = (
            format!("期限{day}早于报告期{period}开始"),
            format!("{day} lies before the period {period} begins"),
        );
        faults.add(Error, path, (&what.0, &what.1), todo);
    } else if period.last().year() + 1 < day.year() {
        let what = (
            format!("期限{day}比报告期{period}晚一年以上"),
            format!("{day} lies more than a year after the period {period}"),
        );
        faults.add(Warning, path, (&what.0, &what.1), todo);
    }
}

fn blanks(campaign: &Campaign, faults: &mut Faults) {
    let is_area =
        |area: &str| area.len() == 6 && area.bytes().all(|letter| letter.is_ascii_digit());
    let texts = [
        ("/id", campaign.id.as_str()),
        ("/title/zh", &campaign.title.zh),
        ("/short/zh", &campaign.short.zh),
        ("/notice/number", &campaign.notice.number),
        ("/county", &campaign.county),
        ("/office/name", &campaign.office.name),
        ("/sheet_title", &campaign.sheet_title),
    ];
    for (path, _) in texts.iter().filter(|(_, text)| text.trim().is_empty()) {
        let what = ("没有填写", "is blank");
        faults.add(Error, (*path).to_owned(), what, ("填写", "fill it in"));
    }
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if !campaign.id.chars().all(is_plain) {
        let what = (
            "代号会写进文件名，只能用字母、数字、-和_",
            "the id goes into names of files: letters, digits, - and _ only",
        );
        faults.add(
            Error,
            "/id".to_owned(),
            what,
            ("改写代号", "choose another id"),
        );
    }
    if !is_area(&campaign.area) {
        let what = (
            "应为6位行政区划代码",
            "should be an area code of six digits",
        );
        faults.add(
            Error,
            "/area".to_owned(),
            what,
            ("填写县的代码", "fill in the county's"),
        );
    }
}
