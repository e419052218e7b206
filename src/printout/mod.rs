//! Calculations on paper: the same page as text, Markdown and JSON, in Chinese or English.

mod claims;
mod limitation;
mod plan;
mod sheet;
mod statement;
mod words;

use std::fmt::Write;

use serde_json::{Value, json};

pub use claims::{Line, interest, spread};
pub use limitation::limitations;
pub use plan::{allocation, comparison, progress, projection, repayment, schedule};
pub use statement::{side_by_side, statement, suggestion};
pub use words::{basis, caution, no_day_left, no_rate, no_statement, not_split, remark};

use crate::ledger::Entry;
use crate::text::{Lang, Text, Words};

/// A page to print, and the same as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    title: Text,
    parts: Vec<Part>,
    /// The same for programs. Money is yuan with two decimals, a day an ISO date, a rate percent.
    pub data: Value,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// What something is called, and what it is.
    Facts(Vec<(Text, Words)>),
    /// A table under a heading; columns from the given one on are figures.
    Table {
        heading: Text,
        columns: Vec<Text>,
        figures: usize,
        rows: Vec<Vec<Words>>,
    },
    /// Sentences.
    Remarks(Vec<Words>),
}

impl Page {
    /// The page as text for a terminal, its columns aligned.
    pub fn text(&self, lang: Lang) -> String {
        let mut page = format!("{}\n", self.title.get(lang));
        for part in &self.parts {
            page.push('\n');
            match part {
                Part::Facts(facts) => {
                    let widest = facts.iter().map(|(name, _)| width(name.get(lang))).max();
                    for (name, fact) in facts {
                        let name = padded(name.get(lang), widest.unwrap_or(0), false);
                        let _ = writeln!(page, "{name}  {}", fact.get(lang));
                    }
                }
                Part::Table {
                    heading,
                    columns,
                    figures,
                    rows,
                } => {
                    let _ = writeln!(page, "{}", heading.get(lang));
                    aligned(&mut page, columns, *figures, rows, lang);
                }
                Part::Remarks(remarks) => {
                    for remark in remarks {
                        let _ = writeln!(page, "* {}", remark.get(lang));
                    }
                }
            }
        }
        page
    }

    /// The page as Markdown.
    pub fn markdown(&self, lang: Lang) -> String {
        let mut page = format!("# {}\n", self.title.get(lang));
        for part in &self.parts {
            page.push('\n');
            match part {
                Part::Facts(facts) => {
                    for (name, fact) in facts {
                        let fact = escaped(fact.get(lang));
                        let _ = writeln!(page, "- {}：{fact}", name.get(lang));
                    }
                }
                Part::Table {
                    heading,
                    columns,
                    figures,
                    rows,
                } => {
                    let _ = writeln!(page, "## {}\n", heading.get(lang));
                    let names: Vec<&str> = columns.iter().map(|one| one.get(lang)).collect();
                    let _ = writeln!(page, "| {} |", names.join(" | "));
                    let rule = |index| if *figures <= index { "---:" } else { "---" };
                    let rules: Vec<&str> = (0..columns.len()).map(rule).collect();
                    let _ = writeln!(page, "| {} |", rules.join(" | "));
                    for row in rows {
                        let cells: Vec<String> =
                            row.iter().map(|cell| escaped(cell.get(lang))).collect();
                        let _ = writeln!(page, "| {} |", cells.join(" | "));
                    }
                }
                Part::Remarks(remarks) => {
                    for remark in remarks {
                        let _ = writeln!(page, "> {}", escaped(remark.get(lang)));
                    }
                }
            }
        }
        page
    }

    /// The page's tables as comma-separated text for spreadsheets, one below the other.
    pub fn csv(&self, lang: Lang) -> String {
        let tables = self.parts.iter().filter_map(|part| match part {
            Part::Table { columns, rows, .. } => Some(sheet::csv(columns, rows, lang)),
            Part::Facts(_) | Part::Remarks(_) => None,
        });
        tables.collect::<Vec<_>>().join("\r\n")
    }

    /// The data as JSON, for people to read too.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(&self.data).unwrap_or_default()
    }

    /// The page's parts as data, for whoever lays it out: `{title, parts}`, each part one of
    /// `{facts}`, `{heading, columns, figures, rows}` and `{remarks}`, all words in both languages.
    pub fn parts(&self) -> Value {
        let part = |part: &Part| match part {
            Part::Facts(facts) => {
                let fact = |(name, fact): &(Text, Words)| {
                    json!([sentence(&(*name).into()), sentence(fact)])
                };
                json!({ "facts": facts.iter().map(fact).collect::<Vec<_>>() })
            }
            Part::Table {
                heading,
                columns,
                figures,
                rows,
            } => json!({
                "heading": sentence(&(*heading).into()),
                "columns": columns.iter().map(|one| sentence(&(*one).into())).collect::<Vec<_>>(),
                "figures": figures,
                "rows": rows.iter().map(|row| said(row)).collect::<Vec<_>>(),
            }),
            Part::Remarks(remarks) => json!({ "remarks": said(remarks) }),
        };
        json!({
            "title": sentence(&self.title.into()),
            "parts": self.parts.iter().map(part).collect::<Vec<_>>(),
        })
    }

    /// Sentences behind the rest, where there are any.
    fn remarks(&mut self, remarks: Vec<Words>) {
        match self.parts.last_mut() {
            _ if remarks.is_empty() => {}
            Some(Part::Remarks(said)) => said.extend(remarks),
            _ => self.parts.push(Part::Remarks(remarks)),
        }
    }

    /// Says first which debt the page is about, on paper and as data.
    #[must_use]
    pub fn of_debt(mut self, row: usize, entry: &Entry) -> Self {
        self.parts.insert(0, Part::Facts(claims::facts(row, entry)));
        if let Value::Object(members) = &mut self.data {
            members.insert("debt".to_owned(), claims::named(row, entry));
        }
        self
    }

    /// Adds what a plan should be looked at again for, on paper and as data.
    #[must_use]
    pub fn with_remarks(mut self, remarks: Vec<Words>) -> Self {
        if let Value::Object(members) = &mut self.data {
            let list = members.entry("remarks").or_insert_with(|| said(&[]));
            if let Value::Array(list) = list {
                list.extend(remarks.iter().map(sentence));
            }
        }
        self.remarks(remarks);
        self
    }
}

/// Sentences as data.
fn said(remarks: &[Words]) -> Value {
    remarks.iter().map(sentence).collect()
}

fn sentence(words: &Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}

fn aligned(page: &mut String, columns: &[Text], figures: usize, rows: &[Vec<Words>], lang: Lang) {
    let names = columns.iter().map(|name| name.get(lang)).collect();
    let mut lines: Vec<Vec<&str>> = vec![names];
    lines.extend(
        rows.iter()
            .map(|row| row.iter().map(|cell| cell.get(lang)).collect()),
    );
    let widest = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns.len()).map(widest).collect();
    for line in lines {
        let cells = line.iter().zip(&widths).enumerate();
        let cells: Vec<String> = cells
            .map(|(index, (cell, width))| padded(cell, *width, figures <= index))
            .collect();
        let _ = writeln!(page, "  {}", cells.join("  ").trim_end());
    }
}

/// A cell as wide as its column; figures stand at the right.
fn padded(text: &str, wide: usize, is_figure: bool) -> String {
    let gap = " ".repeat(wide.saturating_sub(width(text)));
    if is_figure {
        gap + text
    } else {
        text.to_owned() + &gap
    }
}

/// How many places a text takes on a terminal: Chinese letters and full-width signs take two.
fn width(text: &str) -> usize {
    let places = |letter: char| match letter {
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    };
    text.chars().map(places).sum()
}

/// A text that is no Markdown of its own.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' => {
                safe.push('\\');
                safe.push(letter);
            }
            '\n' | '\r' => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_places() {
        assert_eq!(width("本金 1.00"), 9);
        assert_eq!(padded("本金", 6, true), "  本金");
        assert_eq!(padded("本金", 6, false), "本金  ");
    }

    #[test]
    fn a_cell_cannot_break_its_table() {
        assert_eq!(escaped("甲|乙\n丙"), "甲\\|乙 丙");
    }
}
