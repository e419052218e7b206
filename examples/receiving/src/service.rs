//! What every request is given: the office, and what does not change while the service runs.

use std::sync::Arc;

use arrears_ledger::almanac::Law;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::county::{Examined, examine};
use axum::body::Bytes;
use chrono::NaiveDate;
use serde::Deserialize;
use tokio::sync::{Mutex, Semaphore};
use tokio::task::spawn_blocking;

use crate::month::Month;
use crate::office::{Filed, NotFiled, Office};
use crate::problem::{Kind, Problem};
use crate::settings::{Bounds, today_in_china};

/// The service, one and the same for every request.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    office: Arc<Mutex<Office>>,
    campaigns: Arc<[Campaign]>,
    today: Option<NaiveDate>,
    pub(crate) bounds: Bounds,
    /// The uploads that may be in memory.
    pub(crate) uploads: Arc<Semaphore>,
    /// The description of the service, for whoever asks.
    pub(crate) description: Arc<str>,
}

/// What is asked of a file before it is examined: where it belongs. All else in it is for the crate
/// to read.
#[derive(Debug, Default, Deserialize)]
struct Address {
    #[serde(default)]
    campaign: String,
    #[serde(default)]
    header: Period,
}

#[derive(Debug, Default, Deserialize)]
struct Period {
    #[serde(default)]
    period: String,
}

impl Service {
    pub(crate) fn new(
        office: Office,
        campaigns: Vec<Campaign>,
        today: Option<NaiveDate>,
        bounds: Bounds,
        description: String,
    ) -> Self {
        Self {
            office: Arc::new(Mutex::new(office)),
            campaigns: campaigns.into(),
            today,
            bounds,
            uploads: Arc::new(Semaphore::new(bounds.at_once)),
            description: description.into(),
        }
    }

    /// The day that counts.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(today_in_china)
    }

    /// A campaign by its id; the first where none is named.
    pub(crate) fn campaign(&self, id: Option<&str>) -> Result<&Campaign, Problem> {
        let mut known = self.campaigns.iter();
        let found = known.find(|campaign| id.is_none_or(|id| campaign.id == id));
        found.ok_or_else(|| {
            let known: Vec<&str> = self.campaigns.iter().map(|one| one.id.as_str()).collect();
            let known = known.join(", ");
            Problem::new(
                Kind::NotFound,
                format!("没有这个专项行动，有：{known}"),
                format!("there is no such campaign: there are {known}"),
            )
        })
    }

    /// Examines an upload and files it, or keeps that it was refused. A thread of its own: a large
    /// ledger takes a processor for seconds. Files are examined side by side; only the filing waits its
    /// turn.
    pub(crate) async fn hand_in(&self, name: String, file: Bytes) -> Result<Filed, Problem> {
        let (service, today) = (self.clone(), self.today());
        at_work(move || {
            let address: Address = serde_json::from_slice(&file).unwrap_or_default();
            // A file of no campaign that is known is examined for the first, and so refused.
            let campaign = service
                .campaign(Some(&address.campaign))
                .or_else(|_| service.campaign(None))?;
            match examine(&name, &file, today, campaign, Law::carried()) {
                Examined::Accepted(received) => {
                    let filed = service.office.blocking_lock().file(campaign, *received);
                    filed.map_err(|why| match why {
                        NotFiled::Chain(expected) => Problem::chain(expected),
                        NotFiled::Full => Problem::plain(Kind::Full),
                        NotFiled::Fault(why) => Problem::fault(&why),
                    })
                }
                Examined::Refused(refused) => {
                    let problem = Problem::findings(refused.clone());
                    let mut office = service.office.blocking_lock();
                    let month: Option<Month> = address.header.period.parse().ok();
                    let month = month.unwrap_or_else(|| office.last_month(campaign));
                    let kept = office.refuse(campaign, month, refused);
                    kept.map_err(|why| Problem::fault(&why))?;
                    Err(problem)
                }
            }
        })
        .await
    }

    /// Asks the office for something.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        campaign: Option<&str>,
        ask: impl FnOnce(&mut Office, &Campaign, NaiveDate) -> Result<T, rusqlite::Error>
        + Send
        + 'static,
    ) -> Result<T, Problem> {
        let campaign = self.campaign(campaign)?.clone();
        let (office, today) = (Arc::clone(&self.office), self.today());
        at_work(move || {
            ask(&mut office.blocking_lock(), &campaign, today).map_err(|why| Problem::fault(&why))
        })
        .await
    }
}

/// Does work that keeps a processor busy, off the threads that listen.
async fn at_work<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    match spawn_blocking(work).await {
        Ok(done) => done,
        // Only that it stopped is told: what a panic says may quote the file.
        Err(_) => Err(Problem::fault(&"work stopped in the middle")),
    }
}
