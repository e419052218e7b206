//! Workbooks of ten thousand debts, read and written by a process that has just begun.

use std::process::Command;

use super::figure::Figure;
use super::kit::Kit;
use super::rounds::{ROUNDS, interleaved};
use crate::failure::Outcome;

/// All read the same file, and write the same cells.
pub(super) fn workbook(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    interleaved(1, &mut [script(kit, &["prepare"])?])?;
    let mut contenders = Vec::new();
    for what in ["read", "write"] {
        for name in ["ours", "sheetjs", "exceljs"] {
            contenders.push(script(kit, &[what, name])?);
        }
    }
    interleaved(ROUNDS, &mut contenders)
}

fn script(kit: &Kit<'_>, words: &[&str]) -> Outcome<Command> {
    let mut node = kit.script("workbook.mjs")?;
    node.args(words);
    Ok(node)
}
