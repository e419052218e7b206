//! Measures what ten thousand debts take in each host, beside its language's usual validator of JSON
//! Schema.

use std::fs;
use std::process::Command;

use super::figure::{Figure, figures};
use super::kit::Kit;
use crate::failure::{Outcome, While};
use crate::run::{run, say};
use crate::setup;
use crate::test::{install_wheel, shelve};

/// What measuring in Python takes.
const PYTHON: [&str; 4] = ["wasmtime", "jsonschema", "setuptools", "wheel"];

/// Builds the module, and measures it in each host.
pub(super) fn hosts(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    let places = kit.places;
    setup::java()?;
    let (python, go) = (setup::python(places, &PYTHON)?, setup::go(places)?);
    shelve(places)?;
    install_wheel(places, &python)?;
    let host = |name: &str| places.root().join("pkg-config").join(name);
    run(Command::new("npm")
        .current_dir(host("node"))
        .args(["ci", "--no-fund", "--no-audit"]))?;
    let inputs = places.target().join("bench-hosts");
    if inputs.exists() {
        fs::remove_dir_all(&inputs).while_doing(format_args!("removing {}", inputs.display()))?;
    }
    fs::create_dir_all(&inputs).while_doing(format_args!("making {}", inputs.display()))?;
    run(Command::new("node")
        .arg(host("node/test/bench_input.mjs"))
        .arg(&inputs))?;
    say("measuring in Node.js");
    run(Command::new("node")
        .arg(host("node/test/bench.mjs"))
        .arg(&inputs))?;
    say("measuring in Go");
    run(Command::new(go)
        .current_dir(host("go/bench"))
        .args(["run", "."])
        .arg(&inputs))?;
    say("measuring in Python");
    run(Command::new(python)
        .arg(host("python/tests/bench.py"))
        .arg(&inputs))?;
    say("measuring in Java");
    run(Command::new("mvn")
        .current_dir(host("java"))
        .args(["--batch-mode", "--quiet", "test", "-Dtest=BenchTest"])
        .env("ARREARS_BENCH", &inputs))?;
    let file = inputs.join("figures.tsv");
    let text = fs::read_to_string(&file).while_doing(format_args!("reading {}", file.display()))?;
    figures(&text)
}
