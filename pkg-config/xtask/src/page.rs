//! Module and TypeScript to the page that is shipped, and to the package for portals.

use std::path::Path;

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::{run, say};
use crate::{setup, sizes, wasm};

/// Gets everything that building takes.
pub(crate) fn set_up(places: &Places) -> Outcome<()> {
    setup::page(places)?;
    wasm::set_up(places)
}

/// Builds all that a visitor downloads, from us or from a portal.
pub(crate) fn build(places: &Places) -> Outcome<()> {
    set_up(places)?;
    for module in [&wasm::FIRST, &wasm::QUICK, &wasm::OFFICE] {
        wasm::build(places, module)?;
    }
    wasm::check_quick(places)?;
    say("bundling the page");
    bundle(places, "build", &places.page())?;
    say("bundling the package for portals");
    bundle(places, "build:package", &places.package())
}

/// Runs a script of the page's that bundles the modules into a folder.
fn bundle(places: &Places, script: &str, out: &Path) -> Outcome<()> {
    run(setup::npm(places)
        .args(["run", "--silent", script, "--"])
        .arg("--wasm")
        .arg(places.bindgen(wasm::FIRST.glue))
        .arg("--quick")
        .arg(places.bindgen(wasm::QUICK.glue))
        .arg("--office")
        .arg(places.bindgen(wasm::OFFICE.glue))
        .arg("--out")
        .arg(out))
}

/// Builds it, says how much it is, and refuses what is too much.
pub(crate) fn build_within_budget(places: &Places) -> Outcome<()> {
    build(places)?;
    sizes::check(places)
}
