//! The county office's collection: the files units hand in, each verified, and what they say
//! together. It is a file itself, which opens again and can be added to.
//!
//! What is accepted is decided of each file alone ([`examine`]), so the order in which files come
//! does not matter, and a file that comes twice changes nothing. Which of a unit's files stands,
//! which units are missing, what contradicts what: all this follows from the files and is computed
//! anew whenever it is asked.

mod account;
mod allocate;
mod audit;
mod candidate;
mod decision;
mod earlier;
mod examine;
mod file;
mod filing;
mod handed;
mod list;
mod open;
mod question;
mod roster;
mod schema;
mod settings;
mod trend;

pub use account::{Account, Accounts, Basis};
pub use allocate::{Allocated, METHODS, SMALL, Waits, Way, allocations, drafts, waits};
pub use audit::{Change, Changed, Class, Item, changes_of, items};
pub use candidate::{Candidate, Compared, Kind, Outcome, Ref};
pub use decision::{Decision, NoSuchUnit, Verdict};
pub use earlier::Earlier;
pub use examine::{Examined, Received, Refused, Told, examine};
pub use file::FORMAT;
pub use filing::{Filed, Link, Place};
pub use list::List;
pub use open::NotACollection;
pub use question::{Question, questions};
pub use roster::{Filing, Row};
pub use schema::schema;
pub use settings::{LateBy, Settings};
pub use trend::Point;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::campaign::{Campaign, ReportUnit};
use crate::ledger::Ledger;

/// A county's collection for one period.
#[derive(Debug, Clone, Default)]
pub struct County {
    /// The campaign it is for, by its id.
    pub campaign: String,
    /// What the office decided.
    pub settings: Settings,
    /// Tables of debts that others name, such as complaints.
    pub lists: Vec<List>,
    /// What was decided of candidates, by their keys.
    pub decisions: BTreeMap<String, Decision>,
    /// The figures of earlier periods, one after the other.
    pub trend: Vec<Point>,
    /// The digest of the collection of the period before, once it was compared with one.
    pub previous: Option<String>,
    received: BTreeMap<String, Received>,
    refused: BTreeMap<String, Refused>,
}

/// What became of a file that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is in the collection now.
    Accepted,
    /// The same submission was there before, under this name or another.
    Repeated,
    /// It was refused; the collection says why.
    Refused,
}

/// A unit, and its ledger as the county counts it.
#[derive(Debug, Clone)]
pub struct Counted<'a> {
    /// The unit's place on the roster.
    pub place: usize,
    /// The unit.
    pub unit: &'a ReportUnit,
    /// The file it came in.
    pub received: &'a Received,
    /// Its ledger, with debts that count elsewhere taken off.
    pub ledger: Cow<'a, Ledger>,
    /// How many were taken off by decision.
    pub taken_off: usize,
}

impl County {
    /// An empty collection of a campaign.
    pub fn of(campaign: &Campaign) -> Self {
        Self {
            campaign: campaign.id.clone(),
            ..Self::default()
        }
    }

    /// Adds a file that was examined. What came twice keeps the first name in the order of letters
    /// and the first day, so that the order of adding does not show.
    pub fn add(&mut self, examined: Examined) -> Added {
        match examined {
            Examined::Accepted(new) => self.accept(*new),
            Examined::Refused(new) => {
                if let Some(known) = self.refused.get_mut(&new.hash) {
                    earliest(&mut known.name, new.name);
                    known.received_on = known.received_on.min(new.received_on);
                } else {
                    self.refused.insert(new.hash.clone(), new);
                }
                Added::Refused
            }
        }
    }

    fn accept(&mut self, new: Received) -> Added {
        if let Some(known) = self.received.get_mut(&new.digest) {
            earliest(&mut known.name, new.name);
            known.received_on = known.received_on.min(new.received_on);
            return Added::Repeated;
        }
        self.received.insert(new.digest.clone(), new);
        Added::Accepted
    }

    /// Takes over what another collection of the campaign holds: files, lists, decisions (of two on
    /// one candidate the later), figures of earlier periods. The settings stay this one's.
    pub fn join(&mut self, other: Self) {
        for one in other.received.into_values() {
            self.accept(one);
        }
        for one in other.refused.into_values() {
            self.add(Examined::Refused(one));
        }
        for list in other.lists {
            self.list(list);
        }
        for (key, new) in other.decisions {
            let is_later = |known: &Decision| known.decided_on < new.decided_on;
            if self.decisions.get(&key).is_none_or(is_later) {
                self.decisions.insert(key, new);
            }
        }
        self.trend = trend::joined(&self.trend, &other.trend);
        self.previous = self.previous.take().or(other.previous);
    }

    /// Puts a list of debts others name in; one of the same name gives way to it.
    pub fn list(&mut self, list: List) {
        self.lists.retain(|known| known.name != list.name);
        self.lists.push(list);
        self.lists.sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// The files that were accepted, in the order of their digests.
    pub fn received(&self) -> impl Iterator<Item = &Received> {
        self.received.values()
    }

    /// An accepted file by its digest.
    pub fn file(&self, digest: &str) -> Option<&Received> {
        self.received.get(digest)
    }

    /// The files that were refused, in the order of what is in them.
    pub fn refused(&self) -> impl Iterator<Item = &Refused> {
        self.refused.values()
    }

    /// The collection without its files: what was decided, the lists, the figures of before. For
    /// hosts that keep the files themselves and add them again.
    #[must_use]
    pub fn head(&self) -> Self {
        Self {
            campaign: self.campaign.clone(),
            settings: self.settings.clone(),
            lists: self.lists.clone(),
            decisions: self.decisions.clone(),
            trend: self.trend.clone(),
            previous: self.previous.clone(),
            received: BTreeMap::new(),
            refused: BTreeMap::new(),
        }
    }

    /// Compares the collection with that of the period before from now on: its digest and figures
    /// are kept.
    pub fn follow(&mut self, earlier: &Earlier) {
        self.previous = Some(earlier.digest.clone());
        self.trend.clone_from(&earlier.trend);
    }

    /// Forgets a file that was refused, by its hash.
    pub fn dismiss(&mut self, hash: &str) {
        self.refused.remove(hash);
    }

    /// Takes an accepted file out again, by its digest.
    pub fn withdraw(&mut self, digest: &str) {
        self.received.remove(digest);
    }

    /// The ledger of each unit that stands, in the order of the roster, with what was decided of
    /// duplicates: a debt that counts at another unit is taken off here, as its unit would.
    pub fn counted<'a>(&'a self, campaign: &'a Campaign) -> Vec<Counted<'a>> {
        let off = self.taken_off(campaign);
        let standing = self.standing(campaign).into_iter();
        standing
            .map(|filed| {
                let code = &filed.unit.code;
                let is_off = |row: &(String, String)| row.0 == *code;
                let ids: Vec<&str> = off
                    .iter()
                    .filter(|row| is_off(row))
                    .map(|row| row.1.as_str())
                    .collect();
                let (ledger, taken_off) = decision::without(&filed.received.ledger, &ids);
                Counted {
                    place: filed.place_on_roster,
                    unit: filed.unit,
                    received: filed.received,
                    ledger,
                    taken_off,
                }
            })
            .collect()
    }
}

/// Of two names the first in the order of letters.
fn earliest(known: &mut String, new: String) {
    if new < *known {
        *known = new;
    }
}
