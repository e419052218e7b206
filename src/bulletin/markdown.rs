//! A paper as Markdown.

use std::fmt::Write;

use super::sheet::{Cell, Kind, Paper, Sheet};
use crate::text::Lang;

impl Paper {
    /// The paper as Markdown, its charts left out: their figures stand in the tables.
    pub fn markdown(&self, lang: Lang) -> String {
        let mut page = format!("# {}\n", escaped(self.title.get(lang)));
        if !self.facts.is_empty() {
            page.push('\n');
        }
        for (name, fact) in &self.facts {
            let _ = writeln!(page, "- {}：{}", name.get(lang), escaped(fact.get(lang)));
        }
        for sheet in &self.sheets {
            let _ = writeln!(page, "\n## {}\n", escaped(sheet.title.get(lang)));
            table(&mut page, sheet, lang, self.decimals);
            for note in &sheet.notes {
                let _ = writeln!(page, "\n> {}", escaped(note.get(lang)));
            }
        }
        for (no, note) in (1..).zip(&self.notes) {
            let head = match (no, lang) {
                (1, Lang::Zh) => "\n## 说明\n\n",
                (1, Lang::En) => "\n## Definitions\n\n",
                _ => "",
            };
            let _ = writeln!(page, "{head}{no}. {}", escaped(note.get(lang)));
        }
        page
    }
}

fn table(page: &mut String, sheet: &Sheet, lang: Lang, decimals: usize) {
    if sheet.rows.is_empty() && sheet.total.is_none() {
        page.push_str(match lang {
            Lang::Zh => "无。\n",
            Lang::En => "None.\n",
        });
        return;
    }
    let names: Vec<&str> = sheet
        .columns
        .iter()
        .map(|one| one.label.get(lang))
        .collect();
    let _ = writeln!(page, "| {} |", names.join(" | "));
    let rule = |kind| if kind == Kind::Text { "---" } else { "---:" };
    let rules: Vec<&str> = sheet.columns.iter().map(|one| rule(one.kind)).collect();
    let _ = writeln!(page, "| {} |", rules.join(" | "));
    for row in sheet.rows.iter().chain(&sheet.total) {
        let cell = |cell: &Cell| escaped(&cell.shown(lang, decimals));
        let cells: Vec<String> = row.iter().map(cell).collect();
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
}

/// A text that is no Markdown of its own.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' => {
                safe.push('\\');
                safe.push(letter);
            }
            '\n' | '\r' => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}
