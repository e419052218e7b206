//! README.md keeps its word: the commands it shows are run.
//!
//! Each block fenced as `sh` is one script for `sh -eu`. Words after `sh` say otherwise:
//!
//! - `no-run`: not run at all;
//! - `exit=1`: run, and expected to end with this status.
//!
//! Lines that call cargo or git are left out: other steps do what they do, and a reader's clone is
//! already here. The scripts run one after the other in one folder that has a copy of
//! `tests/samples`, `tests/campaigns` and `tests/county` in their places and nothing else, with `arrears-ledger` on
//! the path: so they may write files, and the next one may read them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::{run, say};

/// The programs whose lines are left out.
const LEFT_OUT: [&str; 2] = ["cargo ", "git "];

/// One block that is run.
#[derive(Debug, PartialEq)]
struct Block {
    /// The line of the opening fence, counted from one.
    line: usize,
    script: String,
    status: i32,
}

/// Runs the blocks of a README's text.
pub(super) fn run_blocks(places: &Places, program: &Path, text: &str) -> Outcome<()> {
    let folder = scratch(places)?;
    let path = search_path(program)?;
    for block in blocks(text)? {
        say(&format!("README.md, line {}", block.line));
        print!("{}", block.script);
        let status = Command::new("sh")
            .args(["-euc", &block.script])
            .current_dir(&folder)
            .env("PATH", &path)
            .status()
            .while_doing("starting `sh`")?;
        if status.code() != Some(block.status) {
            return Err(Failure::new(format!(
                "the commands at line {} of README.md ended with {status} instead of {}",
                block.line, block.status
            )));
        }
    }
    Ok(())
}

/// A fresh folder with a copy of the samples.
fn scratch(places: &Places) -> Outcome<PathBuf> {
    let folder = places.target().join("readme");
    if folder.exists() {
        fs::remove_dir_all(&folder).while_doing(format_args!("removing {}", folder.display()))?;
    }
    let tests = folder.join("tests");
    fs::create_dir_all(&tests).while_doing(format_args!("making {}", tests.display()))?;
    for kept in ["tests/samples", "tests/campaigns", "tests/county"] {
        let kept = places.root().join(kept);
        run(Command::new("cp").arg("-R").arg(kept).arg(&tests))?;
    }
    Ok(folder)
}

/// The search path with the program's folder before all others.
fn search_path(program: &Path) -> Outcome<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let own = program.parent().map(Path::to_path_buf);
    env::join_paths(own.into_iter().chain(env::split_paths(&path)))
        .while_doing("putting the program on the path")
}

/// The blocks that are run, in their order.
fn blocks(text: &str) -> Outcome<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut lines = (1..).zip(text.lines());
    while let Some((line, text)) = lines.next() {
        let Some(words) = text.trim().strip_prefix("```") else {
            continue;
        };
        let inside = lines
            .by_ref()
            .map(|(_, text)| text)
            .take_while(|text| text.trim() != "```");
        let script = without_left_out(inside);
        let Some(status) = expected_status(words, line)? else {
            continue;
        };
        if !script.is_empty() {
            blocks.push(Block {
                line,
                script,
                status,
            });
        }
    }
    Ok(blocks)
}

/// The status that the words after a fence expect; nothing when the block is not to be run.
fn expected_status(words: &str, line: usize) -> Outcome<Option<i32>> {
    let mut words = words.split_whitespace();
    if words.next() != Some("sh") {
        return Ok(None);
    }
    let mut status = 0;
    for word in words {
        match word.strip_prefix("exit=").map(str::parse) {
            Some(Ok(expected)) => status = expected,
            None if word == "no-run" => return Ok(None),
            _ => {
                return Err(Failure::new(format!(
                    "line {line} of README.md: `{word}` means nothing here"
                )));
            }
        }
    }
    Ok(Some(status))
}

/// The script without the lines that are left out, and without what continues them.
fn without_left_out<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut script = String::new();
    let mut leaving_out = false;
    for line in lines {
        leaving_out = leaving_out
            || LEFT_OUT
                .iter()
                .any(|program| line.trim_start().starts_with(program));
        if !leaving_out && !line.trim().is_empty() {
            script.push_str(line);
            script.push('\n');
        }
        leaving_out = leaving_out && line.ends_with('\\');
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "# Title

```sh
git clone somewhere
cargo xtask serve
```

```sh
cargo install --path . \\
  --features cli
arrears-ledger check a.csv \\
  --today 2024-01-01
```

```rust
let answer = 42;
```

1. Then:
   ```sh exit=1
   arrears-ledger check b.csv
   ```

```sh no-run
rm -rf everything
```
";

    #[test]
    fn blocks_are_found_with_their_lines_and_what_they_expect() {
        let found = blocks(README).unwrap();
        assert_eq!(
            found,
            [
                Block {
                    line: 8,
                    script: "arrears-ledger check a.csv \\\n  --today 2024-01-01\n".to_owned(),
                    status: 0,
                },
                Block {
                    line: 20,
                    script: "   arrears-ledger check b.csv\n".to_owned(),
                    status: 1,
                },
            ]
        );
    }

    #[test]
    fn a_word_that_means_nothing_is_not_passed_over() {
        let failure = blocks("```sh norun\nls\n```\n").unwrap_err().to_string();
        assert_eq!(failure, "line 1 of README.md: `norun` means nothing here");
    }
}
