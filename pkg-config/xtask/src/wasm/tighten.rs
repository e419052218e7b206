//! A module made smaller still, by what Binaryen knows that the compiler does not.

use std::fs;
use std::path::Path;

use super::order;
use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::run;
use crate::setup;

/// What is done to it: functions that are the same are one, nothing is kept that is never reached,
/// what is written in a roundabout way is written plainly, and the variables used most have the
/// shortest numbers. What Binaryen would do besides makes a module shorter, and longer as it is sent:
/// each was tried with and without, and measured with brotli.
const PASSES: [&str; 12] = [
    "--duplicate-function-elimination",
    "--dce",
    "--dae",
    "--optimize-instructions",
    "--remove-unused-brs",
    "--merge-blocks",
    "--rse",
    "--precompute",
    "--vacuum",
    "--reorder-locals",
    // What the others leave has shorter forms again.
    "--optimize-instructions",
    "--vacuum",
];

/// What puts functions in the order of their names, and takes the names away.
const ORDER: [&str; 2] = ["--reorder-functions-by-name", "--strip-debug"];

/// Writes the smaller module in the place of the file.
pub(super) fn tighten(places: &Places, file: &Path) -> Outcome<()> {
    optimize(places, &PASSES, file)?;
    let bytes = fs::read(file).while_doing(format_args!("reading {}", file.display()))?;
    let named = order::named(&bytes)?;
    fs::write(file, named).while_doing(format_args!("writing {}", file.display()))?;
    optimize(places, &ORDER, file)
}

fn optimize(places: &Places, passes: &[&str], file: &Path) -> Outcome<()> {
    run(setup::npm(places)
        .args(["exec", "--no", "--", "wasm-opt", "--mvp-features"])
        .args(passes)
        .arg(file)
        .arg("--output")
        .arg(file))
}
