//! A module made smaller still, by what Binaryen knows that the compiler does not.

use std::path::Path;

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::run;
use crate::setup;

/// What is done to it: functions that are the same are one, nothing is kept that is never reached,
/// and the variables used most have the shortest numbers. What Binaryen would do besides makes a
/// module shorter, and longer as it is sent: measured with brotli.
const PASSES: [&str; 4] = [
    "--duplicate-function-elimination",
    "--dce",
    "--vacuum",
    "--reorder-locals",
];

/// Writes the smaller module in the place of the file.
pub(super) fn tighten(places: &Places, file: &Path) -> Outcome<()> {
    run(setup::npm(places)
        .args(["exec", "--no", "--", "wasm-opt", "--mvp-features"])
        .args(PASSES)
        .arg(file)
        .arg("--output")
        .arg(file))
}
