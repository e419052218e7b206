//! The yearly disclosure (Regulation of 2020 art. 16, of 2025 art. 18): how many contracts, and how
//! much, each body has not paid small and medium firms at the end of a year though it was due.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::sheet::{Cell, Column, Kind, Paper, Sheet};
use super::{View, text, words};
use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::cell::Line;
use crate::ledger::lists::{DebtorType, Size, Status};
use crate::ledger::vocabulary::Vocabulary;
use crate::text::{Words, fold};

/// What a body has to disclose.
#[derive(Default)]
struct Owed {
    name: String,
    kind: Option<DebtorType>,
    contracts: BTreeSet<String>,
    amount: Amount,
    disputed: Amount,
    court: Amount,
    unknown_size: usize,
    undated: usize,
}

/// The sheet of a year, debtor by debtor: those that pay from public money publish it by 31 March,
/// large firms with their annual reports.
pub fn disclosure(view: &View<'_>, year: i32) -> Paper {
    let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default();
    let mut bodies: BTreeMap<String, Owed> = BTreeMap::new();
    for one in &view.counted {
        for entry in &one.ledger.entries {
            if let Some(name) = &entry.debtor_name {
                let body = bodies.entry(fold(name.as_str()).into_owned()).or_default();
                if body.name.is_empty() {
                    name.as_str().clone_into(&mut body.name);
                }
                body.kind = body.kind.or(entry.debtor_type);
                body.take(entry, end);
            }
        }
    }
    bodies.retain(|_, body| !body.contracts.is_empty() || 0 < body.undated);
    let is_public = |body: &Owed| body.kind != Some(DebtorType::OutOfScope);
    let listed = || bodies.values().filter(|body| is_public(body));
    let rows = (1..).zip(listed()).map(|(no, body)| body.cells(no));
    let contracts = listed().map(|body| body.contracts.len()).sum();
    let amount = listed().map(|body| body.amount).sum();
    let total = vec![
        Cell::Blank,
        Cell::from(text("合计", "total")),
        Cell::Blank,
        Cell::Count(contracts),
        Cell::Amount(amount),
        Cell::Blank,
    ];
    let sheet = Sheet {
        key: "disclosure",
        title: words(
            format!("{year}年逾期尚未支付中小企业款项信息"),
            format!("Payments to small and medium firms overdue at the end of {year}"),
        ),
        columns: vec![
            Column::of("no", Kind::Count, "序号", "no."),
            Column::of("debtor", Kind::Text, "单位", "body"),
            Column::of("kind", Kind::Text, "类型", "kind"),
            Column::of("contracts", Kind::Count, "合同数量", "contracts"),
            Column::of("amount", Kind::Amount, "金额", "amount"),
            Column::of("remark", Kind::Text, "说明", "remark"),
        ],
        rows: rows.collect(),
        total: Some(total),
        notes: Vec::new(),
    }
    .with_sum_notes(view.decimals());
    Paper {
        key: "disclosure",
        title: words(
            format!(
                "{}{year}年度逾期未付中小企业款项公示表",
                view.campaign.county
            ),
            format!("{}: yearly disclosure, {year}", view.campaign.county),
        ),
        facts: vec![(text("截至", "as of"), Words::same(&end))],
        notes: vec![words(
            "合同数量按合同编号（没有的按企业和项目）计，不按笔数；含有分歧和已进入司法程序的；付款按实际日期截至年末；机关、事业单位于3月31日前公示，大型企业随年度报告公示",
            "contracts, not debts, by number or else by firm and project; disputed ones and those in court among them; payments up to the end of the year; public bodies publish it by 31 March, large firms with their annual report",
        )],
        sheets: vec![sheet],
        charts: Vec::new(),
        decimals: view.decimals(),
    }
}

impl Owed {
    fn take(&mut self, entry: &Entry, end: NaiveDate) {
        let is_off = matches!(entry.standing(), Status::Removed | Status::Transferred);
        let is_other = matches!(
            entry.creditor_size,
            Some(Size::Large | Size::NotAnEnterprise)
        );
        let owed = owed_at(entry, end);
        if is_off || is_other || owed <= Amount::ZERO {
            return;
        }
        match entry.late_from() {
            Some((_, latest)) if latest <= end => {}
            Some(_) => return,
            None => {
                self.undated += 1;
                return;
            }
        }
        self.contracts.insert(contract(entry));
        self.amount = self.amount + owed;
        if entry.standing() == Status::InCourt {
            self.court = self.court + owed;
        } else {
            let undisputed = entry.undisputed().unwrap_or_default();
            self.disputed =
                self.disputed + owed.min(entry.arrears_amount.unwrap_or_default() - undisputed);
        }
        self.unknown_size += usize::from(entry.creditor_size.is_none());
    }

    fn cells(&self, no: usize) -> Vec<Cell> {
        vec![
            Cell::Count(no),
            Cell::from(self.name.as_str()),
            self.kind
                .map_or(Cell::Blank, |kind| kind.choice().label().into()),
            Cell::Count(self.contracts.len()),
            Cell::Amount(self.amount),
            Cell::Words(self.remark()),
        ]
    }

    fn remark(&self) -> Words {
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        for (amount, said_zh, said_en) in [
            (self.disputed, "有分歧", "disputed"),
            (self.court, "已进入司法程序", "in court"),
        ] {
            if Amount::ZERO < amount {
                zh.push(format!("其中{said_zh}{amount}元"));
                en.push(format!("{amount} yuan {said_en}"));
            }
        }
        for (count, said_zh, said_en) in [
            (
                self.unknown_size,
                "笔企业规模未填，按中小企业计",
                "debts to firms of unknown size, counted",
            ),
            (
                self.undated,
                "笔未填应付款日期，未计入",
                "debts without a due date, left out",
            ),
        ] {
            if 0 < count {
                zh.push(format!("{count}{said_zh}"));
                en.push(format!("{count} {said_en}"));
            }
        }
        words(zh.join("；"), en.join("; "))
    }
}

/// What was still owed at the end of a day: payments made by then are off. Of a debt that only
/// states a total, the total is.
fn owed_at(entry: &Entry, end: NaiveDate) -> Amount {
    let arrears = entry.arrears_amount.unwrap_or_default();
    if entry.payments.is_empty() {
        return arrears - entry.repaid();
    }
    let made = entry
        .payments
        .iter()
        .filter(|one| one.paid_on.is_none_or(|day| day <= end));
    arrears - made.filter_map(|one| one.amount).sum()
}

fn contract(entry: &Entry) -> String {
    let text = |text: Option<&str>| fold(text.unwrap_or_default()).into_owned();
    if let Some(no) = &entry.contract_no {
        return text(Some(no.as_str()));
    }
    let creditor = text(entry.creditor_name.as_ref().map(Line::as_str));
    let project = text(entry.project_name.as_ref().map(Line::as_str));
    format!("{creditor}\u{1f}{project}")
}
