//! Calculations over amounts, dates and the almanac. Pure: they know no ledger and no messages,
//! and answer with values or reasons.

pub mod accrual;
pub mod allocation;
pub mod appropriation;
pub mod basis;
pub mod capital;
pub mod cautions;
pub mod clearance;
pub mod contact;
pub mod course;
pub mod deadlines;
pub mod deposit;
pub mod interest;
pub mod limitation;
pub mod notes;
pub mod progress;
pub mod repayment;
pub mod replanning;
pub mod schedule;
pub mod size;
pub mod split;
pub mod statement;
pub mod term;
