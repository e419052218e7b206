//! `limitation`: by when each debt of a ledger should be sued for.

use std::path::PathBuf;

use arrears_ledger::claims::limitation::limit;
use arrears_ledger::printout::{self, Page};
use chrono::NaiveDate;
use clap::Args;

use crate::book::open;
use crate::input::{day, today_in_china};
use crate::sums::{Output, Stop};

/// 台账各笔欠款的诉讼时效：自哪天起算、何时届满、180/90/30天提示日、剩余天数，最紧的在前。 The time to sue for each debt still to be paid
///
/// 只列尚未清偿、未核减的欠款。只看台账所记，是提示而非结论。
///
/// What it runs from, when it ends, the days of the 180, 90 and 30-day alerts, the days left; the
/// most urgent first.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Limitations {
    /// 台账：提交文件、草稿或者表格，- 为标准输入。 A submission, a draft or a sheet; - for standard input.
    ledger: PathBuf,
    /// 看哪一天的情况；不写则为今天。 The day to look at; without it, today in China.
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<NaiveDate>,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn limitation(request: &Limitations) -> u8 {
    request.output.show(page(request))
}

fn page(request: &Limitations) -> Result<Page, Stop> {
    let reading = open(&request.ledger)?;
    let rows = reading.ledger.entries.iter().enumerate();
    let active = rows.filter(|(_, entry)| entry.standing().is_active());
    let debts: Vec<_> = active
        .map(|(row, entry)| (row, entry, limit(entry)))
        .collect();
    let today = request.today.unwrap_or_else(today_in_china);
    Ok(printout::limitations(&debts, today))
}
