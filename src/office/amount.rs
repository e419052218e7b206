//! Amounts in the capital words of cheques and seals.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::amount::{Amount, Unit};
use crate::calc::capital;

/// The capital words (大写) of an amount as it is typed, in yuan or, `in_wan`, in ten thousands;
/// nothing for a text that is no amount, or one too large to be said.
#[wasm_bindgen]
#[must_use]
pub fn capital_words(typed: &str, in_wan: bool) -> Option<String> {
    let unit = if in_wan { Unit::Wan } else { Unit::Yuan };
    Amount::parse(typed, unit).ok().and_then(capital::print)
}
