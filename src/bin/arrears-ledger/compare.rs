//! `compare`: two ledgers in, what changed out.

use std::path::{Path, PathBuf};

use arrears_ledger::amount::Unit;
use arrears_ledger::api::{self, Verdict};
use arrears_ledger::compare::Comparison;
use arrears_ledger::ledger::Before;
use arrears_ledger::text::Lang;
use clap::Args;

use crate::input::bytes;
use crate::{Report, Words, print};

#[derive(Args)]
pub(crate) struct Compare {
    /// The earlier submission or draft.
    old: PathBuf,
    /// The later one.
    new: PathBuf,
    /// Words, or one JSON object.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

/// Whatever changed, the exit code says only whether both could be read.
pub(crate) fn compare(request: &Compare) -> u8 {
    let (old, new) = match (ledger(&request.old), ledger(&request.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(why), _) | (_, Err(why)) => {
            eprintln!("{why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    match request.format {
        Report::Text => {
            let unit = new.ledger().header.unit();
            print(&Comparison::of(&old, &new, unit).text(request.lang.into()))
        }
        Report::Json => print(&Comparison::of(&old, &new, Unit::Yuan).json()),
    }
}

/// A ledger to compare with, or why there is none, in words.
pub(crate) fn ledger(file: &Path) -> Result<Before, String> {
    let name = file.display();
    let bytes = bytes(file).map_err(|why| format!("{name}: {why}"))?;
    api::before(&bytes).map_err(|finding| {
        let message = finding.message(Lang::Zh, Unit::Yuan);
        format!("{name}: {} {message}", finding.rule.code)
    })
}
