//! Crate to module: one call of cargo.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::run;
use crate::setup::{SMALL, Toolchain, renamed};

/// The target, in cargo's folders as on its command line.
const TARGET: &str = "wasm32-unknown-unknown";

/// One way of making the crate a module.
#[derive(Debug)]
pub(super) struct Kind {
    /// The crate's features.
    features: &'static str,
    /// Cargo's profile: its own, since what all kinds make has the same name.
    profile: &'static str,
    /// What the compiler is told beside what all modules are made with.
    flags: &'static [&'static str],
}

/// The module for browsers, with exports for JavaScript.
pub(super) const BROWSER: Kind = Kind {
    features: "wasm",
    profile: "module",
    // Loops as they are written: counted with several pointers they are quicker on paper, and the
    // module is two percent longer.
    flags: &["-Cllvm-args=-disable-lsr"],
};

/// The module without imports, for other runtimes. Its memory grows to 1 GiB and no further, and
/// where its stack lies first, what runs over it runs out of the memory and stops.
pub(super) const CORE: Kind = Kind {
    features: "core",
    profile: "core",
    flags: &[
        "-Clink-arg=--max-memory=1073741824",
        "-Clink-arg=--stack-first",
        "-Clink-arg=--strip-all",
    ],
};

/// Compiles the crate against the standard library of our own, and returns the file.
pub(super) fn compile(
    places: &Places,
    toolchain: &Toolchain,
    sysroot: &Path,
    kind: &Kind,
) -> Outcome<PathBuf> {
    run(toolchain
        .command("cargo")
        .current_dir(places.root())
        .args([
            "rustc",
            "--lib",
            "--package",
            "arrears-ledger",
            "--features",
            kind.features,
        ])
        .args([
            "--crate-type",
            "cdylib",
            "--profile",
            kind.profile,
            "--target",
            TARGET,
        ])
        .arg("--target-dir")
        .arg(places.wasm())
        .env("RUSTC_BOOTSTRAP", "1")
        .env(
            "CARGO_ENCODED_RUSTFLAGS",
            flags(places, toolchain, sysroot, kind)?.join("\x1f"),
        ))?;
    Ok(places
        .wasm()
        .join(TARGET)
        .join(kind.profile)
        .join("arrears_ledger.wasm"))
}

/// What the compiler is told: no instruction that came after WebAssembly 1.0, our own standard
/// library, a linker that is there, and no folder of this machine's in the module's messages.
fn flags(
    places: &Places,
    toolchain: &Toolchain,
    sysroot: &Path,
    kind: &Kind,
) -> Outcome<Vec<String>> {
    let mut flags = toolchain.without_folders()?;
    flags.extend(SMALL.map(str::to_owned));
    flags.extend([
        renamed(places.root(), "."),
        "-Ctarget-cpu=mvp".to_owned(),
        format!("--sysroot={}", sysroot.display()),
        format!("-Clinker={}", toolchain.linker()?.display()),
    ]);
    flags.extend(kind.flags.iter().copied().map(str::to_owned));
    Ok(flags)
}
