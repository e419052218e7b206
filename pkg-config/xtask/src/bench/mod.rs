//! Measures how quick and how small everything is, beside what others would take in its place.

mod collect;
mod figure;
mod goals;
mod hosts;
mod kit;
mod measures;
mod report;
mod rounds;
mod session;
mod short;
mod stream;
mod workbook;

pub(crate) use short::{set_up_short, short};

use std::time::Instant;

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::run::say;
use figure::{Figure, show};
use kit::{Build, Kit};
use measures::{MEASURES, Measure};

/// How the figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A table for people.
    Table,
    /// An array of `{name, value, judged, rounds, unit}`; nothing else is printed on standard output.
    Json,
}

/// What the words behind `bench` ask for.
#[derive(Debug)]
pub(crate) struct Options {
    measures: Vec<&'static Measure>,
    format: Format,
    /// Whether `BENCHMARKS.md` is written.
    writes: bool,
}

impl Options {
    /// Names of measures, all where none is named; `--format` and `--write`.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        let mut names = Vec::new();
        let (mut format, mut writes) = (Format::Table, false);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--write" => writes = true,
                "--format" => format = format_of(words.next())?,
                name => names.push(known(name)?.name),
            }
        }
        if writes && !names.is_empty() {
            return Err(Failure::new(
                "BENCHMARKS.md is written from all measures: name none with `--write`",
            ));
        }
        let is_meant = |one: &&Measure| names.is_empty() || names.contains(&one.name);
        Ok(Self {
            measures: MEASURES.iter().filter(is_meant).collect(),
            format,
            writes,
        })
    }
}

fn format_of(word: Option<&&str>) -> Outcome<Format> {
    match word {
        Some(&"table") => Ok(Format::Table),
        Some(&"json") => Ok(Format::Json),
        _ => Err(Failure::new(
            "`bench` takes `--format table` or `--format json`",
        )),
    }
}

fn known(name: &str) -> Outcome<&'static Measure> {
    let names = MEASURES.iter().map(|one| one.name);
    let unknown = || {
        let names: Vec<_> = names.collect();
        Failure::new(format!(
            "there is no measure `{name}`: the measures are {}",
            names.join(", ")
        ))
    };
    MEASURES
        .iter()
        .find(|one| one.name == name)
        .ok_or_else(unknown)
}

/// What came of a measure.
type Measured = (&'static Measure, Outcome<Vec<Figure>>);

/// Measures, prints the figures and what they come to. One measure that fails keeps none of the
/// others from being told.
pub(crate) fn bench(places: &Places, options: &Options) -> Outcome<()> {
    let kit = Kit::of(places, Build::Shipped);
    let measured: Vec<Measured> = options
        .measures
        .iter()
        .map(|measure| (*measure, run(&kit, measure)))
        .collect();
    let figures: Vec<Figure> = measured
        .iter()
        .filter_map(|(_, outcome)| outcome.as_ref().ok())
        .flatten()
        .cloned()
        .collect();
    show(&figures, options.format);
    if options.format == Format::Table {
        println!();
        for one in goals::judged(&figures) {
            println!("{}", one.sentence());
        }
    }
    if options.writes {
        report::write(places, &measured)?;
    }
    failed(&measured)
}

fn run(kit: &Kit<'_>, measure: &Measure) -> Outcome<Vec<Figure>> {
    say(&format!("{}: {}", measure.name, measure.what));
    let start = Instant::now();
    let outcome = (measure.run)(kit);
    let seconds = start.elapsed().as_secs();
    match &outcome {
        Ok(_) => say(&format!("{} took {seconds} s", measure.name)),
        Err(failure) => say(&format!("{} failed: {failure}", measure.name)),
    }
    outcome
}

fn failed(measured: &[Measured]) -> Outcome<()> {
    let sentences: Vec<String> = measured
        .iter()
        .filter_map(|(measure, outcome)| {
            let failure = outcome.as_ref().err()?;
            Some(format!("{} was not measured: {failure}", measure.name))
        })
        .collect();
    if sentences.is_empty() {
        return Ok(());
    }
    Err(Failure::new(sentences.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Vec<&'static str> {
        let options = Options::read(words).unwrap();
        options.measures.iter().map(|one| one.name).collect()
    }

    #[test]
    fn measures_are_named_or_all_are_meant() {
        assert_eq!(names(&["stream", "check"]), ["check", "stream"]);
        assert_eq!(names(&[]).len(), MEASURES.len());
        let failure = Options::read(&["sessions"]).unwrap_err().to_string();
        assert!(failure.starts_with("there is no measure `sessions`: the measures are check,"));
    }

    #[test]
    fn formats_are_told_apart() {
        let format = |words: &[&str]| Options::read(words).map(|options| options.format);
        assert_eq!(format(&["check"]).unwrap(), Format::Table);
        assert_eq!(format(&["--format", "table"]).unwrap(), Format::Table);
        assert_eq!(
            format(&["check", "--format", "json"]).unwrap(),
            Format::Json
        );
        assert!(format(&["--format"]).is_err() && format(&["--json"]).is_err());
    }

    #[test]
    fn the_page_of_figures_is_written_whole_or_not_at_all() {
        assert!(Options::read(&["--write"]).unwrap().writes);
        assert!(Options::read(&["check", "--write"]).is_err());
    }
}
