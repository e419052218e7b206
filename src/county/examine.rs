//! A file that was handed in → accepted, or refused with findings.

use chrono::NaiveDate;

use crate::almanac::Law;
use crate::amount::Unit;
use crate::api;
use crate::campaign::{Campaign, Context};
use crate::digest::sm3_hex;
use crate::json::Tree;
use crate::ledger::Ledger;
use crate::limits;
use crate::read::{Reading, Source, read};
use crate::review::{Counts, Reviewed};
use crate::rule::Severity;
use crate::text::Words;

/// A submission that was accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// The file's name.
    pub name: String,
    /// The day the office received it.
    pub received_on: NaiveDate,
    /// Its digest, computed from what is in it.
    pub digest: String,
    /// What was found when it was examined.
    pub counts: Counts,
    /// Its ledger.
    pub ledger: Ledger,
    pub(super) text: Box<str>,
}

impl Received {
    /// The submission, in canonical form.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file's name.
    pub name: String,
    /// The day the office received it.
    pub received_on: NaiveDate,
    /// SM3 over its bytes, by which it is known again.
    pub hash: String,
    /// The unit it is from, by its code, where that can be read.
    pub unit: Option<String>,
    /// How many findings of each kind.
    pub counts: Counts,
    /// The first of what stands in its way.
    pub findings: Vec<Told>,
}

/// A finding as it is kept: the words of the day it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The rule's code.
    pub code: String,
    /// JSON Pointer into the file.
    pub path: String,
    /// What is wrong.
    pub message: Words,
}

/// What came of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Examined {
    /// It is in order, open warnings apart.
    Accepted(Box<Received>),
    /// It is not.
    Refused(Refused),
}

/// Examines a file by itself: format, limits, digest, campaign, every rule. It is checked as of the
/// day it was filled in, for that is the day its unit answers for; of what it says about the period
/// before, nothing is asked here, so that what contradicts it can be shown rather than be missing
/// ([`super::items`]).
///
/// ```
/// use arrears_ledger::almanac::Law;
/// use arrears_ledger::campaign::Campaign;
/// use arrears_ledger::county::{Examined, examine};
/// let day = chrono::NaiveDate::from_ymd_opt(2022, 6, 13).unwrap();
/// let cut = examine("cut.json", b"{\"format\":", day, &Campaign::yexian_2022(), Law::carried());
/// assert!(matches!(cut, Examined::Refused(refused) if refused.findings[0].code == "J-01"));
/// ```
pub fn examine(
    name: &str,
    bytes: &[u8],
    received_on: NaiveDate,
    campaign: &Campaign,
    law: &Law,
) -> Examined {
    let mut reading = read(bytes);
    let filled_on = reading.ledger.header.filled_on;
    let context = Context {
        law,
        ..Context::new(
            campaign,
            filled_on.map_or(received_on, |day| day.min(received_on)),
        )
    };
    let answer = api::answer(name, bytes, &mut reading, &context);
    let mut counts = answer.counts;
    let unit = campaign.reporter(&reading.ledger.header);
    let mut findings: Vec<Told> = Vec::new();
    if reading.whole && reading.source != Source::Submission {
        counts.errors += 1;
        findings.push(not_submitted());
    } else if reading.whole && unit.is_none() && counts.errors == 0 {
        counts.errors += 1;
        findings.push(off_roster());
    }
    if let (0, Some(digest)) = (counts.errors, answer.digest) {
        return Examined::Accepted(Box::new(received(
            name,
            bytes,
            received_on,
            digest,
            counts,
            reading,
        )));
    }
    let errors = answer.findings.iter().filter(|one| is_error(one));
    findings.extend(errors.map(|one| told(one, answer.unit)));
    findings.truncate(limits::REFUSED_FINDINGS);
    Examined::Refused(Refused {
        name: kept_name(name),
        received_on,
        hash: sm3_hex(bytes),
        unit: unit.map(|unit| unit.code.clone()),
        counts,
        findings,
    })
}

pub(super) fn received(
    name: &str,
    bytes: &[u8],
    received_on: NaiveDate,
    digest: String,
    counts: Counts,
    reading: Reading,
) -> Received {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}');
    let text = canonical(text, reading.unsealed.is_some());
    Received {
        name: kept_name(name),
        received_on,
        digest,
        counts,
        ledger: reading.ledger,
        text,
    }
}

/// The canonical form of a text that was read before.
pub(super) fn canonical(text: &str, is_canonical: bool) -> Box<str> {
    if is_canonical {
        return text.into();
    }
    // INVARIANT: its digest was computed, so it parses.
    Tree::parse(text).map_or_else(|_| text.into(), |tree| tree.canonical().into())
}

/// A name no longer than a file may carry.
fn kept_name(name: &str) -> String {
    name.chars().take(limits::TEXT_CHARS).collect()
}

fn is_error(one: &Reviewed) -> bool {
    one.finding.severity == Severity::Error
}

/// A finding in words, for keeping.
pub(super) fn told(one: &Reviewed, unit: Unit) -> Told {
    let finding = &one.finding;
    let cut = |text: String| text.chars().take(limits::TEXT_CHARS).collect::<String>();
    let Words { zh, en } = finding.words(unit);
    Told {
        code: finding.rule.code.to_owned(),
        path: cut(finding.at.pointer()),
        message: Words::of(cut(zh), cut(en)),
    }
}

fn not_submitted() -> Told {
    Told {
        code: "J-02".to_owned(),
        path: String::new(),
        message: Words::of(
            "是草稿或表格，不是提交文件：请填报单位核对后导出提交文件",
            "a draft or a sheet, not a submission: the unit has to check it and hand it in",
        ),
    }
}

fn off_roster() -> Told {
    Told {
        code: "H-01".to_owned(),
        path: "/header/report_unit_code".to_owned(),
        message: Words::of(
            "填报单位不在本行动的名录内",
            "the unit is not on the roster of the campaign",
        ),
    }
}
