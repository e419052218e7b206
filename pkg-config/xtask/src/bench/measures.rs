//! Everything that is measured, by its name.

use std::process::Command;

use super::figure::Figure;
use super::kit::{Kit, here};
use super::rounds::{ROUNDS, interleaved};
use super::{collect, hosts, session, stream, workbook};
use crate::failure::Outcome;
use crate::{setup, sizes};

/// One thing that is measured.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) run: fn(&Kit<'_>) -> Outcome<Vec<Figure>>,
}

const fn measure(
    name: &'static str,
    what: &'static str,
    run: fn(&Kit<'_>) -> Outcome<Vec<Figure>>,
) -> Measure {
    Measure { name, what, run }
}

/// In the order of the list in `goals`.
#[rustfmt::skip]
pub(super) const MEASURES: [Measure; 13] = [
    measure("check", "bytes to findings in Node.js, warm: ours (all rules) beside Ajv and Zod (a subset)", check),
    measure("parse", "bytes to findings in Chromium, beside JSON.parse of the same text", parse),
    measure("first-call", "the first call of a fresh Node.js process, loading and all", first_call),
    measure("native", "bytes to findings natively, beside serde_json, jsonschema and garde", native),
    measure("session", "an open ledger: cells typed, blocks pasted", session::session),
    measure("paint", "from the navigation to the first findings, at a quarter of the speed and from the cache", paint),
    measure("memory", "what a check and an open ledger need beside their input", memory),
    measure("size", "what a visitor downloads, after brotli", size),
    measure("hostile", "files in the shapes that hurt, at 1,000 and at 100,000 debts", hostile),
    measure("workbook", "workbooks read and written, beside SheetJS and ExcelJS", workbook::workbook),
    measure("collect", "a county collected and published, beside DuckDB grouping the same files", collect::collect),
    measure("stream", "a stream of debts checked, beside a scan with nine expressions in DuckDB", stream::stream),
    measure("hosts", "ten thousand debts in Java, Go, Python and Node.js, beside a validator of shapes", hosts::hosts),
];

/// A file of the form everybody fills in, with an error of each kind in five debts of a thousand.
const FILE: &str = "noisy-10000";

fn check(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    prepare(kit)?;
    let mut contenders = Vec::new();
    for name in ["ours", "page", "ajv", "zod"] {
        contenders.push(kit.check(&["warm", name, FILE, "7"])?);
    }
    interleaved(ROUNDS, &mut contenders)
}

/// Ajv's program is compiled, and all find the same.
fn prepare(kit: &Kit<'_>) -> Outcome<()> {
    interleaved(
        1,
        &mut [kit.check(&["compile"])?, kit.check(&["agree", FILE])?],
    )
    .map(drop)
}

/// The page holds both in one process: of a browser, starting it is most of the time.
fn parse(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    interleaved(1, &mut [kit.chromium("parse.mjs", kit.inputs()?)?])
}

fn paint(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    let (variable, chromium) = setup::chromium()?;
    let mut node = Command::new("node");
    node.arg(here(kit.places).join("paint.mjs"))
        .arg(kit.places.package())
        .arg(kit.places.www())
        .env(variable, chromium);
    interleaved(1, &mut [node])
}

fn first_call(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    prepare(kit)?;
    let mut contenders = Vec::new();
    for file in ["noisy-100", FILE, "noisy-100000"] {
        for name in ["ours", "ajv"] {
            contenders.push(kit.check(&["first", name, file])?);
        }
    }
    interleaved(ROUNDS, &mut contenders)
}

fn native(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    native_in(kit, ROUNDS)
}

/// In so many rounds.
pub(super) fn native_in(kit: &Kit<'_>, rounds: usize) -> Outcome<Vec<Figure>> {
    let mut contenders = Vec::new();
    for what in ["ours", "serde", "jsonschema", "garde"] {
        contenders.push(kit.native(what, FILE, "7")?);
    }
    interleaved(rounds, &mut contenders)
}

fn memory(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    let file = "noisy-100000";
    let mut contenders = vec![
        kit.native("memory", file, "")?,
        kit.check(&["memory", "ours", file])?,
        session::memory(kit)?,
    ];
    interleaved(ROUNDS, &mut contenders)
}

fn size(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    kit.page()?;
    size_built(kit)
}

/// Of the modules as they were built.
pub(super) fn size_built(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    let (first, both) = sizes::of_modules(kit.places)?;
    let figure = |name: &str, kilobytes| Figure {
        name: name.to_owned(),
        values: vec![kilobytes],
        unit: "KB".to_owned(),
    };
    Ok(vec![figure("size/first", first), figure("size/both", both)])
}

fn hostile(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    let mut figures = hostile_native(kit, ROUNDS)?;
    let mut contenders = Vec::new();
    for shape in ["wrong", "twin", "one-debtor"] {
        contenders.push(kit.check(&["warm", "ours", &format!("{shape}-1000"), "9"])?);
        contenders.push(kit.check(&["warm", "ours", &format!("{shape}-100000"), "1"])?);
    }
    figures.extend(interleaved(ROUNDS, &mut contenders)?);
    Ok(figures)
}

/// The same without JavaScript, for the tests too.
pub(super) fn hostile_native(kit: &Kit<'_>, rounds: usize) -> Outcome<Vec<Figure>> {
    let mut contenders = Vec::new();
    for shape in ["wrong", "twin", "one-debtor"] {
        contenders.push(kit.native("ours", &format!("{shape}-1000"), "9")?);
        contenders.push(kit.native("ours", &format!("{shape}-100000"), "1")?);
    }
    interleaved(rounds, &mut contenders)
}
