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

/// 清欠台账：检查拖欠中小企业账款的台账，编制清偿计划，计算利息，汇总通报。 Ledgers of arrears owed to small firms.
///
/// 退出码：0 通过，1 有错误，2 用法不对，3 只有未确认的提醒，4 读不出，5 程序故障。
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
    /// 检查提交文件、草稿和表格，逐处说明问题。 Checks submissions, drafts and sheets (.json, .xlsx, .tsv, .csv; - for standard input).
    Validate(validate::Validate),
    /// 说明自动得出的值从何而来：哪几栏、哪条规则、哪项条款。 Says where a debt's values come from that nobody typed: which cells, which rule, which clause.
    Explain(explain::Explain),
    /// 专项行动文件。 Campaign files; the help lists their members.
    #[command(subcommand, after_help = handbook::campaign_text(Lang::Zh), after_long_help = handbook::campaign_text(Lang::Zh))]
    Campaign(campaign::Campaign),
    /// 两份台账有何不同：新增、减少的欠款，改动的栏目。 Says what changed from one ledger to another: debts new and gone, cells that changed.
    Compare(compare::Compare),
    /// 提交文件的校验值（SM3）。 Prints the digest of a submission: SM3 over its canonical form without the digest member.
    Digest {
        /// 提交文件，- 为标准输入。 The submission, or - for standard input.
        file: PathBuf,
    },
    /// 列出全部规则。 Lists every rule.
    Rules {
        /// 打印格式。 How to print.
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// 文字用中文或者英文（只有一种文字的格式）。 In which language, where the format has only one.
        #[arg(long, value_enum, default_value_t = Words::Zh)]
        lang: Words,
    },
    /// 列出全部栏目。 Lists every field.
    Fields {
        /// 打印格式。 How to print.
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// 文字用中文或者英文（只有一种文字的格式）。 In which language, where the format has only one.
        #[arg(long, value_enum, default_value_t = Words::Zh)]
        lang: Words,
    },
    /// 打印 JSON Schema。 Prints a JSON Schema (2020-12).
    Schema {
        /// 哪一种文件的。 Of which kind of file.
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
    /// 列出计算所依据的数据及其日期：利率、放假安排、划型标准。 Lists the dated facts calculations stand on: rates, days off, thresholds.
    Data(data::Data),
    /// 按行业标准划分企业规模。 Says how large a firm is by its industry's thresholds.
    Size(size::Size),
    /// 金额写成人民币大写，或者核对大写。 Writes an amount in capital words, or checks such words.
    Capital(capital::Capital),
    /// 核对统一社会信用代码，说明是哪类单位的。 Checks unified social credit codes and says whose they are.
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    /// Those that are not said in Chinese and in English: `中文。 English.`
    fn in_one_language(command: &clap::Command, way: &str, found: &mut Vec<String>) {
        let is_in_both = |text: &str| {
            let is_chinese = |letter| ('\u{4e00}'..='\u{9fff}').contains(&letter);
            let parts = text.split_once("。 ");
            parts.is_some_and(|(chinese, english)| {
                chinese.contains(is_chinese) && english.starts_with(char::is_uppercase)
            })
        };
        let about = command.get_about().map(ToString::to_string);
        let options = command.get_arguments().filter(|option| {
            let is_claps = |id: &str| ["help", "version"].contains(&id);
            !is_claps(option.get_id().as_str())
        });
        let helps = options.map(|option| {
            let help = option.get_help().map(ToString::to_string);
            (format!("{way} {}", option.get_id()), help)
        });
        for (name, help) in std::iter::once((way.to_owned(), about)).chain(helps) {
            if !help.as_deref().is_some_and(is_in_both) {
                found.push(format!("{name}: {}", help.unwrap_or_default()));
            }
        }
        for part in command.get_subcommands() {
            in_one_language(part, &format!("{way} {}", part.get_name()), found);
        }
    }

    #[test]
    fn help_is_in_both_languages() {
        let mut found = Vec::new();
        in_one_language(&Cli::command(), "arrears-ledger", &mut found);
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}
