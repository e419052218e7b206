//! The steps: what each one is called, what it wants to be there, what it runs.

use std::env;
use std::fs;
use std::process::Command;

use super::{corpus, hosts, native, oldest, readme, service, spark};
use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::run;
use crate::setup::Toolchain;
use crate::{bench, cli, page, setup};

/// One thing that has to be true.
#[derive(Debug)]
pub(crate) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    /// The step whose work this one looks at.
    pub(super) needs: Option<&'static str>,
    /// Run only where it is named: it wants more than a machine has anyhow.
    pub(super) only_named: bool,
    pub(super) set_up: fn(&Places) -> Outcome<()>,
    pub(super) run: fn(&Places) -> Outcome<()>,
}

/// In the order of how soon they tell.
pub(super) const STEPS: [Step; 16] = [
    Step {
        name: "fmt",
        what: "the Rust sources are formatted",
        needs: None,
        only_named: false,
        set_up: |_| setup::lint().map(drop),
        run: fmt,
    },
    Step {
        name: "clippy",
        what: "the linter has nothing to say",
        needs: None,
        only_named: false,
        set_up: |_| setup::lint().map(drop),
        run: clippy,
    },
    Step {
        name: "doc",
        what: "the documentation builds, and its links lead somewhere",
        needs: None,
        only_named: false,
        set_up: |_| Ok(()),
        run: doc,
    },
    Step {
        name: "rust",
        what: "the crate's tests",
        needs: None,
        only_named: false,
        set_up: |_| Ok(()),
        run: rust,
    },
    Step {
        name: "oldest",
        what: "the crate builds with the oldest compiler it promises",
        needs: None,
        only_named: false,
        set_up: |_| Ok(()),
        run: oldest::oldest,
    },
    Step {
        name: "c",
        what: "the C library, installed and called",
        needs: None,
        only_named: false,
        set_up: native::set_up,
        run: native::native,
    },
    Step {
        name: "service",
        what: "the receiving service, over HTTP",
        needs: None,
        only_named: false,
        set_up: |_| setup::lint().map(drop),
        run: service::service,
    },
    Step {
        name: "hosts",
        what: "the module without imports in Node.js, Go, Python and Java",
        needs: None,
        only_named: false,
        set_up: hosts::set_up,
        run: hosts::hosts,
    },
    Step {
        name: "build",
        what: "the page builds, on WebAssembly 1.0 and within its budgets",
        needs: None,
        only_named: false,
        set_up: page::set_up,
        run: page::build_within_budget,
    },
    Step {
        name: "www",
        what: "the page's sources are formatted, their types agree, and what needs no browser works",
        needs: None,
        only_named: false,
        set_up: setup::page,
        run: www,
    },
    Step {
        name: "browser",
        what: "the page in a browser",
        needs: Some("build"),
        only_named: false,
        set_up: |places| setup::browser().and_then(|()| setup::kernels(places)),
        run: browser,
    },
    Step {
        name: "webkit",
        what: "the page in WebKitGTK (two hundred megabytes, installed once)",
        needs: Some("build"),
        only_named: true,
        set_up: |_| setup::webkit(),
        run: webkit,
    },
    Step {
        name: "readme",
        what: "the commands that README.md shows",
        needs: None,
        only_named: false,
        set_up: |_| Ok(()),
        run: readme,
    },
    Step {
        name: "bench-short",
        what: "an edit, hostile files and the modules are within their floors",
        needs: Some("build"),
        only_named: true,
        set_up: bench::set_up_short,
        run: bench::short,
    },
    Step {
        name: "workbooks",
        what: "workbooks that LibreOffice opened and saved (half a gigabyte, installed once)",
        needs: None,
        only_named: true,
        set_up: |_| setup::office_suite(),
        run: workbooks,
    },
    Step {
        name: "spark",
        what: "the job on Apache Spark says what one machine says (installed once)",
        needs: None,
        only_named: true,
        set_up: spark::set_up,
        run: spark::spark,
    },
];

fn fmt(places: &Places) -> Outcome<()> {
    run(setup::lint()?
        .command("cargo-fmt")
        .current_dir(places.root())
        .args(["fmt", "--all", "--check"]))
}

fn clippy(places: &Places) -> Outcome<()> {
    run(setup::lint()?
        .command("cargo-clippy")
        .current_dir(places.root())
        .args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "cli,wasm,office,capi",
        ])
        .args(["--", "--deny", "warnings"]))
}

fn doc(places: &Places) -> Outcome<()> {
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args(["doc", "--no-deps", "--features", "cli,wasm,office,capi"])
        .env("RUSTDOCFLAGS", "--deny warnings"))
}

/// Package by package: together, cargo would give their common dependencies other features than
/// when it built this program, and compile all of them once more.
///
/// The properties are tried on the same cases every time, so that a change is judged by what it
/// changes; `PROPTEST_RNG_SEED=N` tries others.
fn rust(places: &Places) -> Outcome<()> {
    let toolchain = Toolchain::active()?;
    let seed = env::var("PROPTEST_RNG_SEED").unwrap_or_else(|_| "2022".to_owned());
    for words in [
        ["arrears-ledger", "--features", corpus::FEATURES].as_slice(),
        &["xtask"],
    ] {
        run(toolchain
            .command("cargo")
            .current_dir(places.root())
            .args(["test", "--no-fail-fast", "--package"])
            .args(words)
            .env("PROPTEST_RNG_SEED", &seed))?;
    }
    Ok(())
}

fn www(places: &Places) -> Outcome<()> {
    run(setup::npm(places).args(["run", "--silent", "check"]))?;
    run(setup::npm(places).args(["test", "--silent"]))
}

fn browser(places: &Places) -> Outcome<()> {
    let (variable, chromium) = setup::chromium()?;
    let (kernels, folder) = setup::kernels_folder(places);
    let corpus = corpus::write(places)?;
    run(browser_tests(places)?
        .env(variable, chromium)
        .env(kernels, folder)
        .env("ARREARS_CORPUS", corpus))
}

fn webkit(places: &Places) -> Outcome<()> {
    run(browser_tests(places)?.arg("webkit"))
}

fn browser_tests(places: &Places) -> Outcome<Command> {
    let mut tests = setup::npm(places);
    tests
        .args(["run", "--silent", "test:browser", "--"])
        .arg("--dist")
        .arg(places.dist())
        .arg("--cli")
        .arg(cli::build(places)?);
    Ok(tests)
}

fn workbooks(places: &Places) -> Outcome<()> {
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args(["test", "--package", "arrears-ledger", "--features", "cli"])
        .args(["--test", "libreoffice", "--", "--ignored"]))
}

fn readme(places: &Places) -> Outcome<()> {
    let file = places.root().join("README.md");
    let text = fs::read_to_string(&file).while_doing(format_args!("reading {}", file.display()))?;
    readme::run_blocks(places, &cli::build(places)?, &text)
}
