//! What the command line reads: files, the campaign, the almanac, amounts, the day.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use arrears_ledger::almanac::Almanac;
use arrears_ledger::amount::{Amount, Unit};
use arrears_ledger::api;
use arrears_ledger::calc::capital;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::date::When;
use arrears_ledger::limits;
use arrears_ledger::text::Lang;
use arrears_ledger::vet::{Fault, vet};
use chrono::{Days, NaiveDate};

/// A day as people write it.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    When::parse_day(text).map_err(|_| "应为日期，例如 2022-06-13 (expected YYYY-MM-DD)".to_owned())
}

/// A campaign file, or the campaign this program carries; else all that makes it unusable.
pub(crate) fn campaign(file: Option<&Path>, lang: Lang) -> Result<Campaign, String> {
    let Some(file) = file else {
        return Ok(Campaign::yexian_2022());
    };
    let name = file.display();
    let text = std::fs::read_to_string(file).map_err(|why| format!("{name}: {why}"))?;
    vet(&text).usable().map_err(|faults| {
        let line = |fault: &Fault| format!("{name}: {}", fault.text(lang));
        faults.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

/// The almanac this program carries, with newer files taken in place of its own.
pub(crate) fn almanac(files: &[PathBuf]) -> Result<Almanac, String> {
    let mut almanac = Almanac::carried();
    for file in files {
        let name = file.display();
        let text = std::fs::read_to_string(file).map_err(|why| format!("{name}: {why}"))?;
        almanac.load(&text).map_err(|why| {
            let words = why.words();
            format!("{name}: {} ({})", words.zh, words.en)
        })?;
    }
    Ok(almanac)
}

/// An amount of any size that has words.
pub(crate) fn amount(text: &str, unit: Unit) -> Result<Amount, String> {
    Amount::parse_within(text, unit, capital::LARGEST)
        .map_err(|_| "应为金额，例如 1234.56 (expected an amount of whole fen)".to_owned())
}

/// A file's bytes as UTF-8 where it is text in China's older encoding. Never reads more than one
/// byte past the limit.
pub(crate) fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(limits::FILE_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(match api::decoded(&bytes) {
        Cow::Owned(text) => text,
        Cow::Borrowed(_) => bytes,
    })
}

/// Today by the clock of China, which is eight hours ahead of UTC all year.
pub(crate) fn today_in_china() -> NaiveDate {
    const EIGHT_HOURS: u64 = 8 * 60 * 60;
    const DAY: u64 = 24 * 60 * 60;
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let days = (seconds + EIGHT_HOURS) / DAY;
    NaiveDate::default()
        .checked_add_days(Days::new(days))
        .unwrap_or_default()
}
