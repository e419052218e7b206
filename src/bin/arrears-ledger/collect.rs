//! `collect`: files and folders in, a county's collection out.

use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use arrears_ledger::almanac::Law;
use arrears_ledger::api::Verdict;
use arrears_ledger::bulletin::View;
use arrears_ledger::campaign::{Campaign, NilReport};
use arrears_ledger::county::{
    Added, County, Earlier, Examined, Filing, LateBy, List, Place, examine,
};
use arrears_ledger::date::When;
use arrears_ledger::ledger::vocabulary::Vocabulary;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::collection::{bytes_of, save};
use crate::input::{almanac, campaign, day, today_in_china};
use crate::{FAULT, Report, USAGE, Words, print};

/// 汇总：逐份校验各单位的提交文件，收入一个汇总文件。 Examines the submissions of many units, one by one, and
/// puts those in order into a collection.
#[derive(Args)]
pub(crate) struct Collect {
    /// 提交文件、文件夹（取其中的 .json），或者已有的汇总文件（继续收入）。 Submissions, folders of them, or collections to
    /// add to.
    #[arg(required = true, value_name = "FILE|DIR")]
    paths: Vec<PathBuf>,
    /// 写入的汇总文件；不写则只报告结果。 Where the collection goes; without it only what came of the files is told.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// 上期汇总文件。 The collection of the period before.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// 外部清单（投诉、审计线索），可写多次。 Debts that others name, a table; may be given several times.
    #[arg(long, value_name = "FILE", visible_alias = "leads")]
    list: Vec<PathBuf>,
    /// 专项行动文件；不写则为程序自带的。 A campaign file; without it, the one this program carries.
    #[arg(long, value_name = "FILE")]
    campaign: Option<PathBuf>,
    /// 收到文件的日期；不写为今天。 The day the files were received; without it, today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<NaiveDate>,
    #[command(flatten)]
    decided: Decided,
    /// 文字，或者一行一个 JSON 对象。 Words, or one JSON object a line.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    format: Report,
    /// 更新的数据文件，可写多次，见 arrears-ledger data。 A newer file of the almanac: see `arrears-ledger data`; may be given several times.
    #[arg(long, visible_alias = "load", value_name = "FILE")]
    data: Vec<PathBuf>,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

/// What the office decides; kept in the collection.
#[derive(Args)]
pub(crate) struct Decided {
    /// 报告期，例如 2022-07；不写取多数文件的报告期。 The period; without it, the one most files are for.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Option<When>,
    /// 报送期限，专项行动文件没有写明本期期限时用。 The last day of handing in, where the campaign does not say.
    #[arg(long, value_name = "DAY", value_parser = day)]
    due: Option<NaiveDate>,
    /// 没有拖欠的单位：explicit 须作零报告，deemed 不报视同零报告；不写按专项行动。 Whether silence counts as a nil
    /// report; without it, as the campaign has it.
    #[arg(long, value_name = "REGIME", value_parser = ["explicit", "deemed"])]
    nil_report: Option<String>,
    /// 是否逾期按 filled 填报日期或 received 收到日期。 Whether a ledger is late by the day it was filled in, or received.
    #[arg(long, value_name = "DAY OF", value_parser = ["filled", "received"])]
    late_by: Option<String>,
    /// 清偿率的分母是否含有分歧欠款。 Whether disputed debts are part of the base of the rate of clearing.
    #[arg(long, value_name = "YES")]
    disputed_in_base: Option<bool>,
    /// 万元保留几位小数，0 至 6。 Decimals of amounts in ten thousand yuan.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=6))]
    decimals: Option<u8>,
    /// 通报期数。 The number of the bulletin.
    #[arg(long, value_name = "N")]
    issue: Option<u32>,
    /// 大额欠款清单列几笔。 How many debts the list of large ones has.
    #[arg(long, value_name = "N")]
    large: Option<u32>,
}

fn period(text: &str) -> Result<When, String> {
    When::parse(text).map_err(|_| "应为报告期，例如 2022-07 (expected YYYY-MM)".to_owned())
}

impl Decided {
    /// Puts what was given over what there was.
    pub(crate) fn apply(&self, county: &mut County) {
        let settings = &mut county.settings;
        settings.period = self.period.or(settings.period);
        settings.due = self.due.or(settings.due);
        settings.nil_report = match self.nil_report.as_deref() {
            Some("deemed") => Some(NilReport::Deemed),
            Some(_) => Some(NilReport::Explicit),
            None => settings.nil_report,
        };
        let late_by = self.late_by.as_deref().and_then(LateBy::find);
        settings.late_by = late_by.unwrap_or(settings.late_by);
        settings.disputed_in_base = self.disputed_in_base.unwrap_or(settings.disputed_in_base);
        settings.decimals = self.decimals.unwrap_or(settings.decimals);
        settings.issue = self.issue.unwrap_or(settings.issue);
        settings.large = self.large.unwrap_or(settings.large);
    }
}

/// What is to be said of one file.
struct Told {
    name: String,
    result: &'static str,
    words: String,
}

/// The exit code: 0 where every file was accepted, 1 where one was refused, 4 where one could not
/// be opened.
pub(crate) fn collect(request: &Collect) -> u8 {
    match run(request) {
        Ok(code) => code,
        Err((code, why)) => {
            eprintln!("{why}");
            code
        }
    }
}

fn run(request: &Collect) -> Result<u8, (u8, String)> {
    let lang = Lang::from(request.lang);
    let unreadable = |why: String| (Verdict::Unreadable.exit_code(), why);
    let campaign = campaign(request.campaign.as_deref(), lang).map_err(|why| (USAGE, why))?;
    let law = Law::from(almanac(&request.data).map_err(unreadable)?);
    let today = request.today.unwrap_or_else(today_in_china);
    let mut county = County::of(&campaign);
    request.decided.apply(&mut county);
    let earlier = match &request.previous {
        Some(file) => Some(earlier(file, &campaign).map_err(unreadable)?),
        None => None,
    };
    for file in &request.list {
        let name = name_of(file);
        let list = bytes_of(file).and_then(|bytes| {
            let said = |finding: Box<arrears_ledger::rule::Finding>| {
                finding.message(lang, arrears_ledger::amount::Unit::Yuan)
            };
            List::read(&name, &bytes).map_err(said)
        });
        county.list(list.map_err(|why| unreadable(format!("{name}: {why}")))?);
    }
    let (files, mut told) = walk(&request.paths, request.out.as_deref());
    let mut worst = if told.is_empty() {
        0
    } else {
        Verdict::Unreadable.exit_code()
    };
    for (name, examined) in examine_all(&files, &campaign, &law, today) {
        let one = add(&mut county, name, examined, lang, &request.decided);
        worst = worst.max(match one.result {
            "refused" => Verdict::Errors.exit_code(),
            "unreadable" => Verdict::Unreadable.exit_code(),
            _ => 0,
        });
        told.push(one);
    }
    if let Some(earlier) = &earlier {
        county.follow(earlier);
    }
    let view = View::of(&county, &campaign, earlier.as_ref(), today, &law);
    tell(request, &told, &summary(&county, &view, lang));
    if let Some(out) = &request.out {
        save(out, &county).map_err(|why| (FAULT, format!("{}: {why}", out.display())))?;
    }
    Ok(worst)
}

/// Lines on how all files and all units stand.
fn summary(county: &County, view: &View<'_>, lang: Lang) -> String {
    let count = |wanted: &Filing| {
        view.roster
            .iter()
            .filter(|row| row.filing == *wanted)
            .count()
    };
    let units = Filing::ALL
        .iter()
        .map(|filing| format!("{} {}", filing.choice().label().get(lang), count(filing)));
    let filings = county.filings(view.campaign, view.earlier);
    let files = Place::ALL.iter().map(|place| {
        let count = filings.iter().filter(|one| one.place == *place).count();
        format!("{} {count}", place.choice().label().get(lang))
    });
    let comma = match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    };
    let join = |parts: Vec<String>| parts.join(comma);
    format!("{}\n{}", join(files.collect()), join(units.collect()))
}

fn tell(request: &Collect, told: &[Told], summary: &str) {
    for one in told {
        match request.format {
            Report::Text => print(&one.words),
            Report::Json => print(
                &json!({ "file": one.name, "result": one.result, "message": one.words })
                    .to_string(),
            ),
        };
    }
    match request.format {
        Report::Text => print(summary),
        Report::Json => {
            print(&json!({ "summary": summary.lines().collect::<Vec<_>>() }).to_string())
        }
    };
}

fn name_of(file: &Path) -> String {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| file.display().to_string())
}

/// The files of the paths, in the order of their names, and what could not be looked into.
fn walk(paths: &[PathBuf], out: Option<&Path>) -> (Vec<PathBuf>, Vec<Told>) {
    let (mut files, mut told) = (Vec::new(), Vec::new());
    let out = out.and_then(|out| fs::canonicalize(out).ok());
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        if let Err(why) = folder(path, out.as_deref(), &mut files) {
            told.push(Told {
                name: path.display().to_string(),
                result: "unreadable",
                words: format!("{}: {why}", path.display()),
            });
        }
    }
    (files, told)
}

fn folder(path: &Path, out: Option<&Path>, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut inside: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(path)? {
        inside.push(entry?.path());
    }
    inside.sort();
    for path in inside {
        if path.is_dir() {
            folder(&path, out, files)?;
            continue;
        }
        let is_json = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let is_out = out.is_some_and(|out| fs::canonicalize(&path).is_ok_and(|own| own == out));
        if is_json && !is_out {
            files.push(path);
        }
    }
    Ok(())
}

/// What a file turned out to be.
enum Found {
    One(Examined),
    Collection(Box<County>),
    Unreadable(String),
}

/// Examines all files, as many at once as there are processors; in the order they were given.
fn examine_all(
    files: &[PathBuf],
    campaign: &Campaign,
    law: &Law,
    today: NaiveDate,
) -> Vec<(String, Found)> {
    let hands = thread::available_parallelism().map_or(1, NonZero::get);
    let share = files.len().div_ceil(hands).max(1);
    let work = |part: &[PathBuf]| -> Vec<(String, Found)> {
        part.iter()
            .map(|file| (file.display().to_string(), one(file, campaign, law, today)))
            .collect()
    };
    thread::scope(|scope| {
        let parts: Vec<_> = files
            .chunks(share)
            .map(|part| scope.spawn(move || work(part)))
            .collect();
        let join = |part: thread::ScopedJoinHandle<'_, Vec<(String, Found)>>| {
            part.join().unwrap_or_default()
        };
        parts.into_iter().flat_map(join).collect()
    })
}

fn one(file: &Path, campaign: &Campaign, law: &Law, today: NaiveDate) -> Found {
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(why) => return Found::Unreadable(why),
    };
    if !County::is_one(&bytes) {
        return Found::One(examine(&name_of(file), &bytes, today, campaign, law));
    }
    match County::open(&bytes, campaign) {
        Ok(county) => Found::Collection(Box::new(county)),
        Err(why) => Found::Unreadable(why.0.zh),
    }
}

fn add(county: &mut County, name: String, found: Found, lang: Lang, decided: &Decided) -> Told {
    let (result, (zh, en)) = match found {
        Found::Unreadable(why) => (
            "unreadable",
            (format!("读不出：{why}"), format!("cannot be read: {why}")),
        ),
        Found::Collection(other) => {
            let count = other.received().count();
            // The first collection brings its settings; what is given now goes before them.
            if county.received().next().is_none() {
                county.settings = other.settings.clone();
                decided.apply(county);
            }
            county.join(*other);
            (
                "joined",
                (
                    format!("汇总文件，内有{count}份"),
                    format!("a collection of {count} files"),
                ),
            )
        }
        Found::One(examined) => {
            let refused = match &examined {
                Examined::Refused(refused) => refused.findings.first().cloned(),
                Examined::Accepted(_) => None,
            };
            match (county.add(examined), refused) {
                (Added::Accepted, _) => ("accepted", ("收入".to_owned(), "accepted".to_owned())),
                (Added::Repeated, _) => (
                    "repeated",
                    (
                        "与已收入的文件相同，不重复计算".to_owned(),
                        "the same file is there already".to_owned(),
                    ),
                ),
                (Added::Refused, told) => {
                    let told = told.map(|told| {
                        (
                            format!("{} {}", told.code, told.message.zh),
                            format!("{} {}", told.code, told.message.en),
                        )
                    });
                    let (zh, en) = told.unwrap_or_default();
                    ("refused", (format!("退回：{zh}"), format!("refused: {en}")))
                }
            }
        }
    };
    let words = match lang {
        Lang::Zh => format!("{name}：{zh}"),
        Lang::En => format!("{name}: {en}"),
    };
    Told {
        name,
        result,
        words,
    }
}

/// The collection of the period before.
pub(crate) fn earlier(file: &Path, campaign: &Campaign) -> Result<Earlier, String> {
    let county = crate::collection::open(file, campaign)?;
    Ok(Earlier::of(county, campaign))
}
