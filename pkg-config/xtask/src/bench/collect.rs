//! Measures how quick a county is collected and published: natively, in Chromium, and beside them
//! `DuckDB` grouping the same files.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Format, example, figures, json, table};
use crate::failure::{Outcome, While};
use crate::page;
use crate::places::Places;
use crate::run::{run, say, text_of};
use crate::setup;

/// As many as a large county has, of a hundred debts each.
const UNITS: &str = "1000";
/// From `PyPI`, into a folder of its own; only this measurement uses it.
const DUCKDB: &str = "duckdb==1.4.1";

/// Builds what is measured, measures it, and prints the figures.
pub(crate) fn collect(places: &Places, format: Format) -> Outcome<()> {
    say("building what is measured");
    let program = example(places, "bench_collect")?;
    let folder = places.target().join("bench-collect");
    fs::create_dir_all(&folder).while_doing(format_args!("making {}", folder.display()))?;
    text_of(Command::new(&program).arg("write").arg(&folder).arg(UNITS))?;
    say("measuring natively");
    let mut printed = vec![text_of(Command::new(&program).arg("native").arg(&folder))?];
    say("measuring DuckDB over the same files");
    printed.push(duckdb(places, &folder)?);
    say("measuring in Chromium");
    page::build(places)?;
    let (variable, chromium) = setup::chromium()?;
    let script = places.root().join("pkg-config/xtask/src/bench/county.mjs");
    let mut node = Command::new("node");
    node.arg(script)
        .arg(places.root().join("dist"))
        .arg(&folder);
    printed.push(text_of(node.arg(places.www()).env(variable, &chromium))?);
    let printed = printed.join("\n");
    let of_figures = |line: &&str| !line.starts_with("total");
    let lines: Vec<&str> = printed.lines().filter(of_figures).collect();
    let figures = figures(&lines.join("\n"))?;
    match format {
        Format::Table => print!("{}", table(&figures)),
        Format::Json => println!("{}", json(&figures)),
    }
    fs::remove_dir_all(&folder).while_doing(format_args!("removing {}", folder.display()))
}

fn duckdb(places: &Places, folder: &Path) -> Outcome<String> {
    let home = places.target().join("duckdb");
    if !home.join("bin/python").exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    }
    let python = home.join("bin/python");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", DUCKDB]))?;
    let script = places.root().join("pkg-config/xtask/src/bench/duckdb.py");
    text_of(Command::new(python).arg(script).arg(folder))
}
