//! A sum of money shared among the county's debts.

use std::fs;
use std::path::PathBuf;

use arrears_ledger::amount::Amount;
use arrears_ledger::bulletin::allocation;
use arrears_ledger::county::{METHODS, allocations, drafts, waits};
use chrono::NaiveDate;
use clap::Args;

use super::{Base, Stop, fault};
use crate::input::day;
use crate::sums::money;
use crate::{USAGE, print};

#[derive(Args)]
pub(crate) struct Allocate {
    #[command(flatten)]
    base: Base,
    /// 资金：元，或者带单位（500万元）。 The sum.
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    sum: Amount,
    /// 选用的办法；不写只比较。 The method chosen; without it, they are only compared.
    #[arg(long, value_parser = METHODS.map(|(code, ..)| code))]
    method: Option<String>,
    /// 多少以下算小额。 Up to how much a debt is small.
    #[arg(long, value_name = "AMOUNT", value_parser = money, default_value = "10万元")]
    small: Amount,
    /// 写成各单位的计划草稿，存入文件夹。 Writes the shares as drafts of the units into a folder.
    #[arg(long, value_name = "DIR", requires = "method", requires = "on")]
    drafts: Option<PathBuf>,
    /// 付款日期。 The day of payment.
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<NaiveDate>,
}

impl Allocate {
    pub(super) fn run(&self) -> Result<u8, Stop> {
        let opened = self.base.open()?;
        let view = opened.view();
        let (waits, left_out) = waits(&view.counted);
        let methods = allocations(&waits, self.sum, self.small);
        let chosen = self.method.as_ref();
        let chosen = chosen.and_then(|code| methods.iter().find(|one| one.code == *code));
        let paper = allocation(&view, &waits, left_out, self.sum, &methods, chosen);
        let code = self.base.show(&paper, opened.lang)?;
        let (Some(dir), Some(on), Some(chosen)) = (&self.drafts, self.on, chosen) else {
            return Ok(code);
        };
        let made = drafts(&view.counted, &waits, &chosen.allocation, on).map_err(|why| {
            let count = why.count;
            (
                USAGE,
                format!("一笔欠款的分期有{count}期，过多 (too many instalments: {count})"),
            )
        })?;
        fs::create_dir_all(dir).map_err(|why| fault(dir, &why))?;
        for (unit, text) in &made {
            let file = dir.join(format!("{unit}-计划草稿.json"));
            fs::write(&file, text).map_err(|why| fault(&file, &why))?;
        }
        Ok(print(&format!("{}：{}份草稿", dir.display(), made.len())))
    }
}
