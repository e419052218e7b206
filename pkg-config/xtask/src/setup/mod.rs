//! Gets what is missing, says so, and leaves alone what is there.

mod apt;
mod browser;
mod hosts;
mod kernels;
mod lint;
mod node;
mod office;
mod programs;
mod rust;
mod sysroot;
mod version;

pub(crate) use browser::{browser, chromium};
pub(crate) use hosts::{go, java, python};
pub(crate) use kernels::{kernels, kernels_folder, webkit};
pub(crate) use lint::lint;
pub(crate) use node::{npm, page, peers};
pub(crate) use office::office_suite;
pub(crate) use programs::programs;
pub(crate) use rust::{Toolchain, for_wasm, renamed};
pub(crate) use sysroot::{Library, SMALL, sysroot};
