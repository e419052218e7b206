//! The exports for JavaScript of the page's second module, which is loaded when somebody asks for
//! what it does. A file a topic; every export is a line or two, and what is longer belongs to the
//! rooms above.
//!
//! Nothing is kept between calls, an open county apart: the text of a draft or the bytes of a file come in, and what is
//! answered is an object, a text or bytes. What cannot be done throws an `Error` with a `code`; of a
//! file that cannot be read, the code of the finding. `www/src/engine/office` has the types.

mod amount;
mod compare;
mod county;
mod examining;
mod explain;
mod planning;
mod seal;
mod validate;
mod workbook;

pub use amount::capital_words;
pub use compare::compare;
pub use county::CountyBook;
pub use examining::examine_files;
pub use explain::explain;
pub use planning::{
    interest, movement, onward, plan_compare, plan_debts, plan_propose, plan_share, plan_weigh,
    plan_written,
};
pub use seal::{derive, seal, unseal};
pub use validate::validate;
pub use workbook::{sheet_write, template_write, workbook_read, workbook_write};

use wasm_bindgen::prelude::JsValue;

use crate::amount::Unit;
use crate::javascript::thrown_in_words;
use crate::rule::Finding;
use crate::text::{Lang, Words};

/// What is wrong with a file, as an `Error` whose code is the finding's, with the finding in both
/// languages.
pub(crate) fn refused(finding: &Finding) -> JsValue {
    let said = |lang| finding.message(lang, Unit::Yuan);
    let words = Words {
        zh: said(Lang::Zh),
        en: said(Lang::En),
    };
    thrown_in_words(finding.rule.code, &words)
}
