//! Days by which others must act: complaints dealt with (条例25 of 2025), arrears disclosed
//! (条例16 of 2020, 18 of 2025).

use chrono::{Days, NaiveDate};

use crate::almanac::{Calendar, Regulations, Told};

/// A complaint on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Complaint {
    /// The day it was formally accepted.
    pub accepted: Option<NaiveDate>,
    /// The day who deals with it received it.
    pub received: Option<NaiveDate>,
    /// Whether a last day that is no workday moves to the next one; workdays need no moving.
    pub rolls: bool,
}

/// By when each step must be done. A step the version in force on its day sets no time for, or
/// that has not begun, is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// Handed to who deals with it.
    pub transfer: Option<Told<NaiveDate>>,
    /// Dealt with.
    pub answer: Option<Told<NaiveDate>>,
    /// Dealt with, where an extension was granted.
    pub answer_longest: Option<Told<NaiveDate>>,
}

/// By when a complaint must have gone through its steps.
pub fn complaint(
    complaint: &Complaint,
    regulations: &Regulations,
    calendar: &Calendar,
) -> Deadlines {
    let transfer = complaint.accepted.and_then(|day| {
        let workdays = regulations.on(day)?.transfer_workdays?;
        Some(calendar.add_workdays(day, workdays))
    });
    let version = complaint.received.and_then(|day| regulations.on(day));
    let later = |days: Option<u32>| {
        let day = complaint.received?;
        let last = day.checked_add_days(Days::new(u64::from(days?)))?;
        Some(if complaint.rolls {
            calendar.roll(last)
        } else {
            Told::certain(last)
        })
    };
    Deadlines {
        transfer,
        answer: later(version.and_then(|version| version.answer_days)),
        answer_longest: later(version.and_then(|version| version.answer_longest)),
    }
}

/// Who discloses arrears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discloser {
    /// State organs and public institutions, by themselves.
    Public,
    /// Large firms, in their annual reports.
    Large,
}

/// The last day for disclosing a year's arrears, in the year after; `None` where no version is in
/// force by then. It is fixed by the law and does not move.
pub fn disclosure(year: i32, discloser: Discloser, regulations: &Regulations) -> Option<NaiveDate> {
    let next = year.checked_add(1)?;
    regulations.versions().iter().find_map(|version| {
        let (month, day) = match discloser {
            Discloser::Public => version.public_disclosure,
            Discloser::Large => version.large_disclosure,
        };
        let day = NaiveDate::from_ymd_opt(next, month, day)?;
        version.covers(day).then_some(day)
    })
}
