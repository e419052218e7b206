//! Mutation testing: each rule is changed in one place after another, and a test has to notice.
//!
//! `.cargo/mutants.toml` says what is changed and which tests look; a change no test could notice
//! is listed there with the reason.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::run::{run, say};
use crate::setup::Toolchain;

/// The program that makes the changes; another version may make others.
const VERSION: &str = "27.1.0";

/// How many changes are tried at a time, each in a copy of its own.
const JOBS: &str = "2";

/// Tries every change, or those whose name (`src/rules/amounts/misfit.rs:60: replace …`) has the
/// filter in it, a regular expression.
pub(crate) fn mutants(places: &Places, filter: Option<&str>) -> Outcome<()> {
    let program = program(places)?;
    let found = folder(places);
    say(&format!(
        "changing the rules and running their tests; what comes of it is in {}",
        found.join("mutants.out").display()
    ));
    let mut command = Command::new(program);
    command
        .args(["mutants", "--jobs", JOBS, "--output"])
        .arg(&found)
        .current_dir(places.root());
    if let Some(filter) = filter {
        command.args(["--re", filter]);
    }
    run(&mut command).map_err(|failure| {
        Failure::new(format!(
            "{failure}: a change in missed.txt wants a line in tests/scenarios, or, if no test \
             could notice it, its reason in .cargo/mutants.toml"
        ))
    })
}

/// cargo-mutants of our version, installed beside what is built.
fn program(places: &Places) -> Outcome<PathBuf> {
    let root = folder(places).join(VERSION);
    let program = root.join("bin/cargo-mutants");
    if program.is_file() {
        return Ok(program);
    }
    say(&format!(
        "installing cargo-mutants {VERSION} into {}",
        root.display()
    ));
    run(Toolchain::active()?
        .command("cargo")
        .args(["install", "cargo-mutants", "--locked", "--debug"])
        .args(["--version", VERSION, "--root"])
        .arg(&root))?;
    Ok(program)
}

fn folder(places: &Places) -> PathBuf {
    places.target().join("mutants")
}
