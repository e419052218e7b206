//! `validate`: files in, the facade's answers out.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use arrears_ledger::almanac::Law;
use arrears_ledger::amount::Unit;
use arrears_ledger::api::{self, Files, Verdict};
use arrears_ledger::campaign::{Campaign, Context};
use arrears_ledger::rule::Finding;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use clap::Args;

use crate::input::{almanac, bytes, campaign, day, today_in_china};
use crate::stream::{Printing, stream};
use crate::{Report, USAGE, Words, print};

#[derive(Args)]
pub(crate) struct Validate {
    /// 要检查的文件。 The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// 文字，或者每份文件一个 JSON 对象。 Words, or one JSON object a file.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 专项行动文件；不写则为程序自带的。 A campaign file; without it, the one this program carries.
    #[arg(long)]
    campaign: Option<PathBuf>,
    /// 以哪一天为准；不写则为今天。 The day to check for, YYYY-MM-DD; without it, today in China.
    #[arg(long, value_parser = day)]
    today: Option<NaiveDate>,
    /// 本单位上期的提交文件，用来比较；与 --together 同用时可写多次。 What the unit handed in for
    /// the period before, to compare with. May be given again with --together: each file is compared with the one of its unit.
    #[arg(long)]
    previous: Vec<PathBuf>,
    /// 各份文件之间也比较：重复填报、期初期末不衔接、未报单位。 Also compares the files with each other: debts that two units report, balances that do not
    /// follow from those before, units that have not reported. One more answer, called “together”.
    #[arg(long)]
    together: bool,
    /// 每份文件是一个数据流，一行一份或一笔，一行一个结果。 Each file is a stream: a submission or a debt a line (NDJSON), an answer a line, in order and
    /// in bounded memory. A debt is checked by itself, like a row of a sheet.
    #[arg(long, conflicts_with_all = ["together", "previous", "leads"])]
    ndjson: bool,
    /// 同时检查几行；不写则与处理器数相同。 How many lines are checked at the same time; without it, as many as there are processors.
    #[arg(long, requires = "ndjson", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// 外部线索（如投诉）：有欠款单位名称的表格；被点名而作零报告的单位会提醒。 Debts that others
    /// name, such as complaints: a sheet with the debtor's name. Nil reports of units that are named
    /// are asked about.
    #[arg(long, requires = "together")]
    leads: Option<PathBuf>,
    /// 更新的数据文件（LPR、条例版本、上限），可写多次，见 arrears-ledger data。 A newer file of the
    /// almanac (LPR, versions of the Regulation, caps): see `arrears-ledger data`; may be given
    /// several times.
    #[arg(long, visible_alias = "load", value_name = "FILE")]
    data: Vec<PathBuf>,
    /// 文字用中文或者英文。 The language of the words.
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
    let law = match almanac(&request.data) {
        Ok(almanac) => Law::from(almanac),
        Err(why) => {
            eprintln!("{why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    if 1 < request.previous.len() && !request.together {
        eprintln!(
            "--previous 一次只能给一个，除非同时用 --together (only one, without --together)"
        );
        return USAGE;
    }
    let mut files = match compared(request) {
        Ok(files) => files,
        Err(why) => {
            eprintln!("{why}");
            return Verdict::Unreadable.exit_code();
        }
    };
    // Alone, every file is compared with the one that was given.
    let alone = if request.together {
        None
    } else {
        files.before.pop()
    };
    let context = Context {
        before: alone.as_ref(),
        law: &law,
        ..Context::new(&campaign, request.today.unwrap_or_else(today_in_china))
    };
    if request.ndjson {
        return streams(request, &context).unwrap_or_else(|code| code);
    }
    answer(request, &mut files, &context).exit_code()
}

/// Prints the answers to every line of every file.
fn streams(request: &Validate, context: &Context<'_>) -> Result<u8, u8> {
    let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
    let jobs = request.jobs.map_or(processors, usize::from);
    let printing = Printing {
        format: request.format,
        lang: request.lang.into(),
    };
    let mut worst = Verdict::Valid;
    for file in &request.files {
        worst = worst.graver(stream(file, jobs, context, printing)?);
    }
    Ok(worst.exit_code())
}

/// Prints the answers; the gravest verdict of them.
fn answer(request: &Validate, files: &mut Files, context: &Context<'_>) -> Verdict {
    let lang: Lang = request.lang.into();
    let mut worst = Verdict::Valid;
    for file in &request.files {
        let name = file.display().to_string();
        let answer = match bytes(file) {
            Ok(bytes) if request.together => files.take(&name, &bytes, context),
            Ok(bytes) => api::validate(&name, &bytes, context),
            Err(why) => api::unopened(&name, &why.to_string()),
        };
        match request.format {
            Report::Text => print(&answer.text(lang)),
            Report::Json => print(&answer.json(lang)),
        };
        worst = worst.graver(answer.verdict);
    }
    if !request.together {
        return worst;
    }
    tell_unplaced(files, context.campaign);
    let whole = files.whole(context);
    match request.format {
        Report::Text => print(&whole.text(lang)),
        Report::Json => print(&whole.json(lang)),
    };
    worst.graver(whole.verdict)
}

/// Leads nobody is asked about must not be lost without a word.
fn tell_unplaced(files: &Files, campaign: &Campaign) {
    let unplaced: Vec<String> = files
        .unplaced(campaign)
        .iter()
        .map(usize::to_string)
        .collect();
    if !unplaced.is_empty() {
        eprintln!(
            "线索第{}条未对应到名录中的单位 (leads that name no unit of the roster)",
            unplaced.join("、")
        );
    }
}

/// What the files are compared with.
fn compared(request: &Validate) -> Result<Files, String> {
    let mut files = Files::default();
    for file in &request.previous {
        files.before.push(taken(file, api::before)?);
    }
    if let Some(file) = &request.leads {
        files.leads = taken(file, api::leads)?;
    }
    Ok(files)
}

/// What a file is taken for, or why it is not, in words.
pub(crate) fn taken<T>(
    file: &Path,
    read: fn(&[u8]) -> Result<T, Box<Finding>>,
) -> Result<T, String> {
    let name = file.display();
    let bytes = bytes(file).map_err(|why| format!("{name}: {why}"))?;
    read(&bytes).map_err(|finding| {
        let message = finding.message(Lang::Zh, Unit::Yuan);
        format!("{name}: {} {message}", finding.rule.code)
    })
}
