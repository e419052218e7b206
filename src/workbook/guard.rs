//! What a workbook is looked at for before it is opened.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Refusal;
use super::places::Places;
use crate::limits;
use crate::text::has;

/// What the container of older workbooks, and of locked ones, begins with.
pub(super) const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Parts this large are held against how well they pack; below it, packing well is no harm.
const LARGE: u64 = 16 * 1024 * 1024;

/// Refuses what is not to be opened, and tells whether cells may be merged in it.
pub(super) fn check(bytes: &[u8]) -> Result<bool, Refusal> {
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if limits::PARTS < archive.len() {
        return Err(Refusal::Bomb);
    }
    names(&archive)?;
    let mut left = limits::UNPACKED_BYTES;
    let mut has_areas = false;
    for index in 0..archive.len() {
        let (bytes, places) = unpacked(&mut archive, index, left)?;
        left -= bytes;
        has_areas |= places.has_areas;
    }
    Ok(has_areas)
}

/// A compound file is a workbook before 2007, or a newer one in a locked envelope, whose name is
/// written in it in two-byte letters.
fn compound(bytes: &[u8]) -> Refusal {
    let name: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|letter| [letter, 0])
        .collect();
    let is_locked = bytes.windows(name.len()).any(|part| part == name);
    if is_locked {
        Refusal::Locked
    } else {
        Refusal::Older
    }
}

/// Refuses programs, links and other kinds of workbook, by the names of their parts.
fn names(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
    for name in archive.file_names() {
        let name = name.map_err(|_| Refusal::Damaged)?.to_ascii_lowercase();
        let is = |part: &str| has(&name, part);
        if is("vbaproject") || is("macrosheets/") || is("activex/") || is("basic/script") {
            return Err(Refusal::Macros);
        }
        // What other programs, and Excel's binary kind, keep their cells in.
        if name == "content.xml" || name == "xl/workbook.bin" {
            return Err(Refusal::Older);
        }
        if is("externallinks/") || is("connections.xml") || is("querytables/") || is("embeddings/")
        {
            return Err(Refusal::Links);
        }
    }
    Ok(())
}

/// Unpacks a part to count its bytes, for what an archive says of itself is not to be trusted, and to
/// look at the places in it.
fn unpacked(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    left: u64,
) -> Result<(u64, Places), Refusal> {
    let part = archive.by_index(index).map_err(|why| match why {
        zip::result::ZipError::UnsupportedArchive(_) => Refusal::Locked,
        _ => Refusal::Damaged,
    })?;
    let packed = part.compressed_size().max(1);
    let most = LARGE
        .max(packed.saturating_mul(limits::UNPACKED_TIMES))
        .min(left);
    let mut part = part.take(most + 1);
    let mut buffer = vec![0; 64 * 1024];
    let mut count = 0_u64;
    let mut places = Places::default();
    loop {
        let got = part.read(&mut buffer).map_err(|_| Refusal::Damaged)?;
        if got == 0 {
            return Ok((count, places));
        }
        places.take(buffer.get(..got).unwrap_or_default())?;
        count += u64::try_from(got).unwrap_or(u64::MAX);
        if most < count {
            return Err(Refusal::Bomb);
        }
    }
}
