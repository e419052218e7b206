//! Headings of two rows → of one, and texts of merged cells → in every row they stand for.

use crate::ledger::Entry;
use crate::ledger::fields::Record;
use crate::read::map_columns;
use crate::read::table::{HEADING_WITHIN, find_field, heading};
use crate::workbook::{Area, Sheet};

/// Joins a heading that stands over others with each of them: 合同 over 签订时间 and 金额. The second
/// row is blank afterwards, so that rows keep their numbers.
pub(super) fn join(sheet: &mut Sheet) {
    for row in 0..HEADING_WITHIN.min(sheet.rows.len()) {
        let is_parent =
            |area: &&Area| area.top == row && area.bottom == row && area.left < area.right;
        let parents: Vec<Area> = sheet.merged.iter().filter(is_parent).copied().collect();
        let joined = joined(sheet, row, &parents);
        if joined.is_empty() || map_columns(std::slice::from_ref(&joined)).is_none() {
            continue;
        }
        if let Some(own) = sheet.rows.get_mut(row) {
            *own = joined;
        }
        if let Some(below) = sheet.rows.get_mut(row + 1) {
            below.clear();
        }
        return;
    }
}

/// The headings of a row and the one below in one; nothing where no heading stands over others.
fn joined(sheet: &Sheet, row: usize, parents: &[Area]) -> Vec<String> {
    let text = |row: usize, column: usize| {
        let cell = sheet.rows.get(row).and_then(|cells| cells.get(column));
        cell.map_or("", |text| text.trim())
    };
    let is_over_others = |area: &Area| {
        !text(row, area.left).is_empty()
            && (area.left..=area.right).any(|column| !text(row + 1, column).is_empty())
    };
    if !parents.iter().any(is_over_others) {
        return Vec::new();
    }
    let width = |row: usize| sheet.rows.get(row).map_or(0, Vec::len);
    let mut taken = Vec::new();
    let columns = 0..width(row).max(width(row + 1));
    columns
        .map(|column| {
            let own = text(row + 1, column);
            let parent = parents.iter().find(|area| area.holds(row, column));
            let name = match parent {
                Some(area) if !own.is_empty() => under(text(row, area.left), own, &taken),
                _ if text(row, column).is_empty() => own.to_owned(),
                _ => text(row, column).to_owned(),
            };
            taken.extend(find_field(&heading(&name).0));
            name
        })
        .collect()
}

/// A heading under another: both together where that is known, by itself where that is.
fn under(parent: &str, own: &str, taken: &[<Entry as Record>::Field]) -> String {
    let together = format!("{parent}{own}");
    let is_known =
        |name: &str| find_field(&heading(name).0).is_some_and(|field| !taken.contains(&field));
    if !is_known(&together) && is_known(own) {
        return own.to_owned();
    }
    together
}

/// Puts the text of cells merged downwards into each of their rows; how many areas there were.
/// Numbers stay where they are: an amount for several debts is not the amount of each.
pub(super) fn fill_down(sheet: &mut Sheet, first: usize) -> usize {
    let mut filled = 0;
    let areas = sheet.merged.clone();
    for area in areas {
        let is_column = area.left == area.right && area.top < area.bottom && first <= area.top;
        let cell = sheet.rows.get(area.top).and_then(|row| row.get(area.left));
        let text = cell.cloned().unwrap_or_default();
        if !is_column || text.trim().is_empty() || text.trim().parse::<f64>().is_ok() {
            continue;
        }
        filled += 1;
        for row in sheet
            .rows
            .iter_mut()
            .take(area.bottom + 1)
            .skip(area.top + 1)
        {
            // A row with nothing else in it is no debt.
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if row.len() <= area.left {
                row.resize_with(area.left + 1, String::new);
            }
            if let Some(cell) = row.get_mut(area.left) {
                cell.clone_from(&text);
            }
        }
    }
    filled
}
