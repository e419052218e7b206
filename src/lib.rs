//! The work ledger of arrears owed to small firms.

pub mod amount;
pub mod api;
pub mod campaign;
pub mod catalogue;
pub mod codes;
pub mod date;
pub mod digest;
pub mod draft;
#[cfg(not(target_family = "wasm"))]
pub mod handbook;
pub mod json;
pub mod ledger;
pub mod limits;
pub mod read;
pub mod review;
pub mod rule;
pub mod rules;
#[cfg(not(target_family = "wasm"))]
pub mod schema;
pub mod session;
pub mod submission;
pub mod text;

#[cfg(feature = "wasm")]
pub mod wasm;
