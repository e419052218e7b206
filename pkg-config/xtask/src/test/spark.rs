//! The job on Apache Spark. A step of its own: what it downloads is large.

use std::process::Command;

use super::hosts::{install_wheel, shelve};
use crate::failure::Outcome;
use crate::places::Places;
use crate::run::run;
use crate::{cli, setup, wasm};

const PACKAGES: [&str; 7] = [
    "pyspark",
    "pandas",
    "pyarrow",
    "wasmtime",
    "pytest",
    "setuptools",
    "wheel",
];

pub(super) fn set_up(places: &Places) -> Outcome<()> {
    wasm::set_up_core(places)?;
    setup::java()?;
    setup::python(places, &PACKAGES).map(drop)
}

/// Runs the job on two local workers, and compares it with the command line.
pub(super) fn spark(places: &Places) -> Outcome<()> {
    let python = setup::python(places, &PACKAGES)?;
    shelve(places)?;
    install_wheel(places, &python)?;
    run(Command::new(python)
        .current_dir(places.root().join("examples/spark"))
        .args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"])
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("ARREARS_CLI", cli::build(places)?))
}
