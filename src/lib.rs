//! The work ledger of arrears owed to small firms.

#[cfg(feature = "wasm")]
pub mod wasm;
