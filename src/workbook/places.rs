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

/// What stands before the area all cells of a sheet lie in.
const WHOLE: &[u8] = b"dimension";

/// The longest name and what stands before it, and what is told by: `<dimension ref`.
const REMEMBERED: usize = 14;

/// A scan of one part, piece by piece.
#[derive(Debug)]
pub(super) struct Places {
    state: State,
    /// The last bytes of the pieces before, blanks at their end as one.
    before: Vec<u8>,
    letters: u8,
    digits: u8,
    column: u32,
    row: u32,
    /// The first end of an area.
    first: Option<(u32, u32)>,
    /// An area was named that is not a whole sheet: cells may be merged.
    pub(super) has_areas: bool,
    /// No byte was seen yet.
    is_fresh: bool,
}

impl Default for Places {
    fn default() -> Self {
        Self {
            state: State::Outside,
            before: Vec::new(),
            letters: 0,
            digits: 0,
            column: 0,
            row: 0,
            first: None,
            has_areas: false,
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
        let mut at = 0;
        while let Some((byte, left)) = bytes.get(at..).and_then(<[u8]>::split_first) {
            match self.state {
                // Nearly all bytes are passed over here.
                State::Outside if *byte != b'=' => {
                    at += left.iter().take_while(|byte| **byte != b'=').count();
                }
                State::Outside => {
                    self.state = self.named(bytes.get(..at).unwrap_or_default());
                }
                State::BeforeValue(kind) => self.before_value(kind, *byte),
                State::Value(kind) => self.value(kind, *byte)?,
            }
            at += 1;
        }
        self.remember(bytes);
        Ok(())
    }

    fn before_value(&mut self, kind: Kind, byte: u8) {
        match byte {
            b'"' | b'\'' => {
                self.first = None;
                self.begin();
                self.state = State::Value(kind);
            }
            blank if blank.is_ascii_whitespace() => {}
            _ => self.leave(),
        }
    }

    /// What comes behind the name that ends these bytes of the piece.
    fn named(&mut self, bytes: &[u8]) -> State {
        let last = bytes.trim_ascii_end();
        if REMEMBERED <= last.len() {
            self.name(last)
        } else {
            self.name([&self.before, bytes].concat().trim_ascii_end())
        }
    }

    /// A name stands behind a blank, or behind the quote that ends the value before.
    fn name(&mut self, bytes: &[u8]) -> State {
        let ends_word = |byte: &u8| byte.is_ascii_whitespace() || b"\"'".contains(byte);
        for (name, kind) in NAMES {
            let before = bytes.strip_suffix(name);
            if let Some(before) = before.filter(|before| before.last().is_some_and(ends_word)) {
                self.has_areas |= kind == Kind::Area && !before.trim_ascii_end().ends_with(WHOLE);
                return State::BeforeValue(kind);
            }
        }
        State::Outside
    }

    /// Keeps what an attribute that goes on in the next piece may begin with.
    fn remember(&mut self, bytes: &[u8]) {
        let bytes = if bytes.trim_ascii_end().len() < REMEMBERED {
            &[&self.before, bytes].concat()
        } else {
            bytes
        };
        let last = bytes.trim_ascii_end();
        let kept = last.get(last.len().saturating_sub(REMEMBERED)..);
        let blank = bytes.get(last.len()..).and_then(<[u8]>::first);
        self.before = kept.into_iter().flatten().chain(blank).copied().collect();
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
        self.state = State::Outside;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text is taken, and has areas: at once as byte by byte.
    fn looked_at(text: &str) -> (bool, bool) {
        let mut whole = Places::default();
        let is_taken = whole.take(text.as_bytes()).is_ok();
        let mut places = Places::default();
        let by_bytes = text.bytes().all(|byte| places.take(&[byte]).is_ok());
        assert_eq!(is_taken, by_bytes, "{text}");
        assert_eq!(whole.has_areas, places.has_areas, "{text}");
        (is_taken, whole.has_areas)
    }

    fn is_taken(text: &str) -> bool {
        looked_at(text).0
    }

    #[test]
    fn areas_that_are_not_a_whole_sheet_are_told() {
        for (text, has_areas) in [
            (
                "<dimension ref=\"A1:C9\"/><row r=\"1\"><c r=\"A1\"/></row>",
                false,
            ),
            ("<x:dimension  ref = 'A1'/><a sqref=\"A1:B2\"/>", false),
            ("<mergeCell ref=\"A1:B2\"/>", true),
            ("<dimension ref='A1:C9'/><mergeCell ref='A1:B2'/>", true),
            ("<dimension a='b' ref='A1:C9'/>", true),
        ] {
            assert_eq!(looked_at(text), (true, has_areas), "{text}");
        }
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
            "<c r=\"A1\"r=\"ABCD1\">",
            "<dimension ref='A1:B2'r='ABCD1'>",
            "<sst uniqueCount                          =  \"99999999\">",
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
