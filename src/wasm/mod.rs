//! The exports for JavaScript of the page's first module; every export is a line or two, and what is
//! longer belongs to the rooms above.
//!
//! Text and bytes come in, plain objects go out; what cannot be done throws an `Error` with a
//! `code`. The module carries no campaign: whoever calls it hands over the text of a file.

mod session;

pub use session::WasmSession;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::javascript::{campaign_of, day};
use crate::session::Session;

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

/// What a text is known by among the pieces of a draft.
#[wasm_bindgen]
pub fn mark(text: &str) -> String {
    crate::draft::mark(text)
}
