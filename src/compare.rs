//! Two ledgers → what changed, in words and as JSON. The module for browsers leaves it out.

use crate::amount::Unit;
use crate::json::Tree;
use crate::ledger::cell::{Kind, Line};
use crate::ledger::fields::Record;
use crate::ledger::{Before, CellChange, Child, Difference, Entry, Ledger, difference};
use crate::text::{Lang, Text};

/// What changed from an earlier ledger to a later one, ready to be told.
#[derive(Debug)]
pub struct Comparison<'a> {
    before: &'a Ledger,
    now: &'a Ledger,
    difference: Difference,
    unit: Unit,
}

impl<'a> Comparison<'a> {
    /// Compares two ledgers; amounts are shown in `unit`.
    ///
    /// ```
    /// use arrears_ledger::{amount::Unit, compare::Comparison, ledger::Before, text::Lang};
    /// let (before, now) = (Before::default(), Before::default());
    /// assert_eq!(Comparison::of(&before, &now, Unit::Wan).text(Lang::Zh), "没有变动");
    /// ```
    pub fn of(before: &'a Before, now: &'a Before, unit: Unit) -> Self {
        Self {
            before: before.ledger(),
            now: now.ledger(),
            difference: difference(before, now, unit),
            unit,
        }
    }

    /// A line a change, below a line that counts them.
    pub fn text(&self, lang: Lang) -> String {
        let found = &self.difference;
        if found.is_none() {
            return match lang {
                Lang::Zh => "没有变动".to_owned(),
                Lang::En => "nothing changed".to_owned(),
            };
        }
        let (new, gone, changed) = (found.new.len(), found.gone.len(), found.changed.len());
        let mut lines = vec![match lang {
            Lang::Zh => format!("新增{new}笔，缺失{gone}笔，变动{changed}笔"),
            Lang::En => format!("{new} new, {gone} gone, {changed} changed"),
        }];
        for change in &found.header {
            lines.push(format!("  {}", self.line(change, lang)));
        }
        for row in &found.new {
            lines.push(format!("  + {}", named(self.now, *row)));
        }
        for row in &found.gone {
            lines.push(format!("  - {}", named(self.before, *row)));
        }
        for debt in &found.changed {
            lines.push(format!("  ~ {}", named(self.now, debt.row)));
            for change in &debt.cells {
                lines.push(format!("      {}", self.line(change, lang)));
            }
        }
        lines.join("\n")
    }

    /// `拖欠金额：13.5 → 12`, in front of it the instalment or payment it stands in.
    fn line(&self, change: &CellChange, lang: Lang) -> String {
        let spec = change.column.spec();
        let place = change.column.child().zip(change.child);
        let place = place.map_or_else(String::new, |(table, child)| {
            format!("{} {} ", one_of(table).get(lang), child + 1)
        });
        let unit = match (spec.kind, lang) {
            (Kind::Amount, Lang::Zh) => format!("（{}）", self.unit.name()),
            (Kind::Amount, Lang::En) if self.unit == Unit::Wan => " (CNY 10,000)".to_owned(),
            (Kind::Amount, Lang::En) => " (CNY)".to_owned(),
            _ => String::new(),
        };
        let shown = |text: &str| match (text, lang) {
            ("", Lang::Zh) => "空白".to_owned(),
            ("", Lang::En) => "blank".to_owned(),
            (text, _) => text.to_owned(),
        };
        let label = spec.label().get(lang);
        let (old, new) = (shown(&change.old), shown(&change.new));
        format!("{place}{label}{unit}: {old} → {new}")
    }

    /// `{header, new, gone, changed}` as canonical JSON: rows count from 0; a change of a cell is
    /// `{table, field, child, old, new}`, its values as people see them, nothing for a blank.
    pub fn json(&self) -> String {
        let found = &self.difference;
        let rows = |ledger: &Ledger, rows: &[usize]| {
            Tree::List(rows.iter().map(|row| debt(ledger, *row, None)).collect())
        };
        let changed = found.changed.iter();
        let changed = changed.map(|one| debt(self.now, one.row, Some(&one.cells)));
        Tree::of(vec![
            ("header", cells(&found.header)),
            ("new", rows(self.now, &found.new)),
            ("gone", rows(self.before, &found.gone)),
            ("changed", Tree::List(changed.collect())),
        ])
        .canonical()
    }
}

/// What one record of a child table is called.
const fn one_of(table: Child) -> Text {
    let (zh, en) = match table {
        Child::Instalments => ("分期", "instalment"),
        Child::Payments => ("清偿", "payment"),
        Child::Changes => ("变动", "change"),
    };
    Text { zh, en }
}

/// A debt as people tell it from others: its number, its creditor, its project.
fn named(ledger: &Ledger, row: usize) -> String {
    use crate::ledger::entry::Field::{CreditorName, DebtId, ProjectName};
    let entry = ledger.entries.get(row);
    let text = |field| entry.map_or_else(String::new, |entry| entry.text(field, Unit::Yuan));
    let parts = [text(DebtId), text(CreditorName), text(ProjectName)];
    let known: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    if known.is_empty() {
        format!("#{}", row + 1)
    } else {
        known.join(" ")
    }
}

fn debt(ledger: &Ledger, row: usize, changed: Option<&Vec<CellChange>>) -> Tree {
    let id = |entry: &Entry| entry.debt_id.as_ref().map(Line::as_str).map(Tree::text);
    let id = ledger.entries.get(row).and_then(id);
    let mut members = vec![
        ("row", Tree::count(row)),
        ("debt_id", id.unwrap_or(Tree::Null)),
    ];
    members.extend(changed.map(|changed| ("cells", cells(changed))));
    Tree::of(members)
}

fn cells(changed: &[CellChange]) -> Tree {
    let cell = |one: &CellChange| {
        Tree::of(vec![
            ("table", Tree::text(one.column.table())),
            ("field", Tree::text(one.column.spec().key)),
            ("child", one.child.map_or(Tree::Null, Tree::count)),
            ("old", Tree::text(one.old.as_str())),
            ("new", Tree::text(one.new.as_str())),
        ])
    };
    Tree::List(changed.iter().map(cell).collect())
}
