//! Two ledgers → what changed.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::refused;
use crate::amount::Unit;
use crate::api;
use crate::compare::Comparison;
use crate::javascript::parsed;

/// What changed from one submission or draft to another: the answer of
/// `arrears-ledger compare --format json`.
///
/// # Errors
/// The code of what is wrong with either.
#[wasm_bindgen]
pub fn compare(old: &[u8], new: &[u8]) -> Result<JsValue, JsValue> {
    let old = api::before(old).map_err(|why| refused(&why))?;
    let new = api::before(new).map_err(|why| refused(&why))?;
    parsed(&Comparison::of(&old, &new, Unit::Yuan).json())
}
