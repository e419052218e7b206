//! The template: a workbook to fill in where there is no page.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Note, Worksheet,
    XlsxError,
};

use super::ledger::{TOP, letters, new, print};
use super::looks::Looks;
use super::{Unwritten, columns, help, lists};
use crate::amount::Unit;
use crate::campaign::Campaign;
use crate::ledger::Entry;
use crate::ledger::cell::Kind;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::spec::{Presence, Spec};
use crate::read::layout;

/// Rows made ready to be filled in.
const ROWS: u32 = 2_000;

/// Writes the template of a campaign: headings with help, columns of codes as text, drop-downs of
/// the closed lists, days and amounts held to be such, and its version.
///
/// ```
/// use arrears_ledger::{campaign::Campaign, export::template, read::read};
/// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
/// let bytes = template(&Campaign::yexian_2022(), today)?;
/// let reading = read(&bytes);
/// assert!(reading.whole && reading.ledger.entries.is_empty());
/// # Ok::<(), arrears_ledger::export::Unwritten>(())
/// ```
///
/// # Errors
/// When the writer refuses; a fault of ours.
pub fn template(campaign: &Campaign, today: NaiveDate) -> Result<Vec<u8>, Unwritten> {
    let unit = campaign.amount_unit;
    let looks = Looks::of(unit);
    let fields = columns::of_template();
    let mut file = new(&campaign.sheet_title, today)?;
    file.define_name(
        layout::TEMPLATE_VERSION_NAME,
        &format!("={}", layout::VERSION),
    )?;
    sheet(
        file.add_worksheet(),
        &campaign.sheet_title,
        &fields,
        unit,
        &looks,
    )?;
    help::sheet(file.add_worksheet(), &fields, &looks)?;
    lists::sheet(file.add_worksheet(), &fields)?;
    Ok(file.save_to_buffer()?)
}

fn sheet(
    sheet: &mut Worksheet,
    title: &str,
    fields: &[Field],
    unit: Unit,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(layout::LEDGER)?;
    let last = u16::try_from(fields.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.merge_range(0, 0, 0, last, title, &looks.title)?;
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(1, 0, "填报单位：", &looks.fact)?;
    sheet.write_string_with_format(1, 7, "数据截止日期：", &looks.fact)?;
    let money = format!("单位：{}", unit.name());
    sheet.write_string_with_format(1, last.saturating_sub(1), money, &looks.fact)?;
    for (column, field) in (0..).zip(fields) {
        let spec = Entry::spec(*field);
        let look = match spec.presence {
            Presence::Required => &looks.asked,
            _ => &looks.heading,
        };
        sheet.write_string_with_format(2, column, columns::heading(spec, unit), look)?;
        sheet.insert_note(2, column, &note(spec))?;
        sheet.set_column_width(column, columns::width(spec))?;
        sheet.set_range_format(
            TOP,
            column,
            TOP + ROWS - 1,
            column,
            looks.of_kind(spec.kind),
        )?;
        if let Some(validation) = validation(spec.kind, &letters(column))? {
            sheet.add_data_validation(TOP, column, TOP + ROWS - 1, column, &validation)?;
        }
    }
    sheet.set_freeze_panes(TOP, 0)?;
    print(sheet)
}

/// The help of a column as a comment on its heading.
fn note(spec: &Spec) -> Note {
    let help = spec.help.map_or("", |help| help.zh);
    let words = lists::words(spec.kind).join("、");
    let lines = [help::must(spec.presence), help, &words];
    let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Note::new(lines.join("\n"))
        .set_author("清欠台账")
        .add_author_prefix(false)
        .set_width(260)
        .set_height(110)
}

/// What a column holds its cells to.
fn validation(kind: Kind, letters: &str) -> Result<Option<DataValidation>, XlsxError> {
    let told = |rule: DataValidation, title: &str, message: &str| {
        rule.set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(title)?
            .set_error_message(message)
            .map(Some)
    };
    match kind {
        Kind::Amount => {
            let rule = DataValidationRule::Between(-100_000_000_000.0, 100_000_000_000.0);
            let rule = DataValidation::new().allow_decimal_number(rule);
            told(rule, "应为金额", "请只填数字，单位见表头，例如 12.5。")
        }
        Kind::Date => {
            let first = ExcelDateTime::from_ymd(1950, 1, 1)?;
            let last = ExcelDateTime::from_ymd(2100, 12, 31)?;
            let rule = DataValidation::new().allow_date(DataValidationRule::Between(first, last));
            told(rule, "应为日期", "请填日期，例如 2022-06-13。")
        }
        Kind::Count => {
            let rule = DataValidationRule::Between(0, i32::MAX);
            let rule = DataValidation::new().allow_whole_number(rule);
            told(rule, "应为整数", "请填整数，例如 1。")
        }
        Kind::Month => Ok(Some(
            DataValidation::new().set_input_message("例如 2022-06-13；只知道月份的填 2022-06")?,
        )),
        _ => lists::drop_down(kind, letters),
    }
}
