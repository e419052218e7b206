//! `interest --ledger`: the interest of a ledger's debts, each on the basis stored with it.

use std::path::PathBuf;

use arrears_ledger::almanac::Almanac;
use arrears_ledger::calc::basis::Basis;
use arrears_ledger::calc::statement::state;
use arrears_ledger::claims::basis::{Stored, store};
use arrears_ledger::claims::interest::{Caveat, Claim, How, NoInterest, claim};
use arrears_ledger::claims::name;
use arrears_ledger::ledger::Entry;
use arrears_ledger::printout::{self, Line, Page};
use arrears_ledger::read::Reading;
use arrears_ledger::text::Words;
use chrono::NaiveDate;
use clap::Args;

use super::{Interest, side_by_side};
use crate::book::{Written, debt, lacks, open};
use crate::input::today_in_china;
use crate::sums::Stop;

/// The ledger that has the debt.
#[derive(Args)]
pub(super) struct Book {
    /// 台账：提交文件、草稿或者表格，- 为标准输入。 A submission, a draft or a sheet; - for standard input.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// 欠款编号；没有编号的用行号，如 #3。 The debt's number; its row, such as #3, where it has none.
    #[arg(long, value_name = "ID", requires = "ledger")]
    debt: Option<String>,
    /// 连同有分歧部分计算；不写则只计无分歧部分。 Counts what is disputed too; without it, only the undisputed part.
    #[arg(long, requires = "ledger")]
    disputed: bool,
    #[command(flatten)]
    written: Written,
}

impl Book {
    pub(super) const fn is_given(&self) -> bool {
        self.ledger.is_some()
    }
}

/// The statement of one debt, or a line for each.
pub(super) fn page(request: &Interest, almanac: &Almanac) -> Result<Page, Stop> {
    let book = &request.book;
    let file = book.ledger.as_deref().unwrap_or_else(|| "-".as_ref());
    let reading = open(file)?;
    let how = How {
        roll: (!request.no_roll).then_some(&almanac.calendar),
        disputed: book.disputed,
    };
    let cutoff = reading.ledger.header.cutoff_date;
    let as_of = request.as_of.or(cutoff).unwrap_or_else(today_in_china);
    let Some(id) = &book.debt else {
        needs_no_debt(request)?;
        return Ok(all(&reading, &how, as_of, request, almanac));
    };
    let (row, entry) = debt(&reading, id)?;
    let claim = claim(entry, &how).map_err(|missing| lacks(row, entry, missing))?;
    let page = one(&claim, as_of, request, almanac)?.of_debt(row, entry);
    let Some(basis) = request.chosen.basis()? else {
        return match book.written.write {
            None => Ok(page),
            Some(_) => Err(Stop::usage(Words {
                zh: "请用 --basis 给出要写入的计息依据".to_owned(),
                en: "say with --basis which basis to store".to_owned(),
            })),
        };
    };
    let written = chosen(reading, row, basis, &book.written)?;
    Ok(page.with_remarks(written.into_iter().collect()))
}

/// What is said of one debt cannot be said of all.
fn needs_no_debt(request: &Interest) -> Result<(), Stop> {
    let asks = request.alternatives || request.chosen.basis.is_some();
    if asks || request.book.written.write.is_some() {
        return Err(Stop::usage(Words {
            zh: "--basis、--alternatives、--write 针对一笔欠款，请用 --debt 指明".to_owned(),
            en: "--basis, --alternatives and --write are for one debt: name it with --debt"
                .to_owned(),
        }));
    }
    Ok(())
}

/// One debt: on the basis chosen now, else on the one stored, else everything worth comparing.
fn one(
    claim: &Claim,
    as_of: NaiveDate,
    request: &Interest,
    almanac: &Almanac,
) -> Result<Page, Stop> {
    let manner = request.counting.manner();
    let question = claim.question(as_of);
    let mut remarks: Vec<Words> = claim.caveats.iter().map(Caveat::words).collect();
    let basis = request.chosen.basis()?.or(claim.stored.basis());
    let Some(basis) = basis.filter(|_| !request.alternatives) else {
        remarks.insert(0, how_it_stands(claim.stored));
        return Ok(side_by_side(&question, manner, almanac).with_remarks(remarks));
    };
    let stated = state(&question, Some(basis), &manner, almanac);
    let stated = stated.map_err(|why| Stop::refused(printout::no_statement(why)))?;
    Ok(printout::statement(&stated).with_remarks(remarks))
}

fn how_it_stands(stored: Stored) -> Words {
    match stored.basis() {
        None => Words {
            zh: "计息依据：未选定。请选定一种，用 --basis 和 --write 写入台账，或者在台账中填写".to_owned(),
            en: "Basis: not chosen. Choose one and store it with --basis and --write, or enter it in the ledger".to_owned(),
        },
        Some(basis) => {
            let said = printout::basis(basis);
            Words {
                zh: format!("台账中已选定：{}", said.zh),
                en: format!("The ledger has: {}", said.en),
            }
        }
    }
}

/// Stores the basis somebody chose, where it is to be written.
fn chosen(
    mut reading: Reading,
    row: usize,
    basis: Basis,
    written: &Written,
) -> Result<Option<Words>, Stop> {
    let entry = reading.ledger.entries.get_mut(row);
    let has_place = entry.is_some_and(|entry| store(entry, basis));
    if !has_place && written.write.is_some() {
        return Err(Stop::usage(Words {
            zh: "倍数小于1的计息依据，台账中没有位置".to_owned(),
            en: "the ledger has no place for a multiple below one".to_owned(),
        }));
    }
    written.save(reading)
}

/// A line for each debt that counts.
fn all(
    reading: &Reading,
    how: &How<'_>,
    as_of: NaiveDate,
    request: &Interest,
    almanac: &Almanac,
) -> Page {
    let manner = request.counting.manner();
    let line = |(row, entry): (usize, &'_ Entry)| {
        let (answer, remarks) = match claim(entry, how) {
            Err(missing) => (Err(NoInterest::Missing(missing)), Vec::new()),
            Ok(claim) => {
                let answer = claim.state(as_of, &manner, almanac);
                let mut remarks: Vec<Words> = claim.caveats.iter().map(Caveat::words).collect();
                let said = answer.iter().flat_map(|one| &one.remarks);
                remarks.extend(said.map(printout::remark));
                (answer, remarks)
            }
        };
        (row, answer, remarks)
    };
    let rows = reading.ledger.entries.iter().enumerate();
    let counted = rows.filter(|(_, entry)| entry.standing().is_counted());
    let lines: Vec<Line<'_>> = counted
        .map(|(row, entry)| {
            let (row, answer, remarks) = line((row, entry));
            Line {
                row,
                entry,
                answer,
                remarks,
            }
        })
        .collect();
    let left_out = reading.ledger.entries.len() - lines.len();
    let page = printout::interest(&lines, as_of);
    if left_out == 0 {
        return page;
    }
    page.with_remarks(vec![Words {
        zh: format!("另有{left_out}笔已转司法、核减或者移交，未列"),
        en: format!("{left_out} more are in court, taken off or transferred, and are not listed"),
    }])
}

/// How a debt is named in messages.
pub(super) fn called(row: usize, entry: &Entry, why: &Words) -> Words {
    let id = name(row, entry);
    Words {
        zh: format!("{id}：{}", why.zh),
        en: format!("{id}: {}", why.en),
    }
}
