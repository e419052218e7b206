//! Sets up, builds, serves and tests: `cargo xtask <command>`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it is a program for the terminal, and printing is its job"
)]

mod bench;
mod cli;
mod failure;
mod fuzz;
mod header;
mod install;
mod mutants;
mod page;
mod places;
mod run;
mod screenshots;
mod serve;
mod setup;
mod sizes;
mod test;
mod wasm;

use std::env;
use std::process::ExitCode;

use failure::{Failure, Outcome};
use places::Places;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--no-open]   builds the page, serves it on this machine and opens a browser
  test [STEP…]                   runs every test, or only the named steps:
                                 fmt clippy doc rust oldest c service hosts build www browser
                                 readme; bench-short webkit workbooks spark only where they are named
  screenshots [--picture] [NAME…]
                                 takes a picture of every view in both languages, or only of those
                                 whose name has NAME in it, into target/screenshots; with --picture
                                 the README's too
  build                          builds the page and the package for portals into dist/, and says how
                                 large they are
  build core                     builds the module without imports, for other runtimes, into dist/
  bench [NAME…] [--format json]  measures everything beside what others would take, or only what is
                                 named: check parse first-call native session memory size hostile
                                 workbook collect stream hosts; with --write, into BENCHMARKS.md
  install [--prefix FOLDER]      puts the C library in place: header, shared and static library, and
                                 what pkg-config finds it by; without a folder, in /usr/local
  fuzz [--seconds N] [--seed N]  damages calls and looks whether library and module answer alike
  mutants [FILTER]               changes the rules one place at a time and looks whether a test
                                 notices; only places whose name has FILTER in it (rules/amounts, misfit)
  help                           prints this

Whatever is missing is installed first, and each step says what it does. Variables:

  XTASK_RUST=rustup|debian       the compiler that makes the module: the one that runs cargo, with
                                 its source from rustup, or Debian's; else the first to be had
  CHROMIUM=PATH                  the browser to test in; else the one on the search path
";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", rest @ ..] => match serve::Options::read(rest) {
            Ok(options) => told(with_places(|places| serve::serve(places, &options))),
            Err(failure) => misused(&failure),
        },
        ["test", names @ ..] => match test::choose(names) {
            Ok(steps) => told(with_places(|places| test::test(places, &steps))),
            Err(failure) => misused(&failure),
        },
        ["bench", rest @ ..] => match bench::Options::read(rest) {
            Ok(options) => told(with_places(|places| bench::bench(places, &options))),
            Err(failure) => misused(&failure),
        },
        ["screenshots", rest @ ..] => match screenshots::Options::read(rest) {
            Ok(options) => told(with_places(|places| {
                screenshots::screenshots(places, &options)
            })),
            Err(failure) => misused(&failure),
        },
        ["install", rest @ ..] => match install::prefix(rest) {
            Ok(prefix) => told(with_places(|places| install::install(places, &prefix))),
            Err(failure) => misused(&failure),
        },
        ["fuzz", rest @ ..] => match fuzz::Options::read(rest) {
            Ok(options) => told(with_places(|places| fuzz::fuzz(places, options))),
            Err(failure) => misused(&failure),
        },
        ["mutants"] => told(with_places(|places| mutants::mutants(places, None))),
        ["mutants", filter] => told(with_places(|places| mutants::mutants(places, Some(filter)))),
        ["build", "core"] => told(with_places(wasm::build_core)),
        ["build"] => told(with_places(page::build_within_budget)),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        [] => misused(&Failure::new("say what to do")),
        [command, ..] => misused(&Failure::new(format!(
            "there is no command `{command}` with these words"
        ))),
    }
}

fn with_places(work: impl FnOnce(&Places) -> Outcome<()>) -> Outcome<()> {
    work(&Places::find()?)
}

/// The last word of a command: nothing, or what is wrong.
fn told(outcome: Outcome<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// What is wrong with the words, and which words there are.
fn misused(failure: &Failure) -> ExitCode {
    eprintln!("xtask: {failure}\n\n{USAGE}");
    ExitCode::from(2)
}
