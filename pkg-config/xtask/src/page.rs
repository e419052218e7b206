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

/// Builds all that a visitor downloads.
pub(crate) fn build(places: &Places) -> Outcome<()> {
    set_up(places)?;
    wasm::build(places, &wasm::FIRST)?;
    wasm::build(places, &wasm::OFFICE)?;
    say("bundling the page");
    run(setup::npm(places)
        .args(["run", "--silent", "build", "--"])
        .arg("--wasm")
        .arg(places.bindgen(wasm::FIRST.glue))
        .arg("--office")
        .arg(places.bindgen(wasm::OFFICE.glue))
        .arg("--out")
        .arg(places.page()))
}

/// Builds it, says how much it is, and refuses what is too much.
pub(crate) fn build_within_budget(places: &Places) -> Outcome<()> {
    build(places)?;
    sizes::check(places)
}
