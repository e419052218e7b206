//! Who plans and who supervises: the responsibility matrix held against what a debt says.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
