//! The oldest compiler that the crate promises to build with.

use std::process::Command;

use super::corpus;
use crate::failure::Outcome;
use crate::places::Places;
use crate::run::{find, run, say, text_of};
use crate::setup::Toolchain;

/// As `rust-version` in Cargo.toml has it, which is this program's too.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Builds with it, unless all other steps do so anyhow. Where there is no rustup to have it from, the
/// linter alone looks for what is newer.
pub(super) fn oldest(places: &Places) -> Outcome<()> {
    let active = text_of(Toolchain::active()?.command("rustc").arg("--version"))?;
    if is_of(&active, OLDEST) {
        say(&format!(
            "it is the compiler of every other step: {}",
            active.trim()
        ));
        return Ok(());
    }
    if find("rustup").is_none() {
        say(&format!(
            "there is no rustup to have Rust {OLDEST} from: not tried"
        ));
        return Ok(());
    }
    run(Command::new("rustup").args(["toolchain", "install", OLDEST, "--profile", "minimal"]))?;
    run(Command::new("rustup")
        .args([
            "run",
            OLDEST,
            "cargo",
            "check",
            "--package",
            "arrears-ledger",
        ])
        .args(["--features", corpus::FEATURES])
        .current_dir(places.root())
        .env_remove("RUSTC")
        .env("CARGO_TARGET_DIR", places.target().join("oldest")))
}

/// Whether `rustc 1.95.0 (59807616e 2026-04-14)` is of a version such as `1.95`.
fn is_of(printed: &str, version: &str) -> bool {
    let number = printed.strip_prefix("rustc ").unwrap_or_default();
    number
        .strip_prefix(version)
        .is_some_and(|rest| rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiler_is_known_by_its_first_two_numbers() {
        let printed = "rustc 1.95.0 (59807616e 2026-04-14)";
        assert!(is_of(printed, "1.95"));
        assert!(!is_of(printed, "1.9") && !is_of(printed, "1.96") && !is_of("clang 1.95", "1.95"));
    }
}
