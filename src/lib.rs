//! The work ledger of arrears owed to small firms.

pub mod amount;
pub mod codes;
pub mod date;
pub mod ledger;
pub mod text;

#[cfg(feature = "wasm")]
pub mod wasm;
