//! A paper as one HTML file to print, or to save as PDF from a browser: no script, nothing fetched.

use std::fmt::Write;

use super::chart::escaped;
use super::sheet::{Cell, Kind, Paper, Sheet};
use crate::text::{Lang, Words};

/// A4 across, table heads on every page, black on white.
const STYLE: &str = "@page{size:A4 landscape;margin:12mm}\
body{font:10.5pt/1.5 'SimSun','Songti SC','Noto Serif CJK SC',serif;color:#000;background:#fff;margin:1em auto;max-width:277mm}\
h1{font-size:18pt;text-align:center}h2{font-size:12pt;margin:1.2em 0 .3em;break-after:avoid}\
dl{display:flex;flex-wrap:wrap;gap:.2em 2em;margin:0}dt{font-weight:bold;display:inline}dd{display:inline;margin:0 0 0 .5em}\
table{border-collapse:collapse;width:100%;font-size:8pt}thead{display:table-header-group}tr{break-inside:avoid}\
th,td{border:1px solid #000;padding:.15em .35em;vertical-align:top}td.n{text-align:right;white-space:nowrap}\
tfoot td{font-weight:bold}.note{font-size:9pt;margin:.2em 0}figure{margin:1em 0;break-inside:avoid}svg{width:100%;max-width:190mm}\
ol{padding-left:1.5em;font-size:9pt}";

impl Paper {
    /// The paper as an HTML file.
    pub fn html(&self, lang: Lang) -> String {
        let title = escaped(self.title.get(lang));
        let code = match lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        };
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n"
        );
        if !self.facts.is_empty() {
            page.push_str("<dl>");
            for (name, fact) in &self.facts {
                let (name, fact) = (name.get(lang), escaped(fact.get(lang)));
                let _ = write!(page, "<div><dt>{name}</dt><dd>{fact}</dd></div>");
            }
            page.push_str("</dl>\n");
        }
        for sheet in &self.sheets {
            table(&mut page, sheet, lang, self.decimals);
        }
        for chart in &self.charts {
            let title = escaped(chart.title.get(lang));
            let _ = writeln!(
                page,
                "<figure><figcaption>{title}</figcaption>{}</figure>",
                chart.svg(lang)
            );
        }
        definitions(&mut page, &self.notes, lang);
        page + "</body></html>\n"
    }
}

fn definitions(page: &mut String, notes: &[Words], lang: Lang) {
    if notes.is_empty() {
        return;
    }
    page.push_str(match lang {
        Lang::Zh => "<h2>说明</h2><ol>",
        Lang::En => "<h2>Definitions</h2><ol>",
    });
    for note in notes {
        let _ = write!(page, "<li>{}</li>", escaped(note.get(lang)));
    }
    page.push_str("</ol>\n");
}

fn table(page: &mut String, sheet: &Sheet, lang: Lang, decimals: usize) {
    let _ = writeln!(page, "<h2>{}</h2>", escaped(sheet.title.get(lang)));
    if sheet.rows.is_empty() && sheet.total.is_none() {
        page.push_str(match lang {
            Lang::Zh => "<p class=\"note\">无。</p>\n",
            Lang::En => "<p class=\"note\">None.</p>\n",
        });
        return;
    }
    page.push_str("<table><thead><tr>");
    for column in &sheet.columns {
        let _ = write!(
            page,
            "<th scope=\"col\">{}</th>",
            escaped(column.label.get(lang))
        );
    }
    page.push_str("</tr></thead><tbody>");
    let line = |page: &mut String, row: &[Cell]| {
        page.push_str("<tr>");
        for (cell, column) in row.iter().zip(&sheet.columns) {
            let class = if column.kind == Kind::Text {
                ""
            } else {
                " class=\"n\""
            };
            let _ = write!(
                page,
                "<td{class}>{}</td>",
                escaped(&cell.shown(lang, decimals))
            );
        }
        page.push_str("</tr>\n");
    };
    for row in &sheet.rows {
        line(page, row);
    }
    page.push_str("</tbody>");
    if let Some(total) = &sheet.total {
        page.push_str("<tfoot>");
        line(page, total);
        page.push_str("</tfoot>");
    }
    page.push_str("</table>\n");
    for note in &sheet.notes {
        let _ = writeln!(page, "<p class=\"note\">{}</p>", escaped(note.get(lang)));
    }
}
