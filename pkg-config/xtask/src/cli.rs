//! The command line, built for the tests that run it.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::run;
use crate::setup::Toolchain;

/// Builds `arrears-ledger`, and returns the file.
pub(crate) fn build(places: &Places) -> Outcome<PathBuf> {
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args([
            "build",
            "--package",
            "arrears-ledger",
            "--bin",
            "arrears-ledger",
            "--features",
            "cli",
        ])
        .arg("--target-dir")
        .arg(places.target()))?;
    Ok(places.target().join("debug/arrears-ledger"))
}
