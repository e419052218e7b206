//! What the county office holds: every submission on disk, and the same as collections in memory,
//! one a month, from which papers are made.

use std::collections::BTreeMap;

use arrears_ledger::almanac::Law;
use arrears_ledger::bulletin::View;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::county::{County, Earlier, Examined, Received, Refused, examine};
use arrears_ledger::limits;
use chrono::NaiveDate;

use crate::month::Month;
use crate::problem::Expected;
use crate::settings::Due;
use crate::store::{Kept, Owner, Record, Store, Wanted};

/// The store and the collections. Whoever has it has it alone, so that what is looked up and what is
/// kept upon it are one step.
#[derive(Debug)]
pub(crate) struct Office {
    store: Store,
    /// By campaign and month.
    counties: BTreeMap<(String, Month), County>,
    due: Vec<Due>,
}

/// What became of a file that is in order.
#[derive(Debug)]
pub(crate) enum Filed {
    New(Record),
    /// The same was there already.
    Known(Record),
}

/// Why a file that is in order was not kept.
#[derive(Debug)]
pub(crate) enum NotFiled {
    Chain(Vec<Expected>),
    Full,
    Fault(rusqlite::Error),
}

impl From<rusqlite::Error> for NotFiled {
    fn from(why: rusqlite::Error) -> Self {
        Self::Fault(why)
    }
}

/// Why the office does not open.
#[derive(Debug)]
pub(crate) enum NotOpened {
    Database(rusqlite::Error),
    /// A file in the database is not in order, as this version of the crate has it.
    Refused {
        digest: String,
        codes: Vec<String>,
    },
}

impl From<rusqlite::Error> for NotOpened {
    fn from(why: rusqlite::Error) -> Self {
        Self::Database(why)
    }
}

impl std::fmt::Display for NotOpened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Database(why) => write!(f, "the database does not open: {why}"),
            Self::Refused { digest, codes } => {
                let codes = codes.join(" ");
                write!(f, "{digest} was accepted, and is refused now: {codes}")
            }
        }
    }
}

impl Office {
    /// Opens the store and examines anew all that is in it.
    pub(crate) fn open(
        store: Store,
        campaigns: &[Campaign],
        due: Vec<Due>,
    ) -> Result<Self, NotOpened> {
        let mut office = Self {
            store,
            counties: BTreeMap::new(),
            due,
        };
        for campaign in campaigns {
            let mut received = Vec::new();
            office.store.each(&campaign.id, &mut |kept| {
                received.push(again(kept, campaign)?);
                Ok::<(), NotOpened>(())
            })?;
            for one in received {
                let month = month_of(&one, campaign);
                office
                    .county(campaign, month)
                    .add(Examined::Accepted(Box::new(one)));
            }
            for (month, refused) in office.store.refusals(&campaign.id)? {
                office
                    .county(campaign, month)
                    .add(Examined::Refused(refused));
            }
        }
        Ok(office)
    }

    /// Files a submission that is in order: once, and only behind the revision it amends.
    pub(crate) fn file(
        &mut self,
        campaign: &Campaign,
        received: Received,
    ) -> Result<Filed, NotFiled> {
        if let Some(known) = self.store.find(&received.digest)? {
            return Ok(Filed::Known(known));
        }
        let month = month_of(&received, campaign);
        // INVARIANT: what is examined and accepted is of a unit on the roster.
        let unit = campaign.reporter(&received.ledger.header);
        let owner = Owner {
            campaign: &campaign.id,
            unit: unit.map_or("", |unit| &unit.code),
            unit_name: unit.map_or("", |unit| &unit.name),
            month,
        };
        let expected = self.store.expected(owner)?;
        let ledger = &received.ledger;
        let is_own =
            |one: &Expected| (one.revision, &one.previous) == (ledger.revision, &ledger.previous);
        if !expected.iter().any(is_own) {
            return Err(NotFiled::Chain(expected));
        }
        if self.is_full(campaign, month) {
            return Err(NotFiled::Full);
        }
        self.store.keep(owner, &received)?;
        let record = self
            .store
            .find(&received.digest)?
            .ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        self.county(campaign, month)
            .add(Examined::Accepted(Box::new(received)));
        Ok(Filed::New(record))
    }

    /// Keeps that a file was refused, for the roster says so; beyond what a collection holds, nothing
    /// is kept.
    pub(crate) fn refuse(
        &mut self,
        campaign: &Campaign,
        month: Month,
        refused: Refused,
    ) -> Result<(), rusqlite::Error> {
        if self.is_full(campaign, month) {
            return Ok(());
        }
        self.store.refuse(&campaign.id, month, &refused)?;
        self.county(campaign, month).add(Examined::Refused(refused));
        Ok(())
    }

    /// The records wanted, in the order they came.
    pub(crate) fn list(&self, wanted: Wanted<'_>) -> Result<Vec<Record>, rusqlite::Error> {
        self.store.list(wanted)
    }

    /// A submission by its digest.
    pub(crate) fn text(&self, digest: &str) -> Result<Option<String>, rusqlite::Error> {
        self.store.text(digest)
    }

    /// The last month anything was received for, or else the campaign's own.
    pub(crate) fn last_month(&self, campaign: &Campaign) -> Month {
        let own = |key: &&(String, Month)| key.0 == campaign.id;
        let last = self.counties.keys().filter(own).map(|key| key.1).max();
        last.or_else(|| campaign.period.parse().ok())
            .unwrap_or_else(|| campaign.deadlines.ledger.into())
    }

    /// The collection of a month, compared with that of the month before it, as it is seen on a day.
    pub(crate) fn look<T>(
        &mut self,
        campaign: &Campaign,
        month: Month,
        today: NaiveDate,
        look: impl FnOnce(&View<'_>) -> T,
    ) -> T {
        let is_before = |key: &&(String, Month)| key.0 == campaign.id && key.1 < month;
        let before = self
            .counties
            .keys()
            .filter(is_before)
            .map(|key| key.1)
            .max();
        let earlier =
            before.map(|before| Earlier::of(self.county(campaign, before).clone(), campaign));
        // A month of which nothing came has papers too, and is not remembered.
        let mut empty = self.empty(campaign, month);
        let known = self.counties.get_mut(&(campaign.id.clone(), month));
        let county = known.unwrap_or(&mut empty);
        if let Some(earlier) = &earlier {
            county.follow(earlier);
        }
        look(&View::of(
            county,
            campaign,
            earlier.as_ref(),
            today,
            Law::carried(),
        ))
    }

    fn county(&mut self, campaign: &Campaign, month: Month) -> &mut County {
        let empty = self.empty(campaign, month);
        self.counties
            .entry((campaign.id.clone(), month))
            .or_insert(empty)
    }

    fn empty(&self, campaign: &Campaign, month: Month) -> County {
        let mut county = County::of(campaign);
        county.settings.period = month.period();
        let due = self.due.iter().find(|due| due.month == month);
        county.settings.due = due.map(|due| due.day);
        county
    }

    fn is_full(&mut self, campaign: &Campaign, month: Month) -> bool {
        let county = self.county(campaign, month);
        limits::COLLECTION_FILES <= county.received().count() + county.refused().count()
    }
}

/// The month a submission is for.
fn month_of(received: &Received, campaign: &Campaign) -> Month {
    let period = received.ledger.header.period;
    period.map_or_else(|| campaign.deadlines.ledger.into(), Month::from)
}

/// Examines a file of the store again.
fn again(kept: Kept, campaign: &Campaign) -> Result<Received, NotOpened> {
    let Kept {
        digest,
        name,
        received_on,
        text,
    } = kept;
    match examine(
        &name,
        text.as_bytes(),
        received_on,
        campaign,
        Law::carried(),
    ) {
        Examined::Accepted(received) => Ok(*received),
        Examined::Refused(refused) => Err(NotOpened::Refused {
            digest,
            codes: refused.findings.into_iter().map(|told| told.code).collect(),
        }),
    }
}
