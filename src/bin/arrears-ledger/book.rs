//! A ledger that commands compute from, one debt of it, and the draft they write back.

use std::path::{Path, PathBuf};

use arrears_ledger::amount::Unit;
use arrears_ledger::campaign::Campaign;
use arrears_ledger::claims::interest::Missing;
use arrears_ledger::claims::{find, name};
use arrears_ledger::ledger::Entry;
use arrears_ledger::read::{Reading, Source, read};
use arrears_ledger::rule::Severity;
use arrears_ledger::session::Session;
use arrears_ledger::text::{Lang, Words};
use clap::Args;

use crate::input::{bytes, campaign, today_in_china};
use crate::replace::replace;
use crate::sums::Stop;

/// Where a changed ledger goes.
#[derive(Args)]
pub(crate) struct Written {
    /// 把结果写入台账，存为草稿文件（可与原文件同名），可以在网页中打开、用 validate 校验。 Writes the
    /// answer into the ledger and saves it as a draft, which the page opens and `validate` checks.
    #[arg(long, value_name = "FILE")]
    pub(crate) write: Option<PathBuf>,
    /// 台账所属专项行动的文件；不写则为程序自带的。 The campaign file of the ledger that is written;
    /// without it, the one this program carries.
    #[arg(long, value_name = "FILE", requires = "write")]
    campaign: Option<PathBuf>,
}

impl Written {
    /// Saves a ledger where that was asked for, through a session, so that it is numbered and
    /// written as the page does; what to say about it.
    pub(crate) fn save(&self, reading: Reading) -> Result<Option<Words>, Stop> {
        let Some(file) = &self.write else {
            return Ok(None);
        };
        let campaign = self.campaign()?;
        let own = &reading.ledger.campaign;
        if reading.source != Source::Sheet && *own != campaign.id {
            return Err(Stop::usage(Words {
                zh: format!("台账属于专项行动 {own}，请用 --campaign 给出它的文件"),
                en: format!("the ledger is of the campaign {own}: give its file with --campaign"),
            }));
        }
        let session = Session::open(reading, campaign, today_in_china());
        let text = session.draft();
        let shown = file.display();
        replace(file, &text).map_err(|why| Stop::fault(&format!("{shown}: {why}")))?;
        Ok(Some(Words {
            zh: format!("已写入草稿 {shown}，请用 validate 校验"),
            en: format!("written to the draft {shown}: check it with validate"),
        }))
    }
}

impl Written {
    fn campaign(&self) -> Result<Campaign, Stop> {
        let read = |lang| campaign(self.campaign.as_deref(), lang);
        read(Lang::Zh).map_err(|zh| {
            let en = read(Lang::En).err().unwrap_or_default();
            Stop::refused(Words { zh, en })
        })
    }
}

/// Reads a ledger whole.
pub(crate) fn open(file: &Path) -> Result<Reading, Stop> {
    let shown = file.display();
    let bytes = bytes(file).map_err(|why| Stop::unreadable(&format!("{shown}: {why}")))?;
    let reading = read(&bytes);
    if reading.whole {
        return Ok(reading);
    }
    let mut findings = reading.findings.iter();
    let fault = findings.find(|one| one.severity == Severity::Error);
    let said = |lang| fault.map_or_else(String::new, |one| one.message(lang, Unit::Yuan));
    Err(Stop::refused(Words {
        zh: format!("{shown}：{}", said(Lang::Zh)),
        en: format!("{shown}: {}", said(Lang::En)),
    }))
}

/// The debt of a number.
pub(crate) fn debt<'a>(reading: &'a Reading, id: &str) -> Result<(usize, &'a Entry), Stop> {
    let entries = &reading.ledger.entries;
    find(&reading.ledger, id).ok_or_else(|| {
        let some: Vec<_> = entries
            .iter()
            .enumerate()
            .take(5)
            .map(|(row, entry)| name(row, entry))
            .collect();
        let (count, some) = (entries.len(), some.join("、"));
        Stop::usage(Words {
            zh: format!("台账中没有编号为 {id} 的欠款；共{count}笔，如 {some}"),
            en: format!("the ledger has no debt {id}; it has {count}, such as {some}"),
        })
    })
}

/// A debt lacks what is asked for.
pub(crate) fn lacks(row: usize, entry: &Entry, missing: Missing) -> Stop {
    let (id, words) = (name(row, entry), missing.words());
    Stop::refused(Words {
        zh: format!("{id}：{}", words.zh),
        en: format!("{id}: {}", words.en),
    })
}
