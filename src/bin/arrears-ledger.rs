//! The command line: files in, the facade's answers out.
#![expect(clippy::print_stderr, reason = "printing is what a command line does")]

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use arrears_ledger::api::{self, Verdict};
use arrears_ledger::campaign::Campaign;
use arrears_ledger::date::When;
use arrears_ledger::limits;
use arrears_ledger::text::Lang;
use arrears_ledger::{handbook, schema};
use chrono::{Days, NaiveDate};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// 清欠台账: checks ledgers of arrears owed to small firms.
///
/// Exit codes: 0 in order, 1 errors found, 2 wrong usage, 3 only warnings nobody has confirmed,
/// 4 input cannot be read, 5 a fault of ours.
#[derive(Parser)]
#[command(version, name = "arrears-ledger")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks submissions, drafts and sheets (.json, .tsv, .csv; - for standard input).
    Validate(Validate),
    /// Prints the digest of a submission: SM3 over its canonical form without the digest member.
    Digest {
        /// The submission, or - for standard input.
        file: PathBuf,
    },
    /// Lists every rule.
    Rules {
        /// How.
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// In which language, where the format has only one.
        #[arg(long, value_enum, default_value_t = Words::Zh)]
        lang: Words,
    },
    /// Lists every field.
    Fields {
        /// How.
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// In which language, where the format has only one.
        #[arg(long, value_enum, default_value_t = Words::Zh)]
        lang: Words,
    },
    /// Prints a JSON Schema (2020-12).
    Schema {
        /// Of what.
        #[arg(long, value_enum, default_value_t = Of::Submission)]
        of: Of,
    },
}

#[derive(Args)]
struct Validate {
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
    /// The language of the messages.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

#[derive(Clone, Copy, ValueEnum)]
enum Report {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Table {
    Text,
    Json,
    Csv,
    Markdown,
}

#[derive(Clone, Copy, ValueEnum)]
enum Words {
    Zh,
    En,
}

impl From<Words> for Lang {
    fn from(words: Words) -> Self {
        match words {
            Words::Zh => Self::Zh,
            Words::En => Self::En,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Of {
    Submission,
    Findings,
    Campaign,
}

/// Wrong usage, as clap says it.
const USAGE: u8 = 2;
/// The output cannot be written.
const FAULT: u8 = 5;

fn main() -> ExitCode {
    let code = match Cli::parse().command {
        Command::Validate(request) => validate(&request),
        Command::Digest { file } => digest(&file),
        Command::Rules { format, lang } => print(&rules(format, lang.into())),
        Command::Fields { format, lang } => print(&fields(format, lang.into())),
        Command::Schema { of } => print(&match of {
            Of::Submission => schema::submission(),
            Of::Findings => schema::findings(),
            Of::Campaign => schema::campaign(),
        }),
    };
    ExitCode::from(code)
}

/// Prints a line; a reader that has heard enough (`| head`) ends the program in peace.
fn print(text: &str) -> u8 {
    match writeln!(io::stdout().lock(), "{}", text.trim_end()) {
        Ok(()) => 0,
        Err(why) if why.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(why) => {
            eprintln!("{why}");
            FAULT
        }
    }
}

fn rules(format: Table, lang: Lang) -> String {
    match format {
        Table::Text => handbook::rules_text(lang),
        Table::Json => handbook::rules_json(),
        Table::Csv => handbook::rules_csv(),
        Table::Markdown => handbook::rules_markdown(lang),
    }
}

fn fields(format: Table, lang: Lang) -> String {
    match format {
        Table::Text => handbook::fields_text(lang),
        Table::Json => handbook::fields_json(),
        Table::Csv => handbook::fields_csv(),
        Table::Markdown => handbook::fields_markdown(lang),
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    When::parse_day(text).map_err(|_| "应为日期，例如 2022-06-13 (expected YYYY-MM-DD)".to_owned())
}

/// The gravest verdict of all files decides the exit code: unreadable, errors, unconfirmed.
fn validate(request: &Validate) -> u8 {
    let campaign = match campaign(request.campaign.as_deref()) {
        Ok(campaign) => campaign,
        Err(why) => {
            eprintln!("{why}");
            return USAGE;
        }
    };
    let today = request.today.unwrap_or_else(today_in_china);
    let mut worst = Verdict::Valid;
    for file in &request.files {
        let name = file.display().to_string();
        let answer = match bytes(file) {
            Ok(bytes) => api::validate(&name, &bytes, &campaign, today),
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

fn graver(a: Verdict, b: Verdict) -> Verdict {
    let gravity = |verdict| match verdict {
        Verdict::Valid => 0,
        Verdict::Unconfirmed => 1,
        Verdict::Errors => 2,
        Verdict::Unreadable => 3,
    };
    if gravity(a) < gravity(b) { b } else { a }
}

fn digest(file: &Path) -> u8 {
    let bytes = match bytes(file) {
        Ok(bytes) => bytes,
        Err(why) => {
            eprintln!("{}: {why}", file.display());
            return Verdict::Unreadable.exit_code();
        }
    };
    match api::digest(&bytes) {
        Ok(digest) => print(&digest),
        Err(finding) => {
            let unit = arrears_ledger::amount::Unit::Yuan;
            eprintln!(
                "{}: {} {}",
                file.display(),
                finding.rule.code,
                finding.message(Lang::Zh, unit)
            );
            Verdict::Unreadable.exit_code()
        }
    }
}

fn campaign(file: Option<&Path>) -> Result<Campaign, String> {
    let Some(file) = file else {
        return Ok(Campaign::yexian_2022());
    };
    let text = std::fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
    Campaign::parse(&text).map_err(|why| format!("{}: {}", file.display(), why.0.zh))
}

/// A file's bytes as UTF-8 where it is text in China's older encoding. Never reads more than one
/// byte past the limit.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(limits::FILE_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(decoded(bytes))
}

/// Sheets saved as text on a Chinese Windows are GB18030. JSON is UTF-8 by its own standard.
fn decoded(bytes: Vec<u8>) -> Vec<u8> {
    let is_sheet =
        !matches!(bytes.first(), None | Some(b'{' | b'[' | 0)) && !bytes.starts_with(b"PK");
    if !is_sheet || limits::FILE_BYTES < bytes.len() || std::str::from_utf8(&bytes).is_ok() {
        return bytes;
    }
    let (text, _, had_errors) = encoding_rs::GB18030.decode(&bytes);
    if had_errors {
        bytes
    } else {
        text.into_owned().into_bytes()
    }
}

/// Today by the clock of China, which is eight hours ahead of UTC all year.
fn today_in_china() -> NaiveDate {
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
