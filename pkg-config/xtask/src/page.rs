//! Module and TypeScript to the page that is shipped.

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::{run, say};
use crate::{setup, sizes, wasm};

/// Gets everything that building takes.
pub(crate) fn set_up(places: &Places) -> Outcome<()> {
    setup::page(places)?;
    wasm::set_up(places).map(drop)
}

/// Builds all that a visitor downloads, and says how much it is.
pub(crate) fn build(places: &Places) -> Outcome<()> {
    setup::page(places)?;
    wasm::build(places)?;
    say("bundling the page");
    run(setup::npm(places)
        .args(["run", "--silent", "build", "--"])
        .arg("--wasm")
        .arg(places.bindgen())
        .arg("--out")
        .arg(places.page()))?;
    sizes::check(places)
}
