//! The values a message quotes.

use chrono::NaiveDate;

use crate::amount::{Amount, Unit};
use crate::date::When;
use crate::decimal::count;
use crate::ledger::Column;
use crate::rule::Finding;
use crate::text::{Lang, Text, Words};

/// A value a message quotes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Money; shown in the ledger's unit.
    Amount(Amount),
    /// A day.
    Day(NaiveDate),
    /// A day or a month.
    When(When),
    /// How many.
    Count(usize),
    /// A row, counted from 0 here and from 1 in words.
    Row(usize),
    /// What somebody typed.
    Text(Box<str>),
    /// A phrase in both languages.
    Words(Words),
    /// A column's name.
    Column(Column),
}

/// What a finding can quote.
pub(crate) trait Quote: Into<Fact> {
    /// The finding, with this behind what it quotes already. One copy for each type, so that the
    /// module does not hold one for each rule.
    #[inline(never)]
    fn quoted(self, mut finding: Finding) -> Finding {
        finding.facts.push(self.into());
        finding
    }
}

macro_rules! fact_from {
    ($($type:ty => $variant:ident),* $(,)?) => { $(
        impl From<$type> for Fact {
            fn from(value: $type) -> Self { Self::$variant(value.into()) }
        }

        impl Quote for $type {}
    )* };
}
fact_from! {
    Amount => Amount, NaiveDate => Day, When => When, usize => Count, &str => Text, String => Text,
    Words => Words, Text => Words, Column => Column,
}

impl From<u32> for Fact {
    fn from(count: u32) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

impl Quote for u32 {}

/// A row of the ledger, as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row(
    /// Counted from 0.
    pub usize,
);

impl From<Row> for Fact {
    fn from(row: Row) -> Self {
        Self::Row(row.0)
    }
}

impl Quote for Row {}

impl Fact {
    /// The fact in words.
    pub fn show(&self, lang: Lang, unit: Unit) -> String {
        let mut out = String::new();
        self.tell(lang, unit, &mut out);
        out
    }

    /// Writes the fact behind other words.
    pub(crate) fn tell(&self, lang: Lang, unit: Unit, out: &mut String) {
        let made = match self {
            Self::Text(text) => return out.push_str(text),
            Self::Words(words) => return out.push_str(words.get(lang)),
            Self::Column(column) => return out.push_str(column.spec().label().get(lang)),
            Self::Amount(amount) => match lang {
                Lang::Zh => amount.print(unit) + unit.name(),
                Lang::En => "CNY ".to_owned() + &amount.canonical(),
            },
            Self::Day(day) => day.to_string(),
            Self::When(when) => when.to_string(),
            Self::Count(number) => count(*number),
            Self::Row(row) => count(row + 1),
        };
        out.push_str(&made);
    }
}
