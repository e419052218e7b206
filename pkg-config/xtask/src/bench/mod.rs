//! Measures how quick an open ledger is, natively, in Node and in Chromium; and a county.

mod collect;

pub(crate) use collect::collect;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::{run, say, text_of};
use crate::setup::Toolchain;
use crate::{setup, wasm};

/// How the figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A table for people.
    Table,
    /// An array of `{name, value, unit}`; nothing else is printed on standard output.
    Json,
}

impl Format {
    /// The format the words behind `bench session` ask for.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        match words {
            [] | ["--format", "table"] => Ok(Self::Table),
            ["--format", "json"] => Ok(Self::Json),
            _ => Err(Failure::new(
                "`bench` takes `--format table` or `--format json`",
            )),
        }
    }
}

/// One figure.
#[derive(Debug, PartialEq, Eq)]
struct Figure {
    name: String,
    /// As it was printed: a decimal number.
    value: String,
    unit: String,
}

/// Builds what is measured, measures it, and prints the figures.
pub(crate) fn session(places: &Places, format: Format) -> Outcome<()> {
    say("building what is measured");
    let program = example(places, "bench_session")?;
    setup::page(places)?;
    let (variable, chromium) = setup::chromium()?;
    wasm::set_up(places)?;
    wasm::build(places, &wasm::FIRST)?;
    let inputs = places.target().join("bench");
    fs::create_dir_all(&inputs).while_doing(format_args!("making {}", inputs.display()))?;
    text_of(Command::new(&program).arg("write").arg(&inputs))?;
    let mut printed = Vec::new();
    say("measuring natively");
    printed.push(text_of(Command::new(&program).arg("native"))?);
    for script in ["node.mjs", "chromium.mjs"] {
        say(&format!("measuring with {script}"));
        let file = places
            .root()
            .join("pkg-config/xtask/src/bench")
            .join(script);
        let mut node = Command::new("node");
        node.arg(file)
            .arg(places.bindgen(wasm::FIRST.glue))
            .arg(&inputs);
        node.arg(places.root().join("src/campaign/yexian_2022.json"));
        printed.push(text_of(node.arg(places.www()).env(variable, &chromium))?);
    }
    let figures = figures(&printed.join("\n"))?;
    match format {
        Format::Table => print!("{}", table(&figures)),
        Format::Json => println!("{}", json(&figures)),
    }
    fs::remove_dir_all(&inputs).while_doing(format_args!("removing {}", inputs.display()))
}

/// The program that measures natively and writes what JavaScript measures.
fn example(places: &Places, name: &str) -> Outcome<PathBuf> {
    let words = [
        "build",
        "--quiet",
        "--release",
        "--package",
        "arrears-ledger",
    ];
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args(words)
        .args(["--example", name, "--target-dir"])
        .arg(places.target()))?;
    Ok(places
        .target()
        .join(Path::new("release/examples").join(name)))
}

fn figures(printed: &str) -> Outcome<Vec<Figure>> {
    let lines = printed.lines().filter(|line| !line.trim().is_empty());
    let figure = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        let all = (parts.next(), parts.next(), parts.next(), parts.next());
        let (Some(name), Some(value), Some(unit), None) = all else {
            return Err(Failure::new(format!("`{line}` is no figure")));
        };
        value
            .parse::<f64>()
            .map_err(|_| Failure::new(format!("`{value}` is no number")))?;
        Ok(Figure { name, value, unit })
    };
    lines.map(figure).collect()
}

fn table(figures: &[Figure]) -> String {
    let lines = figures
        .iter()
        .map(|Figure { name, value, unit }| format!("{name:36} {value:>12} {unit}\n"));
    lines.collect()
}

/// Names and units hold nothing that JSON would have to escape.
fn json(figures: &[Figure]) -> String {
    let members: Vec<String> = figures
        .iter()
        .map(|Figure { name, value, unit }| {
            format!(r#"  {{ "name": "{name}", "value": {value}, "unit": "{unit}" }}"#)
        })
        .collect();
    format!("[\n{}\n]", members.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_and_printed() {
        let figures = figures("session/edit/100\t6.079\tµs\n\n").unwrap();
        assert_eq!(
            json(&figures),
            "[\n  { \"name\": \"session/edit/100\", \"value\": 6.079, \"unit\": \"µs\" }\n]"
        );
        assert!(table(&figures).starts_with("session/edit/100 "));
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        for line in ["session", "a\tb\tc", "a\t1\tb\tc"] {
            assert!(figures(line).is_err(), "{line}");
        }
    }

    #[test]
    fn formats_are_told_apart() {
        assert_eq!(Format::read(&[]).unwrap(), Format::Table);
        assert_eq!(Format::read(&["--format", "json"]).unwrap(), Format::Json);
        assert!(Format::read(&["--json"]).is_err());
    }
}
