//! A rate over time: which rate is in force on which day, and where it is from.

use chrono::NaiveDate;

use crate::almanac::{Almanac, Beyond, Published, Rate};
use crate::calc::interest::Per;

/// What fixes a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixing {
    /// None at all.
    NoInterest,
    /// A number that was agreed.
    Agreed(Rate, Per),
    /// 每日利率万分之五 (Regulation of 2020, art. 15; of 2025, art. 17).
    Statutory,
    /// The doubled part of the interest for not carrying out a judgment (法释〔2014〕8号).
    Doubled,
    /// The rate of the same time: the one-year LPR, before 2019-08-20 the central bank's one-year
    /// benchmark; so many times, and floating.
    SamePeriod(Rate),
    /// The same as it was on one day, so many times, and unchanged from then on.
    On(NaiveDate, Rate),
}

/// 每日万分之一点七五: the doubled part, whatever the LPR (法释〔2014〕8号, art. 1).
const DOUBLED: Rate = Rate::from_e8(17_500);

/// The day that interpretation came into force; before it the doubled part followed the benchmark
/// (art. 7), which is not computed here.
const DOUBLED_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2014, 8, 1);

/// A rate, and perhaps another from some day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// From the start.
    pub first: Fixing,
    /// From a day on.
    pub then: Option<(NaiveDate, Fixing)>,
}

impl From<Fixing> for Course {
    fn from(first: Fixing) -> Self {
        Self { first, then: None }
    }
}

/// Where the rate of a segment is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Nobody: no interest is computed.
    NoInterest,
    /// The contract, or another agreement.
    Agreed,
    /// The Regulation, in the version in force from a day on.
    Statutory(NaiveDate),
    /// The interpretation on the doubled part, in force from a day on.
    Doubled(NaiveDate),
    /// The LPR published on a day, so many times.
    Lpr(NaiveDate, Rate),
    /// The benchmark in force from a day on, so many times.
    Benchmark(NaiveDate, Rate),
}

/// A span of days with one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its first day.
    pub from: NaiveDate,
    /// The day behind its last.
    pub until: NaiveDate,
    /// The rate, multiplied.
    pub rate: Rate,
    /// What it is for.
    pub per: Per,
    /// Where it is from: of equal rates in a row, the first.
    pub source: Source,
}

/// No rate is known for a day: the tables begin later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRate {
    /// The day.
    pub day: NaiveDate,
}

impl Course {
    /// The spans from a day up to, and without, another in which the rate does not change;
    /// neighbours of one rate are one span.
    ///
    /// # Errors
    /// When no rate is known for the first day of a span.
    pub fn pieces(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        almanac: &Almanac,
    ) -> Result<Vec<Piece>, NoRate> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut cuts = self.cuts(almanac);
        cuts.retain(|cut| from < *cut && *cut < until);
        cuts.push(until);
        cuts.sort_unstable();
        let mut start = from;
        for cut in cuts {
            if cut <= start {
                continue;
            }
            let (rate, per, source) = self.on(start, almanac).ok_or(NoRate { day: start })?;
            match pieces.last_mut() {
                Some(last) if (last.rate, last.per) == (rate, per) => last.until = cut,
                _ => pieces.push(Piece {
                    from: start,
                    until: cut,
                    rate,
                    per,
                    source,
                }),
            }
            start = cut;
        }
        Ok(pieces)
    }

    /// Says so where the course asks for a rate of a day the tables do not reach, in a span up to,
    /// and without, a day.
    pub fn beyond(&self, from: NaiveDate, until: NaiveDate, almanac: &Almanac) -> Option<Beyond> {
        let last = until.pred_opt().filter(|last| from <= *last)?;
        let asked = match self.fixing(last) {
            Fixing::SamePeriod(_) => last,
            Fixing::On(day, _) => day,
            Fixing::NoInterest | Fixing::Agreed(..) | Fixing::Statutory | Fixing::Doubled => {
                return None;
            }
        };
        almanac.lpr.on(asked)?.beyond
    }

    fn fixing(&self, day: NaiveDate) -> Fixing {
        match self.then {
            Some((from, then)) if from <= day => then,
            _ => self.first,
        }
    }

    /// The days on which the rate may change.
    fn cuts(&self, almanac: &Almanac) -> Vec<NaiveDate> {
        let mut cuts: Vec<NaiveDate> = self.then.iter().map(|(day, _)| *day).collect();
        let fixings = [Some(self.first), self.then.map(|(_, then)| then)];
        for fixing in fixings.into_iter().flatten() {
            match fixing {
                Fixing::SamePeriod(_) => {
                    let published = almanac.benchmark.rows().iter().chain(almanac.lpr.rows());
                    cuts.extend(published.map(|(day, _)| *day));
                }
                Fixing::Statutory => {
                    let versions = almanac.regulations.versions().iter();
                    cuts.extend(versions.map(|version| version.from));
                }
                Fixing::NoInterest | Fixing::Agreed(..) | Fixing::Doubled | Fixing::On(..) => {}
            }
        }
        cuts
    }

    fn on(&self, day: NaiveDate, almanac: &Almanac) -> Option<(Rate, Per, Source)> {
        match self.fixing(day) {
            Fixing::NoInterest => Some((Rate::ZERO, Per::Day, Source::NoInterest)),
            Fixing::Agreed(rate, per) => Some((rate, per, Source::Agreed)),
            Fixing::Statutory => {
                let version = almanac.regulations.on(day)?;
                Some((version.daily, Per::Day, Source::Statutory(version.from)))
            }
            Fixing::Doubled => {
                let from = DOUBLED_FROM.filter(|from| *from <= day)?;
                Some((DOUBLED, Per::Day, Source::Doubled(from)))
            }
            Fixing::SamePeriod(times) => published(day, times, almanac),
            Fixing::On(fixed, times) => published(fixed, times, almanac),
        }
    }
}

/// The rate of the same period on a day, so many times, and its publication.
fn published(day: NaiveDate, times: Rate, almanac: &Almanac) -> Option<(Rate, Per, Source)> {
    if let Some((from, rate)) = last(almanac.lpr.rows(), day) {
        return Some((rate.times(times), Per::Year, Source::Lpr(from, times)));
    }
    let rate = almanac.benchmark.on(day)?;
    let (from, _) = last(almanac.benchmark.rows(), day)?;
    Some((rate.times(times), Per::Year, Source::Benchmark(from, times)))
}

fn last(rows: &[Published], day: NaiveDate) -> Option<Published> {
    rows.iter().rev().find(|(from, _)| *from <= day).copied()
}
