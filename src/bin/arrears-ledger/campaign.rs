//! `campaign`: whether a campaign file can be worked with, and what its format is.

use std::path::{Path, PathBuf};

use arrears_ledger::api::{self, Verdict};
use arrears_ledger::text::Lang;
use arrears_ledger::vet::{Vetted, vet};
use clap::Subcommand;

use crate::input::bytes;
use crate::{Report, Words, print};

#[derive(Subcommand)]
pub(crate) enum Campaign {
    /// 检查专项行动文件：格式、名录、责任分工、期限、规则。 Checks a campaign file: its format, its roster, its matrix, its deadlines, its rules.
    Check {
        /// 文件，- 为标准输入。 The file, or - for standard input.
        file: PathBuf,
        /// 文字，或者一个 JSON 对象。 Words, or one JSON object.
        #[arg(long, value_enum, default_value_t = Report::Text)]
        format: Report,
        /// 文字用中文或者英文。 The language of the words.
        #[arg(long, value_enum, default_value_t = Words::Zh)]
        lang: Words,
    },
}

pub(crate) fn campaign(request: &Campaign) -> u8 {
    let Campaign::Check { file, format, lang } = request;
    check(file, *format, (*lang).into())
}

fn check(file: &Path, format: Report, lang: Lang) -> u8 {
    let name = file.display().to_string();
    let text = match bytes(file).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(why)) => return unopened(&name, &why.to_string()),
        Err(why) => return unopened(&name, &why.to_string()),
    };
    let vetted = vet(text.trim_start_matches('\u{feff}'));
    let (verdict, told) = api::campaign(&name, &vetted);
    print(&match format {
        Report::Text => lines(&name, &vetted, verdict, lang),
        Report::Json => told.canonical(),
    });
    verdict.exit_code()
}

fn unopened(name: &str, why: &str) -> u8 {
    eprintln!("{name}: {why}");
    Verdict::Unreadable.exit_code()
}

fn lines(name: &str, vetted: &Vetted, verdict: Verdict, lang: Lang) -> String {
    let count = vetted.faults.len();
    let headline = match (lang, verdict) {
        (Lang::Zh, Verdict::Valid) => format!("{name}：可以使用"),
        (Lang::En, Verdict::Valid) => format!("{name}: in order"),
        (Lang::Zh, _) => format!("{name}：有{count}处要看"),
        (Lang::En, _) => format!("{name}: {count} places to look at"),
    };
    let faults = vetted
        .faults
        .iter()
        .map(|fault| format!("  {}", fault.text(lang)));
    std::iter::once(headline)
        .chain(faults)
        .collect::<Vec<_>>()
        .join("\n")
}
