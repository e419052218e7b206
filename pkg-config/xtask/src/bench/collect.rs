//! Measures how quick a county is collected and published: natively, in Chromium, and beside them
//! `DuckDB` grouping the same files.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::figure::Figure;
use super::kit::{Kit, fresh, here};
use super::rounds::{ROUNDS, interleaved};
use crate::failure::{Failure, Outcome, While};
use crate::run::{find, run, say, text_of};
use crate::setup;

/// As many as a large county has, of a hundred debts each.
const UNITS: &str = "1000";
/// From `PyPI`, into a folder of its own; only measuring uses it.
pub(super) const DUCKDB: &str = "duckdb==1.4.1";

/// On one processor in turns with `DuckDB`, as both are meant to be compared; then as people have it.
pub(super) fn collect(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    let folder = fresh(kit.places, "bench-collect")?;
    let program = kit.program("bench_collect")?;
    text_of(Command::new(&program).arg("write").arg(&folder).arg(UNITS))?;
    let native = || with(Command::new(&program), &["native"], &folder);
    let group = || duckdb(kit, "duckdb.py", &folder);
    say("measuring in turns with DuckDB, on one processor");
    let mut figures: Vec<Figure> = one_processor(&[native(), group()?])?;
    for figure in &mut figures {
        figure.name.insert_str(0, "one-thread/");
    }
    say("measuring on all processors and in Chromium");
    figures.extend(interleaved(
        1,
        &mut [native(), group()?, chromium(kit, &folder)?],
    )?);
    fs::remove_dir_all(&folder).while_doing(format_args!("removing {}", folder.display()))?;
    figures.retain(|figure| figure.unit != "yuan");
    Ok(figures)
}

fn one_processor(contenders: &[Command]) -> Outcome<Vec<Figure>> {
    let taskset = find("taskset").ok_or_else(|| {
        Failure::new("taskset is missing, which keeps a program on one processor")
    })?;
    let alone = |contender: &Command| {
        let mut alone = Command::new(&taskset);
        alone.args(["--cpu-list", "0"]);
        alone
            .arg(contender.get_program())
            .args(contender.get_args());
        alone
    };
    let mut contenders: Vec<Command> = contenders.iter().map(alone).collect();
    interleaved(ROUNDS, &mut contenders)
}

fn with(mut program: Command, words: &[&str], folder: &Path) -> Command {
    program.args(words).arg(folder);
    program
}

fn chromium(kit: &Kit<'_>, folder: &Path) -> Outcome<Command> {
    kit.page()?;
    let (variable, chromium) = setup::chromium()?;
    let mut node = Command::new("node");
    node.arg(here(kit.places).join("county.mjs"))
        .arg(kit.places.dist())
        .arg(folder)
        .arg(kit.places.www())
        .env(variable, chromium);
    Ok(node)
}

/// A script in a Python that has `DuckDB`.
pub(super) fn duckdb(kit: &Kit<'_>, script: &str, folder: &Path) -> Outcome<Command> {
    let home = kit.places.target().join("duckdb");
    if !home.join("bin/python").exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    }
    let python = home.join("bin/python");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", DUCKDB]))?;
    let mut script_of = Command::new(python);
    script_of.arg(here(kit.places).join(script)).arg(folder);
    Ok(script_of)
}
