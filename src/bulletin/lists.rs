//! Tables 3, 4 and 5: who has cleared all, who lags behind, and the largest debts; and the figures of
//! each period, where there are several.

use super::chart::points;
use super::figures::late_since;
use super::progress::{Line, Progress};
use super::sheet::{Cell, Column, Kind, Sheet};
use super::{Rate, View, words};
use crate::amount::Amount;
use crate::county::Counted;
use crate::ledger::Entry;
use crate::ledger::cell::Line as Name;
use crate::ledger::lists::{DebtorType, Ownership, Size};
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;

pub(super) fn sheets(view: &View<'_>, progress: &Progress<'_>) -> Vec<Sheet> {
    let mut sheets = vec![cleared(progress), lagging(view, progress), large(view)];
    sheets.extend(trend(view));
    sheets
}

fn cleared(progress: &Progress<'_>) -> Sheet {
    let is_it = |line: &&Line<'_>| {
        let figures = &line.figures;
        Amount::ZERO < figures.all.amount && figures.balance == Amount::ZERO
    };
    let cleared = (1..).zip(progress.lines.iter().filter(is_it));
    let rows = cleared.map(|(no, line)| {
        vec![
            Cell::Count(no),
            Cell::from(line.unit.name.as_str()),
            Cell::Count(line.figures.all.count),
            Cell::Amount(line.figures.repaid),
        ]
    });
    Sheet {
        key: "cleared",
        title: words("表3 清零清单", "Table 3: units that have cleared all"),
        columns: vec![
            Column::of("no", Kind::Count, "序号", "no."),
            Column::of("unit", Kind::Text, "单位", "unit"),
            Column::of("count", Kind::Count, "台账笔数", "debts"),
            Column::of("repaid", Kind::Amount, "累计清偿", "repaid"),
        ],
        rows: rows.collect(),
        total: None,
        notes: Vec::new(),
    }
}

fn lagging(view: &View<'_>, progress: &Progress<'_>) -> Sheet {
    let with_disputed = view.county.settings.disputed_in_base;
    let county = progress.total.cleared_rate(with_disputed);
    let rate = |line: &Line<'_>| line.figures.cleared_rate(with_disputed);
    let is_below = |line: &Line<'_>| rate(line).is_known() && rate(line) < county;
    let mut lines: Vec<&Line<'_>> = progress
        .lines
        .iter()
        .filter(|line| is_below(line) || 0 < line.figures.overdue.count)
        .collect();
    lines.sort_by_key(|line| rate(line));
    let rows = (1..).zip(lines).map(|(no, line)| {
        let overdue = line.figures.overdue;
        let why = match (is_below(line), 0 < overdue.count) {
            (true, true) => words(
                "低于全县；计划到期未还",
                "below the county; instalments overdue",
            ),
            (true, false) => words("低于全县", "below the county"),
            _ => words("计划到期未还", "instalments overdue"),
        };
        vec![
            Cell::Count(no),
            Cell::from(line.unit.name.as_str()),
            Cell::Rate(rate(line)),
            Cell::Amount(line.figures.balance),
            Cell::Count(overdue.count),
            Cell::Amount(overdue.amount),
            Cell::Words(why),
        ]
    });
    Sheet {
        key: "lagging",
        title: words("表4 滞后清单", "Table 4: units that lag behind"),
        columns: vec![
            Column::of("no", Kind::Count, "序号", "no."),
            Column::of("unit", Kind::Text, "单位", "unit"),
            Column::of("cleared_rate", Kind::Rate, "清偿率", "clearance"),
            Column::of("balance", Kind::Amount, "余额", "balance"),
            Column::of(
                "overdue_count",
                Kind::Count,
                "计划到期未还笔数",
                "overdue debts",
            ),
            Column::of("overdue", Kind::Amount, "计划到期未还金额", "overdue"),
            Column::of("why", Kind::Text, "原因", "why"),
        ],
        rows: rows.collect(),
        total: None,
        notes: vec![words(
            format!("全县清偿率为{county}；清偿率低于全县，或有分期计划到期未还的单位列入"),
            format!("units below the county's clearance of {county}, or with instalments overdue"),
        )],
    }
}

/// The largest balances, of which money is still owed.
fn large(view: &View<'_>) -> Sheet {
    let most = usize::try_from(view.county.settings.large).unwrap_or(usize::MAX);
    let mut debts: Vec<(&Counted<'_>, &Entry, Amount)> = Vec::new();
    for one in &view.counted {
        for entry in &one.ledger.entries {
            let balance = entry.balance_due().unwrap_or_default();
            if entry.standing().is_counted() && Amount::ZERO < balance {
                debts.push((one, entry, balance));
            }
        }
    }
    let id = |entry: &Entry| entry.debt_id.as_ref().map(|id| id.as_str().to_owned());
    debts.sort_by(|(a, one, first), (b, other, second)| {
        let rank = |entry: &Entry| entry.arrears_amount;
        (second, rank(other))
            .cmp(&(first, rank(one)))
            .then_with(|| (a.place, id(one)).cmp(&(b.place, id(other))))
    });
    let tied = debts
        .get(most.saturating_sub(1))
        .zip(debts.get(most))
        .is_some_and(|((.., last), (.., next))| last == next);
    let rows = (1..)
        .zip(debts.iter().take(most))
        .map(|(no, (one, entry, balance))| {
            vec![
                Cell::Count(no),
                Cell::from(one.unit.name.as_str()),
                debtor(entry),
                creditor(entry),
                Cell::from(entry.project_name.as_ref().map_or("", Name::as_str)),
                Cell::Amount(entry.arrears_amount.unwrap_or_default()),
                Cell::Amount(*balance),
                late_since(entry).map_or(Cell::Blank, Cell::Day),
                entry
                    .dispute
                    .map_or(Cell::Blank, |dispute| dispute.choice().label().into()),
            ]
        });
    let note = words(
        "最后一名之外还有余额相同的欠款，依次按拖欠金额、名录顺序和编号取舍",
        "others have the same balance as the last: of them arrears, then the roster, then numbers decide",
    );
    Sheet {
        key: "large",
        title: words("表5 大额欠款清单", "Table 5: the largest debts"),
        columns: vec![
            Column::of("no", Kind::Count, "序号", "no."),
            Column::of("unit", Kind::Text, "填报单位", "unit"),
            Column::of("debtor", Kind::Text, "欠款单位", "debtor"),
            Column::of("creditor", Kind::Text, "被拖欠企业", "creditor"),
            Column::of("project", Kind::Text, "项目（合同）", "project"),
            Column::of("arrears", Kind::Amount, "拖欠金额", "arrears"),
            Column::of("balance", Kind::Amount, "余额", "balance"),
            Column::of("since", Kind::Text, "拖欠起始", "since"),
            Column::of("dispute", Kind::Text, "是否有分歧", "dispute"),
        ],
        rows: rows.collect(),
        total: None,
        notes: tied.then_some(note).into_iter().collect(),
    }
}

/// A creditor as a bulletin may name it: who is not a firm is not named.
pub(super) fn creditor(entry: &Entry) -> Cell {
    let is_person = entry.creditor_size == Some(Size::NotAnEnterprise)
        || entry.creditor_ownership == Some(Ownership::Individual);
    if is_person {
        return Cell::Words(words("（个人，不公开）", "(a person, not named)"));
    }
    Cell::from(entry.creditor_name.as_ref().map_or("", Name::as_str))
}

/// A debtor as a bulletin may name it.
pub(super) fn debtor(entry: &Entry) -> Cell {
    if entry.debtor_type == Some(DebtorType::OutOfScope) {
        return Cell::Words(words("（不公开）", "(not named)"));
    }
    Cell::from(entry.debtor_name.as_ref().map_or("", Name::as_str))
}

fn trend(view: &View<'_>) -> Option<Sheet> {
    let mut points = points(view);
    points.sort_by_key(|point| point.period.first());
    let rows = points.iter().map(|point| {
        vec![
            Cell::Text(point.period.to_string()),
            Cell::Count(point.units),
            Cell::Count(point.count),
            Cell::Amount(point.arrears),
            Cell::Amount(point.undisputed),
            Cell::Amount(point.repaid),
            Cell::Amount(point.balance),
            Cell::Rate(Rate::of(point.repaid, point.arrears)),
        ]
    });
    let sheet = Sheet {
        key: "trend",
        title: words("附表 各期变化", "Period by period"),
        columns: vec![
            Column::of("period", Kind::Text, "报告期", "period"),
            Column::of("units", Kind::Count, "报送单位", "units"),
            Column::of("count", Kind::Count, "台账笔数", "debts"),
            Column::of("arrears", Kind::Amount, "应清偿总额", "arrears"),
            Column::of("undisputed", Kind::Amount, "无分歧金额", "undisputed"),
            Column::of("repaid", Kind::Amount, "累计清偿", "repaid"),
            Column::of("balance", Kind::Amount, "余额", "balance"),
            Column::of(
                "rate",
                Kind::Rate,
                "累计清偿÷应清偿总额",
                "repaid of arrears",
            ),
        ],
        rows: rows.collect(),
        total: None,
        notes: Vec::<Words>::new(),
    };
    (2 <= points.len()).then_some(sheet)
}
