//! How cells look, and how a value becomes one.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::amount::Unit;
use crate::ledger::cell::{Kind, Stored};
use crate::ledger::fields::{Index, Table};
use crate::read::is_computed;

/// The formats of a workbook.
pub(crate) struct Looks {
    pub(crate) title: Format,
    pub(crate) fact: Format,
    pub(crate) heading: Format,
    pub(crate) asked: Format,
    pub(crate) text: Format,
    /// A text that a program would else take for a formula once somebody edits it.
    pub(crate) quoted: Format,
    pub(crate) amount: Format,
    pub(crate) number: Format,
    pub(crate) day: Format,
    pub(crate) total: Format,
    pub(crate) total_amount: Format,
}

impl Looks {
    pub(crate) fn of(unit: Unit) -> Self {
        let money = match unit {
            Unit::Yuan => "#,##0.00",
            Unit::Wan => "#,##0.00####",
        };
        let cell = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter)
        };
        let heading = || {
            cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
        };
        let text = || cell().set_num_format("@").set_text_wrap();
        let total = || cell().set_bold().set_background_color("#F2F2F2");
        Self {
            title: Format::new()
                .set_bold()
                .set_font_size(18)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            fact: Format::new(),
            heading: heading().set_background_color("#DCE6F1"),
            asked: heading().set_background_color("#FCE4D6"),
            text: text(),
            quoted: text().set_quote_prefix(),
            amount: cell().set_num_format(money),
            number: cell(),
            day: cell().set_num_format("yyyy-mm-dd"),
            total: total(),
            total_amount: total().set_num_format(money),
        }
    }

    /// The format of a column in which people are to type.
    pub(crate) const fn of_kind(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Amount => &self.amount,
            Kind::Date => &self.day,
            Kind::Count | Kind::Rate => &self.number,
            _ => &self.text,
        }
    }

    /// Writes a text, whatever it begins with, as a text.
    pub(crate) fn put(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        text: &str,
    ) -> Result<(), XlsxError> {
        let format = if is_computed(text) {
            &self.quoted
        } else {
            &self.text
        };
        sheet.write_string_with_format(row, column, text, format)?;
        Ok(())
    }

    /// Writes a cell of a record: amounts and counts as numbers, days as days, all else as texts.
    pub(crate) fn cell(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        (record, index): (&dyn Table, Index),
        unit: Unit,
    ) -> Result<(), XlsxError> {
        let text = record.read(index, unit);
        let kind = record.column(index).spec().kind;
        let stored = record.peek(index).stored();
        let day = match (&stored, kind) {
            (Some(Stored::Text(day)), Kind::Date | Kind::Month) => excel_day(day),
            _ => None,
        };
        if let Some(day) = day {
            sheet.write_datetime_with_format(row, column, &day, &self.day)?;
            return Ok(());
        }
        let is_number = stored.is_some() && matches!(kind, Kind::Amount | Kind::Count | Kind::Rate);
        match text.parse::<f64>() {
            Ok(number) if is_number => {
                let format = self.of_kind(kind);
                sheet.write_number_with_format(row, column, number, format)?;
            }
            _ => self.put(sheet, row, column, &text)?,
        }
        Ok(())
    }
}

/// A whole day that a spreadsheet can count to; months are texts.
pub(crate) fn excel_day(day: &str) -> Option<ExcelDateTime> {
    let mut parts = day.split('-');
    let year: u16 = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    // Before March 1900 spreadsheets differ about the days.
    (1901 <= year).then(|| ExcelDateTime::from_ymd(year, month, day).ok())?
}
