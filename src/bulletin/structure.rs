//! Table 2: what the debts are like: whose they are, what for, how large, how old, why, and from
//! what they are to be paid.

use super::figures::late_since;
use super::sheet::{Cell, Column, Kind, Sheet};
use super::{Bar, Chart, Rate, View, text, words};
use crate::amount::Amount;
use crate::ledger::lists::{Age, Cause, DebtorType, FundSource, MoneyKind};
use crate::ledger::vocabulary::{Several, Vocabulary};
use crate::ledger::{Entry, Ledger};
use crate::rules::bucket;
use crate::text::Text;

/// Sizes of arrears: up to so many fen, and the words for it.
const BANDS: [(Amount, Text); 5] = [
    (
        Amount::from_fen(10_000_000),
        text("10万元以下（含）", "up to 100,000"),
    ),
    (
        Amount::from_fen(50_000_000),
        text("10万至50万元（含）", "to 500,000"),
    ),
    (
        Amount::from_fen(100_000_000),
        text("50万至100万元（含）", "to 1,000,000"),
    ),
    (
        Amount::from_fen(500_000_000),
        text("100万至500万元（含）", "to 5,000,000"),
    ),
    (
        Amount::from_fen(i64::MAX),
        text("500万元以上", "above 5,000,000"),
    ),
];

/// Where a debt belongs by one question; nothing where it does not say, several where it says
/// several.
type Places = fn(&Entry, &Ledger) -> Vec<usize>;

struct Dimension {
    key: &'static str,
    label: Text,
    labels: Vec<Text>,
    places: Places,
    /// Whether a debt may belong to several.
    is_several: bool,
}

fn dimensions() -> Vec<Dimension> {
    let one = |key, label, labels, places| Dimension {
        key,
        label,
        labels,
        places,
        is_several: false,
    };
    let several = |key, label, labels, places| Dimension {
        is_several: true,
        ..one(key, label, labels, places)
    };
    vec![
        one(
            "debtor_type",
            text("欠款单位类型", "debtor"),
            labels::<DebtorType>(),
            |entry, _| place(entry.debtor_type),
        ),
        one(
            "money_kind",
            text("款项性质", "payment"),
            labels::<MoneyKind>(),
            |entry, _| place(entry.money_kind),
        ),
        one(
            "band",
            text("金额分档", "size"),
            BANDS.map(|(_, label)| label).to_vec(),
            |entry, _| band(entry).into_iter().collect(),
        ),
        one(
            "age",
            text("账龄", "age"),
            labels::<Age>(),
            |entry, ledger| {
                let day = late_since(entry).zip(ledger.header.cutoff_date);
                place(day.map(|(since, cutoff)| bucket(since, cutoff)))
            },
        ),
        several(
            "cause",
            text("拖欠原因", "cause"),
            labels::<Cause>(),
            |entry, _| all(entry.causes.as_ref()),
        ),
        several(
            "fund_source",
            text("资金来源", "source of funds"),
            labels::<FundSource>(),
            |entry, _| all(entry.fund_source.as_ref()),
        ),
    ]
}

fn labels<V: Vocabulary>() -> Vec<Text> {
    V::ALL.iter().map(|value| value.choice().label()).collect()
}

fn place<V: Vocabulary>(value: Option<V>) -> Vec<usize> {
    value.map(Vocabulary::index).into_iter().collect()
}

fn all<V: Vocabulary>(values: Option<&Several<V>>) -> Vec<usize> {
    let values = values.into_iter().flat_map(Several::values);
    values.map(Vocabulary::index).collect()
}

fn band(entry: &Entry) -> Option<usize> {
    let arrears = entry.arrears_amount?;
    BANDS.iter().position(|(most, _)| arrears <= *most)
}

#[derive(Clone, Copy, Default)]
struct Sum {
    count: usize,
    arrears: Amount,
    repaid: Amount,
    balance: Amount,
}

impl Sum {
    fn add(&mut self, entry: &Entry) {
        self.count += 1;
        self.arrears = self.arrears + entry.arrears_amount.unwrap_or_default();
        self.repaid = self.repaid + entry.repaid();
        self.balance = self.balance + entry.balance_due().unwrap_or_default();
    }

    fn cells(&self, whole: Amount) -> [Cell; 5] {
        [
            Cell::Count(self.count),
            Cell::Amount(self.arrears),
            Cell::Amount(self.repaid),
            Cell::Amount(self.balance),
            Cell::Rate(Rate::of(self.balance, whole)),
        ]
    }
}

/// The sums of one question by its answers, the last of them of debts that do not say.
fn sums(view: &View<'_>, by: &Dimension) -> Vec<Sum> {
    let mut sums = vec![Sum::default(); by.labels.len() + 1];
    each(view, &mut |entry, ledger| {
        let mut places = (by.places)(entry, ledger);
        if places.is_empty() {
            places.push(by.labels.len());
        }
        for place in places {
            if let Some(sum) = sums.get_mut(place) {
                sum.add(entry);
            }
        }
    });
    sums
}

fn each(view: &View<'_>, visit: &mut dyn FnMut(&Entry, &Ledger)) {
    for one in &view.counted {
        let entries = one.ledger.entries.iter();
        for entry in entries.filter(|entry| entry.standing().is_counted()) {
            visit(entry, &one.ledger);
        }
    }
}

/// What a debt that does not answer is listed under.
const UNSAID: Text = text("未填", "not stated");

pub(super) fn sheet(view: &View<'_>) -> Sheet {
    let mut total = Sum::default();
    each(view, &mut |entry, _| total.add(entry));
    let mut rows = Vec::new();
    for by in dimensions() {
        let labels = by.labels.iter().copied().chain([UNSAID]);
        for (label, sum) in labels.zip(sums(view, &by)).filter(|(_, sum)| 0 < sum.count) {
            let mut cells = vec![Cell::from(by.label), Cell::from(label)];
            cells.extend(sum.cells(total.balance));
            rows.push(cells);
        }
    }
    let mut last = vec![Cell::from(text("全部", "all")), Cell::Blank];
    last.extend(total.cells(total.balance));
    Sheet {
        key: "structure",
        title: words("表2 欠款结构", "Table 2: what the debts are like"),
        columns: vec![
            Column::of("dimension", Kind::Text, "分类", "by"),
            Column::of("value", Kind::Text, "项目", "value"),
            Column::of("count", Kind::Count, "笔数", "debts"),
            Column::of("arrears", Kind::Amount, "应清偿总额", "arrears"),
            Column::of("repaid", Kind::Amount, "累计清偿", "repaid"),
            Column::of("balance", Kind::Amount, "余额", "balance"),
            Column::of("share", Kind::Rate, "占余额", "of the balance"),
        ],
        rows,
        total: Some(last),
        notes: notes(view, total),
    }
}

fn notes(view: &View<'_>, total: Sum) -> Vec<crate::text::Words> {
    let decimals = view.decimals();
    let mut notes = vec![words(
        "拖欠原因、资金来源可多选，一笔欠款计入所选各项，各项相加大于合计；账龄按数据截止日期推算；金额分档按拖欠金额",
        "a debt may have several causes and sources, and counts under each of them; ages are on the as-of date; sizes are by arrears",
    )];
    for by in dimensions().iter().filter(|by| !by.is_several) {
        let shown = sums(view, by)
            .iter()
            .map(|sum| sum.balance.rounded_to_wan(decimals))
            .sum::<Amount>();
        let whole = total.balance.rounded_to_wan(decimals);
        if shown != whole {
            let (sum, whole) = (shown.in_wan(decimals), whole.in_wan(decimals));
            notes.push(words(
                format!("“{}”各项余额四舍五入后相加为{sum}万元，与合计{whole}万元不等，合计按未舍入的金额计算", by.label.zh),
                format!("by {}: the rounded balances add up to {sum}, not to {whole}; the total is of exact amounts", by.label.en),
            ));
        }
    }
    notes
}

/// Ages and sizes, by balance, as table 2 has them.
pub(super) fn charts(view: &View<'_>) -> Vec<Chart> {
    let decimals = view.decimals();
    let drawn = |by: &Dimension| {
        let labels = by.labels.iter().copied().chain([UNSAID]);
        let known = labels
            .zip(sums(view, by))
            .filter(|(label, sum)| *label != UNSAID || 0 < sum.count);
        Chart {
            key: by.key,
            title: words(
                format!("欠款余额：按{}（万元）", by.label.zh),
                format!("Balances by {} (CNY 10,000)", by.label.en),
            ),
            series: vec![text("余额", "balance")],
            bars: known
                .map(|(label, sum)| Bar {
                    label: label.into(),
                    values: vec![(sum.balance.fen(), sum.balance.in_wan(decimals))],
                })
                .collect(),
        }
    };
    let all = dimensions();
    all.iter()
        .filter(|by| by.key == "age" || by.key == "band")
        .map(drawn)
        .collect()
}
