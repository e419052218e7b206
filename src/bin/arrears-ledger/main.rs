//! The command line: files in, the facade's answers out.
#![expect(clippy::print_stderr, reason = "printing is what a command line does")]

mod book;
mod campaign;
mod capital;
mod code;
mod collect;
mod collection;
mod compare;
mod data;
mod explain;
mod export;
mod input;
mod interest;
mod limitation;
mod plan;
mod replace;
mod size;
mod stream;
mod sums;
mod validate;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arrears_ledger::api::{self, Verdict};
use arrears_ledger::text::Lang;
use arrears_ledger::{county, handbook, schema};
use clap::{Parser, Subcommand, ValueEnum};

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
    /// Checks submissions, drafts and sheets (.json, .xlsx, .tsv, .csv; - for standard input).
    Validate(validate::Validate),
    /// Says where a debt's values come from that nobody typed: which cells, which rule, which clause.
    Explain(explain::Explain),
    /// Campaign files; the help lists their members.
    #[command(subcommand, after_help = handbook::campaign_text(Lang::Zh), after_long_help = handbook::campaign_text(Lang::Zh))]
    Campaign(campaign::Campaign),
    /// Says what changed from one ledger to another: debts new and gone, cells that changed.
    Compare(compare::Compare),
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
    Collect(Box<collect::Collect>),
    #[command(subcommand)]
    Collection(Box<collection::Collection>),
    #[command(subcommand)]
    Plan(plan::Plan),
    Interest(Box<interest::Interest>),
    Limitation(limitation::Limitations),
    Export(export::Export),
    Template(export::Template),
    /// Lists the dated facts calculations stand on: rates, days off, thresholds.
    Data(data::Data),
    /// Says how large a firm is by its industry's thresholds.
    Size(size::Size),
    /// Writes an amount in capital words (人民币大写), or checks such words.
    Capital(capital::Capital),
    /// Checks unified social credit codes and says whose they are.
    Code(code::Code),
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
    Collection,
}

/// Wrong usage, as clap says it.
const USAGE: u8 = 2;
/// The output cannot be written.
const FAULT: u8 = 5;

fn main() -> ExitCode {
    let code = match Cli::parse().command {
        Command::Validate(request) => validate::validate(&request),
        Command::Explain(request) => explain::explain(&request),
        Command::Campaign(request) => campaign::campaign(&request),
        Command::Compare(request) => compare::compare(&request),
        Command::Collect(request) => collect::collect(&request),
        Command::Collection(request) => collection::collection(&request),
        Command::Plan(request) => plan::plan(&request),
        Command::Interest(request) => interest::interest(&request),
        Command::Limitation(request) => limitation::limitation(&request),
        Command::Export(request) => export::export(&request),
        Command::Template(request) => export::template(&request),
        Command::Digest { file } => digest(&file),
        Command::Rules { format, lang } => print(&rules(format, lang.into())),
        Command::Fields { format, lang } => print(&fields(format, lang.into())),
        Command::Schema { of } => print(&match of {
            Of::Submission => schema::submission(),
            Of::Findings => schema::findings(),
            Of::Campaign => schema::campaign(),
            Of::Collection => county::schema(),
        }),
        Command::Data(request) => data::data(&request),
        Command::Size(request) => size::size(&request),
        Command::Capital(request) => capital::capital(&request),
        Command::Code(request) => code::code(&request),
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
        Table::Markdown => handbook::rules_markdown(&[lang]),
    }
}

fn fields(format: Table, lang: Lang) -> String {
    match format {
        Table::Text => handbook::fields_text(lang),
        Table::Json => handbook::fields_json(),
        Table::Csv => handbook::fields_csv(),
        Table::Markdown => handbook::fields_markdown(&[lang]),
    }
}

fn digest(file: &Path) -> u8 {
    let bytes = match input::bytes(file) {
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
