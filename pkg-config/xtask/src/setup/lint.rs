//! The formatter and the linter.

use super::apt;
use super::rust::{Toolchain, add_component};
use crate::failure::Outcome;
use crate::run::say;

/// The programs that both come down to.
const PROGRAMS: [&str; 4] = ["cargo-fmt", "rustfmt", "cargo-clippy", "clippy-driver"];

/// The same in Debian, with the compiler that they belong to.
const DEBIAN: [&str; 4] = ["rustc-web", "cargo-web", "rustfmt-web", "rust-web-clippy"];

/// A toolchain with a formatter and a linter: the one that runs us where that can be had.
pub(crate) fn lint() -> Outcome<Toolchain> {
    let active = Toolchain::active()?;
    if is_complete(&active) {
        return Ok(active);
    }
    if apt::has(&DEBIAN) {
        return Ok(Toolchain::debian());
    }
    match add_component(&["rustfmt", "clippy"]) {
        Ok(()) => Ok(active),
        Err(failure) => {
            say(&format!("{failure}; taking Debian's"));
            apt::install(&DEBIAN, "rustfmt or clippy")?;
            Ok(Toolchain::debian())
        }
    }
}

fn is_complete(toolchain: &Toolchain) -> bool {
    PROGRAMS.iter().all(|program| toolchain.has(program))
}
