//! A browser to test the page in, a typeface with the letters the page is written in, and what reads
//! the sheets it prints.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::apt;
use crate::failure::{Failure, Outcome};
use crate::run::{find, text_of};

/// The environment variable that names the browser; set for the page's tests too.
const BROWSER: &str = "CHROMIUM";

/// The names Chromium and its kin go by.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

/// Chromium, a Chinese typeface and a reader of PDF are there.
pub(crate) fn browser() -> Outcome<()> {
    chromium()?;
    if !has_chinese_typeface() {
        apt::install(&["fonts-noto-cjk"], "a Chinese typeface")?;
    }
    if find("pdftotext").is_none() {
        apt::install(&["poppler-utils"], "pdftotext, which reads printed sheets,")?;
    }
    Ok(())
}

/// The variable and the value by which tests and measurements are told their browser, which is
/// installed where there is none.
pub(crate) fn chromium() -> Outcome<(&'static str, PathBuf)> {
    if find_chromium().is_none() {
        apt::install(
            &["chromium"],
            "Chromium, the browser the page is tested in,",
        )?;
    }
    let found = find_chromium().ok_or_else(|| {
        Failure::new(format!(
            "Chromium is missing: install it, or name it in {BROWSER}"
        ))
    })?;
    Ok((BROWSER, found))
}

fn find_chromium() -> Option<PathBuf> {
    let named = env::var_os(BROWSER).map(PathBuf::from);
    named.or_else(|| NAMES.iter().find_map(|name| find(name)))
}

/// Fontconfig is asked where it is there; where it is not, Debian is.
fn has_chinese_typeface() -> bool {
    let listed = text_of(Command::new("fc-list").args([":lang=zh-cn", "family"]));
    listed.is_ok_and(|families| !families.trim().is_empty()) || apt::has(&["fonts-noto-cjk"])
}
