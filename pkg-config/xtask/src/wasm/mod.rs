//! The crate as a WebAssembly module, with the JavaScript that speaks to it.

mod compile;
mod core;
mod floor;
mod glue;

use std::fs;
use std::path::PathBuf;

use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::say;
use crate::setup::{self, Toolchain};

/// The file that is shipped, and that everything else is told about.
pub(crate) const MODULE: &str = "arrears_ledger_bg.wasm";

/// Gets a compiler, and a standard library of our own to give it.
pub(crate) fn set_up(places: &Places) -> Outcome<(Toolchain, PathBuf)> {
    let toolchain = setup::for_wasm()?;
    let sysroot = setup::sysroot(places, &toolchain)?;
    Ok((toolchain, sysroot))
}

/// Compiles the module, writes its JavaScript, and proves that it asks nothing of a browser that
/// WebAssembly 1.0 does not promise.
pub(crate) fn build(places: &Places) -> Outcome<()> {
    let (toolchain, sysroot) = set_up(places)?;
    say("compiling the module");
    let compiled = compile::compile(places, &toolchain, &sysroot, &compile::BROWSER)?;
    glue::write(&compiled, &places.bindgen())?;
    let module = places.bindgen().join(MODULE);
    let bytes = fs::read(&module).while_doing(format_args!("reading {}", module.display()))?;
    floor::check(&bytes)
}

/// Compiles the module for other runtimes into `dist/`, and proves that it asks nothing of any.
pub(crate) fn build_core(places: &Places) -> Outcome<()> {
    let (toolchain, sysroot) = set_up(places)?;
    say("compiling the module without imports");
    let compiled = compile::compile(places, &toolchain, &sysroot, &compile::CORE)?;
    let bytes = fs::read(&compiled).while_doing(format_args!("reading {}", compiled.display()))?;
    let bytes = core::without_marks(&bytes)?;
    floor::check(&bytes)?;
    core::check(&bytes)?;
    let shipped = places.core();
    fs::create_dir_all(places.dist())
        .and_then(|()| fs::write(&shipped, bytes))
        .while_doing(format_args!("writing {}", shipped.display()))
}
