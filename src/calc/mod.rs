//! Calculations over amounts, dates and the almanac. Pure: they know no ledger and no messages,
//! and answer with values or reasons.

pub mod accrual;
pub mod allocation;
pub mod appropriation;
pub mod basis;
pub mod cautions;
pub mod clearance;
pub mod course;
pub mod interest;
pub mod notes;
pub mod progress;
pub mod repayment;
pub mod replanning;
pub mod schedule;
pub mod split;
