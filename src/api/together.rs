//! Many files in, an answer for each, and one for them as a whole.

use super::told::{Told, written};
use super::{Answer, Verdict, answer, line, verdict};
use crate::amount::Unit;
use crate::campaign::{Campaign, Context};
use crate::collection::{Collection, last_reports};
use crate::ledger::{Before, Entry, Ledger};
use crate::read::{Source, read};
use crate::review::{Counts, Reviewed, count, name};
use crate::rule::{Finding, Placed};
use crate::rules;
use crate::text::Lang;

/// Files that were handed in, and what they are compared with.
///
/// ```
/// use arrears_ledger::api::{Files, Verdict};
/// use arrears_ledger::campaign::{Campaign, Context};
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 14).unwrap();
/// let context = Context::new(&campaign, today);
/// let mut files = Files::default();
/// assert_eq!(files.take("cut.json", b"{\"format\":", &context).verdict, Verdict::Unreadable);
/// let whole = files.whole(&context);
/// assert_eq!(whole.counts.warnings, campaign.units.len(), "nobody has reported");
/// ```
#[derive(Debug, Default)]
pub struct Files {
    /// What the units handed in for the period before.
    pub before: Vec<Before>,
    /// Debts that others name.
    pub leads: Vec<Entry>,
    names: Vec<String>,
    ledgers: Vec<Ledger>,
}

/// The answer to "are these files in order with each other?".
#[derive(Debug, Clone)]
pub struct Whole {
    /// What came of it.
    pub verdict: Verdict,
    /// How many findings of each kind.
    pub counts: Counts,
    /// The findings, each with the file it is about; `None` for what is about none of them.
    pub findings: Vec<(Option<String>, Reviewed)>,
    /// The unit amounts are shown in: the campaign's.
    pub unit: Unit,
}

impl Files {
    /// Checks a file as [`validate`](super::validate) does, against what its unit handed in before,
    /// and keeps it for the answer as a whole if it is a ledger of the campaign. A sheet names no
    /// unit and is only checked.
    pub fn take(&mut self, file: &str, bytes: &[u8], context: &Context<'_>) -> Answer {
        let mut reading = read(bytes);
        let before = self.before_of(&reading.ledger, context.campaign);
        let own = Context {
            before: before.or(context.before),
            ..*context
        };
        let answer = answer(file, bytes, &mut reading, &own);
        let is_ledger = reading.whole && reading.source != Source::Sheet;
        if is_ledger && reading.ledger.campaign == context.campaign.id {
            self.names.push(file.to_owned());
            self.ledgers.push(reading.ledger);
        }
        answer
    }

    fn before_of(&self, ledger: &Ledger, campaign: &Campaign) -> Option<&Before> {
        let unit = campaign.reporter(&ledger.header)?;
        let mut earlier = self.before.iter().map(Before::ledger);
        let reports = last_reports(&mut earlier, campaign);
        let own = reports.iter().find(|one| one.unit.code == unit.code)?;
        self.before.get(own.place)
    }

    /// Compares the files taken so far with each other, with those before and with the leads.
    pub fn whole(&self, context: &Context<'_>) -> Whole {
        let collection = Collection {
            ledgers: &self.ledgers,
            before: &self.before,
            leads: &self.leads,
        };
        let told = rules::check_collection(&collection, context);
        let mut findings = Vec::new();
        let mut all = Counts::default();
        for about in told.chunk_by(|a, b| a.ledger == b.ledger) {
            let found = self.reviewed(about);
            let own = count(&found);
            all.errors += own.errors;
            all.warnings += own.warnings;
            all.notices += own.notices;
            all.confirmed += own.confirmed;
            let place = about.first().and_then(|one| one.ledger);
            let file = place.and_then(|place| self.names.get(place));
            findings.extend(found.into_iter().map(|one| (file.cloned(), one)));
        }
        Whole {
            verdict: verdict(all),
            counts: all,
            findings,
            unit: context.campaign.amount_unit,
        }
    }

    /// What was told of one ledger, with the reasons it gives.
    fn reviewed(&self, told: &[Placed]) -> Vec<Reviewed> {
        let findings: Vec<Finding> = told.iter().map(|one| one.finding.clone()).collect();
        let place = told.first().and_then(|one| one.ledger);
        match place.and_then(|place| self.ledgers.get(place)) {
            Some(ledger) => name(findings, ledger),
            None => name(findings, &Ledger::default()),
        }
    }

    /// The leads, counted from 1, that name no unit of the roster, so that nobody is asked about
    /// them.
    pub fn unplaced(&self, campaign: &Campaign) -> Vec<usize> {
        let leads = (1..).zip(&self.leads);
        let unplaced = leads.filter(|(_, lead)| rules::owner(campaign, lead).is_none());
        unplaced.map(|(no, _)| no).collect()
    }
}

impl Whole {
    /// What stands for a file's name in the answer.
    pub const NAME: &'static str = "together";

    /// The answer as canonical JSON, in the form of a file's; a path starts with the name of the
    /// file it leads into.
    pub fn json(&self, lang: Lang) -> String {
        let findings = self.findings.iter().map(|(file, one)| {
            let file = file.as_deref().map(token).unwrap_or_default();
            Told {
                one,
                path: file + &one.finding.at.pointer(),
                unit: self.unit,
                lang,
            }
        });
        written(
            Self::NAME,
            self.verdict,
            None,
            self.counts,
            &findings.collect::<Vec<_>>(),
        )
    }

    /// The answer in words, a line a finding.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = self.headline(lang);
        for (file, one) in &self.findings {
            text.push('\n');
            line(one, file.as_deref(), self.unit, lang, &mut text);
        }
        text
    }

    fn headline(&self, lang: Lang) -> String {
        let Counts {
            errors, warnings, ..
        } = self.counts;
        match lang {
            Lang::Zh => format!("各文件对照：错误{errors}处，提醒{warnings}处"),
            Lang::En => format!("the files together: {errors} errors, {warnings} warnings"),
        }
    }
}

/// A file's name as a part of a JSON Pointer (RFC 6901).
fn token(file: &str) -> String {
    format!("/{}", file.replace('~', "~0").replace('/', "~1"))
}
