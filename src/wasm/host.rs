//! What the module asks of JavaScript, declared here rather than taken from `js-sys` and `web-sys`:
//! they are written for all that a browser can do, and leave more in the module than this room is
//! long.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// `JSON.parse`
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    pub(super) fn parse_json(text: &str) -> Result<JsValue, JsValue>;

    /// An `Error`, ours or the browser's.
    pub(super) type Error;

    /// `new Error(message)`
    #[wasm_bindgen(constructor)]
    pub(super) fn new(message: &str) -> Error;

    /// `error.code = code`
    #[wasm_bindgen(method, setter)]
    pub(super) fn set_code(this: &Error, code: &str);

    /// `error.name`
    #[wasm_bindgen(catch, method, getter)]
    pub(super) fn name(this: &Error) -> Result<String, JsValue>;

    /// `window.localStorage.getItem(key)`; like all below it throws where storage is switched off.
    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = getItem)]
    pub(super) fn storage_get(key: &str) -> Result<Option<String>, JsValue>;

    /// `window.localStorage.setItem(key, text)`
    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = setItem)]
    pub(super) fn storage_set(key: &str, text: &str) -> Result<(), JsValue>;

    /// `window.localStorage.removeItem(key)`
    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = removeItem)]
    pub(super) fn storage_remove(key: &str) -> Result<(), JsValue>;

    /// `window.localStorage.key(index)`: nothing past the last.
    #[wasm_bindgen(catch, js_namespace = ["window", "localStorage"], js_name = key)]
    pub(super) fn storage_key(index: usize) -> Result<Option<String>, JsValue>;
}
