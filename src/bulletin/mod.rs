//! The county's figures on paper.
