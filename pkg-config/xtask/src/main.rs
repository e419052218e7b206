//! Sets up, builds, serves and tests: `cargo xtask <command>`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it is a program for the terminal, and printing is its job"
)]

mod failure;
mod page;
mod places;
mod run;
mod setup;
mod sizes;
mod wasm;

use std::env;
use std::process::ExitCode;

use failure::Outcome;
use places::Places;

const USAGE: &str = "\
cargo xtask <command>

  build     sets up what is missing, and builds the page into dist/
  help      prints this

Whatever is missing is installed, and each step says what it does. Variables of the environment:

  XTASK_RUST=rustup|debian   which compiler makes the module: the one that runs cargo, with its
                             source from rustup, or Debian's. By default the first that can be had.
";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build"] => told(build()),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn build() -> Outcome<()> {
    page::build(&Places::find()?)
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
