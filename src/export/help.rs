//! The sheet that says of each column what to write.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::lists;
use super::looks::Looks;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::spec::Presence;
use crate::read::layout;

/// Whether a column must be filled, as the form says it.
pub(super) const fn must(presence: Presence) -> &'static str {
    match presence {
        Presence::Required => "必填",
        Presence::Expected => "应填",
        Presence::Conditional => "视情况填",
        Presence::Optional => "可不填",
        Presence::Derived => "由软件得出",
    }
}

/// A row a column, those of the template first; the others may be added to it under these names.
pub(super) fn sheet(
    sheet: &mut Worksheet,
    fields: &[Field],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(layout::HELP)?;
    let headings = [
        ("栏目", 26),
        ("填不填", 12),
        ("怎么填", 50),
        ("可填内容", 50),
        ("本表有无", 10),
    ];
    for (column, (name, width)) in (0..).zip(headings) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &looks.heading)?;
    }
    let others = Entry::FIELDS.iter().filter(|field| !fields.contains(field));
    for (row, field) in (1..).zip(fields.iter().chain(others)) {
        let spec = Entry::spec(*field);
        let has = if fields.contains(field) {
            "有"
        } else {
            "可另加一列"
        };
        let help = spec.help.map_or("", |help| help.zh);
        let words = lists::words(spec.kind).join("、");
        let texts = [spec.label().zh, must(spec.presence), help, &words, has];
        for (column, text) in (0..).zip(texts) {
            looks.put(sheet, row, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}
