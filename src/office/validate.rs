//! A file → everything that is to be said of it.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::api;
use crate::campaign::Context;
use crate::javascript::{campaign_of, day, lang_of};

/// The answer of `arrears-ledger validate --format json`.
///
/// # Errors
/// `campaign`, `date`.
#[wasm_bindgen]
pub fn validate(
    name: &str,
    bytes: &[u8],
    campaign: &str,
    today: &str,
    lang: &str,
) -> Result<String, JsValue> {
    let campaign = campaign_of(campaign)?;
    Ok(api::validate(name, bytes, &Context::new(&campaign, day(today)?)).json(lang_of(lang)))
}
