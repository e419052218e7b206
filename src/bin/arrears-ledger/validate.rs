//! `validate`: files in, the facade's answers out.

use std::path::{Path, PathBuf};

use arrears_ledger::api::{self, Verdict};
use arrears_ledger::campaign::Context;
use arrears_ledger::ledger::Before;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use clap::Args;

use crate::input::{bytes, campaign, day, today_in_china};
use crate::{Report, USAGE, Words, print};

#[derive(Args)]
pub(crate) struct Validate {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Words, or one JSON object a file.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// A campaign file; without it, the one this program carries.
    #[arg(long)]
    campaign: Option<PathBuf>,
    /// The day to check for, YYYY-MM-DD; without it, today in China.
    #[arg(long, value_parser = day)]
    today: Option<NaiveDate>,
    /// What the unit handed in for the period before, to compare with.
    #[arg(long)]
    previous: Option<PathBuf>,
    /// The language of the messages.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

/// The gravest verdict of all files decides the exit code: unreadable, errors, unconfirmed.
pub(crate) fn validate(request: &Validate) -> u8 {
    let campaign = match campaign(request.campaign.as_deref(), request.lang.into()) {
        Ok(campaign) => campaign,
        Err(why) => {
            eprintln!("{why}");
            return USAGE;
        }
    };
    let before = match request.previous.as_deref().map(before).transpose() {
        Ok(before) => before,
        Err(why) => {
            eprintln!("{why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    let context = Context {
        before: before.as_ref(),
        ..Context::new(&campaign, request.today.unwrap_or_else(today_in_china))
    };
    let mut worst = Verdict::Valid;
    for file in &request.files {
        let name = file.display().to_string();
        let answer = match bytes(file) {
            Ok(bytes) => api::validate(&name, &bytes, &context),
            Err(why) => api::unopened(&name, &why.to_string()),
        };
        match request.format {
            Report::Text => print(&answer.text(request.lang.into())),
            Report::Json => print(&answer.json(request.lang.into())),
        };
        worst = graver(worst, answer.verdict);
    }
    worst.exit_code()
}

fn before(file: &Path) -> Result<Before, String> {
    let name = file.display();
    let bytes = bytes(file).map_err(|why| format!("{name}: {why}"))?;
    api::before(&bytes).map_err(|finding| {
        let unit = arrears_ledger::amount::Unit::Yuan;
        let message = finding.message(Lang::Zh, unit);
        format!("{name}: {} {message}", finding.rule.code)
    })
}

fn graver(a: Verdict, b: Verdict) -> Verdict {
    let gravity = |verdict| match verdict {
        Verdict::Valid => 0,
        Verdict::Unconfirmed => 1,
        Verdict::Errors => 2,
        Verdict::Unreadable => 3,
    };
    if gravity(a) < gravity(b) { b } else { a }
}
