//! When a claim may become time-barred (诉讼时效, 民法典 188, 189 and 195): a warning, not a ruling.

use chrono::{Days, NaiveDate};

use crate::almanac::add_months;

/// Days before the last one on which people should be told.
pub const ALERTS: [u16; 3] = [180, 90, 30];

/// Claims that fell due before this day may have run out under the two years of the former law
/// (法释〔2018〕12号).
const TWO_YEARS_BEFORE: Option<NaiveDate> = NaiveDate::from_ymd_opt(2015, 10, 1);

/// What a limitation runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim<'a> {
    /// The day it was due.
    pub due: NaiveDate,
    /// The day the last of its instalments was due; one debt runs from its last (民法典 189).
    pub last_instalment: Option<NaiveDate>,
    /// Days it was interrupted: demands, part payments, plans, complaints, suits (民法典 195).
    pub interruptions: &'a [NaiveDate],
}

/// How long a claim is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limitation {
    /// The day it runs from.
    pub basis: NaiveDate,
    /// The day by which to act: the corresponding day three years on. Counted strictly it may be
    /// a day later; early is the safe side.
    pub deadline: NaiveDate,
    /// The day it was due, as far as instalments go the last of them.
    pub due: NaiveDate,
    /// Whether the two years of the former law had run out before it ended.
    pub is_under_two_years: bool,
}

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// So many days or fewer are left, one of [`ALERTS`].
    Within(u16),
    /// It has passed.
    Passed,
}

/// How long a claim is safe.
///
/// ```
/// use arrears_ledger::calc::limitation::{Alert, Claim, limitation};
/// use chrono::NaiveDate;
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let claim = Claim {
///     due: day(2019, 12, 31),
///     last_instalment: None,
///     interruptions: &[day(2022, 6, 15)],
/// };
/// let limitation = limitation(&claim);
/// assert_eq!(limitation.deadline, day(2025, 6, 15));
/// assert_eq!(limitation.alert(day(2025, 6, 1)), Some(Alert::Within(30)));
/// ```
pub fn limitation(claim: &Claim<'_>) -> Limitation {
    let due = claim.due.max(claim.last_instalment.unwrap_or(claim.due));
    let basis = claim
        .interruptions
        .iter()
        .copied()
        .fold(due, NaiveDate::max);
    Limitation {
        basis,
        deadline: add_months(basis, 36),
        due,
        is_under_two_years: has_run_out_before(due, claim.interruptions),
    }
}

/// Whether a claim due on a day is old enough for the two years of the former law.
pub(crate) fn may_have_run_out_before(due: NaiveDate) -> bool {
    TWO_YEARS_BEFORE.is_some_and(|limit| due < limit)
}

/// Whether two years had passed, with no interruption in time, before the former law ended.
fn has_run_out_before(due: NaiveDate, interruptions: &[NaiveDate]) -> bool {
    // What interrupts it only brings it nearer: most claims are younger.
    if !may_have_run_out_before(due) {
        return false;
    }
    let mut days = interruptions.to_vec();
    days.sort_unstable();
    let mut runs_from = due;
    for day in days {
        if runs_from < day && day <= add_months(runs_from, 24) {
            runs_from = day;
        }
    }
    TWO_YEARS_BEFORE.is_some_and(|limit| runs_from < limit)
}

impl Limitation {
    /// The days on which to tell people, those of [`ALERTS`].
    pub fn alerts(&self) -> [NaiveDate; 3] {
        let before = |days: u16| self.deadline.checked_sub_days(Days::new(u64::from(days)));
        ALERTS.map(|days| before(days).unwrap_or(self.deadline))
    }

    /// The day past which no court extends it: twenty years from when it was due.
    pub fn outer(&self) -> NaiveDate {
        add_months(self.due, 240)
    }

    /// Whether the time is over on a day.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.is_under_two_years || self.deadline < day
    }

    /// The nearest alert on a day by its deadline; `None` while there is time.
    pub fn alert(&self, today: NaiveDate) -> Option<Alert> {
        if self.deadline < today {
            return Some(Alert::Passed);
        }
        let mut alerts = self.alerts().into_iter().zip(ALERTS);
        alerts
            .rfind(|(day, _)| *day <= today)
            .map(|(_, days)| Alert::Within(days))
    }
}
