//! A problem as it is sent.

use arrears_ledger::county::Told;
use arrears_ledger::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Expected, More, Problem};

/// A problem document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProblemDocument {
    /// What kind of problem it is: `urn:arrears-ledger:receiving:findings`, and so on.
    r#type: String,
    /// The kind in words.
    title: &'static str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong this time.
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
    /// Of a refused file: how many findings of each kind it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<CountsOf>,
    /// Of a refused file: the first of what stands in its way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    findings: Vec<FindingOf>,
    /// Of a broken chain: the revisions that may be handed in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    expected: Vec<Expected>,
}

/// How many findings of each kind.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Counts)]
pub(crate) struct CountsOf {
    /// Each has to be mended.
    pub(crate) errors: usize,
    /// Warnings nobody gave a reason for.
    pub(crate) warnings: usize,
    /// Information.
    pub(crate) notices: usize,
    /// Warnings confirmed with a reason.
    pub(crate) confirmed: usize,
}

impl From<arrears_ledger::review::Counts> for CountsOf {
    fn from(counts: arrears_ledger::review::Counts) -> Self {
        Self {
            errors: counts.errors,
            warnings: counts.warnings,
            notices: counts.notices,
            confirmed: counts.confirmed,
        }
    }
}

/// Something wrong with a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
struct FindingOf {
    /// The rule's code.
    code: String,
    /// JSON Pointer into the submission.
    path: String,
    /// What is wrong.
    message: String,
}

impl FindingOf {
    fn of(told: &Told, lang: Lang) -> Self {
        Self {
            code: told.code.clone(),
            path: told.path.clone(),
            message: told.message.get(lang).to_owned(),
        }
    }
}

impl Problem {
    pub(super) fn document(&self, lang: Lang) -> ProblemDocument {
        let (status, kind, zh, en) = self.kind.row();
        let (mut counts, mut findings, mut expected) = (None, Vec::new(), Vec::new());
        match &self.more {
            More::Nothing => {}
            More::Findings(refused) => {
                counts = Some(refused.counts.into());
                findings = refused
                    .findings
                    .iter()
                    .map(|told| FindingOf::of(told, lang))
                    .collect();
            }
            More::Expected(all) => expected.clone_from(all),
        }
        ProblemDocument {
            r#type: format!("urn:arrears-ledger:receiving:{kind}"),
            title: match lang {
                Lang::Zh => zh,
                Lang::En => en,
            },
            status: status.as_u16(),
            detail: self.detail.get(lang).to_owned(),
            counts,
            findings,
            expected,
        }
    }
}
