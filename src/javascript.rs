//! What both modules of the page say to JavaScript, and how: answers, errors, the allocator.

use chrono::NaiveDate;
use wasm_bindgen::prelude::JsValue;

use crate::campaign::Campaign;
use crate::json::Json;
use crate::text::Lang;

/// One that is a third as large as the standard library's.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The only place where a Rust value becomes a JavaScript one: as text, which the browser's own
/// reader takes apart fastest.
pub(crate) fn answer(value: &dyn Json) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&value.text())
}

/// A JavaScript `Error` with our code on it.
pub(crate) fn thrown(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a new plain error cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// Reads a campaign file, or throws `campaign`.
pub(crate) fn campaign_of(text: &str) -> Result<Campaign, JsValue> {
    Campaign::parse(text).map_err(|why| thrown("campaign", &why.0.zh))
}

/// Reads a day written `YYYY-MM-DD`, or throws `date`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, JsValue> {
    crate::date::When::parse_day(text).map_err(|_| thrown("date", "a day should be YYYY-MM-DD"))
}

/// The language of an answer: Chinese for all but `en`.
pub(crate) fn lang_of(lang: &str) -> Lang {
    if lang == "en" { Lang::En } else { Lang::Zh }
}
