//! The crate as a WebAssembly module, with the JavaScript that speaks to it.

mod compile;
mod floor;
mod glue;

use std::fs;
use std::path::PathBuf;

use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::say;
use crate::setup::{self, Toolchain};

/// One module of the page.
#[derive(Debug)]
pub(crate) struct Module {
    /// The cargo feature with its exports.
    feature: &'static str,
    /// The cargo profile.
    profile: &'static str,
    /// What its JavaScript is called.
    pub(crate) glue: &'static str,
    /// The file that is shipped.
    pub(crate) file: &'static str,
}

/// What typing and checking need.
pub(crate) const FIRST: Module = Module {
    feature: "wasm",
    profile: "module",
    glue: "arrears_ledger",
    file: "arrears_ledger_bg.wasm",
};

/// The whole crate, loaded when somebody asks for what it does.
pub(crate) const OFFICE: Module = Module {
    feature: "office",
    profile: "office",
    glue: "arrears_ledger_office",
    file: "arrears_ledger_office_bg.wasm",
};

/// Gets a compiler, and a standard library of our own to give it.
pub(crate) fn set_up(places: &Places) -> Outcome<(Toolchain, PathBuf)> {
    let toolchain = setup::for_wasm()?;
    let sysroot = setup::sysroot(places, &toolchain)?;
    Ok((toolchain, sysroot))
}

/// Compiles a module, writes its JavaScript, and proves that it asks nothing of a browser that
/// WebAssembly 1.0 does not promise.
pub(crate) fn build(places: &Places, module: &Module) -> Outcome<()> {
    let (toolchain, sysroot) = set_up(places)?;
    say(&format!("compiling {}", module.file));
    let compiled = compile::compile(places, &toolchain, &sysroot, module)?;
    let folder = places.bindgen(module.glue);
    glue::write(&compiled, module.glue, &folder)?;
    let file = folder.join(module.file);
    let bytes = fs::read(&file).while_doing(format_args!("reading {}", file.display()))?;
    floor::check(&bytes)
}
