//! The receiving service of `examples/receiving`: a workspace of its own, so the other steps do not
//! see it.

use std::process::Command;

use crate::failure::Outcome;
use crate::places::Places;
use crate::run::run;
use crate::setup;

/// Looks its sources over, and tests it over real HTTP.
pub(super) fn service(places: &Places) -> Outcome<()> {
    let toolchain = setup::lint()?;
    let cargo = |program: &str| -> Command {
        let mut cargo = toolchain.command(program);
        cargo.current_dir(places.root().join("examples/receiving"));
        // Nobody steps through it, and without it the build is half as large.
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
        cargo.env("CARGO_TARGET_DIR", places.target().join("service"));
        cargo
    };
    run(cargo("cargo-fmt").args(["fmt", "--check"]))?;
    run(cargo("cargo-clippy")
        .args(["clippy", "--locked", "--all-targets"])
        .args(["--", "--deny", "warnings"]))?;
    run(cargo("cargo").args(["test", "--locked", "--no-fail-fast"]))
}
