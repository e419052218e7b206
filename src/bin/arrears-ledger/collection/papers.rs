//! The papers of a collection.

use std::fs;
use std::path::PathBuf;

use arrears_ledger::bulletin::{self, reminders};
use clap::Args;

use super::{Base, Stop, fault};
use crate::{USAGE, print};

pub(super) fn paper(name: &str, base: &Base) -> Result<u8, Stop> {
    let opened = base.open()?;
    match bulletin::paper(&opened.view(), name, 0) {
        Some(paper) => base.show(&paper, opened.lang),
        None => Ok(USAGE),
    }
}

#[derive(Args)]
pub(crate) struct Disclosure {
    #[command(flatten)]
    base: Base,
    /// 年度：截至该年12月31日。 The year, to its last day.
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
}

impl Disclosure {
    pub(super) fn run(&self) -> Result<u8, Stop> {
        let opened = self.base.open()?;
        let paper = bulletin::disclosure(&opened.view(), self.year);
        self.base.show(&paper, opened.lang)
    }
}

#[derive(Args)]
pub(crate) struct Remind {
    #[command(flatten)]
    base: Base,
    /// 每单位一个文件，写入文件夹；不写则一并打印。 A file a unit into a folder; without it, all are printed.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Remind {
    pub(super) fn run(&self) -> Result<u8, Stop> {
        let opened = self.base.open()?;
        let all = reminders(&opened.view());
        let Some(dir) = &self.dir else {
            let texts: Vec<String> = all.iter().map(|one| one.text(opened.lang)).collect();
            return self.base.put(&texts.join("\n\n"));
        };
        fs::create_dir_all(dir).map_err(|why| fault(dir, &why))?;
        for one in &all {
            let file = dir.join(format!("{}-工作提醒.txt", one.unit));
            fs::write(&file, one.text(opened.lang)).map_err(|why| fault(&file, &why))?;
        }
        Ok(print(&format!("{}：{}份", dir.display(), all.len())))
    }
}

#[derive(Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    base: Base,
    /// 写入的文件夹。 The folder.
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
}

impl Extract {
    pub(super) fn run(&self) -> Result<u8, Stop> {
        let opened = self.base.open()?;
        let dir = &self.dir;
        fs::create_dir_all(dir).map_err(|why| fault(dir, &why))?;
        let standing = opened.county.standing(&opened.campaign);
        for one in &standing {
            let ledger = &one.received.ledger;
            let period = ledger.header.period.map(|period| period.to_string());
            let (period, revision) = (period.unwrap_or_default(), ledger.revision);
            let file = dir.join(format!("{}-{period}-第{revision}版.json", one.unit.name));
            fs::write(&file, one.received.text()).map_err(|why| fault(&file, &why))?;
        }
        Ok(print(&format!("{}：{}份", dir.display(), standing.len())))
    }
}
