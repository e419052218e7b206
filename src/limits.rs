//! How much a file may hold. Each limit has a finding of its own.

/// Bytes of one file.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of a county's collection, which carries the files of all its units.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub const COLLECTION_BYTES: usize = 1024 * 1024 * 1024;
/// Files of a collection, those refused among them.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub const COLLECTION_FILES: usize = 10_000;
/// Findings kept of a file that is refused.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub const REFUSED_FINDINGS: usize = 20;
/// Debts of one ledger.
pub const ROWS: usize = 100_000;
/// Instalments, payments, or changes, of one debt.
pub const CHILDREN: usize = 600;
/// Characters of one text.
pub const TEXT_CHARS: usize = 4_000;
/// Arrays and objects inside one another.
pub const NESTING: usize = 16;
/// Columns of a sheet.
pub const COLUMNS: usize = 1_000;
/// Bytes of a workbook when it is unpacked.
pub const UNPACKED_BYTES: u64 = 512 * 1024 * 1024;
/// How many times its packed size a large part of a workbook may come to: text packs well, bombs
/// pack better.
pub const UNPACKED_TIMES: u64 = 250;
/// Parts of a workbook.
pub const PARTS: usize = 2_000;
