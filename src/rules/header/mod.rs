//! H: to be listed.

use crate::rule::Rule;

pub(super) const RULES: &[&Rule] = &[];
