//! The exports for JavaScript of the page's first module; every export is a line or two, and what is
//! longer belongs to the rooms above.
//!
//! Text and bytes come in, plain objects go out; what cannot be done throws an `Error` with a
//! `code`. The module carries no campaign: whoever calls it hands over the text of a file.

#![expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands over what it makes of a JavaScript value, and takes no references to options or lists"
)]

mod local_storage;
mod session;

pub use session::WasmSession;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::api;
use crate::campaign::Context;
use crate::draft::{Drafts, StoreError};
use crate::javascript::{answer, campaign_of, day, lang_of, thrown};
use crate::session::{Change, EditError, Session};
use local_storage::LocalStorage;

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
    let campaign = campaign_of(campaign)?;
    Ok(api::validate(name, bytes, &Context::new(&campaign, day(today)?)).json(lang_of(lang)))
}

/// The drafts in local storage, the newest first; of the campaign with this id.
///
/// # Errors
/// `storage_forbidden`.
#[wasm_bindgen]
pub fn drafts(campaign_id: &str) -> Result<JsValue, JsValue> {
    answer(&drafts_of(campaign_id)?.list().map_err(store_error)?)
}

/// Opens a draft, as far as it can be read.
///
/// # Errors
/// `campaign`, `date`, `storage_forbidden`, `draft_missing`.
#[wasm_bindgen]
pub fn open_draft(draft: &str, campaign: &str, today: &str) -> Result<WasmSession, JsValue> {
    let campaign = campaign_of(campaign)?;
    let reading = drafts_of(&campaign.id)?.open(draft).map_err(store_error)?;
    Ok(WasmSession::of(Session::open(
        reading,
        campaign,
        day(today)?,
    )))
}

/// The text of a draft as it lies in storage.
///
/// # Errors
/// `storage_forbidden`, `draft_missing`.
#[wasm_bindgen]
pub fn draft_text(draft: &str, campaign_id: &str) -> Result<String, JsValue> {
    drafts_of(campaign_id)?.text(draft).map_err(store_error)
}

/// Forgets a draft.
///
/// # Errors
/// `storage_forbidden`.
#[wasm_bindgen]
pub fn remove_draft(draft: &str, campaign_id: &str) -> Result<(), JsValue> {
    drafts_of(campaign_id)?.remove(draft).map_err(store_error)
}

fn drafts_of(campaign_id: &str) -> Result<Drafts<LocalStorage>, JsValue> {
    Ok(Drafts::new(
        LocalStorage::open().map_err(store_error)?,
        campaign_id,
    ))
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
