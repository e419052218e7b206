//! Table 6: what changed since the period before, as the audit asks: added, taken off by reason, now
//! disputed, gone to court.

use super::figures::Tally;
use super::sheet::{Cell, Column, Kind, Sheet};
use super::{View, words};
use crate::county::{Changed, changes_of};
use crate::ledger::lists::RemovalReason;
use crate::ledger::vocabulary::Vocabulary;
use crate::text::Words;

pub(super) fn sheet(view: &View<'_>) -> Sheet {
    let mut lines: Vec<(Changed, Option<RemovalReason>, Tally)> = Changed::ALL
        .iter()
        .flat_map(|changed| {
            let of = |reason| (*changed, reason, Tally::default());
            let reasons = RemovalReason::ALL.iter().map(|reason| Some(*reason));
            match changed {
                Changed::Removed => reasons.chain([None]).map(of).collect(),
                _ => vec![of(None)],
            }
        })
        .collect();
    for one in &view.counted {
        for change in changes_of(one, view.before(&one.unit.code)) {
            let reason = change.reason.filter(|_| change.changed == Changed::Removed);
            let is_it = |line: &&mut (Changed, Option<RemovalReason>, Tally)| {
                line.0 == change.changed && line.1 == reason
            };
            if let Some(line) = lines.iter_mut().find(is_it) {
                line.2.add(change.amount);
            }
        }
    }
    let always = [
        Changed::Added,
        Changed::Removed,
        Changed::NowDisputed,
        Changed::ToCourt,
    ];
    let is_shown = |(changed, reason, tally): &(Changed, Option<RemovalReason>, Tally)| {
        let is_head =
            always.contains(changed) && (*changed != Changed::Removed || reason.is_none());
        is_head || 0 < tally.count
    };
    let rows = lines.iter().filter(|line| is_shown(line)).map(|line| {
        let (changed, reason, tally) = line;
        vec![
            Cell::from(changed.choice().label()),
            match (changed, reason) {
                (_, Some(reason)) => reason.choice().label().into(),
                (Changed::Removed, None) => Cell::Words(words("未注明原因", "no reason given")),
                _ => Cell::Blank,
            },
            Cell::Count(tally.count),
            Cell::Amount(tally.amount),
        ]
    });
    Sheet {
        key: "changes",
        title: words("表6 变动说明", "Table 6: what changed"),
        columns: vec![
            Column::of("change", Kind::Text, "变动", "change"),
            Column::of("reason", Kind::Text, "原因", "reason"),
            Column::of("count", Kind::Count, "笔数", "debts"),
            Column::of("amount", Kind::Amount, "金额", "amount"),
        ],
        rows: rows.collect(),
        total: None,
        notes: notes(view),
    }
}

fn notes(view: &View<'_>) -> Vec<Words> {
    let mut notes = vec![words(
        "与上期汇总逐笔比较：新增按拖欠金额，核减、移交、转司法和缺失按变动时的余额，更正按差额，转有分歧按减少的无分歧金额",
        "debt by debt against the period before: new debts by arrears; debts taken off, transferred, gone to court or missing by their balance; corrections by the difference; disputes by what is no longer undisputed",
    )];
    if view.earlier.is_none() {
        notes.push(words(
            "没有上期汇总，计入台账的欠款全部列为新增，其他变动不能比较",
            "there is no earlier collection: every debt counts as new, and nothing else can be compared",
        ));
    }
    notes
}
