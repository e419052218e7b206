//! The sheet of findings: what is wrong where, and what to do.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::ledger::TOP;
use super::looks::Looks;
use crate::ledger::Ledger;
use crate::read::layout;
use crate::review::Reviewed;
use crate::text::Lang;

const HEADINGS: [(&str, u32); 8] = [
    ("表中行号", 9),
    ("欠款编号", 18),
    ("栏目", 18),
    ("级别", 8),
    ("规则", 8),
    ("问题", 60),
    ("怎么办", 50),
    ("确认理由", 30),
];

/// A row a finding; its debt's row is that of the sheet of debts.
pub(super) fn sheet(
    sheet: &mut Worksheet,
    ledger: &Ledger,
    found: &[Reviewed],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(layout::FINDINGS)?;
    let unit = ledger.header.unit();
    for (column, (name, width)) in (0..).zip(HEADINGS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, name, &looks.heading)?;
    }
    for (row, one) in (1..).zip(found) {
        let finding = &one.finding;
        let above = usize::try_from(TOP).unwrap_or_default();
        let place = finding.at.row.map(|row| (row + above + 1).to_string());
        let column = finding.at.column.map(|column| column.spec().label().zh);
        let texts = [
            place.unwrap_or_default(),
            one.debt_id.clone(),
            column.unwrap_or_default().to_owned(),
            finding.severity.label().zh.to_owned(),
            finding.rule.code.to_owned(),
            finding.message(Lang::Zh, unit),
            finding.rule.repair.zh.to_owned(),
            one.reason.clone().unwrap_or_default(),
        ];
        for (column, text) in (0..).zip(&texts) {
            looks.put(sheet, row, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
