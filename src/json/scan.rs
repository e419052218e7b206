//! Text → values, in one pass, borrowing what has no escapes; stops at the first fault.

use std::borrow::Cow;
use std::ops::Range;

use super::canon::Canon;
use crate::limits::NESTING;

/// Where a text stops being JSON, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Byte offset from the start of the text.
    pub offset: usize,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// Why a text is not JSON this project reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The text ends in the middle.
    Ends,
    /// A character that cannot stand here.
    Unexpected,
    /// An escape that is none, or half a surrogate pair.
    Escape,
    /// More arrays and objects inside one another than [`NESTING`].
    Nesting,
    /// A number that is not whole, or past 2^53 − 1: it has no one canonical form everywhere.
    Number,
    /// The same key twice in one object.
    Duplicate,
}

/// What stands next in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `{`
    Object,
    /// `[`
    Array,
    /// `"`
    Text,
    /// A digit or a sign.
    Number,
    /// `true` or `false`.
    Flag,
    /// `null`
    Null,
}

/// What reads the value behind each key of an object.
pub type EachMember<'f, 'a, E> = &'f mut dyn FnMut(&mut Scanner<'a>, Cow<'a, str>) -> Result<(), E>;

/// Reads a text from the front. After a fault nothing more can be read from it.
#[derive(Debug, Clone)]
pub struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// How many more arrays and objects may open.
    left: usize,
    pub(super) canon: Canon,
}

/// Whether short texts of one length are the same, eight bytes at a time: a module compares a byte
/// at a time, and a computer has to call somebody who compares many.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    match (one.last_chunk(), other.last_chunk()) {
        (Some(end), Some(other_end)) => {
            let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
            let mut words = one.as_chunks().0.iter().zip(other.as_chunks().0);
            word(end) == word(other_end) && words.all(|(one, other)| word(one) == word(other))
        }
        _ => one.iter().eq(other),
    }
}

impl<'a> Scanner<'a> {
    /// A scanner at the start of a text.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            left: NESTING,
            canon: Canon::NEW,
        }
    }

    /// A scanner that allows so many more arrays and objects inside one another: for a file that
    /// carries other files whole.
    pub const fn roomier(text: &'a str, more: usize) -> Self {
        Self {
            text,
            at: 0,
            left: NESTING + more,
            canon: Canon::NEW,
        }
    }

    /// Bytes read so far.
    pub const fn offset(&self) -> usize {
        self.at
    }

    /// Bytes still to be read.
    pub const fn unread(&self) -> usize {
        self.text.len().saturating_sub(self.at)
    }

    /// Whether all that was read so far is surely as RFC 8785 has it. Keys past ASCII, whose order is
    /// that of UTF-16, and numbers of more than fifteen digits are left to others.
    pub const fn is_canonical(&self) -> bool {
        self.canon.holds()
    }

    /// The bytes that go with the member just read when it is taken out of a canonical object, by
    /// where its value begins: its key, its colon, and the comma before it, or, of the first, the
    /// one behind.
    pub fn member(&self, key: &str, value: usize) -> Range<usize> {
        let byte = |at: usize| self.text.as_bytes().get(at);
        let before = value.saturating_sub(key.len() + r#","":"#.len());
        let is_behind_another = byte(before) == Some(&b',');
        let is_before_another = !is_behind_another && byte(self.at) == Some(&b',');
        before + usize::from(!is_behind_another)..self.at + usize::from(is_before_another)
    }

    pub(super) fn fault<T>(&self, kind: FaultKind) -> Result<T, Fault> {
        let kind = if self.text.len() <= self.at && kind == FaultKind::Unexpected {
            FaultKind::Ends
        } else {
            kind
        };
        Err(Fault {
            offset: self.at,
            kind,
        })
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn skip_blanks(&mut self) {
        // Most files have none, and of other bytes one comparison tells.
        if self.byte().is_none_or(|byte| b' ' < byte) {
            return;
        }
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
            self.canon.blank();
        }
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        self.skip_blanks();
        if self.byte() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        self.fault(FaultKind::Unexpected)
    }

    fn takes(&mut self, byte: u8) -> bool {
        self.skip_blanks();
        let is_it = self.byte() == Some(byte);
        self.at += usize::from(is_it);
        is_it
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What stands next.
    ///
    /// # Errors
    /// When the text has ended or no value can start here.
    pub fn shape(&mut self) -> Result<Shape, Fault> {
        self.skip_blanks();
        match self.byte() {
            Some(b'{') => Ok(Shape::Object),
            Some(b'[') => Ok(Shape::Array),
            Some(b'"') => Ok(Shape::Text),
            Some(b'-' | b'0'..=b'9') => Ok(Shape::Number),
            Some(b't' | b'f') => Ok(Shape::Flag),
            Some(b'n') => Ok(Shape::Null),
            _ => self.fault(FaultKind::Unexpected),
        }
    }

    /// Nothing but blanks is left.
    ///
    /// # Errors
    /// When something is.
    pub fn end(&mut self) -> Result<(), Fault> {
        self.skip_blanks();
        if self.rest().is_empty() {
            Ok(())
        } else {
            self.fault(FaultKind::Unexpected)
        }
    }

    /// Reads an object, handing each key to `member`, which must read the value.
    ///
    /// # Errors
    /// At the first fault, the members before it having been handed over.
    pub fn object<E: From<Fault>>(&mut self, member: EachMember<'_, 'a, E>) -> Result<(), E> {
        self.members(None, member)
    }

    /// The same, where `next` says which key will probably come: that is looked at in one step, and
    /// handed over as it was told.
    pub(crate) fn object_like<E: From<Fault>>(
        &mut self,
        next: &dyn Fn() -> &'static str,
        member: EachMember<'_, 'a, E>,
    ) -> Result<(), E> {
        self.members(Some(next), member)
    }

    fn members<E: From<Fault>>(
        &mut self,
        next: Option<&dyn Fn() -> &'static str>,
        member: EachMember<'_, 'a, E>,
    ) -> Result<(), E> {
        self.enter(b'{')?;
        if !self.takes(b'}') {
            let mut last = None;
            loop {
                let key = match next.map(|next| next()) {
                    Some(known) if self.goes_past(known) => Cow::Borrowed(known),
                    _ => self.text()?,
                };
                let plain = match key {
                    Cow::Borrowed(key) => Some(key),
                    Cow::Owned(_) => None,
                };
                self.canon.key(plain, &mut last);
                self.expect(b':')?;
                member(self, key)?;
                if !self.takes(b',') {
                    break;
                }
            }
            self.expect(b'}')?;
        }
        self.left += 1;
        Ok(())
    }

    /// Goes past a text, where it is a certain one, as most programs write it.
    fn goes_past(&mut self, text: &str) -> bool {
        let (start, end) = (self.at + 1, self.at + 1 + text.len());
        let bytes = self.text.as_bytes();
        let is_it = bytes.get(end) == Some(&b'"')
            && bytes.get(self.at) == Some(&b'"')
            && (bytes.get(start..end)).is_some_and(|found| is_same(found, text.as_bytes()));
        self.at = if is_it { end + 1 } else { self.at };
        is_it
    }

    /// Reads an array; `item` must read one value each time.
    ///
    /// # Errors
    /// At the first fault, the items before it having been handed over.
    pub fn array<E: From<Fault>>(
        &mut self,
        item: &mut dyn FnMut(&mut Self) -> Result<(), E>,
    ) -> Result<(), E> {
        self.enter(b'[')?;
        if !self.takes(b']') {
            loop {
                item(self)?;
                if !self.takes(b',') {
                    break;
                }
            }
            self.expect(b']')?;
        }
        self.left += 1;
        Ok(())
    }

    fn enter(&mut self, bracket: u8) -> Result<(), Fault> {
        self.expect(bracket)?;
        if self.left == 0 {
            return self.fault(FaultKind::Nesting);
        }
        self.left -= 1;
        Ok(())
    }

    /// Reads a number and returns its text, checked against the JSON grammar.
    ///
    /// # Errors
    /// When no number stands here.
    pub fn number(&mut self) -> Result<&'a str, Fault> {
        self.skip_blanks();
        let start = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        match self.byte() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits()?,
            _ => return self.fault(FaultKind::Unexpected),
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let found = self.text.get(start..self.at).unwrap_or_default();
        self.canon.number(found);
        Ok(found)
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        if count == 0 {
            self.fault(FaultKind::Unexpected)
        } else {
            Ok(())
        }
    }

    /// Reads `true` or `false`.
    ///
    /// # Errors
    /// When neither stands here.
    pub fn flag(&mut self) -> Result<bool, Fault> {
        self.skip_blanks();
        let (word, value) = if self.byte() == Some(b't') {
            ("true", true)
        } else {
            ("false", false)
        };
        self.word(word).map(|()| value)
    }

    /// Reads `null`.
    ///
    /// # Errors
    /// When it does not stand here.
    pub fn null(&mut self) -> Result<(), Fault> {
        self.skip_blanks();
        self.word("null")
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        if self.rest().starts_with(word) {
            self.at += word.len();
            return Ok(());
        }
        if word.starts_with(self.rest()) {
            self.at = self.text.len();
        }
        self.fault(FaultKind::Unexpected)
    }

    /// Reads past one value of any shape and returns its text.
    ///
    /// # Errors
    /// At the first fault inside it.
    pub fn skip(&mut self) -> Result<&'a str, Fault> {
        self.skip_blanks();
        let start = self.at;
        match self.shape()? {
            Shape::Object => self.object(&mut |inner, _| inner.skip().map(drop))?,
            Shape::Array => self.array(&mut |inner| inner.skip().map(drop))?,
            Shape::Text => drop(self.text()?),
            Shape::Number => drop(self.number()?),
            Shape::Flag => drop(self.flag()?),
            Shape::Null => self.null()?,
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_differs_in_any_byte_is_another() {
        for length in 0..20 {
            let key = vec![b'a'; length];
            assert!(is_same(&key, &key));
            for at in 0..length {
                let mut other = key.clone();
                other[at] = b'b';
                assert!(!is_same(&key, &other), "byte {at} of {length}");
            }
        }
    }
}
