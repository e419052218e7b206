//! The ledgers of many units, as the office that collects them has them.

mod movement;

pub use movement::Movement;

use chrono::NaiveDate;

use crate::campaign::{Campaign, ReportUnit};
use crate::date::When;
use crate::ledger::{Before, Entry, Ledger};

/// All that was handed in for a period, and what it is compared with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Collection<'a> {
    /// The ledgers, in the order in which they were given. A unit may have several revisions.
    pub ledgers: &'a [Ledger],
    /// What the units handed in for the period before.
    pub before: &'a [Before],
    /// Debts that others name: complaints, audits. As far as they say it, with debtor, creditor and
    /// amount.
    pub leads: &'a [Entry],
}

/// A unit and the ledger that stands for it.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The ledger's place among those given.
    pub place: usize,
    /// The unit.
    pub unit: &'a ReportUnit,
    /// Its ledger.
    pub ledger: &'a Ledger,
}

impl Report<'_> {
    /// A later period goes before a later revision.
    fn rank(&self) -> (Option<NaiveDate>, u32) {
        let period = self.ledger.header.period.map(When::first);
        (period, self.ledger.revision)
    }
}

/// The last ledger of each unit, in the order in which the units first appear. Ledgers of no unit on
/// the roster are left out.
///
/// ```
/// use arrears_ledger::amount::Unit;
/// use arrears_ledger::campaign::Campaign;
/// use arrears_ledger::collection::last_reports;
/// use arrears_ledger::ledger::{Header, Ledger, fields::Record, header::Field};
/// let ledger = |name, revision| {
///     let mut header = Header::default();
///     header.set(Field::ReportUnitName, name, Unit::Wan);
///     Ledger { header, revision, ..Ledger::default() }
/// };
/// let ledgers = [ledger("龙泉乡", 2), ledger("水寨乡", 1), ledger("龙泉乡", 1)];
/// let campaign = Campaign::yexian_2022();
/// let reports = last_reports(&mut ledgers.iter(), &campaign);
/// let places: Vec<usize> = reports.iter().map(|report| report.place).collect();
/// assert_eq!(places, [0, 1]);
/// ```
pub fn last_reports<'a>(
    ledgers: &mut dyn Iterator<Item = &'a Ledger>,
    campaign: &'a Campaign,
) -> Vec<Report<'a>> {
    let mut reports: Vec<Report<'a>> = Vec::new();
    for (place, ledger) in ledgers.enumerate() {
        let Some(unit) = campaign.reporter(&ledger.header) else {
            continue;
        };
        let report = Report {
            place,
            unit,
            ledger,
        };
        match reports.iter_mut().find(|one| one.unit.code == unit.code) {
            Some(known) if known.rank() <= report.rank() => *known = report,
            Some(_) => {}
            None => reports.push(report),
        }
    }
    reports
}

impl<'a> Collection<'a> {
    /// The last ledger of each unit.
    pub fn reports(&self, campaign: &'a Campaign) -> Vec<Report<'a>> {
        last_reports(&mut self.ledgers.iter(), campaign)
    }

    /// What a unit handed in for the period before.
    pub fn before_of(&self, unit: &ReportUnit, campaign: &'a Campaign) -> Option<&'a Before> {
        let earlier = last_reports(&mut self.before.iter().map(Before::ledger), campaign);
        let report = earlier.iter().find(|one| one.unit.code == unit.code)?;
        self.before.get(report.place)
    }
}
