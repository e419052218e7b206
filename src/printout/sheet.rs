//! Tables as comma-separated text (RFC 4180) that a spreadsheet takes for text and figures, never
//! for formulas.

use crate::text::{Lang, Text, Words};

/// A table, its heading first, each line ended as the standard has it.
pub(super) fn csv(columns: &[Text], rows: &[Vec<Words>], lang: Lang) -> String {
    let names: Vec<&str> = columns.iter().map(|name| name.get(lang)).collect();
    let cells = rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.get(lang)).collect());
    let mut sheet = String::new();
    for line in std::iter::once(names).chain(cells) {
        let cells: Vec<String> = line.into_iter().map(cell).collect();
        sheet.push_str(&cells.join(","));
        sheet.push_str("\r\n");
    }
    sheet
}

fn cell(text: &str) -> String {
    let is_figure = text
        .trim_start_matches('-')
        .starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "-.".contains(c));
    let guard = match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') if !is_figure => "'",
        _ => "",
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_text_or_a_figure() {
        for (text, written) in [
            ("甲公司", "甲公司"),
            ("-3.50", "-3.50"),
            ("2024-01-31", "2024-01-31"),
            ("甲,乙", "\"甲,乙\""),
            ("甲\"乙\"", "\"甲\"\"乙\"\"\""),
            ("=1+1", "'=1+1"),
            ("-1+1", "'-1+1"),
            ("@甲", "'@甲"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
