//! One debt → why its values are what they are.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::campaign::Context;
use crate::explain;
use crate::javascript::{answer, campaign_of, day};
use crate::ledger::Before;
use crate::read::{read, read_before};

/// Where the values of a debt come from that nobody typed. `debt` and `before` are what
/// `Session.subject(row)` answers.
///
/// # Errors
/// `campaign`, `date`.
#[wasm_bindgen]
pub fn explain(
    debt: &str,
    before: Option<String>,
    row: usize,
    campaign: &str,
    today: &str,
) -> Result<JsValue, JsValue> {
    let campaign = campaign_of(campaign)?;
    let before = before.map(|text| Before::of(read_before(text.as_bytes()).ledger));
    let context = Context {
        before: before.as_ref(),
        ..Context::new(&campaign, day(today)?)
    };
    answer(&explain::alone(
        &read(debt.as_bytes()).ledger,
        row,
        &context,
    ))
}
