//! The work ledger of arrears owed to small firms.

pub mod amount;
pub mod campaign;
pub mod codes;
pub mod date;
pub mod json;
pub mod ledger;
pub mod read;
pub mod rule;
pub mod rules;
pub mod text;

#[cfg(feature = "wasm")]
pub mod wasm;
