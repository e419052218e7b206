//! Debian's packages.

use std::process::Command;
use std::sync::Once;

use crate::failure::{Failure, Outcome};
use crate::run::{find, run, say, text_of};

/// Installs packages, for a reason that is told. Never at the price of a package that is there:
/// `rustc-web` would push a packaged `rustup` out.
pub(crate) fn install(packages: &[&str], reason: &str) -> Outcome<()> {
    let line = format!(
        "apt-get install --no-install-recommends {}",
        packages.join(" ")
    );
    if find("apt-get").is_none() {
        return Err(Failure::new(format!(
            "{reason} is missing and this system has no apt-get: install what Debian calls {}",
            packages.join(", ")
        )));
    }
    if !is_root()? {
        return Err(Failure::new(format!(
            "{reason} is missing and only root may install it: run `sudo {line}`"
        )));
    }
    say(&format!(
        "{reason} is missing: installing {} with apt-get",
        packages.join(", ")
    ));
    refresh();
    run(apt_get()
        .args(["install", "--yes", "--no-remove", "--no-install-recommends"])
        .args(packages))
    .map_err(|failure| {
        Failure::new(format!(
            "{reason} is missing and could not be installed ({failure}): try `{line}`"
        ))
    })
}

/// Whether every one of these packages is installed.
pub(crate) fn has(packages: &[&str]) -> bool {
    packages.iter().all(|package| {
        text_of(Command::new("dpkg-query").args([
            "--show",
            "--showformat=${db:Status-Status}",
            package,
        ]))
        .is_ok_and(|status| status == "installed")
    })
}

/// Fetches the lists of packages, once. One unreachable source among many is no reason to stop: the
/// package may well come from another, and if not, installing says so.
fn refresh() {
    static REFRESHED: Once = Once::new();
    REFRESHED.call_once(|| {
        if let Err(failure) = run(apt_get().arg("update")) {
            say(&format!(
                "{failure}; going on with the lists that are there"
            ));
        }
    });
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.args(["--quiet", "--option", "Dpkg::Use-Pty=0"]);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> Outcome<bool> {
    Ok(text_of(Command::new("id").arg("-u"))?.trim() == "0")
}
