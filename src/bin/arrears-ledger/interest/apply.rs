//! `interest apply`: one payment over several debts of a ledger.

use std::path::PathBuf;

use arrears_ledger::amount::Amount;
use arrears_ledger::claims::apply::spread;
use arrears_ledger::claims::find;
use arrears_ledger::claims::interest::{Claim, How, claim};
use arrears_ledger::ledger::Entry;
use arrears_ledger::ledger::cell::Line;
use arrears_ledger::printout::{self, Page};
use arrears_ledger::read::Reading;
use arrears_ledger::text::{Words, fold};
use chrono::NaiveDate;
use clap::Args;

use super::book::called;
use crate::book::{debt, open};
use crate::input::day;
use crate::sums::{Counting, Output, Stop, money};

/// 一笔付款抵充对同一企业的多笔欠款：债务人指定的优先，其余按民法典第560条，每笔内部按第561条。 One payment for several debts owed to one creditor.
///
/// First those the debtor named, then as
/// the Civil Code has it (art. 560), and inside each debt by art. 561.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Apply {
    /// 台账：提交文件、草稿或者表格，- 为标准输入。 A submission, a draft or a sheet; - for standard input.
    #[arg(long, value_name = "FILE")]
    ledger: PathBuf,
    /// 付款金额。 What was paid.
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    payment: Amount,
    /// 付款日期。 The day of the payment.
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: NaiveDate,
    /// 债务人付款时指定的欠款编号，可写多次，按所写次序。 A debt the debtor named when paying; several in their order.
    #[arg(long, value_name = "ID")]
    designate: Vec<String>,
    /// 收款企业的名称或者信用代码；台账中只有一家时可不写。 The creditor's name or code; not needed where the ledger has one creditor.
    #[arg(long, value_name = "NAME")]
    creditor: Option<String>,
    /// 付款单位的名称或者信用代码；台账中只有一家时可不写。 The debtor's name or code; not needed where the creditor has one debtor.
    #[arg(long, value_name = "NAME")]
    debtor: Option<String>,
    /// 连同有分歧部分；不写则只计无分歧部分。 Counts what is disputed too.
    #[arg(long)]
    disputed: bool,
    /// 到期日是休息日也不顺延。 Do not move a due day that is a day off.
    #[arg(long)]
    no_roll: bool,
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    output: Output,
}

impl Apply {
    pub(super) const fn output(&self) -> &Output {
        &self.output
    }
}

pub(super) fn page(request: &Apply) -> Result<Page, Stop> {
    let almanac = request.output.almanac()?;
    let reading = open(&request.ledger)?;
    let debts = between(request, &reading)?;
    let mut named = Vec::new();
    for id in &request.designate {
        let (row, _) = debt(&reading, id)?;
        let place = debts.iter().position(|(own, _)| *own == row);
        named.push(place.ok_or_else(|| {
            Stop::usage(Words {
                zh: format!("指定的 {id} 不是这两方之间尚欠的账款"),
                en: format!("the debt {id} that was named is not open between these two"),
            })
        })?);
    }
    let how = How {
        roll: (!request.no_roll).then_some(&almanac.calendar),
        disputed: request.disputed,
    };
    let mut claims: Vec<Claim> = Vec::new();
    let mut remarks = Vec::new();
    for (row, entry) in &debts {
        let claim = claim(entry, &how);
        let claim = claim.map_err(|why| crate::book::lacks(*row, entry, why))?;
        let said = claim
            .caveats
            .iter()
            .map(|one| called(*row, entry, &one.words()));
        remarks.extend(said);
        claims.push(claim);
    }
    let manner = request.counting.manner();
    let spread = spread(
        &claims,
        request.payment,
        request.on,
        &named,
        &manner,
        &almanac,
    );
    let spread = spread.map_err(|(place, why)| {
        let words = printout::no_statement(why);
        Stop::refused(
            debts
                .get(place)
                .map_or_else(|| words.clone(), |(row, entry)| called(*row, entry, &words)),
        )
    })?;
    let open = spread.shares.iter().filter(|one| !one.is_chosen).count();
    if 0 < open {
        remarks.push(Words {
            zh: format!("有{open}笔未选定计息依据，按没有利息、负担为零抵充；选定后再算"),
            en: format!("{open} debts have no basis chosen and were taken without interest, as the lightest: choose one first"),
        });
    }
    Ok(printout::spread(&debts, request.payment, request.on, &spread).with_remarks(remarks))
}

type Debts<'a> = Vec<(usize, &'a Entry)>;

/// The debts between one debtor and one creditor that are still to be paid.
fn between<'a>(request: &Apply, reading: &'a Reading) -> Result<Debts<'a>, Stop> {
    let named = request.designate.first();
    let named = named.and_then(|id| find(&reading.ledger, id));
    let to = request.creditor.as_deref().map(folded);
    let from = request.debtor.as_deref().map(folded);
    let rows = reading.ledger.entries.iter().enumerate();
    let mut debts: Debts<'a> = rows.filter(|(_, one)| one.standing().is_active()).collect();
    let wanted =
        |asked: Option<&String>, of: fn(&Entry) -> [String; 2], entry: &Entry| match (asked, named)
        {
            (Some(asked), _) => of(entry).contains(asked),
            (None, Some((_, named))) => is_same(&of(entry), &of(named)),
            (None, None) => true,
        };
    debts.retain(|(_, entry)| {
        wanted(to.as_ref(), creditor, entry) && wanted(from.as_ref(), debtor, entry)
    });
    for (of, zh, en) in [
        (
            creditor as fn(&Entry) -> [String; 2],
            "被拖欠企业，请用 --creditor",
            "creditors: name one with --creditor",
        ),
        (
            debtor,
            "欠款单位，请用 --debtor",
            "debtors: name one with --debtor",
        ),
    ] {
        let first = debts.first().map(|(_, entry)| of(entry));
        let first = first.unwrap_or_default();
        if debts.iter().any(|(_, entry)| !is_same(&of(entry), &first)) {
            return Err(Stop::usage(Words {
                zh: format!("台账中有不止一家{zh} 指明"),
                en: format!("the ledger has several {en}"),
            }));
        }
    }
    if debts.is_empty() {
        return Err(Stop::usage(Words {
            zh: "这两方之间没有尚欠的账款".to_owned(),
            en: "nothing is owed between these two".to_owned(),
        }));
    }
    Ok(debts)
}

/// The creditor's name and code.
fn creditor(entry: &Entry) -> [String; 2] {
    let name = entry.creditor_name.as_ref().map_or("", Line::as_str);
    let code = entry
        .creditor_uscc
        .as_ref()
        .map_or("", |code| code.as_str());
    [name, code].map(folded)
}

/// The debtor's name and code.
fn debtor(entry: &Entry) -> [String; 2] {
    let name = entry.debtor_name.as_ref().map_or("", Line::as_str);
    let code = entry.debtor_uscc.as_ref().map_or("", |code| code.as_str());
    [name, code].map(folded)
}

fn folded(text: &str) -> String {
    fold(text).into_owned()
}

/// One body: by its code where both have one, else by its name.
fn is_same([name, code]: &[String; 2], [other, other_code]: &[String; 2]) -> bool {
    if code.is_empty() || other_code.is_empty() {
        name == other
    } else {
        code == other_code
    }
}
