//! The office of the county of 40 units: its files collected.
#![allow(dead_code, reason = "each test uses a part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use arrears_ledger::almanac::Law;
use arrears_ledger::bulletin::View;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::county::{Added, Candidate, County, Decision, Earlier, List, Verdict, examine};
use arrears_ledger::ledger::Entry;
use chrono::NaiveDate;
use serde_json::Value;

pub(crate) struct Office {
    pub(crate) campaign: Campaign,
    pub(crate) county: County,
    pub(crate) earlier: Option<Earlier>,
    pub(crate) today: NaiveDate,
    /// The files that were there already.
    pub(crate) repeated: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/county")
}

/// What the fixture's script computed.
pub(crate) fn expected() -> Value {
    let text = fs::read_to_string(folder().join("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The files of a month, in the order of their names.
pub(crate) fn files(month: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder().join(month)).unwrap();
    let mut names: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    names
        .iter()
        .map(|path| (name(path), fs::read(path).unwrap()))
        .collect()
}

pub(crate) fn campaign() -> Campaign {
    let text = fs::read_to_string(folder().join("campaign.json")).unwrap();
    Campaign::parse(&text).unwrap()
}

impl Office {
    pub(crate) fn new(today: &str) -> Self {
        let campaign = campaign();
        Self {
            county: County::of(&campaign),
            campaign,
            earlier: None,
            today: today.parse().unwrap(),
            repeated: Vec::new(),
        }
    }

    pub(crate) fn examine_into(&self, county: &mut County, name: &str, bytes: &[u8]) -> Added {
        county.add(examine(
            name,
            bytes,
            self.today,
            &self.campaign,
            Law::carried(),
        ))
    }

    pub(crate) fn take(&mut self, files: &[(String, Vec<u8>)]) {
        for (name, bytes) in files {
            let examined = examine(name, bytes, self.today, &self.campaign, Law::carried());
            if self.county.add(examined) == Added::Repeated {
                self.repeated.push(name.clone());
            }
        }
    }

    pub(crate) fn view(&self) -> View<'_> {
        View::of(
            &self.county,
            &self.campaign,
            self.earlier.as_ref(),
            self.today,
            Law::carried(),
        )
    }

    pub(crate) fn decide(&mut self, one: &Candidate, verdict: Verdict, counts_at: Option<&str>) {
        let debts = one
            .refs
            .iter()
            .map(|debt| (debt.unit.clone(), debt.debt_id.clone()));
        let decision = Decision {
            verdict,
            counts_at: counts_at.map(str::to_owned),
            note: "电话核实".to_owned(),
            decided_on: self.today,
            debts: debts.collect(),
            values: one.values.clone(),
        };
        self.county.decisions.insert(one.key.clone(), decision);
    }

    pub(crate) fn entry(&self, unit: &str, id: &str) -> Entry {
        let standing = self.county.standing(&self.campaign);
        let own = standing.iter().find(|one| one.unit.code == unit).unwrap();
        let entries = &own.received.ledger.entries;
        let is_it = |entry: &&Entry| entry.debt_id.as_ref().is_some_and(|own| own.as_str() == id);
        entries.iter().find(is_it).unwrap().clone()
    }
}

/// June, as it was collected.
pub(crate) fn june() -> Office {
    let mut office = Office::new("2022-06-13");
    office.county = collected().0.clone();
    office
}

/// July, compared with June.
pub(crate) fn july() -> Office {
    let (_, county, earlier, repeated) = collected();
    let mut office = Office::new("2022-07-20");
    office.county = county.clone();
    office.earlier = Some(earlier.clone());
    office.repeated.clone_from(repeated);
    office
}

/// Both months, collected once for all tests.
fn collected() -> &'static (County, County, Earlier, Vec<String>) {
    static COLLECTED: OnceLock<(County, County, Earlier, Vec<String>)> = OnceLock::new();
    COLLECTED.get_or_init(|| {
        let mut june = Office::new("2022-06-13");
        june.take(&files("june"));
        let mut office = Office::new("2022-07-20");
        office.county.settings.due = Some("2022-07-13".parse().unwrap());
        office.take(&files("july"));
        let list = fs::read(folder().join("lists.csv")).unwrap();
        office.county.list(List::read("投诉", &list).unwrap());
        let earlier = Earlier::of(june.county.clone(), &office.campaign);
        office.county.follow(&earlier);
        (june.county, office.county, earlier, office.repeated)
    })
}
