//! The standard library, compiled once for WebAssembly 1.0.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use super::rust::Toolchain;
use super::version::slug;
use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::{run, say};

/// The target's name, in cargo's folders and the compiler's.
const TARGET: &str = "wasm32-unknown-unknown";

/// A package with nothing in it, but for the line that says what comes first: to build it is to
/// build the standard library.
const SEED: &str = r#"[package]
name = "std-seed"
version = "0.0.0"
edition = "2024"

[workspace]

[profile.release]
panic = "abort"
codegen-units = 1
"#;

/// What comes first in a standard library.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Library {
    /// Its length, for what a browser downloads.
    Small,
    /// Its speed, for what lies on a server: it sorts otherwise, and takes more than a byte at once.
    Quick,
}

impl Library {
    /// The last line of the package with nothing in it.
    fn level(self) -> &'static str {
        match self {
            Self::Small => "opt-level = \"z\"\n",
            Self::Quick => "opt-level = 3\n",
        }
    }

    /// How its own sources are chosen.
    fn features(self) -> &'static str {
        match self {
            Self::Small => "-Zbuild-std-features=optimize_for_size",
            Self::Quick => "-Zbuild-std-features=",
        }
    }
}

/// What makes the module smaller: a panic, which the crate's lints keep out, stops the module where
/// it stands instead of carrying the words and the code to print them. The compiler calls these
/// options unstable; `RUSTC_BOOTSTRAP` opens them.
pub(crate) const SMALL: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// What cargo is told besides. `build-std` is not stable either.
const ARGUMENTS: [&str; 7] = [
    "build",
    "--release",
    "--target",
    TARGET,
    "--target-dir",
    "target",
    "-Zbuild-std=std,panic_abort",
];

/// The folder to give the compiler as `--sysroot`. Made by the first call for each compiler and
/// each way of building; that it is there is the sign that it is whole, since it is moved into
/// place when done.
pub(crate) fn sysroot(
    places: &Places,
    toolchain: &Toolchain,
    library: Library,
) -> Outcome<PathBuf> {
    let flags = flags(toolchain)?;
    let shelf = places.target().join("wasm-sysroot");
    let sysroot = shelf.join(name(&toolchain.version()?, library, &flags));
    if sysroot.is_dir() {
        return Ok(sysroot);
    }
    say(
        "building Rust's standard library for WebAssembly 1.0 (once for each compiler, half a minute)",
    );
    let seed = shelf.join(format!("seed-{}", process::id()));
    remove(&seed)?;
    plant(&seed, library)?;
    run(toolchain
        .command("cargo")
        .current_dir(&seed)
        .args(ARGUMENTS)
        .arg(library.features())
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", &flags))?;
    harvest(&seed, &sysroot)?;
    remove(&seed)?;
    Ok(sysroot)
}

/// The folder's name: the compiler's version, and a number that changes with the way of building.
/// Cargo sees by the name that what was compiled against another folder has to be compiled again.
fn name(version: &str, library: Library, flags: &str) -> String {
    let mut hasher = DefaultHasher::new();
    let own = (library.level(), library.features());
    (SEED, ARGUMENTS, own, flags).hash(&mut hasher);
    format!("{}-{:016x}", slug(version), hasher.finish())
}

/// What the compiler is told, in cargo's encoding.
fn flags(toolchain: &Toolchain) -> Outcome<String> {
    let mut flags = toolchain.without_folders()?;
    flags.push("-Ctarget-cpu=mvp".to_owned());
    // Without it the crate could not be optimised together with the standard library.
    flags.push("-Cembed-bitcode=yes".to_owned());
    // WebAssembly reads and writes words at any address; copying need not go around that.
    flags.extend(["--cfg", "feature=\"mem-unaligned\""].map(str::to_owned));
    flags.extend(SMALL.map(str::to_owned));
    Ok(flags.join("\x1f"))
}

/// Writes the package with nothing in it.
fn plant(seed: &Path, library: Library) -> Outcome<()> {
    let source = seed.join("src");
    fs::create_dir_all(&source)
        .and_then(|()| fs::write(source.join("lib.rs"), ""))
        .and_then(|()| {
            fs::write(
                seed.join("Cargo.toml"),
                format!("{SEED}{}", library.level()),
            )
        })
        .while_doing(format_args!("writing {}", seed.display()))
}

/// Moves the libraries to where the compiler looks for them.
fn harvest(seed: &Path, sysroot: &Path) -> Outcome<()> {
    let ready = seed.join("sysroot");
    let shelf = ready.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&shelf).while_doing(format_args!("making {}", shelf.display()))?;
    let libraries = libraries(&seed.join("target").join(TARGET).join("release"))?;
    if libraries.is_empty() {
        return Err(Failure::new(
            "cargo built the standard library where it was not looked for",
        ));
    }
    for library in libraries {
        let name = library.file_name().unwrap_or_default();
        fs::rename(&library, shelf.join(name))
            .while_doing(format_args!("moving {}", library.display()))?;
    }
    match fs::rename(&ready, sysroot) {
        // Somebody else, building in the same folder, was first.
        Err(_) if sysroot.is_dir() => Ok(()),
        moved => moved.while_doing(format_args!("moving {}", sysroot.display())),
    }
}

/// The libraries below a folder, but for the empty package's own. Which folder each of them is in
/// is cargo's affair, and changes.
fn libraries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut libraries = Vec::new();
    let looking = format!("looking into {}", folder.display());
    for entry in fs::read_dir(folder).while_doing(&looking)? {
        let path = entry.while_doing(&looking)?.path();
        if path.is_dir() {
            libraries.extend(self::libraries(&path)?);
        } else if is_library(&path) {
            libraries.push(path);
        }
    }
    Ok(libraries)
}

fn is_library(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.extension().is_some_and(|end| end == "rlib") && !name.starts_with("libstd_seed")
}

/// Removes what is left of a folder, where something is.
fn remove(folder: &Path) -> Outcome<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed.while_doing(format_args!("removing {}", folder.display())),
    }
}
