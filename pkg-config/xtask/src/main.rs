//! Sets up, builds, serves and tests.

fn main() {}
