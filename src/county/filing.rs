//! The files of each unit → which stands, which it has taken the place of, and whether the chain of
//! revisions is whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{County, Earlier, Received};
use crate::campaign::{Campaign, ReportUnit};
use crate::date::When;
use crate::ledger::vocabulary::vocabulary;

vocabulary! {
    /// What an accepted file is to its unit's report.
    Place {
        Stands "stands" "有效" "stands" [];
        Superseded "superseded" "已被新版代替" "superseded" [];
        OtherPeriod "other_period" "不属于本期" "of another period" [];
    }
}

vocabulary! {
    /// How a file follows the one it amends.
    Link {
        First "first" "首次报送" "first" [];
        Follows "follows" "接续前版" "follows" [];
        Unknown "unknown" "前版不在汇总内" "amends a file that is not here" [];
        Unnamed "unnamed" "未注明前版" "does not say what it amends" [];
        Broken "broken" "与前版不接续" "amends another file than the revision before" [];
        Forked "forked" "同一版次有两份不同文件" "two different files of one revision" [];
    }
}

/// A file, and what it is to its unit's report.
#[derive(Debug, Clone, Copy)]
pub struct Filed<'a> {
    /// The unit's place on the roster.
    pub place_on_roster: usize,
    /// The unit.
    pub unit: &'a ReportUnit,
    /// The file.
    pub received: &'a Received,
    /// Whether it stands.
    pub place: Place,
    /// How it follows the one it amends.
    pub link: Link,
}

impl Received {
    /// A later revision goes before a later day; of two that are equal in both, the digest
    /// decides, so that the order of adding does not.
    fn rank(&self) -> (u32, Option<NaiveDate>, &str) {
        let ledger = &self.ledger;
        (ledger.revision, ledger.header.filled_on, &self.digest)
    }
}

/// Whether two periods share a day: a month and a day in it are one period.
pub(super) fn meets(one: When, other: When) -> bool {
    one.first() <= other.last() && other.first() <= one.last()
}

impl County {
    /// The period collected: as decided, or the one most files are for; of several the last.
    pub fn period(&self) -> Option<When> {
        self.settings.period.or_else(|| {
            let mut counts: BTreeMap<NaiveDate, (usize, When)> = BTreeMap::new();
            for period in self
                .received
                .values()
                .filter_map(|one| one.ledger.header.period)
            {
                let month = counts.entry(period.first()).or_insert((0, period));
                month.0 += 1;
            }
            let most = counts
                .into_iter()
                .max_by_key(|(first, (count, _))| (*count, *first));
            most.map(|(_, (_, period))| period)
        })
    }

    /// Every accepted file with its place, unit by unit in the order of the roster, the last
    /// revision first.
    pub fn filings<'a>(
        &'a self,
        campaign: &'a Campaign,
        earlier: Option<&Earlier>,
    ) -> Vec<Filed<'a>> {
        let period = self.period();
        let mut of_unit: BTreeMap<&str, Vec<&Received>> = BTreeMap::new();
        for one in self.received.values() {
            if let Some(unit) = campaign.reporter(&one.ledger.header) {
                of_unit.entry(&unit.code).or_default().push(one);
            }
        }
        let mut all = Vec::new();
        for (place_on_roster, unit) in campaign.units.iter().enumerate() {
            let mut files = of_unit.remove(unit.code.as_str()).unwrap_or_default();
            files.sort_by(|a, b| b.rank().cmp(&a.rank()));
            let is_of_period = |one: &&Received| {
                let own = one.ledger.header.period;
                own.zip(period)
                    .is_none_or(|(own, period)| meets(own, period))
            };
            let (now, other): (Vec<&Received>, Vec<&Received>) =
                files.into_iter().partition(is_of_period);
            for (index, received) in now.iter().enumerate() {
                all.push(Filed {
                    place_on_roster,
                    unit,
                    received,
                    place: if index == 0 {
                        Place::Stands
                    } else {
                        Place::Superseded
                    },
                    link: self.link(received, &now, earlier),
                });
            }
            all.extend(other.into_iter().map(|received| Filed {
                place_on_roster,
                unit,
                received,
                place: Place::OtherPeriod,
                link: self.link(received, &[], earlier),
            }));
        }
        all
    }

    /// The file of each unit that stands, in the order of the roster.
    pub fn standing<'a>(&'a self, campaign: &'a Campaign) -> Vec<Filed<'a>> {
        let mut filed = self.filings(campaign, None);
        filed.retain(|one| one.place == Place::Stands);
        filed
    }

    fn link(&self, own: &Received, of_period: &[&Received], earlier: Option<&Earlier>) -> Link {
        let revision = own.ledger.revision;
        let is_twin =
            |one: &&&Received| one.ledger.revision == revision && one.digest != own.digest;
        if of_period.iter().any(|one| is_twin(&one)) {
            return Link::Forked;
        }
        let Some(previous) = &own.ledger.previous else {
            return if revision <= 1 {
                Link::First
            } else {
                Link::Unnamed
            };
        };
        let before = of_period
            .iter()
            .filter(|one| one.ledger.revision < revision)
            .max_by_key(|one| one.ledger.revision);
        if before.is_some_and(|before| before.digest != *previous) {
            return Link::Broken;
        }
        let is_here = self.received.contains_key(previous);
        if is_here || earlier.is_some_and(|earlier| earlier.has_file(previous)) {
            Link::Follows
        } else {
            Link::Unknown
        }
    }
}
