//! `BENCHMARKS.md`: the figures of one run, with all it takes to judge them.

use std::fs;
use std::process::Command;

use super::Measured;
use super::collect::DUCKDB;
use super::figure::{Figure, short, shown};
use super::goals::{Judged, Sense, judged};
use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::text_of;
use crate::setup::{self, Toolchain};

const OPENING: &str = "# Benchmarks

Written by `cargo xtask bench --write`; nothing here is edited by hand.
Everything beside which we are measured ran in the same run, in turns; each process reports the median of its own runs.
A figure is *median of the rounds [the round that is judged]*: the quickest of times, the most of memory and lengths.
Ratios are of the judged rounds. Absolute times are this machine's.

Ours always asks every rule and finds everything; what stands beside it does less:
Ajv, Zod and `jsonschema` hold the schema we ship (C-01, C-02), Ajv and Zod with plain functions for A-01, A-02, D-01, D-02, D-04, F-02, S-06, R-13, R-14 and U-07;
before they are measured it is checked that they find the same as we do by these rules, debt by debt.
garde holds the shapes of eleven fields and the check letters; `serde_json` only reads.
DuckDB groups, and in a stream asks nine expressions.

The ledgers are made from a seed: 31 columns, with an error of each of fifteen kinds in five debts of a thousand.
A hundred thousand debts with all columns would be longer than any file that is read (64 MiB), so those, and the thousand they are compared with, have the short form's columns and the number of the debt.
";

/// Writes the page.
pub(super) fn write(places: &Places, measured: &[Measured]) -> Outcome<()> {
    let mut text = OPENING.to_owned();
    text.push_str(&machine(places)?);
    let figures: Vec<Figure> = measured
        .iter()
        .filter_map(|(_, outcome)| outcome.as_ref().ok())
        .flatten()
        .cloned()
        .collect();
    let all = judged(&figures);
    for (measure, outcome) in measured {
        text = text + "\n## " + measure.name + "\n\n" + measure.what + ".\n";
        match outcome {
            Ok(figures) => {
                let of_measure: Vec<&Judged<'_>> = all
                    .iter()
                    .filter(|one| one.goal.measure == measure.name)
                    .collect();
                text.push_str(&goals(&of_measure));
                text.push_str(&table(figures));
            }
            Err(failure) => text.extend(["\nNot measured: ", &failure.to_string(), "\n"]),
        }
    }
    let file = places.root().join("BENCHMARKS.md");
    fs::write(&file, text).while_doing(format_args!("writing {}", file.display()))
}

fn goals(all: &[&Judged<'_>]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let head = "\n| | measured | ours | beside | came to | floor | goal | |\n|---|---|---|---|---|---|---|---|\n";
    all.iter()
        .fold(head.to_owned(), |text, one| text + &row(one))
}

fn row(one: &Judged<'_>) -> String {
    let unit = &one.ours.unit;
    let with_unit = |figure: &Figure| format!("{} {}", shown(figure), figure.unit);
    let came_to = match one.goal.sense {
        Sense::AtMost => String::new(),
        Sense::Quicker | Sense::Share(_) => format!("{} ×", short(one.came_to)),
    };
    format!(
        "| {} | {} | {} | {} | {came_to} | {} | {} | {} |\n",
        one.goal.line,
        one.goal.what,
        with_unit(one.ours),
        one.other.map(with_unit).unwrap_or_default(),
        one.goal.bound(one.goal.floor, unit),
        one.goal.bound(one.goal.aim, unit),
        one.word()
    )
}

fn table(figures: &[Figure]) -> String {
    let head = "\n| figure | median [judged] | |\n|---|---|---|\n".to_owned();
    figures.iter().fold(head, |text, figure| {
        text + &format!(
            "| `{}` | {} | {} |\n",
            figure.name,
            shown(figure),
            figure.unit
        )
    })
}

/// Machine, versions and day.
fn machine(places: &Places) -> Outcome<String> {
    let read = |file: &str| fs::read_to_string(file).while_doing(format_args!("reading {file}"));
    let (cpu, memory) = (read("/proc/cpuinfo")?, read("/proc/meminfo")?);
    let kernel = read("/proc/sys/kernel/osrelease")?;
    let said = |program: &str, words: &[&str]| text_of(Command::new(program).args(words));
    let (_, chromium) = setup::chromium()?;
    let chromium = text_of(Command::new(chromium).arg("--version"))?;
    let rustc = text_of(Toolchain::active()?.command("rustc").arg("--version"))?;
    let mut commit = Command::new("git");
    commit.current_dir(places.root());
    let commit = text_of(commit.args(["log", "-1", "--format=%h"])).unwrap_or_default();
    let lines = [
        ("command", "`cargo xtask bench --write`".to_owned()),
        ("day", said("date", &["--iso-8601"])?),
        ("commit", commit),
        (
            "processor",
            format!("{} × {}", cores(&cpu), value(&cpu, "model name")),
        ),
        ("memory", value(&memory, "MemTotal").to_owned()),
        ("kernel", kernel),
        ("compiler", rustc),
        ("Node.js", said("node", &["--version"])?),
        ("Chromium", chromium),
        ("beside ours", peers(places)?),
    ];
    let rows = lines
        .iter()
        .map(|(name, value)| format!("| {name} | {} |\n", value.trim()));
    Ok(format!("\n| | |\n|---|---|\n{}", rows.collect::<String>()))
}

fn cores(cpu: &str) -> usize {
    cpu.lines()
        .filter(|line| line.starts_with("processor"))
        .count()
}

/// What stands behind a name and a colon.
fn value<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find(|line| line.starts_with(name));
    line.and_then(|line| line.split_once(':'))
        .map_or("", |(_, value)| value.trim())
}

/// The versions of what others would take, by the files that pin them.
fn peers(places: &Places) -> Outcome<String> {
    let read = |file: &str| {
        let file = places.root().join(file);
        fs::read_to_string(&file).while_doing(format_args!("reading {}", file.display()))
    };
    let packages = read("pkg-config/xtask/src/bench/peers/package.json")?;
    let lock = read("Cargo.lock")?;
    let mut all = pinned(&packages);
    for name in ["serde_json", "jsonschema", "garde"] {
        all.push(format!("{name} {}", locked(&lock, name)));
    }
    all.push(DUCKDB.replace("==", " "));
    Ok(all.join(", "))
}

/// The packages a `package.json` depends on, a line each.
fn pinned(package: &str) -> Vec<String> {
    let (_, dependencies) = package
        .split_once("\"dependencies\": {")
        .unwrap_or_default();
    let (dependencies, _) = dependencies.split_once('}').unwrap_or_default();
    let lines = dependencies.split(',').map(str::trim);
    lines.map(|line| line.replace(['"', ':'], "")).collect()
}

/// The version `Cargo.lock` has of a package.
fn locked<'a>(lock: &'a str, name: &str) -> &'a str {
    let start = format!("name = \"{name}\"\nversion = \"");
    lock.split_once(&start)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(version, _)| version)
}

#[cfg(test)]
mod tests {
    use super::super::figure::figures;
    use super::*;

    #[test]
    fn a_goal_is_a_row_with_both_figures_and_what_they_come_to() {
        let figures =
            figures("native/ours/noisy-10000\t20\tms\nnative/garde/noisy-10000\t50\tms").unwrap();
        let all = judged(&figures);
        assert_eq!(
            goals(&all.iter().collect::<Vec<_>>()).lines().last(),
            Some(
                "| P7 | native, against garde | 20.0 ms | 50.0 ms | 2.50 × | ≥ 1.5 × | ≥ 3 × | floor holds |"
            )
        );
    }

    #[test]
    fn versions_are_read_where_they_are_pinned() {
        let package =
            "{\n \"dependencies\": {\n  \"ajv\": \"8.20.0\",\n  \"zod\": \"4.6.7\"\n }\n}";
        assert_eq!(pinned(package), ["ajv 8.20.0", "zod 4.6.7"]);
        assert_eq!(
            locked("name = \"garde\"\nversion = \"0.23.0\"\n", "garde"),
            "0.23.0"
        );
        assert_eq!(value("model name\t: EPYC\n", "model name"), "EPYC");
    }
}
