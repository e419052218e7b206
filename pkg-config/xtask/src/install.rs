//! The C library: header, shared and static library and the file by which `pkg-config` finds them.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, While};
use crate::header;
use crate::places::Places;
use crate::run::{run, say};
use crate::setup::Toolchain;

/// The library's name, as a linker is told it.
const LIBRARY: &str = "arrears_ledger";

/// What a static Rust library needs besides, on Linux with the GNU C library.
const PRIVATE: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

/// The folder that was named behind `--prefix`.
pub(crate) fn prefix(words: &[&str]) -> Outcome<PathBuf> {
    match words {
        [] => Ok("/usr/local".into()),
        ["--prefix", prefix] => Ok((*prefix).into()),
        _ => Err(Failure::new(
            "install takes --prefix FOLDER and nothing else",
        )),
    }
}

/// Builds the library and puts it in place.
pub(crate) fn install(places: &Places, prefix: &Path) -> Outcome<()> {
    if env::consts::OS != "linux" {
        return Err(Failure::new("install knows only Linux"));
    }
    let built = build(places)?;
    // pkg-config takes the folder as it is written.
    let prefix = std::path::absolute(prefix).while_doing("finding the folder to install in")?;
    let (include, lib) = (prefix.join("include"), prefix.join("lib"));
    let shelf = lib.join("pkgconfig");
    for folder in [&include, &shelf] {
        fs::create_dir_all(folder).while_doing(format_args!("making {}", folder.display()))?;
    }
    copy(
        &places.root().join(header::HEADER),
        &include.join("arrears_ledger.h"),
    )?;
    let full = format!("lib{LIBRARY}.so.{}", env!("CARGO_PKG_VERSION"));
    copy(
        &built.join(format!("lib{LIBRARY}.a")),
        &lib.join(format!("lib{LIBRARY}.a")),
    )?;
    copy(&built.join(format!("lib{LIBRARY}.so")), &lib.join(&full))?;
    link(&full, &lib.join(soname()))?;
    link(&soname(), &lib.join(format!("lib{LIBRARY}.so")))?;
    let pc = shelf.join("arrears-ledger.pc");
    fs::write(&pc, found_by(places, &prefix)?)
        .while_doing(format_args!("writing {}", pc.display()))?;
    say(&format!("installed in {}", prefix.display()));
    Ok(())
}

/// The name under which programs ask for it: it changes when the functions do.
fn soname() -> String {
    format!("lib{LIBRARY}.so.0")
}

/// Builds both kinds of library, and returns their folder.
fn build(places: &Places) -> Outcome<PathBuf> {
    say("building the C library");
    let target = places.target().join("capi");
    run(Toolchain::active()?
        .command("cargo")
        .current_dir(places.root())
        .args(["rustc", "--release", "--lib", "--package", "arrears-ledger"])
        .args(["--features", "capi", "--crate-type", "cdylib,staticlib"])
        .arg("--target-dir")
        .arg(&target)
        .arg("--")
        .arg(format!("-Clink-arg=-Wl,-soname,{}", soname())))?;
    Ok(target.join("release"))
}

/// The `.pc` file for a folder.
fn found_by(places: &Places, prefix: &Path) -> Outcome<String> {
    let file = places.root().join("pkg-config/arrears-ledger.pc.in");
    let text = fs::read_to_string(&file).while_doing(format_args!("reading {}", file.display()))?;
    Ok(text
        .replace("@prefix@", &prefix.display().to_string())
        .replace("@version@", env!("CARGO_PKG_VERSION"))
        .replace("@private@", PRIVATE))
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::copy(from, to)
        .map(drop)
        .while_doing(format_args!("writing {}", to.display()))
}

/// A link of this name, in place of one that may be there.
fn link(to: &str, name: &Path) -> Outcome<()> {
    if name.symlink_metadata().is_ok() {
        fs::remove_file(name).while_doing(format_args!("removing {}", name.display()))?;
    }
    symlink(to, name).while_doing(format_args!("linking {}", name.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pc_file_has_nothing_left_to_fill_in() {
        let places = Places::find().unwrap();
        let text = found_by(&places, Path::new("/opt/a")).unwrap();
        assert!(text.starts_with("prefix=/opt/a\n"), "{text}");
        assert!(!text.contains('@'), "{text}");
    }

    #[test]
    fn other_words_than_a_prefix_are_refused() {
        assert_eq!(prefix(&[]).unwrap(), Path::new("/usr/local"));
        assert_eq!(prefix(&["--prefix", "/a"]).unwrap(), Path::new("/a"));
        assert!(prefix(&["--prefix"]).is_err());
        assert!(prefix(&["/a"]).is_err());
    }
}
