//! What of the answers is written by hand, as TypeScript has it.

use super::answer::Texts;
use crate::json::{Declared, Typed};
use crate::rule::Severity;

impl Typed for Severity {
    fn typed(_: &mut Declared) -> String {
        "Severity".to_owned()
    }
}

impl Typed for Texts {
    fn typed(_: &mut Declared) -> String {
        "Record<string, string>".to_owned()
    }
}
