//! Plans, interest, movement, and a ledger that goes on: what the plan view, the paper and the
//! follow-up ask. `src/planning` says what stands in a form.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::javascript::{parsed, thrown};
use crate::json::Tree;
use crate::planning;
use crate::rollover::{self, Onward};
use crate::submission;

/// The debts of a draft, and how their plans stand.
///
/// # Errors
/// None: what cannot be used is told in the answer. So in all that ask with a form.
#[wasm_bindgen]
pub fn plan_debts(draft: &[u8], form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::debts(draft, form))
}

/// A plan for one debt.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn plan_propose(draft: &[u8], form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::propose(draft, form))
}

/// Plans for all debts within budgets.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn plan_share(draft: &[u8], form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::share(draft, form))
}

/// Whether an edited plan makes the balance.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn plan_weigh(form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::weigh(form))
}

/// Plans as a session writes them.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn plan_written(draft: &[u8], form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::written(draft, form))
}

/// Two plans for one debt side by side.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn plan_compare(draft: &[u8], form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::compare(draft, form))
}

/// The interest of one debt.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn interest(draft: &[u8], form: &str) -> Result<JsValue, JsValue> {
    parsed(&planning::interest(draft, form))
}

/// What became of the arrears since the ledger before.
///
/// # Errors
/// As [`plan_debts`].
#[wasm_bindgen]
pub fn movement(before: &[u8], draft: &[u8]) -> Result<JsValue, JsValue> {
    parsed(&planning::movement(before, draft))
}

/// The ledger that goes on from one that was handed in: that of the next period, or an amendment.
///
/// # Errors
/// `damaged`, `not_handed_in`, `no_period`.
#[wasm_bindgen]
pub fn onward(file: &[u8], how: &str) -> Result<JsValue, JsValue> {
    let how = match how {
        "amend" => Onward::Amendment,
        _ => Onward::NextPeriod,
    };
    let next = rollover::onward(file, how).map_err(|why| thrown(why.code(), why.code()))?;
    let period = next.header.period.map(|period| period.to_string());
    parsed(
        &Tree::map([
            ("draft", Tree::text(submission::draft(&next))),
            ("period", Tree::text(period.unwrap_or_default())),
            ("revision", Tree::Number(i64::from(next.revision))),
        ])
        .canonical(),
    )
}
