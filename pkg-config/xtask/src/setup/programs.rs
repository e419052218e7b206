//! Other languages' tools, by the name of the program and of Debian's package.

use super::apt;
use crate::failure::Outcome;
use crate::run::find;

/// Each program is there, or is installed with its package.
pub(crate) fn programs(wanted: &[(&str, &str)]) -> Outcome<()> {
    for (program, package) in wanted {
        if find(program).is_none() {
            apt::install(&[package], program)?;
        }
    }
    Ok(())
}
