//! What a cell can hold: each type reads what a person typed, prints it back, and describes
//! itself to forms, sheets and schemas.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::almanac::Rate;
use crate::amount::{Amount, Unit};
use crate::codes::Uscc;
use crate::date::When;
use crate::ledger::why::too_long;
use crate::text::{Lines, Text, Words, narrowed};

/// One value of a closed list: its code, its label in Chinese and in English, and its other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice(pub(super) Lines);

impl Choice {
    /// What is stored.
    pub fn code(self) -> &'static str {
        self.0.line(0)
    }

    /// What is shown.
    pub fn label(self) -> Text {
        self.0.pair(1)
    }

    /// Everything that stands for it: code, labels, and what else clerks write.
    pub fn words(self) -> Vec<&'static str> {
        self.0.list()
    }
}

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text of at most so many characters.
    Text {
        /// Characters, not bytes.
        max: usize,
    },
    /// Money; stored in yuan with two decimals, shown in the ledger's unit.
    Amount,
    /// A rate of interest, in percents.
    Rate,
    /// A day.
    Date,
    /// A day, or a month where the day is not known.
    Month,
    /// A unified social credit code.
    Uscc,
    /// Yes or no.
    Flag,
    /// A whole number from 0.
    Count,
    /// One of a list.
    Choice {
        /// The list.
        options: &'static [Choice],
    },
    /// Any of a list, in the list's order.
    Choices {
        /// The list.
        options: &'static [Choice],
    },
}

/// A value as the submission file writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored<'a> {
    /// A string.
    Text(Cow<'a, str>),
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Count(u32),
    /// A list of codes.
    List(Vec<&'static str>),
}

/// Why a text could not be read, and what it probably should say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unreadable {
    /// A phrase that goes behind the field's name and the text: 应为金额，例如 12.5.
    pub why: Words,
    /// The one text that would be right, where only one would be.
    pub instead: Option<String>,
}

/// A type that parses, prints and describes itself.
///
/// Laws, for every value `x`: `parse(print(x)) == x` in any unit, and `parse(stored(x)) == x` in
/// yuan.
pub trait Cell: Sized {
    /// For forms, schemas and workbooks.
    const KIND: Kind;

    /// Reads what a person typed; `None` when it is no such value. The text is never blank.
    fn read(text: &str, unit: Unit) -> Option<Self>;

    /// Reads what a person typed. The text is never blank.
    ///
    /// # Errors
    /// Says why the text is not such a value.
    fn parse(text: &str, unit: Unit) -> Result<Self, Unreadable> {
        // INVARIANT: what cannot be read has a reason.
        Self::read(text, unit).ok_or_else(|| Self::KIND.why(text, unit).unwrap_or_default())
    }

    /// What a person sees.
    fn print(&self, unit: Unit) -> String;

    /// What the file carries.
    fn stored(&self) -> Stored<'_>;

    /// Reads what [`Cell::stored`] writes, a list with `、` between its codes, and nothing else: most
    /// cells of a file are that, and this is quicker than to read and to compare. `None` also where
    /// there is no quicker way.
    fn restore(_: &str) -> Option<Self> {
        None
    }
}

/// Text of at most `MAX` characters, kept as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line<const MAX: usize>(Box<str>);

impl<const MAX: usize> Line<MAX> {
    /// The text as it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> Cell for Line<MAX> {
    const KIND: Kind = Kind::Text { max: MAX };

    fn read(text: &str, _: Unit) -> Option<Self> {
        too_long(text, MAX).is_none().then(|| Self(text.into()))
    }

    fn print(&self, _: Unit) -> String {
        self.0.clone().into()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(Cow::Borrowed(&self.0))
    }

    fn restore(text: &str) -> Option<Self> {
        Self::read(text, Unit::Yuan).filter(|_| !text.chars().all(char::is_whitespace))
    }
}

impl Cell for Amount {
    const KIND: Kind = Kind::Amount;

    fn read(text: &str, unit: Unit) -> Option<Self> {
        Self::parse(text, unit).ok()
    }

    fn print(&self, unit: Unit) -> String {
        Self::print(*self, unit)
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.canonical().into())
    }

    fn restore(text: &str) -> Option<Self> {
        Self::restore(text)
    }
}

impl Cell for Rate {
    const KIND: Kind = Kind::Rate;

    fn read(text: &str, _: Unit) -> Option<Self> {
        let typed = narrowed(text);
        let typed = typed.trim();
        let number = typed.strip_suffix('%').unwrap_or(typed).trim_end();
        Self::parse_percent(number)
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.to_string().into())
    }
}

impl Cell for NaiveDate {
    const KIND: Kind = Kind::Date;

    fn read(text: &str, _: Unit) -> Option<Self> {
        When::parse_day(text).ok()
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.to_string().into())
    }

    fn restore(text: &str) -> Option<Self> {
        When::restore(text)?.to_day()
    }
}

impl Cell for When {
    const KIND: Kind = Kind::Month;

    fn read(text: &str, _: Unit) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.to_string().into())
    }

    fn restore(text: &str) -> Option<Self> {
        Self::restore(text)
    }
}

impl Cell for Uscc {
    const KIND: Kind = Kind::Uscc;

    fn read(text: &str, _: Unit) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(Cow::Borrowed(self.as_str()))
    }

    fn restore(text: &str) -> Option<Self> {
        Self::plain(text)
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Flag;

    fn read(text: &str, _: Unit) -> Option<Self> {
        let text = text.trim();
        let is_one_of = |words: [&str; 7]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        let is_yes = is_one_of(["true", "是", "有", "√", "yes", "y", "1"]);
        (is_yes || is_one_of(["false", "否", "无", "×", "no", "n", "0"])).then_some(is_yes)
    }

    fn print(&self, _: Unit) -> String {
        if *self { "是" } else { "否" }.to_owned()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Flag(*self)
    }
}

impl Cell for u32 {
    const KIND: Kind = Kind::Count;

    fn read(text: &str, _: Unit) -> Option<Self> {
        let typed = narrowed(text);
        let typed = typed.trim();
        let is_whole = typed.bytes().all(|b| b.is_ascii_digit());
        is_whole.then(|| typed.parse().ok()).flatten()
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Count(*self)
    }
}
