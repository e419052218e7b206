//! Calculations over amounts, dates and the almanac. Pure: they know no ledger and no messages,
//! and answer with values or reasons.

pub mod capital;
pub mod contact;
pub mod deadlines;
pub mod deposit;
pub mod limitation;
pub mod size;
pub mod term;
