//! Files are written beside themselves first, so that what is there is never cut off.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Puts bytes in the place of a file.
pub(crate) fn replace(file: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    replace_with(file, &mut |mut beside| beside.write_all(bytes.as_ref()))
}

/// The same where the bytes are written piece by piece.
pub(crate) fn replace_with(
    file: &Path,
    write: &mut dyn FnMut(File) -> io::Result<()>,
) -> io::Result<()> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".part");
    File::create(&beside)
        .and_then(write)
        .and_then(|()| fs::rename(&beside, file))
        .inspect_err(|_| {
            // What cannot be renamed is of no use.
            let _ = fs::remove_file(&beside);
        })
}
