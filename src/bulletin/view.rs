//! All that the papers of one collection are made from, gathered once.

use chrono::NaiveDate;

use crate::almanac::Law;
use crate::campaign::Campaign;
use crate::county::{Accounts, Counted, County, Earlier, Row};
use crate::date::When;
use crate::ledger::Before;

/// A collection as it is seen on a day.
#[derive(Debug)]
pub struct View<'a> {
    /// The collection.
    pub county: &'a County,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The collection of the period before.
    pub earlier: Option<&'a Earlier>,
    /// The day.
    pub today: NaiveDate,
    /// The dated facts of law.
    pub law: &'a Law,
    /// The ledgers that count.
    pub counted: Vec<Counted<'a>>,
    /// How each unit reported.
    pub roster: Vec<Row<'a>>,
    /// The movement since the period before.
    pub accounts: Accounts<'a>,
    /// The period.
    pub period: Option<When>,
    /// The last day the ledgers are counted to.
    pub cutoff: Option<NaiveDate>,
}

impl<'a> View<'a> {
    /// Gathers what papers are made from.
    pub fn of(
        county: &'a County,
        campaign: &'a Campaign,
        earlier: Option<&'a Earlier>,
        today: NaiveDate,
        law: &'a Law,
    ) -> Self {
        let counted = county.counted(campaign);
        let roster = county.roster(campaign, earlier, today);
        let accounts = county.accounts(&counted, campaign, earlier);
        let days = counted
            .iter()
            .filter_map(|one| one.ledger.header.cutoff_date);
        let cutoff = days.max();
        Self {
            county,
            campaign,
            earlier,
            today,
            law,
            roster,
            accounts,
            period: county.period(),
            cutoff,
            counted,
        }
    }

    /// What a unit handed in for the period before.
    pub fn before(&self, unit: &str) -> Option<&'a Before> {
        self.earlier?.of_unit(unit)
    }

    pub(super) fn decimals(&self) -> usize {
        usize::from(self.county.settings.decimals)
    }
}
