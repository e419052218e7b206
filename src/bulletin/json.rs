//! A paper as data: canonical JSON.

use super::sheet::{Cell, Column, Kind, Paper, Sheet};
use super::{Bar, Chart, Shape};
use crate::json::Tree;
use crate::text::{Lang, Text, Words};

impl Paper {
    /// The paper as canonical JSON: `{paper, title, facts, notes, sheets: [{key, title, columns,
    /// rows, total, notes}], charts}`. A cell is `null`, a text in both languages, a whole number,
    /// an amount `{yuan, shown}`, exact beside what is shown in ten thousand yuan, or a rate
    /// `{rate, shown}` in hundredths of a percent, `null` of nothing.
    pub fn json(&self) -> String {
        let sheets = self.sheets.iter().map(|sheet| self.sheet(sheet)).collect();
        Tree::of(vec![
            ("paper", Tree::text(self.key)),
            ("title", both(&self.title)),
            ("facts", Tree::List(self.facts.iter().map(fact).collect())),
            ("notes", Tree::List(self.notes.iter().map(both).collect())),
            ("sheets", Tree::List(sheets)),
            (
                "charts",
                Tree::List(self.charts.iter().map(chart).collect()),
            ),
        ])
        .canonical()
    }

    fn sheet(&self, sheet: &Sheet) -> Tree {
        let row =
            |row: &Vec<Cell>| Tree::List(row.iter().map(|one| cell(one, self.decimals)).collect());
        Tree::of(vec![
            ("key", Tree::text(sheet.key)),
            ("title", both(&sheet.title)),
            (
                "columns",
                Tree::List(sheet.columns.iter().map(column).collect()),
            ),
            ("rows", Tree::List(sheet.rows.iter().map(row).collect())),
            ("total", sheet.total.as_ref().map_or(Tree::Null, row)),
            ("notes", Tree::List(sheet.notes.iter().map(both).collect())),
        ])
    }
}

fn fact((name, fact): &(Text, Words)) -> Tree {
    Tree::of(vec![("name", text(*name)), ("fact", both(fact))])
}

fn column(column: &Column) -> Tree {
    let kind = match column.kind {
        Kind::Text => "text",
        Kind::Count => "count",
        Kind::Amount => "amount",
        Kind::Rate => "rate",
    };
    Tree::of(vec![
        ("key", Tree::text(column.key)),
        ("label", text(column.label)),
        ("kind", Tree::text(kind)),
    ])
}

fn cell(cell: &Cell, decimals: usize) -> Tree {
    let shown = || Tree::text(cell.shown(Lang::Zh, decimals));
    match cell {
        Cell::Blank => Tree::Null,
        Cell::Text(text) => Tree::text(text.as_str()),
        Cell::Words(words) => both(words),
        Cell::Count(count) => Tree::count(*count),
        Cell::Amount(amount) => Tree::of(vec![
            ("yuan", Tree::text(amount.to_string())),
            ("shown", shown()),
        ]),
        Cell::Rate(rate) => Tree::of(vec![
            ("rate", rate.hundredths().map_or(Tree::Null, Tree::Number)),
            ("shown", shown()),
        ]),
        Cell::Day(day) => Tree::text(day.to_string()),
    }
}

/// Words that are the same in both languages are one text.
fn both(words: &Words) -> Tree {
    if words.zh == words.en {
        return Tree::text(words.zh.as_str());
    }
    Tree::of(vec![
        ("zh", Tree::text(words.zh.as_str())),
        ("en", Tree::text(words.en.as_str())),
    ])
}

fn text(text: Text) -> Tree {
    both(&text.into())
}

fn chart(chart: &Chart) -> Tree {
    let (width, height) = chart.size();
    let bar = |bar: &Bar| {
        let values = bar.values.iter();
        let values = values
            .map(|(_, shown)| Tree::text(shown.as_str()))
            .collect();
        Tree::of(vec![
            ("label", both(&bar.label)),
            ("values", Tree::List(values)),
        ])
    };
    let shapes = |lang| Tree::List(chart.shapes(lang).iter().map(shape).collect());
    Tree::of(vec![
        ("key", Tree::text(chart.key)),
        ("title", both(&chart.title)),
        ("width", Tree::Number(width)),
        ("height", Tree::Number(height)),
        (
            "series",
            Tree::List(chart.series.iter().map(|one| text(*one)).collect()),
        ),
        ("bars", Tree::List(chart.bars.iter().map(bar).collect())),
        (
            "shapes",
            Tree::of(vec![("zh", shapes(Lang::Zh)), ("en", shapes(Lang::En))]),
        ),
    ])
}

fn shape(shape: &Shape) -> Tree {
    let attributes = shape.attributes.iter();
    let attributes = attributes.map(|(key, value)| (*key, Tree::text(value.as_str())));
    Tree::of(vec![
        ("tag", Tree::text(shape.tag)),
        ("attributes", Tree::of(attributes.collect())),
        ("text", Tree::text(shape.text.as_str())),
    ])
}
