//! Strings: borrowed where they have no escapes.

use std::borrow::Cow;

use super::plain::plain;
use super::scan::{Fault, FaultKind, Scanner};

impl<'a> Scanner<'a> {
    /// Reads a string; borrows it when it has no escapes.
    ///
    /// # Errors
    /// When no string stands here, it does not end, or an escape is none.
    pub fn text(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.skip_blanks();
        let start = self.at;
        self.expect(b'"')?;
        let run = self.plain();
        match self.byte() {
            Some(b'"') => {
                self.at += 1;
                Ok(Cow::Borrowed(run))
            }
            Some(b'\\') => {
                let found = self.escaped(run)?;
                let raw = self.text.get(start..self.at).unwrap_or_default();
                self.canon.escaped(&found, raw);
                Ok(Cow::Owned(found))
            }
            Some(_) => self.fault(FaultKind::Unexpected),
            None => self.fault(FaultKind::Ends),
        }
    }

    /// Reads on to the next quote, backslash or control character.
    fn plain(&mut self) -> &'a str {
        let from = self.at;
        self.at += plain(self.rest().as_bytes());
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// The rest of a string from its first escape on.
    fn escaped(&mut self, before: &str) -> Result<String, Fault> {
        let mut found = before.to_owned();
        loop {
            found.push_str(self.plain());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(found);
                }
                Some(b'\\') => {
                    self.at += 1;
                    found.push(self.escape()?);
                }
                Some(_) => return self.fault(FaultKind::Unexpected),
                None => return self.fault(FaultKind::Ends),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let Some(letter) = self.byte() else {
            return self.fault(FaultKind::Ends);
        };
        self.at += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return self.fault(FaultKind::Escape),
        })
    }

    fn unicode(&mut self) -> Result<char, Fault> {
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high).map_or_else(|| self.fault(FaultKind::Escape), Ok);
        }
        if !self.rest().starts_with("\\u") {
            return self.fault(FaultKind::Escape);
        }
        self.at += 2;
        let low = self.hex()?;
        if !(0xdc00..0xe000).contains(&low) {
            return self.fault(FaultKind::Escape);
        }
        let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
        char::from_u32(code).map_or_else(|| self.fault(FaultKind::Escape), Ok)
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let digits = self.text.get(self.at..self.at + 4);
        let value = digits
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match value {
            Some(value) => {
                self.at += 4;
                Ok(value)
            }
            None => self.fault(if self.rest().len() < 4 {
                FaultKind::Ends
            } else {
                FaultKind::Escape
            }),
        }
    }
}
