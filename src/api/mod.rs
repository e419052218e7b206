//! The facade: a file in, an answer out. Every face (command line, module, services) calls this,
//! so every face gives the same bytes.

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod checked;
#[cfg(feature = "gb18030")]
mod encoding;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod lines;
mod seal;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod together;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod told;
#[cfg(feature = "workbook")]
mod workbook;

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub use checked::{campaign, code};
#[cfg(feature = "gb18030")]
pub use encoding::decoded;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub use lines::{validate_line, validate_lines};
pub use seal::digest;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use seal::sealed;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub use together::{Files, Whole};
#[cfg(feature = "workbook")]
pub use workbook::{Contents, SheetText};

use crate::amount::Unit;
use crate::campaign::Context;
use crate::decimal;
use crate::ledger::{Before, Ledger};
use crate::read::{Reading, Source, faults, read, read_before};
use crate::review::{Counts, Reviewed, count, name};
use crate::rule::{Check, Finding, Rule, Severity};
use crate::rules;
use crate::text::Lang;
use seal::verify;

/// What came of a check, as exit codes say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No errors, and every warning answered for.
    Valid,
    /// Errors.
    Errors,
    /// No errors, but warnings nobody has answered for.
    Unconfirmed,
    /// The file could not be read as a ledger.
    Unreadable,
}

impl Verdict {
    /// The command line's exit code.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Errors => 1,
            Self::Unconfirmed => 3,
            Self::Unreadable => 4,
        }
    }

    /// The graver of two: unreadable, errors, unconfirmed, valid.
    ///
    /// ```
    /// use arrears_ledger::api::Verdict;
    /// assert_eq!(Verdict::Errors.graver(Verdict::Unconfirmed), Verdict::Errors);
    /// ```
    #[must_use]
    pub const fn graver(self, other: Self) -> Self {
        if self.gravity() < other.gravity() {
            other
        } else {
            self
        }
    }

    const fn gravity(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Unconfirmed => 1,
            Self::Errors => 2,
            Self::Unreadable => 3,
        }
    }
}

/// The answer to "is this file in order?".
#[derive(Debug, Clone)]
pub struct Answer {
    /// The file's name, as it was given.
    pub file: String,
    /// What came of it.
    pub verdict: Verdict,
    /// The submission's digest, computed from its content.
    pub digest: Option<String>,
    /// How many findings of each kind.
    pub counts: Counts,
    /// The findings.
    pub findings: Vec<Reviewed>,
    /// The unit amounts are shown in.
    pub unit: Unit,
}

/// Checks a file: a submission, a draft or a sheet.
///
/// Of a sheet only its rows are checked, since it has no header.
///
/// ```
/// use arrears_ledger::api::{Verdict, validate};
/// use arrears_ledger::campaign::{Campaign, Context};
/// let campaign = Campaign::yexian_2022();
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
/// let answer = validate("cut.json", b"{\"format\":", &Context::new(&campaign, today));
/// assert_eq!(answer.verdict, Verdict::Unreadable);
/// assert_eq!(answer.findings[0].finding.rule.code, "J-01");
/// ```
pub fn validate(file: &str, bytes: &[u8], context: &Context<'_>) -> Answer {
    answer(file, bytes, &mut read(bytes), context)
}

/// The answer for a file that was read.
pub(crate) fn answer(
    file: &str,
    bytes: &[u8],
    reading: &mut Reading,
    context: &Context<'_>,
) -> Answer {
    let digest = verify(reading, bytes, context.campaign);
    let mut findings = std::mem::take(&mut reading.findings);
    // What rules find comes in order; what the reader found has to be put among it.
    let is_sorted = findings.is_empty();
    if reading.whole {
        findings.extend(check(reading, context));
    }
    if !is_sorted {
        rules::sort(&mut findings);
    }
    let findings = name(findings, &reading.ledger);
    let counts = count(&findings);
    let verdict = if reading.whole {
        verdict(counts)
    } else {
        Verdict::Unreadable
    };
    let unit = reading.ledger.header.unit();
    Answer {
        file: file.to_owned(),
        verdict,
        digest,
        counts,
        findings,
        unit,
    }
}

fn verdict(counts: Counts) -> Verdict {
    match counts {
        Counts { errors: 1.., .. } => Verdict::Errors,
        Counts { warnings: 1.., .. } => Verdict::Unconfirmed,
        _ => Verdict::Valid,
    }
}

/// What a unit handed in before, to compare with: a submission or a draft.
///
/// # Errors
/// The first error of a file that cannot be read as a ledger.
///
/// ```
/// let fault = arrears_ledger::api::before(b"{").unwrap_err();
/// assert_eq!(fault.rule.code, "J-01");
/// ```
pub fn before(bytes: &[u8]) -> Result<Before, Box<Finding>> {
    whole(read_before(bytes)).map(Before::of)
}

/// Debts that others name, one a row: a sheet such as a list of complaints, with the debtor under
/// any of its headings, or a draft.
///
/// # Errors
/// The first error of a file that cannot be read as a list of debts.
///
/// ```
/// let leads = arrears_ledger::api::leads("被投诉人,投诉人,拖欠金额（元）\n龙泉乡,甲公司,5000\n".as_bytes()).unwrap();
/// assert_eq!(leads[0].debtor_name.as_ref().unwrap().as_str(), "龙泉乡");
/// ```
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub fn leads(bytes: &[u8]) -> Result<Vec<crate::ledger::Entry>, Box<Finding>> {
    ledger(bytes).map(|ledger| ledger.entries)
}

/// The ledger of a file that is whole: a submission, a draft or a sheet.
///
/// # Errors
/// The first error of a file that cannot be read as a ledger.
///
/// ```
/// let ledger = arrears_ledger::api::ledger("欠款单位,被拖欠企业,拖欠金额（元）\n甲,乙,5000\n".as_bytes()).unwrap();
/// assert_eq!(ledger.entries.len(), 1);
/// ```
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub fn ledger(bytes: &[u8]) -> Result<Ledger, Box<Finding>> {
    whole(read(bytes))
}

fn whole(reading: Reading) -> Result<Ledger, Box<Finding>> {
    if reading.whole {
        return Ok(reading.ledger);
    }
    let is_error = |one: &Finding| one.severity == Severity::Error;
    let fault = reading.findings.into_iter().find(is_error);
    Err(Box::new(fault.unwrap_or_else(|| faults::other_format(""))))
}

/// The answer for a file that could not be opened at all.
///
/// ```
/// let answer = arrears_ledger::api::unopened("a.json", "no such file");
/// assert_eq!(answer.verdict.exit_code(), 4);
/// ```
pub fn unopened(file: &str, why: &str) -> Answer {
    let findings = name(vec![faults::not_opened(why)], &Ledger::default());
    let counts = count(&findings);
    let (verdict, digest, unit) = (Verdict::Unreadable, None, Unit::Yuan);
    Answer {
        file: file.to_owned(),
        verdict,
        digest,
        counts,
        findings,
        unit,
    }
}

fn check(reading: &mut Reading, context: &Context<'_>) -> Vec<Finding> {
    let is_bare = reading.source.is_bare();
    if is_bare {
        number(reading);
    }
    // Numbers given just now are found in no ledger before.
    let before = context.before.filter(|_| !is_bare);
    let is_wanted: fn(&Rule) -> bool = match reading.source {
        Source::Debt => looks_at_one,
        _ => |_| true,
    };
    let context = Context { before, ..*context };
    let mut findings = rules::ask(&reading.ledger, &context, is_wanted);
    findings.retain(|finding| !is_bare || finding.at.row.is_some());
    findings
}

/// Whether a rule has something to say of a debt by itself: one of the ledger as a whole that names
/// columns holds debts against each other, or looks at the header.
fn looks_at_one(rule: &Rule) -> bool {
    let is_of_ledger = |check: &Check| matches!(check, Check::Ledger(_));
    rule.reads.is_empty() || !rule.checks.iter().all(is_of_ledger)
}

/// A sheet's debts get their numbers when it is opened; until then their rows will do.
fn number(reading: &mut Reading) {
    use crate::ledger::entry::Field;
    use crate::ledger::fields::Record;
    for (row, entry) in reading.ledger.entries.iter_mut().enumerate() {
        if entry.debt_id.is_none() {
            entry.set(Field::DebtId, &format!("#{}", row + 1), Unit::Yuan);
        }
    }
}

impl Answer {
    /// The answer in words, a line a finding.
    ///
    /// ```
    /// use arrears_ledger::text::Lang;
    /// let answer = arrears_ledger::api::unopened("a.json", "no such file");
    /// assert!(answer.text(Lang::En).starts_with("a.json: cannot be read\n  J-10"));
    /// ```
    pub fn text(&self, lang: Lang) -> String {
        let mut text = self.headline(lang);
        for one in &self.findings {
            text.push('\n');
            line(one, None, self.unit, lang, &mut text);
        }
        text
    }

    fn headline(&self, lang: Lang) -> String {
        let Counts {
            errors,
            warnings,
            notices,
            confirmed,
        } = self.counts;
        let file = &self.file;
        let digest = self.digest.as_deref().unwrap_or("-");
        match (lang, self.verdict) {
            (Lang::Zh, Verdict::Valid) => format!("{file}：通过，校验值 {digest}"),
            (Lang::En, Verdict::Valid) => format!("{file}: in order, digest {digest}"),
            (Lang::Zh, Verdict::Unreadable) => format!("{file}：读不出"),
            (Lang::En, Verdict::Unreadable) => format!("{file}: cannot be read"),
            (Lang::Zh, _) => {
                format!(
                    "{file}：错误{errors}处，待确认提醒{warnings}处，已确认{confirmed}处，提示{notices}处"
                )
            }
            (Lang::En, _) => format!(
                "{file}: {errors} errors, {warnings} warnings to confirm, {confirmed} confirmed, {notices} notices"
            ),
        }
    }
}

/// Writes a finding behind others, in a line of words: `  C-01 错误 第3笔：…`, with the file where
/// there are many, so that a person finds the row; the message names the column. Streams have many
/// findings: nothing is made only to be copied.
fn line(one: &Reviewed, file: Option<&str>, unit: Unit, lang: Lang, out: &mut String) {
    let finding = &one.finding;
    let mark = match (finding.severity, &one.reason) {
        (Severity::Warning, Some(_)) => match lang {
            Lang::Zh => "已确认",
            Lang::En => "confirmed",
        },
        (severity, _) => severity.label().get(lang),
    };
    for part in ["  ", finding.rule.code, " ", mark, " "] {
        out.push_str(part);
    }
    if let Some(file) = file {
        out.push_str(file);
        out.push(' ');
    }
    if let Some(row) = finding.at.row {
        let (before, behind) = match lang {
            Lang::Zh => ("第", "笔："),
            Lang::En => ("row ", ": "),
        };
        out.push_str(before);
        out.push_str(&decimal::count(row + 1));
        out.push_str(behind);
    }
    finding.tell(lang, unit, out);
    if let Some(reason) = &one.reason {
        let (before, behind) = match lang {
            Lang::Zh => ("（核实说明：", "）"),
            Lang::En => (" (reason: ", ")"),
        };
        for part in [before, reason, behind] {
            out.push_str(part);
        }
    }
}
