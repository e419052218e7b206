//! Node.js, npm, and the packages of the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::version::major;
use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::{find, run, say, text_of};

/// The oldest Node.js that the page's tools run on.
const NODE_FLOOR: u32 = 18;

/// npm, ready to be told what to do with the page's sources.
pub(crate) fn npm(places: &Places) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(places.www());
    command
}

/// Node.js is new enough, and the packages that the page's lock file names are installed.
pub(crate) fn page(places: &Places) -> Outcome<()> {
    packages(&places.www(), "the page's packages")
}

/// The packages that others would take in our place, in a folder of their own; returns it. Nothing
/// but measuring knows them.
pub(crate) fn peers(places: &Places) -> Outcome<PathBuf> {
    let named = places.root().join("pkg-config/xtask/src/bench/peers");
    let folder = places.target().join("bench-peers");
    fs::create_dir_all(&folder).while_doing(format_args!("making {}", folder.display()))?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(named.join(file), folder.join(file))
            .while_doing(format_args!("copying {file}"))?;
    }
    packages(&folder, "what is measured beside ours")?;
    Ok(folder)
}

/// What a folder's lock file names is installed in it.
fn packages(folder: &Path, what: &str) -> Outcome<()> {
    check_node()?;
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read(&lock_file).while_doing(format_args!("reading {}", lock_file.display()))?;
    // A copy of the lock file, put down when all was installed by it; it goes when the packages go.
    let packages = folder.join("node_modules");
    let stamp = packages.join(".xtask-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say(&format!(
        "installing {what} with npm, as {} names them",
        lock_file.display()
    ));
    run(Command::new("npm")
        .current_dir(folder)
        .args(["ci", "--no-fund", "--no-audit"]))?;
    // Where the lock file names no package, npm makes no folder.
    fs::create_dir_all(&packages)
        .and_then(|()| fs::write(&stamp, lock))
        .while_doing(format_args!("writing {}", stamp.display()))
}

fn check_node() -> Outcome<()> {
    let install = format!(
        "install Node.js {NODE_FLOOR} or newer with npm (Debian: apt-get install nodejs npm)"
    );
    if find("node").is_none() {
        return Err(Failure::new(format!("Node.js is missing: {install}")));
    }
    if find("npm").is_none() {
        return Err(Failure::new(format!("npm is missing: {install}")));
    }
    let printed = text_of(Command::new("node").arg("--version"))?;
    match major(&printed) {
        Some(version) if version >= NODE_FLOOR => Ok(()),
        _ => Err(Failure::new(format!(
            "Node.js is {}, which is too old: {install}",
            printed.trim()
        ))),
    }
}
