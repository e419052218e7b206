//! The hidden sheet of closed lists, and the drop-downs that take from it.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use crate::ledger::Entry;
use crate::ledger::cell::Kind;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::read::layout;

/// What a column takes, word by word; nothing where it takes anything.
pub(super) fn words(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Choice { options } | Kind::Choices { options } => {
            options.iter().map(|option| option.label().zh).collect()
        }
        Kind::Flag => vec!["是", "否"],
        _ => Vec::new(),
    }
}

/// Writes the lists of the columns that have one, a column each.
pub(super) fn sheet(sheet: &mut Worksheet, fields: &[Field]) -> Result<(), XlsxError> {
    sheet.set_name(layout::LISTS)?.set_hidden(true);
    for (column, field) in (0..).zip(fields) {
        let spec = Entry::spec(*field);
        let words = words(spec.kind);
        if !words.is_empty() {
            sheet.write_string(0, column, spec.label().zh)?;
        }
        for (row, word) in (1..).zip(words) {
            sheet.write_string(row, column, word)?;
        }
    }
    Ok(())
}

/// The drop-down of a column: of one word it must be one of the list, of several it may be.
pub(super) fn drop_down(kind: Kind, letters: &str) -> Result<Option<DataValidation>, XlsxError> {
    let count = words(kind).len();
    if count == 0 {
        return Ok(None);
    }
    let range = format!("={}!${letters}$2:${letters}${}", layout::LISTS, count + 1);
    let list = DataValidation::new().allow_list_formula(Formula::new(range));
    Ok(Some(match kind {
        Kind::Choices { .. } => list
            .set_input_message("可从列表中选择；多项的用顿号隔开")?
            .show_error_message(false),
        _ => list
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title("不在列表中")?
            .set_error_message("请从下拉列表中选择。")?,
    }))
}
