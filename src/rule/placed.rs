//! A finding among the ledgers of many units.

use crate::rule::Finding;

/// A finding, and the ledger it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The ledger's place in the collection, counted from 0; `None` where it is about none of them,
    /// such as a unit that has handed nothing in.
    pub ledger: Option<usize>,
    /// What was found there.
    pub finding: Finding,
}
