//! Text → values, in one pass, borrowing what has no escapes; stops at the first fault.

use std::borrow::Cow;

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
    text: &'a str,
    at: usize,
    /// How many more arrays and objects may open.
    left: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner at the start of a text.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            left: NESTING,
        }
    }

    /// A scanner that allows so many more arrays and objects inside one another: for a file that
    /// carries other files whole.
    pub const fn roomier(text: &'a str, more: usize) -> Self {
        Self {
            text,
            at: 0,
            left: NESTING + more,
        }
    }

    /// Bytes read so far.
    pub const fn offset(&self) -> usize {
        self.at
    }

    fn fault<T>(&self, kind: FaultKind) -> Result<T, Fault> {
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

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
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

    fn rest(&self) -> &'a str {
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
        self.enter(b'{')?;
        if !self.takes(b'}') {
            loop {
                self.skip_blanks();
                let key = self.text()?;
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

    /// Reads a string; borrows it when it has no escapes.
    ///
    /// # Errors
    /// When no string stands here, it does not end, or an escape is none.
    pub fn text(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            match self.byte() {
                Some(b'"') => {
                    let found = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(Cow::Borrowed(found));
                }
                Some(b'\\') => return self.escaped(start).map(Cow::Owned),
                Some(0x20..) => self.at += 1,
                Some(_) => return self.fault(FaultKind::Unexpected),
                None => return self.fault(FaultKind::Ends),
            }
        }
    }

    /// The rest of a string from its first escape on.
    fn escaped(&mut self, start: usize) -> Result<String, Fault> {
        let mut found = self.text.get(start..self.at).unwrap_or_default().to_owned();
        loop {
            let plain = self
                .rest()
                .bytes()
                .take_while(|b| !matches!(b, b'"' | b'\\' | ..0x20))
                .count();
            found.push_str(self.text.get(self.at..self.at + plain).unwrap_or_default());
            self.at += plain;
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
        Ok(self.text.get(start..self.at).unwrap_or_default())
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
