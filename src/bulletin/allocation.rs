//! A sum of money shared by each method, side by side, and one of them debt by debt.

use super::lists::{creditor, debtor};
use super::sheet::{Cell, Column, Kind, Paper, Sheet};
use super::{View, text, words};
use crate::amount::Amount;
use crate::county::{Allocated, Waits};
use crate::text::Words;

/// The methods side by side, and the shares of the chosen one, by its code; without a choice only
/// the comparison.
pub fn allocation(
    view: &View<'_>,
    waits: &[Waits<'_>],
    left_out: usize,
    sum: Amount,
    methods: &[Allocated],
    chosen: Option<&Allocated>,
) -> Paper {
    let rows = methods.iter().map(|one| {
        vec![
            Cell::from(one.words),
            Cell::Amount(one.allocation.paid()),
            Cell::Count(one.paid),
            Cell::Count(one.cleared),
            Cell::Count(one.firms),
            Cell::Count(one.units),
            Cell::Amount(one.undisputed),
            Cell::Amount(one.allocation.unspent),
            Cell::from(one.code),
        ]
    });
    let comparison = Sheet {
        key: "methods",
        title: words("各种办法比较", "The methods side by side"),
        columns: vec![
            Column::of("method", Kind::Text, "办法", "method"),
            Column::of("paid", Kind::Amount, "支付", "paid"),
            Column::of("debts", Kind::Count, "支付笔数", "debts paid"),
            Column::of("cleared", Kind::Count, "付清笔数", "debts cleared"),
            Column::of("firms", Kind::Count, "付清企业", "firms cleared"),
            Column::of("units", Kind::Count, "涉及单位", "units"),
            Column::of(
                "undisputed",
                Kind::Amount,
                "全无分歧的",
                "to undisputed debts",
            ),
            Column::of("unspent", Kind::Amount, "未用", "unspent"),
            Column::of("code", Kind::Text, "代码", "code"),
        ],
        rows: rows.collect(),
        total: None,
        notes: Vec::new(),
    };
    let mut sheets = vec![comparison];
    sheets.extend(chosen.map(|one| shares(view, waits, one)));
    let mut notes = vec![words(
        "只付无分歧部分；已进入司法程序、核减、移交、已清偿的不付；付清企业指其可付的欠款全部付清",
        "only undisputed parts are paid, and nothing of debts in court, taken off, transferred or cleared; a firm is cleared when all that could be paid of its debts is",
    )];
    if 0 < left_out {
        notes.push(words(
            format!("有{left_out}笔缺少拖欠金额或是否有分歧，未参加分配"),
            format!(
                "{left_out} debts lack their amount or whether they are disputed, and were left out"
            ),
        ));
    }
    Paper {
        key: "allocation",
        title: words("资金分配方案", "Sharing a sum"),
        facts: vec![(text("资金（元）", "sum (CNY)"), Words::same(&sum))],
        notes,
        sheets,
        charts: Vec::new(),
        decimals: view.decimals(),
    }
}

fn shares(view: &View<'_>, waits: &[Waits<'_>], one: &Allocated) -> Sheet {
    let paid = waits.iter().zip(&one.allocation.shares);
    let paid = paid.filter(|(_, share)| Amount::ZERO < share.paid);
    let rows = paid.map(|(wait, share)| {
        let unit = view
            .counted
            .get(wait.counted)
            .map_or("", |one| one.unit.name.as_str());
        vec![
            Cell::from(unit),
            Cell::from(wait.debt.id.as_ref()),
            debtor(wait.debt.entry),
            creditor(wait.debt.entry),
            Cell::Amount(share.payable),
            Cell::Amount(share.paid),
            Cell::from(if share.is_cleared() {
                text("付清", "cleared")
            } else {
                text("", "")
            }),
        ]
    });
    let total = vec![
        Cell::from(text("合计", "total")),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Amount(one.allocation.paid()),
        Cell::Blank,
    ];
    Sheet {
        key: "shares",
        title: words(
            format!("分配明细：{}", one.words.zh),
            format!("Shares: {}", one.words.en),
        ),
        columns: vec![
            Column::of("unit", Kind::Text, "单位", "unit"),
            Column::of("debt_id", Kind::Text, "欠款编号", "debt"),
            Column::of("debtor", Kind::Text, "欠款单位", "debtor"),
            Column::of("creditor", Kind::Text, "被拖欠企业", "creditor"),
            Column::of("payable", Kind::Amount, "可付", "payable"),
            Column::of("paid", Kind::Amount, "本次付", "paid now"),
            Column::of("result", Kind::Text, "结果", "result"),
        ],
        rows: rows.collect(),
        total: Some(total),
        notes: Vec::new(),
    }
    .with_sum_notes(view.decimals())
}
