//! The calls that look a ledger through.

use super::Answer;
use super::refusal::Refusal;
use super::request::{File, Request, before, campaign, decoded, law};
use crate::almanac::Law;
use crate::api::{self, Files, Verdict};
use crate::campaign::{Campaign, Context};
use crate::explain::{place, topics};
use crate::json::Tree;
use crate::ledger::Before;
use crate::read::{Reading, read};
use crate::rule::Severity;
use crate::session::Session;
use crate::submission::Submission;
use chrono::NaiveDate;

/// What files are checked against.
struct Against {
    campaign: Campaign,
    law: Option<Law>,
    before: Option<Before>,
    today: NaiveDate,
}

impl Against {
    fn context(&self) -> Context<'_> {
        Context {
            before: self.before.as_ref(),
            law: self.law.as_ref().unwrap_or(Law::carried()),
            ..Context::new(&self.campaign, self.today)
        }
    }
}

/// The members that calls have for what files are checked against, as they stand in the call.
struct Given<'a> {
    campaign: Option<File<'a>>,
    data: Vec<File<'a>>,
    previous: Option<File<'a>>,
    today: NaiveDate,
}

impl<'a> Given<'a> {
    fn with_previous(request: &mut Request<'a>) -> Self {
        Self {
            previous: request.maybe_file("previous"),
            ..Self::alone(request)
        }
    }

    fn alone(request: &mut Request<'a>) -> Self {
        Self {
            campaign: request.maybe_file("campaign"),
            data: request.files("data"),
            previous: None,
            today: request.day(),
        }
    }

    fn read(&self) -> Result<Against, Refusal> {
        Ok(Against {
            campaign: campaign(self.campaign.as_ref())?,
            law: law(&self.data)?,
            before: before(self.previous.as_ref(), "/previous")?,
            today: self.today,
        })
    }
}

pub(super) fn validate(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let lang = request.lang;
    let file = request.file("file");
    let given = Given::with_previous(&mut request);
    request.end()?;
    let against = given.read()?;
    let answer = api::validate(&file.name, &decoded(&file), &against.context());
    Ok(Answer {
        status: answer.verdict.exit_code(),
        text: answer.json(lang),
    })
}

pub(super) fn lines(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let lang = request.lang;
    let file = request.file("file");
    let given = Given::alone(&mut request);
    request.end()?;
    let against = given.read()?;
    let mut worst = Verdict::Valid;
    let mut lines = Vec::new();
    for answer in api::validate_lines(&file.name, &file.bytes, &against.context()) {
        worst = worst.graver(answer.verdict);
        lines.push(answer.json(lang));
    }
    Ok(Answer {
        status: worst.exit_code(),
        text: lines.join("\n"),
    })
}

pub(super) fn together(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let lang = request.lang;
    let files = request.files("files");
    let previous = request.files("previous");
    let leads = request.maybe_file("leads");
    let given = Given::alone(&mut request);
    request.end()?;
    let against = given.read()?;
    let mut all = Files::default();
    for (no, file) in previous.iter().enumerate() {
        let path = format!("/previous/{no}");
        all.before.extend(before(Some(file), &path)?);
    }
    if let Some(leads) = &leads {
        let read = api::leads(&decoded(leads));
        all.leads = read.map_err(|finding| Refusal::unreadable("/leads", &finding))?;
    }
    let context = against.context();
    let mut worst = Verdict::Valid;
    let mut lines = Vec::new();
    for file in &files {
        let answer = all.take(&file.name, &decoded(file), &context);
        worst = worst.graver(answer.verdict);
        lines.push(answer.json(lang));
    }
    let whole = all.whole(&context);
    lines.push(whole.json(lang));
    Ok(Answer {
        status: worst.graver(whole.verdict).exit_code(),
        text: lines.join("\n"),
    })
}

pub(super) fn submit(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let lang = request.lang;
    let file = request.file("file");
    let given = Given {
        previous: request.maybe_file("previous"),
        campaign: request.maybe_file("campaign"),
        data: Vec::new(),
        today: request.day(),
    };
    request.end()?;
    let against = given.read()?;
    let bytes = decoded(&file);
    let validation = api::validate(&file.name, &bytes, &against.context());
    // A file with errors of its own, such as a digest that is not its own, is not sealed anew.
    let submission = if validation.verdict == Verdict::Valid {
        Submission::of(&read(&bytes).ledger, &against.context()).ok()
    } else {
        None
    };
    let sealed = |submission: &Submission| {
        Tree::of(vec![
            ("check_code", Tree::text(submission.check_code())),
            ("digest", Tree::text(submission.digest())),
            ("file_name", Tree::text(submission.file_name())),
            ("text", Tree::text(submission.text())),
        ])
    };
    let submission = submission.as_ref().map_or(Tree::Null, sealed);
    Ok(Answer {
        status: validation.verdict.exit_code(),
        text: format!(
            r#"{{"submission":{},"validation":{}}}"#,
            submission.canonical(),
            validation.json(lang)
        ),
    })
}

pub(super) fn explain(mut request: Request<'_>) -> Result<Answer, Refusal> {
    let file = request.file("file");
    let path = request.text("path");
    let given = Given {
        campaign: request.maybe_file("campaign"),
        data: Vec::new(),
        previous: None,
        today: request.day(),
    };
    request.end()?;
    let Some((row, key)) = place(&path) else {
        let keys = topics().collect::<Vec<_>>().join(", ");
        let zh = format!("path 应为 /entries/N 或 /entries/N/KEY，KEY 为 {keys} 之一");
        let en = format!("path should be /entries/N or /entries/N/KEY, with KEY one of {keys}");
        return Err(Refusal::request("/path", &zh, &en));
    };
    let against = given.read()?;
    let reading = whole(read(&decoded(&file)))?;
    let session = Session::open(reading, against.campaign, against.today);
    let rows = session.ledger().entries.len();
    let told = session.explain(row, key).map_err(|_| {
        let en = format!("the file has {rows} debts, counted from 0");
        Refusal::request("/path", &format!("台账共{rows}笔，从0数起"), &en)
    })?;
    let unit = session.ledger().header.unit();
    Ok(Answer::good(
        Tree::List(told.iter().map(|one| one.tree(unit)).collect()).canonical(),
    ))
}

/// A file that was read whole, or its first error.
fn whole(reading: Reading) -> Result<Reading, Refusal> {
    let mut findings = reading.findings.iter();
    match findings.find(|one| !reading.whole && one.severity == Severity::Error) {
        Some(fault) => Err(Refusal::unreadable("/file", fault)),
        None => Ok(reading),
    }
}
