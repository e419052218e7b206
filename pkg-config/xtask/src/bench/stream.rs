//! A stream of a hundred thousand debts through `validate --ndjson`, and through `DuckDB`.

use super::collect::duckdb;
use super::figure::Figure;
use super::kit::Kit;
use super::rounds::{ROUNDS, interleaved};
use crate::failure::Outcome;

/// Each is started as a program, with one thread; what it took is what the system says it took.
pub(super) fn stream(kit: &Kit<'_>) -> Outcome<Vec<Figure>> {
    let stream = kit.inputs()?.join("debts.ndjson");
    let mut ours = duckdb(kit, "stream.py", &stream)?;
    ours.arg("ours").arg(kit.command_line()?);
    let mut theirs = duckdb(kit, "stream.py", &stream)?;
    theirs.arg("duckdb");
    interleaved(ROUNDS, &mut [ours, theirs])
}
