//! `collection`: what a collection says, as papers; what is decided of it; what goes out of it.

mod allocate;
mod decide;
mod papers;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use arrears_ledger::almanac::Law;
use arrears_ledger::api::Verdict;
use arrears_ledger::bulletin::{Paper, View};
use arrears_ledger::campaign::Campaign;
use arrears_ledger::county::{County, Earlier};
use arrears_ledger::limits;
use arrears_ledger::text::Lang;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use crate::collect::earlier;
use crate::input::{almanac, campaign, day, today_in_china};
use crate::replace::{replace, replace_with};
use crate::{FAULT, USAGE, Words, print};

/// 汇总文件：报送情况、疑点、变动、通报、资金分配。 A collection: reports, doubts, movement, bulletin, sharing a sum.
#[derive(Subcommand)]
pub(crate) enum Collection {
    /// 报送情况和催报名单。 How each unit reported, and whom to call.
    Roster(Base),
    /// 退回的文件及原因。 The files that were refused, and why.
    Refused(Base),
    /// 已收入的台账待单位说明的问题。 What accepted files leave to be asked.
    Questions(Base),
    /// 单位之间的疑点，按可能性排列。 What may be wrong between units, ranked.
    Candidates(Base),
    /// 与投诉、审计清单逐条比对。 Each line of the lists beside the ledgers.
    Compared(Base),
    /// 对一个疑点作出核定，写回汇总文件。 Decides one candidate, and keeps it in the collection.
    Decide(decide::Decide),
    /// 余额变动（需上期汇总）。 The movement of balances.
    Movement(Base),
    /// 审计重点六类情况，逐笔列出。 The audit's six classes, debt by debt.
    Audit(Base),
    /// 通报：表1至表6和图。 The bulletin: tables 1 to 6, and charts.
    Bulletin(Base),
    /// 年度公示：逾期尚未支付中小企业款项的合同数量、金额。 The yearly disclosure.
    Disclosure(papers::Disclosure),
    /// 工作提醒，每单位一份。 A reminder for each unit that needs one.
    Remind(papers::Remind),
    /// 一笔资金怎样分配：各种办法比较，写成各单位可以打开的计划草稿。 How a sum could be shared, and the choice as drafts
    /// the units can open.
    Allocate(allocate::Allocate),
    /// 取出各单位有效的提交文件。 Writes the submissions that stand into a folder.
    Extract(papers::Extract),
}

/// What every paper is made from.
#[derive(Args)]
pub(crate) struct Base {
    /// 汇总文件。 The collection.
    file: PathBuf,
    /// 上期汇总文件。 The collection of the period before.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// 专项行动文件；不写则为程序自带的。 A campaign file; without it, the one this program carries.
    #[arg(long, value_name = "FILE")]
    campaign: Option<PathBuf>,
    /// 日期；不写为今天。 The day; without it, today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<NaiveDate>,
    /// 打印格式。 How to print.
    #[arg(long, value_enum, default_value_t = Form::Markdown)]
    format: Form,
    /// 写入文件；不写则打印。 Where it goes; without it, it is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// 更新的数据文件，可写多次，见 arrears-ledger data。 A newer file of the almanac: see `arrears-ledger data`; may be given several times.
    #[arg(long, visible_alias = "load", value_name = "FILE")]
    data: Vec<PathBuf>,
    /// 文字用中文或者英文。 The language of the words.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    lang: Words,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Markdown,
    Json,
    /// 供打印或另存为PDF的网页。 A page to print, or to save as PDF.
    Html,
    /// 电子表格，用 --out 指定文件。 A workbook, into the file that --out names.
    Xlsx,
}

/// A collection that was opened, with all that is needed to look at it.
struct Opened {
    county: County,
    campaign: Campaign,
    earlier: Option<Earlier>,
    law: Law,
    today: NaiveDate,
    lang: Lang,
}

impl Opened {
    fn view(&self) -> View<'_> {
        let earlier = self.earlier.as_ref();
        View::of(&self.county, &self.campaign, earlier, self.today, &self.law)
    }
}

/// An exit code, and why.
type Stop = (u8, String);

fn unreadable(why: String) -> Stop {
    (Verdict::Unreadable.exit_code(), why)
}

impl Base {
    fn open(&self) -> Result<Opened, Stop> {
        let lang = Lang::from(self.lang);
        let campaign = campaign(self.campaign.as_deref(), lang).map_err(|why| (USAGE, why))?;
        let law = Law::from(almanac(&self.data).map_err(unreadable)?);
        let county = open(&self.file, &campaign).map_err(unreadable)?;
        let earlier = match &self.previous {
            Some(file) => Some(earlier(file, &campaign).map_err(unreadable)?),
            None => None,
        };
        // Compared with another collection than before, figures would not follow one another.
        let own = earlier.as_ref().map(|earlier| &earlier.digest);
        if let (Some(own), Some(known)) = (own, &county.previous)
            && own != known
        {
            eprintln!(
                "--previous 不是收入时所用的上期汇总，按所给的文件比较 (another collection than the one it was made with)"
            );
        }
        Ok(Opened {
            county,
            campaign,
            earlier,
            law,
            today: self.today.unwrap_or_else(today_in_china),
            lang,
        })
    }

    fn show(&self, paper: &Paper, lang: Lang) -> Result<u8, Stop> {
        self.put(&match self.format {
            Form::Markdown => paper.markdown(lang),
            Form::Json => paper.json(),
            Form::Html => paper.html(lang),
            Form::Xlsx => return self.put_workbook(paper, lang),
        })
    }

    fn put(&self, text: &str) -> Result<u8, Stop> {
        match &self.out {
            None => Ok(print(text)),
            Some(out) => write_to(out, text.as_bytes()),
        }
    }

    fn put_workbook(&self, paper: &Paper, lang: Lang) -> Result<u8, Stop> {
        let Some(out) = &self.out else {
            let why = "电子表格请用 --out 写入文件 (a workbook wants --out)";
            return Err((USAGE, why.to_owned()));
        };
        let today = self.today.unwrap_or_else(today_in_china);
        let bytes = paper.workbook(lang, today);
        write_to(out, &bytes.map_err(|why| (FAULT, why.to_string()))?)
    }
}

fn write_to(out: &Path, bytes: &[u8]) -> Result<u8, Stop> {
    replace(out, bytes).map_err(|why| fault(out, &why))?;
    Ok(0)
}

fn fault(file: &Path, why: &io::Error) -> Stop {
    (FAULT, format!("{}: {why}", file.display()))
}

pub(crate) fn collection(request: &Collection) -> u8 {
    let answer = match request {
        Collection::Decide(request) => request.run(),
        Collection::Allocate(request) => request.run(),
        Collection::Disclosure(request) => request.run(),
        Collection::Remind(request) => request.run(),
        Collection::Extract(request) => request.run(),
        Collection::Roster(base) => papers::paper("roster", base),
        Collection::Refused(base) => papers::paper("refused", base),
        Collection::Questions(base) => papers::paper("questions", base),
        Collection::Candidates(base) => papers::paper("candidates", base),
        Collection::Compared(base) => papers::paper("compared", base),
        Collection::Movement(base) => papers::paper("movement", base),
        Collection::Audit(base) => papers::paper("audit", base),
        Collection::Bulletin(base) => papers::paper("bulletin", base),
    };
    answer.unwrap_or_else(|(code, why)| {
        eprintln!("{why}");
        code
    })
}

/// A file's bytes, never more than one past the limit of collections.
pub(crate) fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let most = u64::try_from(limits::COLLECTION_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let opened = File::open(file).and_then(|opened| {
        let length = opened.metadata().map_or(0, |data| data.len()).min(most);
        bytes.reserve(usize::try_from(length).unwrap_or_default());
        opened.take(most.saturating_add(1)).read_to_end(&mut bytes)
    });
    opened.map_err(|why| format!("{}: {why}", file.display()))?;
    Ok(bytes)
}

/// Opens a collection.
pub(crate) fn open(file: &Path, campaign: &Campaign) -> Result<County, String> {
    let bytes = bytes_of(file)?;
    County::open(&bytes, campaign).map_err(|why| {
        let name = file.display();
        format!("{name}: {} ({})", why.0.zh, why.0.en)
    })
}

/// Writes a collection.
pub(crate) fn save(out: &Path, county: &County) -> io::Result<()> {
    replace_with(out, &mut |file| {
        let mut failed = Ok(());
        let mut file = io::BufWriter::with_capacity(1 << 20, file);
        county.write(&mut |piece| {
            if failed.is_ok() {
                failed = file.write_all(piece.as_bytes());
            }
        });
        failed.and_then(|()| file.flush())
    })
}
