//! Table 1: how far each unit has come, ranked.

use std::cmp::Reverse;

use super::sheet::{Cell, Column, Kind, Sheet};
use super::{Bar, Chart, Figures, View, text, words};
use crate::amount::Amount;
use crate::campaign::ReportUnit;
use crate::county::{Filing, Row};
use crate::ledger::vocabulary::Vocabulary;

/// A unit's line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) unit: &'a ReportUnit,
    pub(super) filing: Filing,
    /// Late nil reports too.
    pub(super) is_late: bool,
    pub(super) figures: Figures,
    /// `None` for units that owe nothing undisputed, or have not reported.
    pub(super) rank: Option<usize>,
}

/// Table 1, its lines in order.
#[derive(Debug)]
pub(super) struct Progress<'a> {
    pub(super) lines: Vec<Line<'a>>,
    pub(super) total: Figures,
    with_disputed: bool,
}

impl<'a> Progress<'a> {
    pub(super) fn of(view: &View<'a>) -> Self {
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut total = Figures::default();
        for row in &view.roster {
            let figures = figures_of(view, row);
            total.join(&figures);
            lines.push(Line {
                unit: row.unit,
                filing: row.filing,
                is_late: row.is_late,
                figures,
                rank: None,
            });
        }
        // The sort is stable, so of what is equal the roster decides.
        lines.sort_by_key(|line| {
            let rate = line.figures.undisputed_rate();
            (!is_ranked(line), Reverse(rate), balance_of(line))
        });
        for (place, line) in (1..).zip(lines.iter_mut().filter(|line| is_ranked(line))) {
            line.rank = Some(place);
        }
        Self {
            lines,
            total,
            with_disputed: view.county.settings.disputed_in_base,
        }
    }

    pub(super) fn sheet(&self, view: &View<'_>) -> Sheet {
        let lines = self.lines.iter().enumerate();
        let rows = lines.map(|(place, line)| {
            let late = if line.is_late && line.filing == Filing::Nil {
                words("零报告（逾期）", "nil report, late")
            } else {
                line.filing.choice().label().into()
            };
            let head = [
                Cell::Count(place + 1),
                Cell::from(line.unit.name.as_str()),
                Cell::Words(late),
            ];
            self.cells(
                &head,
                &line.figures,
                line.rank.map_or(Cell::from("—"), Cell::Count),
            )
        });
        let head = [Cell::Blank, Cell::from(text("合计", "total")), Cell::Blank];
        Sheet {
            key: "progress",
            title: words("表1 各单位进展", "Table 1: progress by unit"),
            columns: COLUMNS.to_vec(),
            rows: rows.collect(),
            total: Some(self.cells(&head, &self.total, Cell::Blank)),
            notes: Vec::new(),
        }
        .with_sum_notes(view.decimals())
    }

    fn cells(&self, head: &[Cell; 3], of: &Figures, rank: Cell) -> Vec<Cell> {
        let mut cells = head.to_vec();
        for tally in [of.all, of.undisputed, of.disputed, of.new] {
            cells.extend([Cell::Count(tally.count), Cell::Amount(tally.amount)]);
        }
        cells.extend([
            Cell::Amount(of.repaid_now),
            Cell::Amount(of.cash_now),
            Cell::Amount(of.repaid),
            Cell::Amount(of.cash),
            Cell::Amount(of.repaid - of.cash),
            Cell::Amount(of.undisputed_repaid),
            Cell::Amount(of.balance),
            Cell::Count(of.overdue.count),
            Cell::Amount(of.overdue.amount),
            Cell::Count(of.unplanned),
            Cell::Rate(of.cleared_rate(self.with_disputed)),
            Cell::Rate(of.undisputed_rate()),
            Cell::Rate(of.settled_rate()),
            Cell::Count(of.court.count),
            Cell::Amount(of.court.amount),
            rank,
        ]);
        cells
    }

    /// The rate of each ranked unit, as table 1 has it.
    pub(super) fn chart(&self) -> Chart {
        let ranked = self.lines.iter().filter(|line| line.rank.is_some());
        let bar = |line: &Line<'_>| {
            let rate = line.figures.undisputed_rate();
            Bar {
                label: crate::text::Words::same(&line.unit.name),
                values: vec![(rate.hundredths().unwrap_or_default(), rate.to_string())],
            }
        };
        Chart {
            key: "clearance",
            title: words("各单位无分歧清偿率", "Undisputed clearance by unit"),
            series: vec![text("无分歧清偿率", "undisputed clearance")],
            bars: ranked.map(bar).collect(),
        }
    }
}

fn figures_of(view: &View<'_>, row: &Row<'_>) -> Figures {
    let own = view
        .counted
        .iter()
        .find(|one| one.unit.code == row.unit.code);
    let before = view.before(&row.unit.code);
    own.map(|own| Figures::of(own, before)).unwrap_or_default()
}

/// Units that owe nothing, or nothing undisputed, are listed without a rank.
fn is_ranked(line: &Line<'_>) -> bool {
    line.figures.undisputed_rate().is_known()
}

fn balance_of(line: &Line<'_>) -> Amount {
    if is_ranked(line) {
        line.figures.balance
    } else {
        Amount::ZERO
    }
}

const COLUMNS: [Column; 27] = [
    Column::of("no", Kind::Count, "序号", "no."),
    Column::of("unit", Kind::Text, "单位", "unit"),
    Column::of("filing", Kind::Text, "报送情况", "report"),
    Column::of("count", Kind::Count, "台账笔数", "debts"),
    Column::of("arrears", Kind::Amount, "应清偿总额", "arrears"),
    Column::of(
        "undisputed_count",
        Kind::Count,
        "无分歧笔数",
        "undisputed debts",
    ),
    Column::of("undisputed", Kind::Amount, "无分歧金额", "undisputed"),
    Column::of(
        "disputed_count",
        Kind::Count,
        "有分歧笔数",
        "disputed debts",
    ),
    Column::of("disputed", Kind::Amount, "有分歧金额", "disputed"),
    Column::of("new_count", Kind::Count, "本期新增笔数", "new debts"),
    Column::of("new", Kind::Amount, "本期新增金额", "new"),
    Column::of(
        "repaid_now",
        Kind::Amount,
        "本期清偿",
        "repaid in the period",
    ),
    Column::of(
        "cash_now",
        Kind::Amount,
        "本期现金清偿",
        "in cash in the period",
    ),
    Column::of("repaid", Kind::Amount, "累计清偿", "repaid"),
    Column::of("cash", Kind::Amount, "累计现金清偿", "in cash"),
    Column::of("other", Kind::Amount, "累计其他方式清偿", "otherwise"),
    Column::of(
        "undisputed_repaid",
        Kind::Amount,
        "无分歧已清偿",
        "undisputed repaid",
    ),
    Column::of("balance", Kind::Amount, "余额", "balance"),
    Column::of(
        "overdue_count",
        Kind::Count,
        "计划到期未还笔数",
        "overdue debts",
    ),
    Column::of("overdue", Kind::Amount, "计划到期未还金额", "overdue"),
    Column::of("unplanned", Kind::Count, "未制定计划笔数", "without a plan"),
    Column::of("cleared_rate", Kind::Rate, "清偿率", "clearance"),
    Column::of(
        "undisputed_rate",
        Kind::Rate,
        "无分歧清偿率",
        "undisputed clearance",
    ),
    Column::of("settled_rate", Kind::Rate, "化解率", "settlement"),
    Column::of("court_count", Kind::Count, "司法登记笔数", "in court"),
    Column::of("court", Kind::Amount, "司法登记金额", "in court, amount"),
    Column::of("rank", Kind::Count, "排名", "rank"),
];
