//! Calculations over amounts, dates and the almanac. Pure: they know no ledger and no messages,
//! and answer with values or reasons.
