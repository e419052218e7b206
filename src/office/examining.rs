//! Many files of a county examined at once, for a thread beside the page.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::almanac::Law;
use crate::county::{County, examine};
use crate::javascript::{campaign_of, day};

/// Examines files, one behind the other in `bytes`, each received on a day: what was found in each,
/// for [`CountyBook::add_examined`](super::county::CountyBook::add_examined). Of a collection,
/// which is no single file, nothing is found here.
///
/// # Errors
/// `campaign`, `date`.
#[wasm_bindgen(js_name = examineFiles)]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript gives them away")]
pub fn examine_files(
    campaign: &str,
    names: Vec<String>,
    bytes: &[u8],
    lengths: &[u32],
    days: Vec<String>,
) -> Result<Vec<String>, JsValue> {
    let campaign = campaign_of(campaign)?;
    let (mut rest, mut found) = (bytes, Vec::new());
    for ((name, length), received_on) in names.iter().zip(lengths).zip(&days) {
        let on = day(received_on)?;
        let length = usize::try_from(*length).unwrap_or(usize::MAX);
        let (file, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        rest = behind;
        let examined = || examine(name, file, on, &campaign, Law::carried()).found();
        found.push(if County::is_one(file) {
            String::new()
        } else {
            examined()
        });
    }
    Ok(found)
}
