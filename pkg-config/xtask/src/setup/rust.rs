//! A Rust compiler that can make the module: the one that runs us, or Debian's.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::failure::{Failure, Outcome, While};
use crate::run::{find, run, say, text_of};

/// The environment variable that forces a road.
const ROAD: &str = "XTASK_RUST";

/// What stands for folders of the machine that builds in messages inside the module: they are
/// nobody's business, and would make every build differ.
const SOURCE_NAME: &str = "/rustc";
const DEPENDENCIES_NAME: &str = "/cargo";

/// Debian's compiler, its cargo, the source of the standard library and a linker of the same LLVM.
const DEBIAN: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// A folder with `cargo`, `rustc` and their like in it, all of one version.
#[derive(Debug)]
pub(crate) struct Toolchain {
    bin: PathBuf,
    active: bool,
}

/// The compiler for the module, with the source of its standard library in place.
///
/// A standard library that was compiled beforehand, as rustup hands it out for
/// `wasm32-unknown-unknown`, has instructions in it that the browsers on officials' desks do not
/// know; so its source is needed, from rustup or from Debian.
pub(crate) fn for_wasm() -> Outcome<Toolchain> {
    match env::var(ROAD).as_deref() {
        Ok("rustup") => Toolchain::active_with_source(),
        Ok("debian") => Toolchain::debian_with_source(),
        Ok(other) => Err(Failure::new(format!(
            "{ROAD} is `rustup` or `debian`, not `{other}`"
        ))),
        Err(_) => whichever(),
    }
}

/// What is there comes before what would have to be fetched, so that a road once found closed is
/// not tried again by every run.
fn whichever() -> Outcome<Toolchain> {
    let active = Toolchain::active()?;
    if active.has_source() && active.linker().is_ok() {
        return Ok(active);
    }
    if apt::has(&DEBIAN) {
        return Toolchain::debian_with_source();
    }
    Toolchain::active_with_source().or_else(|failure| {
        say(&format!(
            "{failure}; taking Debian's compiler for the module"
        ));
        Toolchain::debian_with_source()
    })
}

impl Toolchain {
    /// The toolchain whose cargo runs us. Cargo says so itself, past any wrapper on the path.
    pub(crate) fn active() -> Outcome<Self> {
        let cargo = env::var_os("CARGO")
            .map(PathBuf::from)
            .or_else(|| find("cargo"));
        let bin = cargo.as_deref().and_then(Path::parent);
        let bin = bin
            .ok_or_else(|| Failure::new("cargo is missing: install Rust from https://rustup.rs"))?;
        Ok(Self {
            bin: bin.to_path_buf(),
            active: true,
        })
    }

    /// Debian's toolchain, present or not.
    pub(crate) fn debian() -> Self {
        Self {
            bin: "/usr/bin".into(),
            active: false,
        }
    }

    /// One of the toolchain's programs, with all others of the same toolchain in its reach.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.bin.join(program));
        command
            .env("PATH", self.search_path())
            .env("CARGO", self.bin.join("cargo"))
            .env("RUSTC", self.bin.join("rustc"))
            .env_remove("CARGO_BUILD_TARGET");
        if !self.active {
            // Both were set for the toolchain that runs us, and would mislead this one.
            command
                .env_remove("RUSTUP_TOOLCHAIN")
                .env_remove("LD_LIBRARY_PATH");
        }
        command
    }

    /// Whether a program is part of the toolchain as it is installed.
    pub(super) fn has(&self, program: &str) -> bool {
        self.bin.join(program).is_file()
    }

    /// The compiler's version line.
    pub(super) fn version(&self) -> Outcome<String> {
        text_of(self.command("rustc").arg("--version"))
    }

    /// The compiler's arguments that leave this machine's folders out of what it makes.
    pub(crate) fn without_folders(&self) -> Outcome<Vec<String>> {
        let source = self.source()?;
        let real = source
            .canonicalize()
            .while_doing(format_args!("looking for {}", source.display()))?;
        let mut flags = vec![renamed(&source, SOURCE_NAME), renamed(&real, SOURCE_NAME)];
        flags.extend(cargo_home().map(|home| renamed(&home, DEPENDENCIES_NAME)));
        Ok(flags)
    }

    /// The folder of the standard library's source, as the compiler knows it.
    fn source(&self) -> Outcome<PathBuf> {
        Ok(self.sysroot()?.join("lib/rustlib/src/rust"))
    }

    /// The linker: the toolchain's own, or LLVM's under one of the names Debian gives it.
    pub(crate) fn linker(&self) -> Outcome<PathBuf> {
        let bundled = self
            .sysroot()?
            .join("lib/rustlib")
            .join(self.host()?)
            .join("bin/rust-lld");
        if bundled.is_file() {
            return Ok(bundled);
        }
        let names = (19..30).rev().map(|version| format!("wasm-ld-{version}"));
        names
            .chain(["wasm-ld".to_owned()])
            .find_map(|name| find(&name))
            .ok_or_else(|| Failure::new("no linker for WebAssembly: install Debian's lld-22"))
    }

    fn sysroot(&self) -> Outcome<PathBuf> {
        Ok(text_of(self.command("rustc").args(["--print", "sysroot"]))?
            .trim()
            .into())
    }

    fn host(&self) -> Outcome<String> {
        let lines = text_of(self.command("rustc").arg("-vV"))?;
        let host = lines.lines().find_map(|line| line.strip_prefix("host: "));
        host.map(str::to_owned)
            .ok_or_else(|| Failure::new("rustc does not say which system it is for"))
    }

    fn search_path(&self) -> OsString {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.bin.clone()).chain(env::split_paths(&path));
        env::join_paths(folders).unwrap_or(path)
    }

    fn has_source(&self) -> bool {
        self.source()
            .is_ok_and(|source| source.join("library/Cargo.lock").is_file())
    }

    fn active_with_source() -> Outcome<Self> {
        let toolchain = Self::active()?;
        if !toolchain.has_source() {
            add_component(&["rust-src"])?;
        }
        toolchain.linker()?;
        toolchain.has_source().then_some(toolchain).ok_or_else(|| {
            Failure::new("rustup did not put the standard library's source in place")
        })
    }

    fn debian_with_source() -> Outcome<Self> {
        let toolchain = Self::debian();
        if !apt::has(&DEBIAN) {
            apt::install(
                &DEBIAN,
                "a Rust compiler with the source of its standard library",
            )?;
        }
        toolchain.has_source().then_some(toolchain).ok_or_else(|| {
            Failure::new(
                "Debian's rust-web-src is not of the version of its rustc-web: upgrade both",
            )
        })
    }
}

/// The compiler's argument that calls a folder something else.
pub(crate) fn renamed(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}

/// Where cargo keeps the sources of dependencies.
fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")))
}

/// Has rustup add components to the toolchain that runs us.
pub(super) fn add_component(components: &[&str]) -> Outcome<()> {
    let rustup = find("rustup").ok_or_else(|| Failure::new("rustup is not there"))?;
    say(&format!("adding {} with rustup", components.join(", ")));
    run(Command::new(rustup)
        .args(["component", "add"])
        .args(components))
    .while_doing(format_args!("rustup cannot add {}", components.join(", ")))
}
