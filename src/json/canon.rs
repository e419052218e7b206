//! Whether what was read is in canonical form (RFC 8785), told token by token.

use super::tree::write_text;
use crate::IS_WHOLE;

/// The most digits of a number that surely every reader carries.
const DIGITS: usize = 15;

/// What is known of the text read so far.
#[derive(Debug, Clone)]
pub(super) struct Canon {
    holds: bool,
}

impl Canon {
    pub(super) const NEW: Self = Self { holds: true };

    /// Whether all of it is surely canonical.
    pub(super) const fn holds(&self) -> bool {
        IS_WHOLE && self.holds
    }

    /// There was a blank.
    pub(super) const fn blank(&mut self) {
        self.holds = false;
    }

    /// There was a key behind `last` in its object; none stands for one with escapes. Keys past
    /// ASCII, whose order is that of UTF-16, are left to others.
    pub(super) fn key<'a>(&mut self, key: Option<&'a str>, last: &mut Option<&'a str>) {
        if IS_WHOLE {
            self.holds &= key.is_some_and(str::is_ascii) && *last < key;
            *last = key;
        }
    }

    /// There was a text with escapes, which stands as `raw`.
    pub(super) fn escaped(&mut self, text: &str, raw: &str) {
        if IS_WHOLE {
            let mut shortest = String::new();
            write_text(text, &mut shortest);
            self.holds &= shortest == raw;
        }
    }

    /// There was a number.
    pub(super) fn number(&mut self, number: &str) {
        if IS_WHOLE {
            let digits = number.strip_prefix('-').unwrap_or(number);
            let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
            self.holds &= is_whole && digits.len() <= DIGITS && number != "-0";
        }
    }
}
