//! An open ledger: cells typed, blocks pasted, natively, in Node.js and in Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::figure::Figure;
use super::kit::{Kit, campaign, fresh, here};
use super::rounds::{ROUNDS, interleaved};
use crate::failure::Outcome;
use crate::run::{say, text_of};
use crate::wasm;

/// Everything once, and the cells, which are held to something, in more rounds.
pub(super) fn session(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    let inputs = written(kit)?;
    say("measuring an open ledger natively, in Node.js and in Chromium");
    let mut all = [native(kit, "native")?, node(kit, &inputs, "all"), {
        kit.chromium("measure.mjs", &inputs)?
    }];
    let mut figures = interleaved(1, &mut all)?;
    let mut cells = typed(kit, &inputs)?;
    cells.push(kit.chromium("cells.mjs", &inputs)?);
    gather(&mut figures, &interleaved(ROUNDS - 1, &mut cells)?);
    Ok(figures)
}

/// Only cells typed, without a browser, in so many rounds.
pub(super) fn cells(kit: &Kit<'_>, inputs: &Path, rounds: usize) -> Outcome<Vec<Figure>> {
    interleaved(rounds, &mut typed(kit, inputs)?)
}

/// Cells typed natively and in Node.js, at ten and a hundred thousand debts.
fn typed(kit: &Kit<'_>, inputs: &Path) -> Outcome<Vec<Command>> {
    Ok(vec![native(kit, "cells")?, node(kit, inputs, "cells")])
}

/// The ledgers and the edits that JavaScript measures too.
pub(super) fn written(kit: &Kit<'_>) -> Outcome<PathBuf> {
    let folder = fresh(kit.places, "bench")?;
    text_of(native(kit, "write")?.arg(&folder))?;
    Ok(folder)
}

/// An open ledger of a hundred thousand debts in a process of its own.
pub(super) fn memory(kit: &Kit<'_>) -> Outcome<Command> {
    let mut program = native(kit, "memory")?;
    program.arg("100000");
    Ok(program)
}

fn native(kit: &Kit<'_>, what: &str) -> Outcome<Command> {
    let mut program = Command::new(kit.program("bench_session")?);
    program.arg(what);
    Ok(program)
}

fn node(kit: &Kit<'_>, inputs: &Path, what: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(here(kit.places).join("node.mjs"))
        .arg(kit.places.bindgen(wasm::QUICK.glue))
        .arg(inputs)
        .arg(campaign(kit.places))
        .arg(what);
    node
}

/// More rounds of figures that are there.
fn gather(figures: &mut [Figure], more: &[Figure]) {
    for figure in figures {
        let same = more.iter().filter(|one| one.name == figure.name);
        figure.values.extend(same.flat_map(|one| &one.values));
    }
}

#[cfg(test)]
mod tests {
    use super::super::figure::figures;
    use super::*;

    #[test]
    fn rounds_are_added_to_the_figure_of_their_name() {
        let mut known = figures("a\t1\tms\nb\t2\tms").unwrap();
        gather(&mut known, &figures("a\t3\tms\na\t4\tms").unwrap());
        let values: Vec<_> = known.iter().map(|one| one.values.clone()).collect();
        assert_eq!(values, [vec![1.0, 3.0, 4.0], vec![2.0]]);
    }
}
