//! `compare`: two ledgers in, what changed out.

use std::path::PathBuf;

use arrears_ledger::amount::Unit;
use arrears_ledger::api::{self, Verdict};
use arrears_ledger::compare::Comparison;
use clap::Args;

use crate::validate::taken;
use crate::{Report, Words, print};

#[derive(Args)]
pub(crate) struct Compare {
    /// 较早的提交文件或者草稿。 The earlier submission or draft.
    old: PathBuf,
    /// 较晚的一份。 The later one.
    new: PathBuf,
    /// 文字，或者一个 JSON 对象。 Words, or one JSON object.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

/// Whatever changed, the exit code says only whether both could be read.
pub(crate) fn compare(request: &Compare) -> u8 {
    let (old, new) = match (
        taken(&request.old, api::before),
        taken(&request.new, api::before),
    ) {
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
