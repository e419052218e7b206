//! The C library as its users have it: installed, found by `pkg-config`, compiled against, run.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::corpus;
use crate::failure::Outcome;
use crate::places::Places;
use crate::run::{run, say, text_of};
use crate::{install, setup};

/// What a C program is compiled with: nothing it says may be doubtful.
const STRICT: [&str; 6] = [
    "-std=c11",
    "-D_GNU_SOURCE",
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Werror",
];

/// Under valgrind a call takes forty times as long, so every so many of the corpus will do.
const UNDER_VALGRIND: &str = "40";

pub(super) fn set_up(_: &Places) -> Outcome<()> {
    setup::programs(&[
        ("cc", "gcc"),
        ("pkg-config", "pkg-config"),
        ("valgrind", "valgrind"),
    ])
}

/// Makes every call of the corpus from C, with the shared and with the static library, and some of
/// them under valgrind.
pub(super) fn native(places: &Places) -> Outcome<()> {
    let prefix = places.target().join("prefix");
    install::install(places, &prefix)?;
    let corpus = corpus::write(places)?;
    let shared = compile(places, &prefix, "shared", &["--cflags", "--libs"])?;
    let by_shared = |program: &mut Command, step| -> Outcome<()> {
        run(program
            .env("LD_LIBRARY_PATH", prefix.join("lib"))
            .arg(&shared)
            .arg(&corpus)
            .arg(step))
    };
    say("the corpus from C, with the shared library");
    by_shared(&mut Command::new("env"), "1")?;
    say("some of it under valgrind");
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--error-exitcode=99", "--leak-check=full"]);
    valgrind.arg("--errors-for-leak-kinds=definite,indirect,possible");
    by_shared(&mut valgrind, UNDER_VALGRIND)?;
    say("the corpus from C, with the static library");
    let fixed = compile(
        places,
        &prefix,
        "static",
        &["--cflags", "--libs", "--static"],
    )?;
    run(Command::new(fixed).arg(&corpus).arg("1"))
}

/// Compiles the program as somebody would who knows only `pkg-config`.
fn compile(places: &Places, prefix: &Path, kind: &str, asked: &[&str]) -> Outcome<PathBuf> {
    let told = text_of(
        Command::new("pkg-config")
            .env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"))
            .args(asked)
            .arg("arrears-ledger"),
    )?;
    let program = places.target().join(format!("corpus-{kind}"));
    let mut cc = Command::new("cc");
    cc.args(STRICT)
        .arg(places.root().join("tests/c/corpus.c"))
        .arg("-o")
        .arg(&program);
    if kind == "static" {
        // Of one name, the linker takes the shared library unless told not to.
        cc.arg("-Wl,-Bstatic");
        let (own, system): (Vec<&str>, Vec<&str>) = told.split_whitespace().partition(|word| {
            word.starts_with("-I") || word.starts_with("-L") || *word == "-larrears_ledger"
        });
        cc.args(own).arg("-Wl,-Bdynamic").args(system);
    } else {
        cc.args(told.split_whitespace());
    }
    run(cc.arg("-pthread"))?;
    Ok(program)
}
