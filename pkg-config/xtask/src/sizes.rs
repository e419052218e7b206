//! What a visitor downloads, and the most it may be.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::text_of;
use crate::wasm::{FIRST, OFFICE, QUICK};

/// The most that files may come to after brotli, together, in bytes. All budgets are here.
///
/// The first module's: with its first sixty rules it kept within 90,000; with every rule of the published
/// list it is to leave room for the glue within the 110,000 that a portal downloads.
///
/// That of both is what the workbook libraries made of it, and holds it there: they are three
/// quarters of the second module. It is to come down to 350,000.
///
/// Of the package: the rules with their glue, which the module's budget leaves to come down to
/// 110,000; the binding of forms, beyond the rules; and the element with its grid, which is what a
/// portal's page downloads before somebody opens a view behind it, for which the script with those views
/// is its own.
///
/// The quick module is fetched with the first large ledger; it is the first's code, made for speed.
///
/// The twins are what wasm2js makes of the modules; only who gets no WebAssembly downloads them.
/// The one file goes on a stick, and by mail.
const BUDGETS: &[(&[&str], u64)] = &[
    (&[FIRST.file], 121_500),
    (&[FIRST.file, OFFICE.file], 768_000),
    (&["npm/index.js", FIRST.file], 124_300),
    (&["npm/form.js"], 8_000),
    (&["npm/index.js", "npm/element.js", FIRST.file], 260_000),
    (&["npm/arrears_ledger_views.js"], 32_000),
    (&[QUICK.file], 176_000),
    (&["arrears_ledger_twin.js"], 175_000),
    (&["arrears_ledger_office_twin.js"], 850_000),
    (&["arrears-ledger.html"], 1_600_000),
];

/// Ends of names of files that nobody downloads to see a page: what a package says of itself.
const NOT_DOWNLOADED: [&str; 3] = ["ts", "json", "md"];

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

/// What the page's first module may be, in kilobytes after brotli.
pub(crate) fn budget_of_first() -> f64 {
    budget(&[FIRST.file])
}

/// The same of both together.
pub(crate) fn budget_of_both() -> f64 {
    budget(&[FIRST.file, OFFICE.file])
}

fn budget(files: &[&str]) -> f64 {
    let found = BUDGETS.iter().find(|(known, _)| *known == files);
    found.map_or(0.0, |&(_, budget)| kilobytes(budget))
}

/// What the first module is, and what both are together, in kilobytes after brotli.
pub(crate) fn of_modules(places: &Places) -> Outcome<(f64, f64)> {
    let files = [FIRST.file, OFFICE.file].map(|file| places.page().join(file));
    let sizes = measured(places, &files)?;
    let (first, office) = (brotli(&sizes, FIRST.file)?, brotli(&sizes, OFFICE.file)?);
    Ok((kilobytes(first), kilobytes(first + office)))
}

#[expect(clippy::float_arithmetic, reason = "a length to be read beside others")]
fn kilobytes(bytes: u64) -> f64 {
    // A file of four gigabytes is no module.
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1_000.0
}

/// Prints the lengths of all that is shipped, and refuses what is over its budget.
pub(crate) fn check(places: &Places) -> Outcome<()> {
    let sizes = measured(places, &shipped(&places.dist())?)?;
    print!("{}", table(&sizes));
    within_budget(&sizes)
}

fn measured(places: &Places, files: &[PathBuf]) -> Outcome<Vec<Size>> {
    let printed = text_of(Command::new("node").args(["--eval", MEASURE]).args(files))?;
    let names = files.iter().map(|file| name_in(&places.dist(), file));
    Ok(names
        .zip(printed.lines())
        .filter_map(|(name, line)| read(name, line))
        .collect())
}

/// The files below a folder that are downloaded, in the order of their names.
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
        } else if is_downloaded(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_downloaded(file: &Path) -> bool {
    file.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|end| !NOT_DOWNLOADED.contains(&end))
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
    for &(files, budget) in BUDGETS {
        let spent = files
            .iter()
            .map(|file| brotli(sizes, file))
            .sum::<Outcome<u64>>()?;
        if budget < spent {
            return Err(Failure::new(format!(
                "{} {} {spent} bytes after brotli, {} over the budget of {budget}",
                files.join(" and "),
                if files.len() == 1 { "is" } else { "are" },
                spent - budget
            )));
        }
    }
    Ok(())
}

/// What a file of this name comes to.
fn brotli(sizes: &[Size], file: &str) -> Outcome<u64> {
    let is_named = |size: &&Size| Path::new(&size.name).ends_with(file);
    let size = sizes.iter().find(is_named);
    let size =
        size.ok_or_else(|| Failure::new(format!("{file} has a budget and is not shipped")))?;
    Ok(size.brotli)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules with these lengths, and whatever else has a budget with none.
    fn modules(first: u64, office: u64) -> Vec<Size> {
        let size = |(name, brotli): (String, u64)| Size {
            name,
            raw: 300_000,
            gzip: 100_000,
            brotli,
        };
        let others = BUDGETS.iter().skip(2).flat_map(|(files, _)| files.iter());
        let others = others.filter(|file| **file != FIRST.file);
        [(FIRST.file, first), (OFFICE.file, office)]
            .into_iter()
            .chain(others.map(|file| (*file, 0)))
            .map(|(file, brotli)| (format!("dist/{file}"), brotli))
            .map(size)
            .collect()
    }

    #[test]
    fn a_budget_may_be_spent_to_the_last_byte() {
        let (first, both) = (BUDGETS[0].1, BUDGETS[1].1);
        within_budget(&modules(first, both - first)).unwrap();
    }

    #[test]
    fn one_byte_more_is_refused_with_the_numbers() {
        let (first, both) = (BUDGETS[0].1, BUDGETS[1].1);
        let refused = |sizes: &[Size]| within_budget(sizes).unwrap_err().to_string();
        assert_eq!(
            refused(&modules(first + 1, 1)),
            format!(
                "arrears_ledger_bg.wasm is {} bytes after brotli, 1 over the budget of {first}",
                first + 1
            )
        );
        assert_eq!(
            refused(&modules(1, both)),
            format!(
                "arrears_ledger_bg.wasm and arrears_ledger_office_bg.wasm are {} bytes after \
                 brotli, 1 over the budget of {both}",
                both + 1
            )
        );
    }

    #[test]
    fn what_a_package_says_of_itself_is_not_downloaded() {
        let is = |name| is_downloaded(Path::new(name));
        assert!(is("npm/form.js") && is("www/arrears_ledger_bg.wasm"));
        assert!(!is("npm/types/step.d.ts") && !is("npm/package.json") && !is("npm/LICENSE"));
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
