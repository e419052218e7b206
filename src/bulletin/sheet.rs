//! What a paper is made of: tables whose cells keep their exact values.

use chrono::NaiveDate;

use super::{Chart, Rate, words};
use crate::amount::Amount;
use crate::text::{Lang, Text, Words};

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// What is the same in both languages.
    Text(String),
    /// Words.
    Words(Words),
    /// A number of things.
    Count(usize),
    /// Money, shown in ten thousand yuan.
    Amount(Amount),
    /// A part of a whole.
    Rate(Rate),
    /// A day.
    Day(NaiveDate),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, names, days.
    Text,
    /// Numbers of things.
    Count,
    /// Money.
    Amount,
    /// Parts of a whole.
    Rate,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs.
    pub key: &'static str,
    /// Its heading.
    pub label: Text,
    /// What it holds.
    pub kind: Kind,
}

impl Column {
    pub(super) const fn of(
        key: &'static str,
        kind: Kind,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            key,
            label: Text { zh, en },
            kind,
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name for programs.
    pub key: &'static str,
    /// Its title.
    pub title: Words,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each of as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The line below them, from exact values.
    pub total: Option<Vec<Cell>>,
    /// What stands below the table.
    pub notes: Vec<Words>,
}

/// A paper of several tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its name for programs.
    pub key: &'static str,
    /// Its title.
    pub title: Words,
    /// What stands at its head: what something is called, and what it is.
    pub facts: Vec<(Text, Words)>,
    /// What its figures mean.
    pub notes: Vec<Words>,
    /// Its tables.
    pub sheets: Vec<Sheet>,
    /// The same figures drawn.
    pub charts: Vec<Chart>,
    /// Decimals of its amounts, in ten thousand yuan.
    pub decimals: usize,
}

impl Cell {
    /// The cell as it is shown: money in ten thousand yuan, rounded here and nowhere before.
    pub fn shown(&self, lang: Lang, decimals: usize) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Words(words) => words.get(lang).to_owned(),
            Self::Count(count) => count.to_string(),
            Self::Amount(amount) => amount.in_wan(decimals),
            Self::Rate(rate) => rate.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self::Words(text.into())
    }
}

impl Sheet {
    /// Adds a note of each column of money whose shown figures do not add up to its shown total.
    #[must_use]
    pub fn with_sum_notes(mut self, decimals: usize) -> Self {
        let Some(total) = &self.total else {
            return self;
        };
        for (place, column) in self.columns.iter().enumerate() {
            let Some(Cell::Amount(total)) = total.get(place) else {
                continue;
            };
            let amounts = self.rows.iter().filter_map(|row| match row.get(place) {
                Some(Cell::Amount(amount)) => Some(*amount),
                _ => None,
            });
            let shown: Amount = amounts.map(|one| one.rounded_to_wan(decimals)).sum();
            let whole = total.rounded_to_wan(decimals);
            if shown != whole {
                let (sum, whole) = (shown.in_wan(decimals), whole.in_wan(decimals));
                let Text { zh, en } = column.label;
                self.notes.push(words(
                    format!("“{zh}”各行四舍五入后相加为{sum}万元，与合计{whole}万元不等，合计按未舍入的金额计算"),
                    format!("{en}: the rounded rows add up to {sum}, not to {whole}; the total is of exact amounts"),
                ));
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_shown_figures_do_not_add_up() {
        let sheet = |fen: &[i64]| {
            let amounts = || fen.iter().map(|fen| Amount::from_fen(*fen));
            Sheet {
                key: "one",
                title: Words::same(&"一"),
                columns: vec![Column::of("balance", Kind::Amount, "余额", "balance")],
                rows: amounts().map(|one| vec![Cell::Amount(one)]).collect(),
                total: Some(vec![Cell::Amount(amounts().sum())]),
                notes: Vec::new(),
            }
            .with_sum_notes(2)
        };
        // 0.00 and 0.00 and 0.00 show what is 0.01 in all.
        let note = &sheet(&[4_000, 4_000, 4_000]).notes[0].zh;
        assert!(
            note.contains("0.00万元") && note.contains("0.01万元"),
            "{note}"
        );
        assert!(sheet(&[10_000, 20_000]).notes.is_empty());
    }
}
