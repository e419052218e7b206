//! When a payment is due: the day its term starts and how long it is (条例 8–9 of 2020, 9–10 of
//! 2025; 民法典 201 and 203).

use chrono::{Days, NaiveDate};

use crate::almanac::{Beyond, Calendar, Regulation, Regulations, Told};

/// What happened to a delivery, as far as a term may start from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Events {
    /// Both sides confirmed the amount of a progress or periodic settlement.
    pub settled: Option<NaiveDate>,
    /// It passed inspection or acceptance.
    pub accepted: Option<NaiveDate>,
    /// The last day the contract gives for inspection.
    pub inspection_ends: Option<NaiveDate>,
    /// It was delivered.
    pub delivered: Option<NaiveDate>,
}

/// The event a term starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The settled amount was confirmed.
    Settled,
    /// It was accepted.
    Accepted,
    /// The time for inspection ran out.
    InspectionEnded,
    /// It was delivered.
    Delivered,
}

/// Why no term has started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotStarted {
    /// Nothing is known that it could start from.
    NoEvent,
    /// It is still being inspected; until when.
    Inspected(NaiveDate),
}

/// The day a term starts from, and why: settlement before acceptance before the end of a late
/// inspection before delivery. Without a day of today, an inspection not reported is late.
///
/// # Errors
/// When nothing has started it.
pub fn start(events: &Events, today: Option<NaiveDate>) -> Result<(NaiveDate, Event), NotStarted> {
    let known = [
        (events.settled, Event::Settled),
        (events.accepted, Event::Accepted),
        (events.inspection_ends, Event::InspectionEnded),
        (events.delivered, Event::Delivered),
    ];
    let first = known
        .into_iter()
        .find_map(|(day, event)| day.map(|day| (day, event)));
    match first {
        None => Err(NotStarted::NoEvent),
        Some((ends, Event::InspectionEnded)) if today.is_some_and(|today| today <= ends) => {
            Err(NotStarted::Inspected(ends))
        }
        Some(start) => Ok(start),
    }
}

/// Who pays, as far as terms differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payer {
    /// A state organ or public institution, or a group organisation by reference.
    Public,
    /// A large firm.
    Large,
    /// Anybody else: only the contract counts.
    Other,
}

/// What a term of payment follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Who pays.
    pub payer: Payer,
    /// The day of the contract, which decides the version; the day the term starts where unknown.
    pub signed: Option<NaiveDate>,
    /// The day the term starts from, itself not counted.
    pub start: NaiveDate,
    /// The days the contract gives.
    pub agreed_days: Option<u32>,
    /// Whether a due day that is no workday moves to the next one.
    pub rolls: bool,
}

/// A term and the days it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// How many days.
    pub days: u32,
    /// The last day as counted.
    pub nominal: NaiveDate,
    /// The last day for paying.
    pub day: NaiveDate,
    /// The first day that is late.
    pub first_overdue: NaiveDate,
    /// What must be said about the term.
    pub flag: Option<Flag>,
    /// Says so where days off are not known.
    pub beyond: Option<Beyond>,
}

/// What must be said about a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// The contract gives a public body more than it may; the most it may, which counts.
    ExceedsLongest(u32),
    /// A large firm's contract gives more than is usual: allowed where reasonable.
    NeedsReason(u32),
}

impl Flag {
    /// Its name in files and answers.
    pub fn code(self) -> String {
        match self {
            Self::ExceedsLongest(days) => format!("TERM_EXCEEDS_{days}"),
            Self::NeedsReason(days) => format!("TERM_OVER_{days}_NEEDS_REASON"),
        }
    }
}

/// Why no due day follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTerm {
    /// The contract is silent, and so was the law before this day.
    SilentBefore(NaiveDate),
    /// The contract is silent, and no law gives such a payer a term.
    Silent,
    /// The days lead past the calendar of dates.
    TooLong,
}

impl NoTerm {
    /// Its name in files and answers.
    pub fn code(self) -> String {
        match self {
            Self::SilentBefore(day) => format!("NO_STATUTORY_TERM_BEFORE_{day}"),
            Self::Silent => "NO_STATUTORY_TERM".to_owned(),
            Self::TooLong => "TERM_TOO_LONG".to_owned(),
        }
    }
}

/// The day a payment is due.
///
/// # Errors
/// When neither the contract nor the version of the Regulation in force when it was signed gives
/// a term.
pub fn due(terms: &Terms, regulations: &Regulations, calendar: &Calendar) -> Result<Due, NoTerm> {
    let (days, flag) = days(terms, regulations)?;
    let nominal = later(terms.start, days)?;
    let Told { value: day, beyond } = if terms.rolls {
        calendar.roll(nominal)
    } else {
        Told::certain(nominal)
    };
    Ok(Due {
        days,
        nominal,
        day,
        first_overdue: later(day, 1)?,
        flag,
        beyond,
    })
}

fn later(day: NaiveDate, days: u32) -> Result<NaiveDate, NoTerm> {
    let days = Days::new(u64::from(days));
    day.checked_add_days(days).ok_or(NoTerm::TooLong)
}

/// How many days a term has, and what must be said about them.
///
/// # Errors
/// As [`due`].
pub fn days(terms: &Terms, regulations: &Regulations) -> Result<(u32, Option<Flag>), NoTerm> {
    let version = regulations.on(terms.signed.unwrap_or(terms.start));
    let usual = |version: &Regulation| match terms.payer {
        Payer::Public => Some(version.public_usual),
        Payer::Large => version.large_usual,
        Payer::Other => None,
    };
    let Some(agreed) = terms.agreed_days else {
        let days = version.and_then(usual);
        let since = regulations
            .versions()
            .iter()
            .find(|version| usual(version).is_some());
        return days.map(|days| (days, None)).ok_or(match since {
            Some(version) => NoTerm::SilentBefore(version.from),
            None => NoTerm::Silent,
        });
    };
    let flag = version.and_then(|version| match terms.payer {
        Payer::Public => Some(Flag::ExceedsLongest(version.public_longest)),
        Payer::Large => version.large_longest.map(Flag::NeedsReason),
        Payer::Other => None,
    });
    Ok(match flag {
        Some(Flag::ExceedsLongest(most)) if most < agreed => (most, flag),
        Some(Flag::NeedsReason(most)) if most < agreed => (agreed, flag),
        _ => (agreed, None),
    })
}
