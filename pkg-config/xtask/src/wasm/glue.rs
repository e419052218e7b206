//! Module to JavaScript: what `wasm-bindgen` on the command line would do, from the same lock file.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Outcome, While};

/// Writes the module as it ships, an ECMAScript module to load it, and the declarations of both.
///
/// The module is handed to that script as bytes: from a file of its own or out of the page itself.
/// So the script does not look for it, and `import.meta`, which a classic script has not, is left out.
pub(super) fn write(compiled: &Path, name: &str, folder: &Path) -> Outcome<()> {
    let fresh = folder.with_extension("new");
    generate(compiled, name, &fresh).while_doing("writing the JavaScript beside the module")?;
    replace(&fresh, folder).while_doing(format_args!("writing {}", folder.display()))
}

fn generate(
    compiled: &Path,
    name: &str,
    folder: &Path,
) -> Result<(), impl std::fmt::Display + use<>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).web(true).and_then(|bindgen| {
        bindgen
            .out_name(name)
            .typescript(true)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(folder)
    })
}

/// Puts the new folder where the old one was, so that nothing of an older build stays in it.
fn replace(fresh: &Path, folder: &Path) -> std::io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::rename(fresh, folder)
}
