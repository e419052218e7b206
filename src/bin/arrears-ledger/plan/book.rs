//! Plans for the debts of a ledger: the balance planned for, and the plan put into the debt.

use std::path::PathBuf;

use arrears_ledger::amount::Amount;
use arrears_ledger::calc::schedule::Instalment;
use arrears_ledger::claims::limitation::limit;
use arrears_ledger::claims::plan::{balance, put};
use arrears_ledger::ledger::Entry;
use arrears_ledger::limits;
use arrears_ledger::printout::Page;
use arrears_ledger::read::Reading;
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use clap::Args;

use super::words;
use crate::book::{Written, debt, lacks, open};
use crate::sums::{Stop, money};

/// What a plan is made for: an amount, or the balance of a debt.
#[derive(Args)]
pub(super) struct Owed {
    /// 清偿总额：元，或者带单位（100万元）。 What is to be paid.
    #[arg(long, value_name = "AMOUNT", value_parser = money, required_unless_present = "ledger", conflicts_with = "ledger")]
    total: Option<Amount>,
    /// 台账：为其中一笔欠款的余额编制计划。 A ledger: the plan is for the balance of one of its debts.
    #[arg(long, value_name = "FILE", requires = "debt")]
    ledger: Option<PathBuf>,
    /// 欠款编号；没有编号的用行号，如 #3。 The debt's number; its row, such as #3, where it has none.
    #[arg(long, value_name = "ID", requires = "ledger")]
    debt: Option<String>,
    #[command(flatten)]
    written: Written,
}

/// A debt of a ledger a plan is made for.
struct Found {
    reading: Reading,
    row: usize,
}

/// What is planned for.
pub(super) struct Planned {
    /// How much.
    pub(super) total: Amount,
    found: Option<Found>,
}

impl Planned {
    /// By when the debt should be sued for, by the ledger.
    pub(super) fn act_by(&self) -> Option<NaiveDate> {
        let found = self.found.as_ref()?;
        let entry = found.reading.ledger.entries.get(found.row)?;
        Some(limit(entry)?.deadline)
    }
}

impl Owed {
    pub(super) fn read(&self) -> Result<Planned, Stop> {
        let Some((file, id)) = self.ledger.as_ref().zip(self.debt.as_ref()) else {
            if self.written.write.is_some() {
                return Err(no_ledger());
            }
            let total = self.total.unwrap_or_default();
            return Ok(Planned { total, found: None });
        };
        let reading = open(file)?;
        let (row, entry) = debt(&reading, id)?;
        let total = balance(entry).map_err(|why| lacks(row, entry, why))?;
        if total <= Amount::ZERO {
            return Err(Stop::usage(words(
                &format!("{id} 已无余额，不需要计划"),
                &format!("nothing is owed on {id} any more: it needs no plan"),
            )));
        }
        let found = Some(Found { reading, row });
        Ok(Planned { total, found })
    }

    /// The page of a plan: of which debt it is, what to know, and where it was written.
    pub(super) fn page(
        &self,
        planned: Planned,
        plan: &[Instalment],
        page: Page,
    ) -> Result<Page, Stop> {
        let Some(Found { mut reading, row }) = planned.found else {
            return Ok(page);
        };
        let Some(entry) = reading.ledger.entries.get_mut(row) else {
            return Ok(page);
        };
        let mut page = page.of_debt(row, entry);
        let mut remarks: Vec<Words> = disputed(entry).into_iter().collect();
        if self.written.write.is_some() {
            remarks.extend(written(entry, plan)?);
            remarks.extend(self.written.save(reading)?);
        }
        page = page.with_remarks(remarks);
        Ok(page)
    }
}

pub(super) fn no_ledger() -> Stop {
    Stop::usage(words(
        "--write 需要 --ledger 和 --debt",
        "--write needs --ledger and --debt",
    ))
}

fn disputed(entry: &Entry) -> Option<Words> {
    let part = entry.arrears_amount?.less(entry.undisputed()?);
    (Amount::ZERO < part).then(|| {
        words(
            &format!("其中{part}元有分歧，应协商或者通过司法程序解决；无分歧部分先付（条例2025第15条）"),
            &format!("{part} of it are disputed, to be settled or decided; the rest is due at once (Regulation of 2025 art. 15)"),
        )
    })
}

/// Puts a plan into a debt; what to say of the instalments there were.
pub(super) fn written(entry: &mut Entry, plan: &[Instalment]) -> Result<Option<Words>, Stop> {
    let replaced = put(entry, plan).map_err(|why| {
        let (count, most) = (why.count, limits::CHILDREN);
        Stop::usage(words(
            &format!("一笔欠款最多{most}期，现为{count}期，请减少期数"),
            &format!("a debt may have {most} instalments, not {count}: make fewer"),
        ))
    })?;
    let (kept, removed) = (replaced.kept, replaced.removed);
    Ok((0 < kept + removed).then(|| {
        words(
            &format!("原有期次：已还的{kept}期保留，未还的{removed}期由新计划替换"),
            &format!("of the instalments there were, {kept} paid ones stay and {removed} gave way"),
        )
    }))
}
