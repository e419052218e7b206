//! The corpus every face answers alike, as `tests/faces.rs` writes it.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::{run, say};
use crate::setup::Toolchain;

/// The features all of the crate's tests are built with, so that they are built once.
pub(crate) const FEATURES: &str = "cli,capi,seal";

/// Writes the corpus with the library's answers, and returns the file.
pub(crate) fn write(places: &Places) -> Outcome<PathBuf> {
    say("writing the corpus with the library's answers");
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args(["test", "--quiet", "--package", "arrears-ledger"])
        .args(["--features", FEATURES, "--test", "faces"])
        .arg("the_library_answers_the_corpus_as_is_kept"))?;
    Ok(places.target().join("tmp/corpus.tsv"))
}
