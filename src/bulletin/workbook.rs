//! A paper as a workbook: a sheet a table, every figure exact and shown rounded.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::sheet::{Cell, Column, Kind, Paper, Sheet};
use crate::amount::Unit;
use crate::export::{Looks, Unwritten, excel_day, new};
use crate::read::is_computed;
use crate::text::Lang;

/// No sheet's name is longer, nor has it one of these letters.
const NAME_LETTERS: usize = 31;
const NOT_IN_NAMES: &[char] = &['[', ']', ':', '*', '?', '/', '\\', '\''];

/// Rows above a table: its title and its headings.
const TOP: u32 = 2;

/// A column's width in letters, by what it holds.
const fn width(kind: Kind) -> u32 {
    match kind {
        Kind::Text => 24,
        Kind::Amount => 16,
        Kind::Count | Kind::Rate => 11,
    }
}

/// How the figures of a paper look.
struct Figures {
    looks: Looks,
    amount: Format,
    rate: Format,
    total_amount: Format,
    total_rate: Format,
}

impl Paper {
    /// The paper as a workbook: what stands at its head and its definitions on the first sheet, and
    /// a sheet a table. Amounts are exact, in ten thousand yuan, and shown with the paper's
    /// decimals; so sums made in it are exact too. Charts are left out: spreadsheets draw their own.
    ///
    /// ```
    /// use arrears_ledger::almanac::Law;
    /// use arrears_ledger::bulletin::{View, bulletin};
    /// use arrears_ledger::campaign::Campaign;
    /// use arrears_ledger::county::County;
    /// use arrears_ledger::text::Lang;
    /// let campaign = Campaign::yexian_2022();
    /// let county = County::of(&campaign);
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 20).unwrap();
    /// let view = View::of(&county, &campaign, None, today, Law::carried());
    /// assert!(bulletin(&view).workbook(Lang::Zh, today)?.starts_with(b"PK"));
    /// # Ok::<(), arrears_ledger::export::Unwritten>(())
    /// ```
    ///
    /// # Errors
    /// When the writer refuses; a fault of ours.
    pub fn workbook(&self, lang: Lang, today: NaiveDate) -> Result<Vec<u8>, Unwritten> {
        let figures = Figures::of(self.decimals);
        let mut file = new(self.title.get(lang), today)?;
        let mut names = vec![front_name(lang).to_owned()];
        self.front(file.add_worksheet(), lang, &figures.looks)?;
        for sheet in &self.sheets {
            let name = name(sheet.title.get(lang), &names);
            table(file.add_worksheet().set_name(&name)?, sheet, lang, &figures)?;
            names.push(name);
        }
        Ok(file.save_to_buffer()?)
    }

    /// Title, facts and definitions.
    fn front(&self, sheet: &mut Worksheet, lang: Lang, looks: &Looks) -> Result<(), XlsxError> {
        sheet.set_name(front_name(lang))?;
        sheet.set_column_width(0, 28)?.set_column_width(1, 80)?;
        sheet.merge_range(0, 0, 0, 1, self.title.get(lang), &looks.title)?;
        let mut row = 2;
        for (name, fact) in &self.facts {
            sheet.write_string_with_format(row, 0, name.get(lang), &looks.heading)?;
            looks.put(sheet, row, 1, fact.get(lang))?;
            row += 1;
        }
        row += 1;
        for (number, note) in (1_u32..).zip(&self.notes) {
            let number = number.to_string();
            sheet.write_string_with_format(row, 0, &number, &looks.heading)?;
            looks.put(sheet, row, 1, note.get(lang))?;
            row += 1;
        }
        Ok(())
    }
}

const fn front_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "说明",
        Lang::En => "Definitions",
    }
}

/// What a sheet may be called: a table's title, shortened, and unlike those before.
fn name(title: &str, taken: &[String]) -> String {
    let plain: String = title
        .chars()
        .filter(|letter| !NOT_IN_NAMES.contains(letter))
        .collect();
    let cut = |most: usize| plain.chars().take(most).collect::<String>();
    let numbered = (2..).map(|number| format!("{} {number}", cut(NAME_LETTERS - 4)));
    let all = std::iter::once(cut(NAME_LETTERS)).chain(numbered);
    let is_free = |name: &String| {
        let name = name.to_lowercase();
        !name.is_empty() && taken.iter().all(|other| other.to_lowercase() != name)
    };
    // So many names cannot all be taken.
    all.take(taken.len() + 2).find(is_free).unwrap_or_default()
}

fn table(
    out: &mut Worksheet,
    sheet: &Sheet,
    lang: Lang,
    figures: &Figures,
) -> Result<(), XlsxError> {
    let looks = &figures.looks;
    let last = u16::try_from(sheet.columns.len())
        .unwrap_or(u16::MAX)
        .saturating_sub(1);
    let title = sheet.title.get(lang);
    if last == 0 {
        out.write_string_with_format(0, 0, title, &looks.title)?;
    } else {
        out.merge_range(0, 0, 0, last, title, &looks.title)?;
    }
    for (place, column) in (0..).zip(&sheet.columns) {
        out.set_column_width(place, width(column.kind))?;
        out.write_string_with_format(1, place, column.label.get(lang), &looks.heading)?;
    }
    let mut row = TOP;
    for cells in &sheet.rows {
        figures.row(out, row, (&sheet.columns, cells), lang, false)?;
        row += 1;
    }
    if let Some(total) = &sheet.total {
        figures.row(out, row, (&sheet.columns, total), lang, true)?;
        row += 1;
    }
    for note in &sheet.notes {
        row += 1;
        out.write_string_with_format(row, 0, note.get(lang), &looks.fact)?;
    }
    out.set_freeze_panes(TOP, 0)?;
    out.set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    out.set_repeat_rows(0, 1)?;
    Ok(())
}

impl Figures {
    fn of(decimals: usize) -> Self {
        let looks = Looks::of(Unit::Wan);
        let point = if decimals == 0 { "" } else { "." };
        let money = format!("#,##0{point}{}", "0".repeat(decimals));
        Self {
            amount: looks.number.clone().set_num_format(&money),
            rate: looks.number.clone().set_num_format("0.00%"),
            total_amount: looks.total.clone().set_num_format(&money),
            total_rate: looks.total.clone().set_num_format("0.00%"),
            looks,
        }
    }

    fn row(
        &self,
        out: &mut Worksheet,
        row: u32,
        (columns, cells): (&[Column], &[Cell]),
        lang: Lang,
        is_total: bool,
    ) -> Result<(), XlsxError> {
        for (place, (_, cell)) in (0..).zip(columns.iter().zip(cells)) {
            self.cell(out, (row, place), cell, lang, is_total)?;
        }
        Ok(())
    }

    /// Writes a cell: a figure as a number, a day as a day, all else as a text.
    fn cell(
        &self,
        out: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
        lang: Lang,
        is_total: bool,
    ) -> Result<(), XlsxError> {
        let looks = &self.looks;
        let pick = |own, total| if is_total { total } else { own };
        if let Cell::Day(day) = cell
            && let Some(day) = excel_day(&day.to_string())
        {
            out.write_datetime_with_format(row, column, &day, &looks.day)?;
            return Ok(());
        }
        let format = match cell {
            Cell::Amount(_) => pick(&self.amount, &self.total_amount),
            Cell::Rate(_) => pick(&self.rate, &self.total_rate),
            _ => pick(&looks.number, &looks.total),
        };
        let shown = cell.shown(lang, 0);
        match number(cell).and_then(|number| number.parse::<f64>().ok()) {
            Some(number) => {
                out.write_number_with_format(row, column, number, format)?;
            }
            None if is_total || !is_computed(&shown) => {
                let text = pick(&looks.text, &looks.total);
                out.write_string_with_format(row, column, &shown, text)?;
            }
            None => looks.put(out, row, column, &shown)?,
        }
        Ok(())
    }
}

/// A figure in decimal, exact; nothing for what is none.
fn number(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Count(count) => Some(count.to_string()),
        Cell::Amount(amount) => Some(amount.in_wan(Unit::Wan.decimals())),
        Cell::Rate(rate) => {
            let hundredths = rate.hundredths()?;
            let sign = if hundredths < 0 { "-" } else { "" };
            let size = hundredths.unsigned_abs();
            Some(format!("{sign}{}.{:04}", size / 10_000, size % 10_000))
        }
        _ => None,
    }
}
