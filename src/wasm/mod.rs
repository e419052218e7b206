//! The exports for JavaScript. The only room that knows wasm-bindgen; every export is a line or
//! two, and what is longer belongs to the rooms above.
//!
//! Text and bytes come in, plain objects go out; what cannot be done throws an `Error` with a
//! `code`.

#![expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands over what it makes of a JavaScript value, and takes no references to options or lists"
)]

mod local_storage;
mod session;

pub use session::WasmSession;

use chrono::NaiveDate;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::api;
use crate::campaign::{Campaign, Context};
use crate::draft::{Drafts, StoreError};
use crate::session::{Change, EditError, Session};
use crate::text::Lang;
use local_storage::LocalStorage;

/// One that is a third as large as the standard library's.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A campaign file, or the one the module carries.
///
/// # Errors
/// `campaign` when the text is none.
#[wasm_bindgen]
pub fn campaign(text: Option<String>) -> Result<JsValue, JsValue> {
    campaign_of(text.clone())?;
    json(text.as_deref().unwrap_or(crate::campaign::YEXIAN_2022))
}

/// A new, empty ledger.
///
/// # Errors
/// `campaign`, `date`.
#[wasm_bindgen]
pub fn create(campaign: Option<String>, today: &str) -> Result<WasmSession, JsValue> {
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
pub fn open(bytes: &[u8], campaign: Option<String>, today: &str) -> Result<WasmSession, JsValue> {
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
    campaign: Option<String>,
    today: &str,
    lang: &str,
) -> Result<String, JsValue> {
    let lang = if lang == "en" { Lang::En } else { Lang::Zh };
    let campaign = campaign_of(campaign)?;
    Ok(api::validate(name, bytes, &Context::new(&campaign, day(today)?)).json(lang))
}

/// The drafts in local storage, the newest first.
///
/// # Errors
/// `campaign`, `storage_forbidden`.
#[wasm_bindgen]
pub fn drafts(campaign: Option<String>) -> Result<JsValue, JsValue> {
    answer(
        &drafts_of(&campaign_of(campaign)?)?
            .list()
            .map_err(store_error)?,
    )
}

/// Opens a draft, as far as it can be read.
///
/// # Errors
/// `campaign`, `date`, `storage_forbidden`, `draft_missing`.
#[wasm_bindgen]
pub fn open_draft(
    draft: &str,
    campaign: Option<String>,
    today: &str,
) -> Result<WasmSession, JsValue> {
    let campaign = campaign_of(campaign)?;
    let reading = drafts_of(&campaign)?.open(draft).map_err(store_error)?;
    Ok(WasmSession::of(Session::open(
        reading,
        campaign,
        day(today)?,
    )))
}

/// The text of a draft as it lies in storage.
///
/// # Errors
/// `campaign`, `storage_forbidden`, `draft_missing`.
#[wasm_bindgen]
pub fn draft_text(draft: &str, campaign: Option<String>) -> Result<String, JsValue> {
    drafts_of(&campaign_of(campaign)?)?
        .text(draft)
        .map_err(store_error)
}

/// Forgets a draft.
///
/// # Errors
/// `campaign`, `storage_forbidden`.
#[wasm_bindgen]
pub fn remove_draft(draft: &str, campaign: Option<String>) -> Result<(), JsValue> {
    drafts_of(&campaign_of(campaign)?)?
        .remove(draft)
        .map_err(store_error)
}

fn drafts_of(campaign: &Campaign) -> Result<Drafts<LocalStorage>, JsValue> {
    Ok(Drafts::new(
        LocalStorage::open().map_err(store_error)?,
        &campaign.id,
    ))
}

fn campaign_of(text: Option<String>) -> Result<Campaign, JsValue> {
    api::campaign(text.as_deref()).map_err(|why| thrown("campaign", &why.0.zh))
}

fn day(today: &str) -> Result<NaiveDate, JsValue> {
    crate::date::When::parse_day(today).map_err(|_| thrown("date", "today should be YYYY-MM-DD"))
}

/// Bulk goes out as text, which the browser's own reader takes apart fastest.
fn json(text: &str) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(text)
}

/// The only place where a Rust value becomes a JavaScript one.
fn answer(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|why| thrown("answer", &why.to_string()))
}

/// One copy for all edits, so that the module stays small.
#[inline(never)]
fn changed(change: Result<Change, EditError>) -> Result<JsValue, JsValue> {
    answer(&change.map_err(edit_error)?)
}

fn edit_error(why: EditError) -> JsValue {
    thrown(why.code(), &why.to_string())
}

fn store_error(why: StoreError) -> JsValue {
    thrown(why.code(), why.code())
}

/// A JavaScript `Error` with our code on it.
fn thrown(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a new plain error cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
