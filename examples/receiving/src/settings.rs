//! What the service is told when it starts.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use arrears_ledger::date::When;
use arrears_ledger::limits;
use chrono::{FixedOffset, NaiveDate, Utc};
use clap::{Args, Parser};

use crate::month::Month;

/// Receives submissions over HTTP, checks and keeps them, and publishes the bulletin.
#[derive(Debug, Parser)]
pub(crate) struct Settings {
    /// Where to listen; port 0 takes one that is free. The address is the first line printed.
    #[arg(long, default_value = "127.0.0.1:8422")]
    pub(crate) listen: SocketAddr,
    /// The database; made where there is none. One service at a time has it open.
    #[arg(long, value_name = "FILE", default_value = "submissions.db")]
    pub(crate) database: PathBuf,
    /// A campaign to receive for; may be given several times, and the first is meant where a request
    /// names none. Without it, the one the crate carries.
    #[arg(long = "campaign", value_name = "FILE")]
    pub(crate) campaigns: Vec<PathBuf>,
    /// The last day of handing in for a month of which the campaign does not say:
    /// 2022-07=2022-07-13; may be given several times.
    #[arg(long, value_name = "MONTH=DAY")]
    pub(crate) due: Vec<Due>,
    /// The day to count as today; without it, today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
}

/// How much of it one request may take.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Bounds {
    /// The most bytes of a submission.
    #[arg(long, value_name = "BYTES", default_value_t = limits::FILE_BYTES)]
    pub(crate) largest: usize,
    /// The most seconds that sending a request's head, or its body, may take.
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub(crate) slowest: Duration,
    /// How many uploads are taken at once; more are told to come again. They are what memory is
    /// needed for: each holds its file.
    #[arg(long, value_name = "N", default_value_t = 16)]
    pub(crate) at_once: usize,
}

/// The last day of handing in for a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) month: Month,
    pub(crate) day: NaiveDate,
}

impl FromStr for Due {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (month, on) = text.split_once('=').ok_or("expected MONTH=DAY")?;
        Ok(Self {
            month: month.parse()?,
            day: day(on)?,
        })
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    When::parse_day(text).map_err(|_| "expected YYYY-MM-DD".to_owned())
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: u64 = text.parse().map_err(|_| "expected whole seconds")?;
    Ok(Duration::from_secs(seconds))
}

/// Today by the clock of China, eight hours ahead of UTC all year.
pub(crate) fn today_in_china() -> NaiveDate {
    const EIGHT_HOURS: i32 = 8 * 60 * 60;
    let now = Utc::now();
    FixedOffset::east_opt(EIGHT_HOURS).map_or_else(
        || now.date_naive(),
        |china| now.with_timezone(&china).date_naive(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_belongs_to_a_month() {
        let due: Due = "2022-07=2022-07-13".parse().unwrap();
        assert_eq!(
            (due.month.to_string().as_str(), due.day.to_string().as_str()),
            ("2022-07", "2022-07-13")
        );
        for wrong in [
            "2022-07",
            "2022-07=13",
            "07=2022-07-13",
            "2022-07-01=2022-07-13",
        ] {
            assert!(wrong.parse::<Due>().is_err(), "{wrong}");
        }
    }
}
