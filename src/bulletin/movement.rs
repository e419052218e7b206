//! The movement of balances, and the audit's six classes debt by debt: papers for the office and its
//! auditors, not for publishing.

use super::definitions::period;
use super::sheet::{Cell, Column, Kind, Paper, Sheet};
use super::{View, text, words};
use crate::collection::Movement;
use crate::county::{Basis, Class, Item, items};
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;

/// 期初＋新增＋调增－清偿－核减－转司法＝期末, by unit and in total.
pub fn movement(view: &View<'_>) -> Paper {
    let rows = view.accounts.units.iter().map(|account| {
        let mut cells = vec![
            Cell::from(account.unit.name.as_str()),
            Cell::from(account.basis.choice().label()),
        ];
        cells.extend(amounts(&account.movement));
        let gap = account.movement.gap();
        let is_told = matches!(account.basis, Basis::Both | Basis::First);
        cells.push(if is_told {
            Cell::Amount(gap)
        } else {
            Cell::Blank
        });
        cells.push(Cell::Text(account.movement.astray.join("、")));
        cells
    });
    let total = &view.accounts.total;
    let mut last = vec![Cell::from(text("合计", "total")), Cell::Blank];
    last.extend(amounts(total));
    last.extend([Cell::Amount(total.gap()), Cell::Blank]);
    let sheet = Sheet {
        key: "movement",
        title: words("收支平衡表", "Movement of balances"),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
        total: Some(last),
        notes: vec![words(
            "期初＋新增＋调增－清偿－核减－转司法＝期末；每项各有记录，不由余额相减得出，所以差额不为零的，必有未记录的改动；合计只含两期都有台账和首次报送的单位",
            "opening, added and raised, less repaid, taken off and to court, make closing; each comes from its own record, so a gap means a change that was not recorded; the total is over units with both ledgers or a first one",
        )],
    };
    Paper {
        key: "movement",
        title: words(
            format!("欠款余额变动（{}）", period(view)),
            format!("Movement of balances, {}", period(view)),
        ),
        facts: Vec::new(),
        notes: Vec::new(),
        sheets: vec![bounded(sheet, view)],
        charts: Vec::new(),
        decimals: view.decimals(),
    }
}

/// The rows of the total are not all rows, so only a table without others gets notes of sums.
fn bounded(sheet: Sheet, view: &View<'_>) -> Sheet {
    let is_whole = |basis: Basis| matches!(basis, Basis::Both | Basis::First);
    if view.accounts.units.iter().all(|one| is_whole(one.basis)) {
        sheet.with_sum_notes(view.decimals())
    } else {
        sheet
    }
}

fn amounts(of: &Movement) -> [Cell; 7] {
    [
        of.opening,
        of.added,
        of.raised,
        of.repaid,
        of.removed,
        of.to_court,
        of.closing,
    ]
    .map(Cell::Amount)
}

const COLUMNS: [Column; 11] = [
    Column::of("unit", Kind::Text, "单位", "unit"),
    Column::of("basis", Kind::Text, "依据", "made of"),
    Column::of("opening", Kind::Amount, "期初", "opening"),
    Column::of("added", Kind::Amount, "新增", "added"),
    Column::of("raised", Kind::Amount, "调增", "raised"),
    Column::of("repaid", Kind::Amount, "清偿", "repaid"),
    Column::of("removed", Kind::Amount, "核减", "taken off"),
    Column::of("to_court", Kind::Amount, "转司法", "to court"),
    Column::of("closing", Kind::Amount, "期末", "closing"),
    Column::of("gap", Kind::Amount, "差额", "gap"),
    Column::of(
        "astray",
        Kind::Text,
        "不平的欠款",
        "debts that do not close",
    ),
];

/// The audit's six classes, each as a list.
pub fn audit(view: &View<'_>) -> Paper {
    let all = items(
        view.county,
        &view.counted,
        view.campaign,
        view.earlier,
        view.law,
    );
    let mut notes: Vec<Words> = vec![words(
        "按台账能看出的情况列出，都是待核实的疑点，不是结论；单位已说明原因的也列出，并附原因",
        "what the ledgers show: questions, not conclusions; those with a reason on record stand here with it",
    )];
    if view.earlier.is_none() {
        notes.push(words(
            "没有上期汇总，需要与上期比较的各类不能列出",
            "without the collection of the period before, what compares with it cannot be listed",
        ));
    }
    Paper {
        key: "audit",
        title: words(
            format!("审计重点六类情况（{}）", period(view)),
            format!("The audit's six classes, {}", period(view)),
        ),
        facts: Vec::new(),
        notes,
        sheets: Class::ALL
            .iter()
            .map(|class| class_of(*class, &all))
            .collect(),
        charts: Vec::new(),
        decimals: view.decimals(),
    }
}

fn class_of(class: Class, all: &[Item<'_>]) -> Sheet {
    let own = all.iter().filter(|item| item.class == class);
    let rows = own.map(|item| {
        vec![
            Cell::from(item.unit.name.as_str()),
            Cell::from(item.debt_id.as_str()),
            Cell::Amount(item.amount),
            Cell::Words(item.what.clone()),
            Cell::from(item.explained.as_deref().unwrap_or_default()),
        ]
    });
    Sheet {
        key: class.choice().code(),
        title: class.choice().label().into(),
        columns: vec![
            Column::of("unit", Kind::Text, "单位", "unit"),
            Column::of("debt_id", Kind::Text, "欠款编号", "debt"),
            Column::of("amount", Kind::Amount, "涉及金额", "amount"),
            Column::of("what", Kind::Text, "情况", "what is to be seen"),
            Column::of("explained", Kind::Text, "单位说明", "the unit's reason"),
        ],
        rows: rows.collect(),
        total: None,
        notes: Vec::new(),
    }
}
