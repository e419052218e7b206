//! Crate to module: one call of cargo.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::run;
use crate::setup::{self, Library, SMALL, Toolchain, renamed};

/// The target, in cargo's folders as on its command line.
const TARGET: &str = "wasm32-unknown-unknown";

/// How the crate is made a module.
#[derive(Debug)]
pub(super) struct Recipe {
    /// The cargo feature with its exports.
    pub(super) feature: &'static str,
    /// The cargo profile: its own, since what all recipes make has the same name.
    pub(super) profile: &'static str,
    /// The standard library it is compiled against.
    pub(super) library: Library,
    /// What the compiler is told beside what all modules are made with.
    pub(super) flags: &'static [&'static str],
}

impl Recipe {
    /// Gets a compiler, and a standard library of our own to give it.
    pub(super) fn set_up(&self, places: &Places) -> Outcome<(Toolchain, PathBuf)> {
        let toolchain = setup::for_wasm()?;
        let sysroot = setup::sysroot(places, &toolchain, self.library)?;
        Ok((toolchain, sysroot))
    }
}

/// Compiles the crate against the standard library of our own, and returns the file.
pub(super) fn compile(places: &Places, recipe: &Recipe) -> Outcome<PathBuf> {
    let (toolchain, sysroot) = recipe.set_up(places)?;
    run(toolchain
        .command("cargo")
        .current_dir(places.root())
        .args([
            "rustc",
            "--lib",
            "--package",
            "arrears-ledger",
            "--features",
            recipe.feature,
        ])
        .args([
            "--crate-type",
            "cdylib",
            "--profile",
            recipe.profile,
            "--target",
            TARGET,
        ])
        .arg("--target-dir")
        .arg(places.wasm())
        .env("RUSTC_BOOTSTRAP", "1")
        .env(
            "CARGO_ENCODED_RUSTFLAGS",
            flags(places, &toolchain, &sysroot, recipe)?.join("\x1f"),
        ))?;
    Ok(places
        .wasm()
        .join(TARGET)
        .join(recipe.profile)
        .join("arrears_ledger.wasm"))
}

/// What the compiler is told: no instruction that came after WebAssembly 1.0, our own standard
/// library, a linker that is there, and no folder of this machine's in the module's messages.
fn flags(
    places: &Places,
    toolchain: &Toolchain,
    sysroot: &Path,
    recipe: &Recipe,
) -> Outcome<Vec<String>> {
    let mut flags = toolchain.without_folders()?;
    flags.extend(SMALL.map(str::to_owned));
    flags.extend([
        renamed(places.root(), "."),
        "-Ctarget-cpu=mvp".to_owned(),
        format!("--sysroot={}", sysroot.display()),
        format!("-Clinker={}", toolchain.linker()?.display()),
    ]);
    flags.extend(recipe.flags.iter().copied().map(str::to_owned));
    Ok(flags)
}
