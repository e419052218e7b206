//! The exports for JavaScript. The only room that knows wasm-bindgen; every export is a line or
//! two, and what is longer belongs to the rooms above.
//!
//! Text and bytes come in, plain objects go out; what cannot be done throws an `Error` with a
//! `code`. The module carries no campaign: whoever calls it hands over the text of a file.

#![expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands over what it makes of a JavaScript value, and takes no references to options or lists"
)]

mod session;

pub use session::WasmSession;

use chrono::NaiveDate;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::api;
use crate::campaign::{Campaign, Context};
use crate::json::Json;
use crate::session::{Change, EditError, Session};
use crate::text::Lang;

/// One that is a third as large as the standard library's.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A new, empty ledger.
///
/// # Errors
/// `campaign`, `date`.
#[wasm_bindgen]
pub fn create(campaign: &str, today: &str) -> Result<WasmSession, JsValue> {
    Ok(WasmSession::of(Session::new(
        campaign_of(campaign)?,
        day(today)?,
    )))
}

/// Opens a file by its bytes.
///
/// # Errors
/// `campaign`, `date`; what is wrong with the file is in `opened()`.
#[wasm_bindgen]
pub fn open(bytes: &[u8], campaign: &str, today: &str) -> Result<WasmSession, JsValue> {
    let reading = crate::read::read(bytes);
    Ok(WasmSession::of(Session::open(
        reading,
        campaign_of(campaign)?,
        day(today)?,
    )))
}

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
    let lang = if lang == "en" { Lang::En } else { Lang::Zh };
    let campaign = campaign_of(campaign)?;
    Ok(api::validate(name, bytes, &Context::new(&campaign, day(today)?)).json(lang))
}

/// What a text is known by among the pieces of a draft.
#[wasm_bindgen]
pub fn mark(text: &str) -> String {
    crate::draft::mark(text)
}

fn campaign_of(text: &str) -> Result<Campaign, JsValue> {
    Campaign::parse(text).map_err(|why| thrown("campaign", &why.0.zh))
}

fn day(today: &str) -> Result<NaiveDate, JsValue> {
    crate::date::When::parse_day(today).map_err(|_| thrown("date", "today should be YYYY-MM-DD"))
}

/// The only place where a Rust value becomes a JavaScript one: as text, which the browser's own
/// reader takes apart fastest.
fn answer(value: &dyn Json) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&value.text())
}

/// One copy for all edits, so that the module stays small.
#[inline(never)]
fn changed(change: Result<Change, EditError>) -> Result<JsValue, JsValue> {
    answer(&change.map_err(edit_error)?)
}

fn edit_error(why: EditError) -> JsValue {
    thrown(why.code(), &why.to_string())
}

/// A JavaScript `Error` with our code on it.
fn thrown(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a new plain error cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
