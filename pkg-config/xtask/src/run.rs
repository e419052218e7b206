//! Other people's programs: found, started, listened to; and our own words between theirs.

use std::env;
use std::io::{IsTerminal, stderr};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome, While};

/// Says what is being done, on a line that can be told from the output of other programs; on the
/// error stream, so that what a command answers stands alone on the other.
pub(crate) fn say(sentence: &str) {
    if stderr().is_terminal() {
        eprintln!("\x1b[1m→ {sentence}\x1b[0m");
    } else {
        eprintln!("→ {sentence}");
    }
}

/// Runs a program to its end. Its output goes straight to the terminal.
pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let status = command
        .status()
        .while_doing(format_args!("starting `{}`", shown(command)))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "`{}` ended with {status}",
        shown(command)
    )))
}

/// Runs a program for the text it prints. What it says on the error stream is shown only when it fails.
pub(crate) fn text_of(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .while_doing(format_args!("starting `{}`", shown(command)))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(format!(
        "`{}` ended with {}: {}",
        shown(command),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim()
    )))
}

/// Where a program is, by the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The command as one would type it; the folders before the program's name only make it hard to read.
fn shown(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_fails_is_named_with_its_words() {
        let failure = run(Command::new("/bin/sh").args(["-c", "exit 3"])).unwrap_err();
        assert_eq!(
            failure.to_string(),
            "`sh -c exit 3` ended with exit status: 3"
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let failure = run(&mut Command::new("no-such-program")).unwrap_err();
        assert!(
            failure
                .to_string()
                .starts_with("starting `no-such-program`: ")
        );
    }
}
