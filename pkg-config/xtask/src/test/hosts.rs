//! The packages that host the module without imports, each with the tests of its own people's kind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::corpus;
use crate::failure::{Failure, Outcome, While};
use crate::places::{CORE, Places};
use crate::run::{run, say};
use crate::{fuzz, setup, wasm};

/// Where each package keeps the module, from `pkg-config`.
const SHELVES: [&str; 4] = [
    "node",
    "python/src/arrears_ledger",
    "go",
    "java/src/main/wasm",
];

/// What the tests of the Python package take.
const PYTHON: [&str; 5] = ["wasmtime", "pytest", "mypy", "setuptools", "wheel"];

/// The variable that tells the tests where the corpus is.
const CORPUS: &str = "ARREARS_CORPUS";

pub(super) fn set_up(places: &Places) -> Outcome<()> {
    wasm::set_up_core(places)?;
    setup::java()?;
    setup::python(places, &PYTHON)?;
    setup::go(places).map(drop)
}

/// Builds the module, hands it to every package, and runs the tests of each.
pub(super) fn hosts(places: &Places) -> Outcome<()> {
    shelve(places)?;
    let corpus = corpus::write(places)?;
    say("Node.js");
    run(Command::new("node")
        .current_dir(folder(places, "node"))
        .args(["--test", "test/ledger.test.mjs", "test/parity.test.mjs"])
        .env(CORPUS, &corpus))?;
    fuzz::side_by_side(places, fuzz::Options::IN_TESTS)?;
    say("Go");
    run(Command::new(setup::go(places)?)
        .current_dir(folder(places, "go"))
        .args(["test", "-count=1", "./..."])
        .env(CORPUS, &corpus))?;
    say("Python");
    python(places, &corpus)?;
    say("Java");
    run(Command::new("mvn")
        .current_dir(folder(places, "java"))
        .args(["--batch-mode", "--no-transfer-progress", "test"])
        .env(CORPUS, &corpus))
}

/// Builds the module and puts it where each package keeps it.
pub(crate) fn shelve(places: &Places) -> Outcome<()> {
    wasm::build_core(places)?;
    for shelf in SHELVES {
        let folder = folder(places, shelf);
        fs::create_dir_all(&folder).while_doing(format_args!("making {}", folder.display()))?;
        let file = folder.join(CORE);
        fs::copy(places.core(), &file).while_doing(format_args!("writing {}", file.display()))?;
    }
    Ok(())
}

fn folder(places: &Places, name: &str) -> PathBuf {
    places.root().join("pkg-config").join(name)
}

/// The tests run on the wheel as it is installed, not on the sources.
fn python(places: &Places, corpus: &Path) -> Outcome<()> {
    let python = setup::python(places, &PYTHON)?;
    install_wheel(places, &python)?;
    run(Command::new(python)
        .current_dir(folder(places, "python"))
        .args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"])
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env(CORPUS, corpus))
}

/// Builds the wheel and installs it.
pub(crate) fn install_wheel(places: &Places, python: &Path) -> Outcome<()> {
    let wheels = places.target().join("wheels");
    // Built in a copy: the builder leaves folders beside what it builds.
    let copy = wheels.join("source");
    if wheels.exists() {
        fs::remove_dir_all(&wheels).while_doing(format_args!("removing {}", wheels.display()))?;
    }
    fs::create_dir_all(&wheels).while_doing(format_args!("making {}", wheels.display()))?;
    run(Command::new("cp")
        .arg("-R")
        .arg(folder(places, "python"))
        .arg(&copy))?;
    let pip = || {
        let mut pip = Command::new(python);
        pip.args(["-m", "pip", "--quiet"]);
        pip
    };
    run(pip()
        .args(["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir"])
        .arg(&wheels)
        .arg(&copy))?;
    let entries =
        fs::read_dir(&wheels).while_doing(format_args!("reading {}", wheels.display()))?;
    let is_wheel = |path: &PathBuf| path.extension().is_some_and(|end| end == "whl");
    let wheel = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(is_wheel)
        .ok_or_else(|| Failure::new("pip made no wheel"))?;
    run(pip()
        .args(["install", "--no-deps", "--force-reinstall"])
        .arg(wheel))
}
