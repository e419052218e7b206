//! What measuring takes, made when it is first asked for: programs, modules, files, peers.

use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::{run, say, text_of};
use crate::setup::{self, Toolchain};
use crate::{page, wasm};

/// How the programs that measure are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// As they are shipped.
    Shipped,
    /// In half a minute: what is held then does not depend on the last tenth.
    Short,
}

impl Build {
    /// The profile; it is the folder's name too.
    const fn profile(self) -> &'static str {
        match self {
            Self::Shipped => "release",
            Self::Short => "short",
        }
    }
}

/// Everything is made once, however many measures ask.
#[derive(Debug)]
pub(crate) struct Kit<'a> {
    pub(super) places: &'a Places,
    build: Build,
    programs: OnceCell<()>,
    inputs: OnceCell<PathBuf>,
    page: OnceCell<()>,
    core: OnceCell<()>,
    peers: OnceCell<PathBuf>,
}

impl<'a> Kit<'a> {
    pub(crate) fn of(places: &'a Places, build: Build) -> Self {
        Self {
            places,
            build,
            programs: OnceCell::new(),
            inputs: OnceCell::new(),
            page: OnceCell::new(),
            core: OnceCell::new(),
            peers: OnceCell::new(),
        }
    }

    /// One of the programs that measure natively.
    pub(super) fn program(&self, name: &str) -> Outcome<PathBuf> {
        made(&self.programs, || self.compile())?;
        let folder = self.places.target().join(self.build.profile());
        Ok(folder.join("examples").join(name))
    }

    fn compile(&self) -> Outcome<()> {
        say("compiling what measures");
        let mut cargo = Toolchain::active()?.command("cargo");
        cargo
            .current_dir(self.places.root())
            .args(["build", "--quiet", "--package", "arrears-ledger"])
            .args(["--profile", self.build.profile(), "--target-dir"])
            .arg(self.places.target());
        for name in ["bench_check", "bench_session", "bench_collect"] {
            cargo.args(["--example", name]);
        }
        run(&mut cargo)
    }

    /// The command line as it is shipped.
    pub(super) fn command_line(&self) -> Outcome<PathBuf> {
        say("compiling the command line");
        run(Toolchain::active()?
            .command("cargo")
            .current_dir(self.places.root())
            .args(["build", "--quiet", "--package", "arrears-ledger"])
            .args(["--bin", "arrears-ledger", "--features", "cli"])
            .args(["--profile", self.build.profile(), "--target-dir"])
            .arg(self.places.target()))?;
        let folder = self.places.target().join(self.build.profile());
        Ok(folder.join("arrears-ledger"))
    }

    /// The files that are measured.
    pub(super) fn inputs(&self) -> Outcome<&Path> {
        let folder = made(&self.inputs, || {
            let folder = fresh(self.places, "bench-inputs")?;
            let program = self.program("bench_check")?;
            say("writing the files that are measured");
            text_of(Command::new(program).arg("write").arg(&folder))?;
            Ok(folder)
        })?;
        Ok(folder)
    }

    /// The page and its modules.
    pub(super) fn page(&self) -> Outcome<()> {
        made(&self.page, || page::build(self.places)).copied()
    }

    /// The module without imports.
    pub(super) fn core(&self) -> Outcome<PathBuf> {
        made(&self.core, || wasm::build_core(self.places))?;
        Ok(self.places.core())
    }

    /// The folder of the packages others would take.
    pub(super) fn peers(&self) -> Outcome<&Path> {
        Ok(made(&self.peers, || setup::peers(self.places))?)
    }

    /// A script of this folder in Node.js, told where everything is.
    pub(super) fn script(&self, name: &str) -> Outcome<Command> {
        let mut node = Command::new("node");
        node.arg(here(self.places).join(name))
            .env("BENCH_CORE", self.core()?)
            .env("BENCH_PAGE", self.places.bindgen(wasm::FIRST.glue))
            .env("BENCH_OFFICE", self.places.bindgen(wasm::OFFICE.glue))
            .env("BENCH_CAMPAIGN", campaign(self.places))
            .env("BENCH_INPUTS", self.inputs()?)
            .env("BENCH_NODE", self.places.root().join("pkg-config/node"))
            .env("BENCH_PEERS", self.peers()?);
        Ok(node)
    }

    /// `check.mjs` with these words.
    pub(super) fn check(&self, words: &[&str]) -> Outcome<Command> {
        let mut node = self.script("check.mjs")?;
        node.args(words);
        Ok(node)
    }

    /// `bench_check` on one of the files, so many times.
    pub(super) fn native(&self, what: &str, file: &str, times: &str) -> Outcome<Command> {
        let mut program = Command::new(self.program("bench_check")?);
        let file = self.inputs()?.join(format!("{file}.json"));
        program.arg(what).arg(file);
        if !times.is_empty() {
            program.arg(times);
        }
        Ok(program)
    }

    /// A script in Chromium, the first and the quick module beside it: `chromium.mjs` runs it.
    pub(super) fn chromium(&self, script: &str, inputs: &Path) -> Outcome<Command> {
        setup::page(self.places)?;
        let (variable, chromium) = setup::chromium()?;
        let mut node = Command::new("node");
        node.arg(here(self.places).join("chromium.mjs"))
            .arg(self.places.bindgen(wasm::FIRST.glue))
            .arg(self.places.bindgen(wasm::QUICK.glue))
            .arg(inputs)
            .arg(campaign(self.places))
            .arg(self.places.www())
            .arg(script)
            .env(variable, chromium);
        Ok(node)
    }
}

/// The folder of the scripts.
pub(super) fn here(places: &Places) -> PathBuf {
    places.root().join("pkg-config/xtask/src/bench")
}

/// The campaign everything is checked against.
pub(super) fn campaign(places: &Places) -> PathBuf {
    places.root().join("src/campaign/yexian_2022.json")
}

/// An empty folder of this name beside what is built.
pub(super) fn fresh(places: &Places, name: &str) -> Outcome<PathBuf> {
    let folder = places.target().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).while_doing(format_args!("removing {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).while_doing(format_args!("making {}", folder.display()))?;
    Ok(folder)
}

/// What is in the cell, made first where nothing is.
fn made<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Outcome<T>) -> Outcome<&T> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let new = make()?;
    Ok(cell.get_or_init(|| new))
}
