//! What both modules of the page say to JavaScript, and how: answers, errors, the allocator.

use chrono::NaiveDate;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::campaign::Campaign;
use crate::json::Json;
#[cfg(feature = "office")]
use crate::text::Lang;

/// One that is a third as large as the standard library's.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn read(text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = Error)]
    type Thrown;

    #[wasm_bindgen(constructor, js_class = "Error")]
    fn new(message: &str) -> Thrown;

    #[wasm_bindgen(method, setter)]
    fn set_code(this: &Thrown, code: &str);

    #[wasm_bindgen(method, setter)]
    fn set_words(this: &Thrown, words: JsValue);
}

/// The only place where a Rust value becomes a JavaScript one: as text, which the browser's own
/// reader takes apart fastest.
pub(crate) fn answer(value: &dyn Json) -> Result<JsValue, JsValue> {
    parsed(&value.text())
}

/// JSON as a JavaScript value.
pub(crate) fn parsed(json: &str) -> Result<JsValue, JsValue> {
    read(json)
}

/// A JavaScript `Error` with our code on it.
pub(crate) fn thrown(code: &str, message: &str) -> JsValue {
    let error = Thrown::new(message);
    error.set_code(code);
    error.into()
}

/// The same, with the words in both languages in its `words`; the message is Chinese.
#[cfg(feature = "office")]
pub(crate) fn thrown_in_words(code: &str, words: &crate::text::Words) -> JsValue {
    let error = Thrown::new(&words.zh);
    error.set_code(code);
    error.set_words(answer(words).unwrap_or_default());
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
#[cfg(feature = "office")]
pub(crate) fn lang_of(lang: &str) -> Lang {
    if lang == "en" { Lang::En } else { Lang::Zh }
}
