//! The sheets behind the table: header, child tables, warnings answered for.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns;
use super::looks::Looks;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::{Child, Entry, Header, Ledger};
use crate::read::layout;

/// A line a cell of the header, and what else there is one of.
pub(super) fn header(
    sheet: &mut Worksheet,
    ledger: &Ledger,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(layout::HEADER)?;
    sheet.set_column_width(0, 20)?.set_column_width(1, 44)?;
    let unit = ledger.header.unit();
    let own = [
        (layout::CAMPAIGN, ledger.campaign.clone()),
        (layout::REVISION, ledger.revision.to_string()),
        (
            layout::PREVIOUS,
            ledger.previous.clone().unwrap_or_default(),
        ),
    ];
    let cells = Header::FIELDS.iter();
    let cells = cells.map(|field| {
        let label = Header::spec(*field).label().zh;
        (label, ledger.header.text(*field, unit))
    });
    for (row, (name, text)) in (0..).zip(cells.chain(own)) {
        sheet.write_string_with_format(row, 0, name, &looks.heading)?;
        looks.put(sheet, row, 1, &text)?;
    }
    Ok(())
}

/// A row a record, with the number of its debt in front.
pub(super) fn children(
    sheet: &mut Worksheet,
    ledger: &Ledger,
    child: Child,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(layout::child(child))?;
    let unit = ledger.header.unit();
    let id = Entry::spec(Field::DebtId);
    let mut probe = Entry::default();
    probe.add_child(child);
    sheet.set_column_width(0, columns::width(id))?;
    sheet.write_string_with_format(0, 0, id.label().zh, &looks.heading)?;
    for record in probe.children(child) {
        for (column, (_, spec)) in (1..).zip(record.columns()) {
            sheet.set_column_width(column, columns::width(spec))?;
            let heading = columns::heading(spec, unit);
            sheet.write_string_with_format(0, column, heading, &looks.heading)?;
        }
    }
    let mut row = 0;
    for entry in &ledger.entries {
        for record in entry.children(child) {
            row += 1;
            looks.put(sheet, row, 0, &entry.text(Field::DebtId, unit))?;
            for (column, (index, _)) in (1..).zip(record.columns()) {
                looks.cell(sheet, (row, column), (record, index), unit)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// Rule, debt, the digest of the values it was said of, the reason.
pub(super) fn confirmations(
    sheet: &mut Worksheet,
    ledger: &Ledger,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(layout::CONFIRMED)?;
    for (column, (name, width)) in
        (0..).zip([("规则", 8), ("欠款编号", 18), ("校验值", 20), ("理由", 60)])
    {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &looks.heading)?;
    }
    for (row, one) in (1..).zip(&ledger.confirmations) {
        for (column, text) in (0..).zip([&one.code, &one.debt_id, &one.values, &one.reason]) {
            looks.put(sheet, row, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
