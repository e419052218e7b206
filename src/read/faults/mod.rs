//! J and L: what can be wrong with a file as a whole.

mod digest_differs;
mod key_twice;
mod no_heading;
mod not_json;
mod not_opened;
mod not_text;
mod number_not_carried;
mod other_campaign;
mod other_format;
mod other_spelling;
mod other_version;
mod too_deep;
mod too_large;
mod too_many_children;
mod too_many_columns;
mod too_many_rows;
mod total_row;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
#[cfg_attr(
    not(feature = "workbook"),
    expect(
        dead_code,
        reason = "asked where workbooks are read, listed everywhere"
    )
)]
mod workbook_refused;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
#[cfg_attr(
    not(feature = "workbook"),
    expect(
        dead_code,
        reason = "asked where workbooks are read, listed everywhere"
    )
)]
mod workbook_told;
mod wrong_shape;

use crate::rule::Rule;

/// Drafts may be written by hand: only submissions have one spelling.
pub(super) const OTHER_SPELLING: &str = other_spelling::RULE.code;

pub(crate) use digest_differs::digest_differs;
pub(crate) use key_twice::key_twice;
pub(crate) use no_heading::no_heading;
pub(crate) use not_json::not_json;
pub(crate) use not_opened::not_opened;
pub(crate) use not_text::{empty, not_text, workbook};
pub(crate) use number_not_carried::number_not_carried;
pub(crate) use other_campaign::other_campaign;
pub(crate) use other_format::other_format;
pub(crate) use other_spelling::other_spelling;
pub(crate) use other_version::other_version;
pub(crate) use too_deep::too_deep;
pub(crate) use too_large::too_large;
pub(crate) use too_many_children::too_many_children;
pub(crate) use too_many_columns::too_many_columns;
pub(crate) use too_many_rows::too_many_rows;
pub(crate) use total_row::total_row;
#[cfg(feature = "workbook")]
pub(crate) use workbook_refused::workbook_refused;
#[cfg(feature = "workbook")]
pub(crate) use workbook_told::workbook_told;
pub(crate) use wrong_shape::wrong_shape;

pub(super) const RULES: &[&Rule] = &[
    &not_json::RULE,
    &other_format::RULE,
    &other_version::RULE,
    &digest_differs::RULE,
    &key_twice::RULE,
    &other_campaign::RULE,
    &wrong_shape::RULE,
    &number_not_carried::RULE,
    &not_text::RULE,
    &no_heading::RULE,
    &too_large::RULE,
    &too_many_rows::RULE,
    &not_opened::RULE,
    &too_many_children::RULE,
    &total_row::RULE,
    &too_many_columns::RULE,
    &too_deep::RULE,
    &other_spelling::RULE,
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    &workbook_refused::RULE,
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    &workbook_told::RULE,
];
