//! Workbooks and sheets of text, in and out.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::api::{self, Contents};
use crate::campaign::Context;
use crate::export::{self, Encoding, Unwritten};
use crate::javascript::{answer, campaign_of, day, thrown};
use crate::ledger::Ledger;
use crate::review::review;

/// What a workbook holds: a whole ledger where it is one of ours, else its sheets as text.
///
/// # Errors
/// `J-12` where it is not opened.
#[wasm_bindgen]
pub fn workbook_read(bytes: Vec<u8>) -> Result<JsValue, JsValue> {
    answer(&Contents::of(bytes).map_err(|why| super::refused(&why))?)
}

/// A draft, by its bytes, as a workbook; with a sheet of findings where that is asked for.
///
/// # Errors
/// `campaign`, `date`, `unwritten`; the code of what is wrong with the draft.
#[wasm_bindgen]
pub fn workbook_write(
    draft: &[u8],
    campaign: &str,
    today: &str,
    findings: bool,
) -> Result<Vec<u8>, JsValue> {
    let (ledger, campaign, today) = (ledger(draft)?, campaign_of(campaign)?, day(today)?);
    let found = findings.then(|| review(&ledger, &Context::new(&campaign, today)));
    export::workbook(&export::Book {
        ledger: &ledger,
        title: &campaign.sheet_title,
        findings: found.as_deref(),
        today,
    })
    .map_err(|why| unwritten(&why))
}

/// The debts of a draft, by its bytes, as text: `csv` or `tsv`, in `utf-8` or `gb18030`.
///
/// # Errors
/// The code of what is wrong with the draft.
#[wasm_bindgen]
pub fn sheet_write(draft: &[u8], format: &str, encoding: &str) -> Result<Vec<u8>, JsValue> {
    let delimiter = if format == "tsv" { '\t' } else { ',' };
    let encoding = if encoding == "gb18030" {
        Encoding::Gb18030
    } else {
        Encoding::Utf8
    };
    let text = export::delimited(&ledger(draft)?, delimiter);
    Ok(export::encoded(&text, encoding))
}

/// The template of a campaign.
///
/// # Errors
/// `campaign`, `date`, `unwritten`.
#[wasm_bindgen]
pub fn template_write(campaign: &str, today: &str) -> Result<Vec<u8>, JsValue> {
    export::template(&campaign_of(campaign)?, day(today)?).map_err(|why| unwritten(&why))
}

fn ledger(draft: &[u8]) -> Result<Ledger, JsValue> {
    api::ledger(draft).map_err(|why| super::refused(&why))
}

fn unwritten(why: &Unwritten) -> JsValue {
    thrown("unwritten", &why.0)
}
