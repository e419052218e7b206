//! What a visitor downloads, and the most it may be.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::text_of;
use crate::wasm::MODULE;

/// The most that a file may come to after brotli, in bytes. All budgets are here.
///
/// The module's: with its first sixty rules it kept within 90,000; with every rule of the published
/// list it is to leave room for the glue within the 110,000 that a portal downloads.
const BUDGETS: &[(&str, u64)] = &[(MODULE, 133_000)];

/// Compresses each file as hard as a server may, with the means that Node.js has anyhow.
const MEASURE: &str = "const { readFileSync } = require('fs'), zlib = require('zlib');
for (const file of process.argv.slice(1)) {
  const raw = readFileSync(file);
  console.log(raw.length, zlib.gzipSync(raw, { level: 9 }).length, zlib.brotliCompressSync(raw).length);
}";

/// One file's lengths.
#[derive(Debug, PartialEq)]
struct Size {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the lengths of all that is shipped, and refuses what is over its budget.
pub(crate) fn check(places: &Places) -> Outcome<()> {
    let files = shipped(&places.dist())?;
    let printed = text_of(Command::new("node").args(["--eval", MEASURE]).args(&files))?;
    let names = files.iter().map(|file| name_in(&places.dist(), file));
    let sizes: Vec<Size> = names
        .zip(printed.lines())
        .filter_map(|(name, line)| read(name, line))
        .collect();
    print!("{}", table(&sizes));
    within_budget(&sizes)
}

/// The files below a folder, in the order of their names.
fn shipped(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).while_doing(format_args!("looking into {}", folder.display()))?;
    for entry in entries {
        let path = entry
            .while_doing(format_args!("looking into {}", folder.display()))?
            .path();
        if path.is_dir() {
            files.extend(shipped(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name_in(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder)
        .unwrap_or(file)
        .display()
        .to_string()
}

/// A line of three numbers.
fn read(name: String, line: &str) -> Option<Size> {
    let mut numbers = line.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Size {
        name,
        raw: next()?,
        gzip: next()?,
        brotli: next()?,
    })
}

fn table(sizes: &[Size]) -> String {
    let width = sizes
        .iter()
        .map(|size| size.name.len())
        .max()
        .unwrap_or_default();
    let line = |name: &str, raw: &str, gzip: &str, brotli: &str| {
        format!("{name:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}\n")
    };
    let head = line("", "bytes", "gzip", "brotli");
    sizes.iter().fold(head, |text, size| {
        text + &line(
            &size.name,
            &size.raw.to_string(),
            &size.gzip.to_string(),
            &size.brotli.to_string(),
        )
    })
}

fn within_budget(sizes: &[Size]) -> Outcome<()> {
    for &(file, budget) in BUDGETS {
        let size = sizes
            .iter()
            .find(|size| Path::new(&size.name).file_name() == Some(OsStr::new(file)));
        let size =
            size.ok_or_else(|| Failure::new(format!("{file} has a budget and is not shipped")))?;
        if budget < size.brotli {
            return Err(Failure::new(format!(
                "{} is {} bytes after brotli, {} over its budget of {budget}",
                size.name,
                size.brotli,
                size.brotli - budget
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module_of(brotli: u64) -> Vec<Size> {
        vec![Size {
            name: format!("www/{MODULE}"),
            raw: 300_000,
            gzip: 100_000,
            brotli,
        }]
    }

    #[test]
    fn a_budget_may_be_spent_to_the_last_byte() {
        within_budget(&module_of(BUDGETS[0].1)).unwrap();
    }

    #[test]
    fn one_byte_more_is_refused_with_the_numbers() {
        let most = BUDGETS[0].1;
        let failure = within_budget(&module_of(most + 1)).unwrap_err().to_string();
        let expected = format!(
            "www/arrears_ledger_bg.wasm is {} bytes after brotli, 1 over its budget of {most}",
            most + 1
        );
        assert_eq!(failure, expected);
    }

    #[test]
    fn a_budget_without_its_file_is_refused() {
        assert!(within_budget(&[]).is_err());
    }

    #[test]
    fn three_numbers_make_a_size_and_fewer_do_not() {
        let size = read("a".to_owned(), "10 8 7").unwrap();
        assert_eq!((size.raw, size.gzip, size.brotli), (10, 8, 7));
        assert_eq!(read("a".to_owned(), "10 8"), None);
    }
}
