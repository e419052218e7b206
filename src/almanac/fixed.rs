//! The tables that rules rest on, read while the crate is compiled: the module for browsers holds
//! the facts and nothing to read them with. What it makes of the files is what the strict reader
//! makes of them; the test below compares the two.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Cap, Caps, Law, Lpr, Published, Rate, Regulation, Regulations, Table};

/// All of it.
pub(super) static LAW: Law = Law {
    regulations: Regulations::fixed(&VERSIONS),
    lpr: Lpr::fixed(&PUBLISHED),
    caps: Caps::fixed(&CAPS),
};

static PUBLISHED: [Published; Cells::lines(Lpr::CARRIED)] = {
    let mut cells = Cells::of(Lpr::CARRIED);
    let mut rows = [(NaiveDate::MIN, Rate::ZERO); Cells::lines(Lpr::CARRIED)];
    let mut left = rows.as_mut_slice();
    while let Some((row, rest)) = left.split_first_mut() {
        *row = (cells.day(), cells.rate());
        left = rest;
    }
    rows
};

static VERSIONS: [Regulation; Cells::lines(Regulations::CARRIED)] = {
    let mut cells = Cells::of(Regulations::CARRIED);
    [version(&mut cells), version(&mut cells)]
};

static CAPS: [Cap; Cells::lines(Caps::CARRIED)] = {
    let mut cells = Cells::of(Caps::CARRIED);
    [
        cap(&mut cells),
        cap(&mut cells),
        cap(&mut cells),
        cap(&mut cells),
        cap(&mut cells),
    ]
};

const fn version(cells: &mut Cells) -> Regulation {
    Regulation {
        version: Cow::Borrowed(cells.next()),
        instrument: Cow::Borrowed(cells.next()),
        from: cells.day(),
        until: day(cells.next()),
        public_usual: cells.whole(),
        public_longest: cells.whole(),
        large_usual: whole(cells.next()),
        large_longest: whole(cells.next()),
        daily: cells.rate(),
        transfer_workdays: match whole(cells.next()) {
            #[expect(clippy::cast_possible_truncation, reason = "the test below sees to it")]
            Some(days) => Some(days as u16),
            None => None,
        },
        answer_days: whole(cells.next()),
        answer_longest: whole(cells.next()),
        public_disclosure: cells.day_of_year(),
        large_disclosure: cells.day_of_year(),
    }
}

const fn cap(cells: &mut Cells) -> Cap {
    Cap {
        kind: Cow::Borrowed(cells.next()),
        rate: cells.rate(),
        base: Cow::Borrowed(cells.next()),
        from: cells.day(),
        source: Cow::Borrowed(cells.next()),
    }
}

/// The cells of a file that are still to come, line by line.
struct Cells(&'static str);

impl Cells {
    /// Those behind the heading and the names of the columns.
    const fn of(file: &'static str) -> Self {
        let mut rest = file;
        while let [b'#', ..] = rest.as_bytes() {
            (_, rest) = cut(rest, b"\n");
        }
        Self(cut(rest, b"\n").1)
    }

    /// How many lines of cells there are.
    const fn lines(file: &'static str) -> usize {
        let Self(mut rest) = Self::of(file);
        let mut lines = 0;
        while !rest.is_empty() {
            (_, rest) = cut(rest, b"\n");
            lines += 1;
        }
        lines
    }

    const fn next(&mut self) -> &'static str {
        let (cell, rest) = cut(self.0, b",\n");
        self.0 = rest;
        cell
    }

    const fn day(&mut self) -> NaiveDate {
        match day(self.next()) {
            Some(day) => day,
            None => NaiveDate::MIN,
        }
    }

    /// Month and day.
    const fn day_of_year(&mut self) -> (u32, u32) {
        let (month, day) = cut(self.next(), b"-");
        (count(month), count(day))
    }

    /// Percents, in millionths.
    const fn rate(&mut self) -> Rate {
        let (whole, mut part) = cut(self.next(), b".");
        let mut parts = count(whole) as i64;
        let mut decimals = 0;
        while decimals < 6 {
            let (digit, rest) = match part.split_at_checked(1) {
                Some(digit) => digit,
                None => ("0", ""),
            };
            parts = parts * 10 + count(digit) as i64;
            part = rest;
            decimals += 1;
        }
        Rate::from_e8(parts)
    }

    const fn whole(&mut self) -> u32 {
        count(self.next())
    }
}

const fn day(text: &str) -> Option<NaiveDate> {
    let (year, rest) = cut(text, b"-");
    let (month, day) = cut(rest, b"-");
    if text.is_empty() {
        return None;
    }
    NaiveDate::from_ymd_opt(count(year).cast_signed(), count(month), count(day))
}

const fn whole(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    Some(count(text))
}

const fn count(text: &str) -> u32 {
    let mut rest = text.as_bytes();
    let mut value = 0;
    while let [digit, after @ ..] = rest {
        value = value * 10 + (*digit - b'0') as u32;
        rest = after;
    }
    value
}

/// What stands before the first of some letters, and behind it; the whole text where there is none.
const fn cut<'a>(text: &'a str, letters: &[u8]) -> (&'a str, &'a str) {
    let mut rest = text.as_bytes();
    let mut at = 0;
    while let [byte, after @ ..] = rest {
        let mut left = letters;
        while let [letter, others @ ..] = left {
            if *letter == *byte {
                let (before, from) = text.split_at(at);
                return (before, from.split_at(1).1);
            }
            left = others;
        }
        rest = after;
        at += 1;
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_are_those_the_strict_reader_finds() {
        let parsed = Law {
            regulations: Regulations::carried(),
            lpr: Lpr::carried(),
            caps: Caps::carried(),
        };
        assert_eq!(LAW.lpr.rows(), parsed.lpr.rows());
        assert_eq!(LAW.regulations.versions(), parsed.regulations.versions());
        assert_eq!(LAW.caps.rows(), parsed.caps.rows());
        assert_eq!(LAW.lpr.known_until(), parsed.lpr.known_until());
    }
}
