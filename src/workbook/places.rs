//! Places and counts that are written so large that the library would count wrong by them.
//!
//! It adds up the letters and digits of a reference as they come, takes one end of an area from the
//! other, and makes room for as many texts as a part says it has. Where it may, it stops, which is
//! caught; a module cannot catch it, and room for more texts than there is memory ends the program.
//! So such attributes are looked for while a part is unpacked, wherever they stand in it, for what
//! looks for tags can be led astray.

use super::Refusal;

/// What an attribute says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cell,
    Area,
    Count,
}

const NAMES: [(&[u8], Kind); 3] = [
    (b"r", Kind::Cell),
    (b"ref", Kind::Area),
    (b"uniqueCount", Kind::Count),
];

/// The most letters of a column, `XFD`, and digits of a row, `1048576`; no part has more texts.
const LETTERS: u8 = 3;
const DIGITS: u8 = 7;

/// Where in an attribute the scan is.
#[derive(Debug, Clone, Copy)]
enum State {
    Outside,
    BeforeValue(Kind),
    Value(Kind),
}

/// A scan of one part, piece by piece.
#[derive(Debug)]
pub(super) struct Places {
    state: State,
    /// The last sixteen bytes, blanks between words as one.
    last: u128,
    letters: u8,
    digits: u8,
    column: u32,
    row: u32,
    /// The first end of an area.
    first: Option<(u32, u32)>,
    /// No byte was seen yet.
    is_fresh: bool,
}

impl Default for Places {
    fn default() -> Self {
        Self {
            state: State::Outside,
            last: 0,
            letters: 0,
            digits: 0,
            column: 0,
            row: 0,
            first: None,
            is_fresh: true,
        }
    }
}

impl Places {
    /// Looks at the next bytes.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        // In letters of two bytes nothing of this would be found.
        if self.is_fresh
            && matches!(
                bytes,
                [b'<', 0, ..] | [0, b'<', ..] | [0xff, 0xfe, ..] | [0xfe, 0xff, ..]
            )
        {
            return Err(Refusal::Damaged);
        }
        self.is_fresh &= bytes.is_empty();
        for byte in bytes {
            self.byte(*byte)?;
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), Refusal> {
        match self.state {
            State::Outside => self.outside(byte),
            State::BeforeValue(kind) => match byte {
                b'"' | b'\'' => {
                    self.first = None;
                    self.begin();
                    self.state = State::Value(kind);
                }
                blank if blank.is_ascii_whitespace() => {}
                _ => self.leave(),
            },
            State::Value(kind) => return self.value(kind, byte),
        }
        Ok(())
    }

    fn outside(&mut self, byte: u8) {
        let byte = if byte.is_ascii_whitespace() {
            b' '
        } else {
            byte
        };
        let is_blank = self.last & 0xff == u128::from(b' ');
        if byte == b'=' {
            self.state = self.named().map_or(State::Outside, State::BeforeValue);
        }
        if byte != b' ' || !is_blank {
            self.last = self.last << 8 | u128::from(byte);
        }
    }

    /// The attribute whose name was read last.
    fn named(&self) -> Option<Kind> {
        let last = self.last.to_be_bytes();
        let last = last.strip_suffix(b" ").unwrap_or(&last);
        // A name stands behind a blank, or where that was forgotten behind the value before.
        let is_before_a_name = |byte: &u8| b" \"'".contains(byte);
        let is_named = |name: &[u8]| {
            let before = last.strip_suffix(name).and_then(<[u8]>::last);
            before.is_some_and(is_before_a_name)
        };
        let found = NAMES.iter().find(|(name, _)| is_named(name));
        found.map(|(_, kind)| *kind)
    }

    fn value(&mut self, kind: Kind, byte: u8) -> Result<(), Refusal> {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if self.digits == 0 && kind != Kind::Count => {
                self.letters += 1;
                self.column = self.column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
            }
            b'0'..=b'9' => {
                self.digits += 1;
                self.row = self.row * 10 + u32::from(byte - b'0');
            }
            b':' if kind == Kind::Area && self.first.is_none() => {
                self.first = Some((self.row, self.column));
                self.begin();
            }
            _ => {
                let is_turned = |(row, column)| self.row < row || self.column < column;
                if matches!(byte, b'"' | b'\'') && self.first.is_some_and(is_turned) {
                    return Err(Refusal::Damaged);
                }
                self.leave();
            }
        }
        if LETTERS < self.letters || DIGITS < self.digits {
            return Err(Refusal::Damaged);
        }
        Ok(())
    }

    /// Begins a place.
    fn begin(&mut self) {
        (self.letters, self.digits, self.column, self.row) = (0, 0, 0, 0);
    }

    fn leave(&mut self) {
        self.begin();
        (self.state, self.last) = (State::Outside, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_taken(text: &str) -> bool {
        let whole = Places::default().take(text.as_bytes()).is_ok();
        let mut places = Places::default();
        let by_bytes = text.bytes().all(|byte| places.take(&[byte]).is_ok());
        assert_eq!(whole, by_bytes, "{text}");
        whole
    }

    #[test]
    fn places_of_a_sheet_are_taken() {
        for text in [
            "<c r=\"XFD1048576\" s=\"99999999999\">",
            "<dimension ref='A1:XFD1048576'/><mergeCell ref=\"B2:B2\"/>",
            "<sst count=\"99999999999\" uniqueCount=\"1400000\">",
            "<c:pageMargins r=\"0.70000000000000007\"/>",
            "<a r:id=\"rId99999999999\" xr=\"ABCDEFG1\" x-r=\"ABCDEFG1\" sqref=\"ABCDEFG1\"/>",
            "<t>r = ABCDEFG99999999999</t><row r=\"\">",
        ] {
            assert!(is_taken(text), "{text}");
        }
    }

    #[test]
    fn places_beyond_every_sheet_are_not() {
        for text in [
            "<c r=\"ABCD1\">",
            "<c s=\"1\" r=\"A99999999\">",
            "<row r \t\n  =  '99999999999'>",
            "<a b=\"c\"r=\"ABCD1\">",
            "<dimension ref=\"B1:A1\">",
            "<mergeCell ref=\"A2:A1\">",
            "<mergeCell ref=\"A1:ABCD1\">",
            "<sst uniqueCount=\"99999999\">",
            "<!-- ' --><c r=\"ABCD1\">",
        ] {
            assert!(!is_taken(text), "{text}");
        }
        let wide: Vec<u8> = "<c r=\"ABCD1\">"
            .bytes()
            .flat_map(|byte| [byte, 0])
            .collect();
        assert!(Places::default().take(&wide).is_err());
    }
}
