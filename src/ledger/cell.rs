//! What a cell can hold: each type reads what a person typed, prints it back, and describes
//! itself to forms, sheets and schemas.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::amount::{Amount, NotAnAmount, Unit};
use crate::codes::{NotACode, Uscc};
use crate::date::{NotADate, When};
use crate::text::{Lines, Text, Words, join, narrow};

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
        Text {
            zh: self.0.line(1),
            en: self.0.line(2),
        }
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// A phrase that goes behind the field's name and the text: 应为金额，例如 12.5.
    pub why: Words,
    /// The one text that would be right, where only one would be.
    pub instead: Option<String>,
}

impl Unreadable {
    fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            why: Words {
                zh: zh.into(),
                en: en.into(),
            },
            instead: None,
        }
    }
}

/// A type that parses, prints and describes itself.
///
/// Laws, for every value `x`: `parse(print(x)) == x` in any unit, and `parse(stored(x)) == x` in
/// yuan.
pub trait Cell: Sized {
    /// For forms, schemas and workbooks.
    const KIND: Kind;

    /// Reads what a person typed. The text is never blank.
    ///
    /// # Errors
    /// Says why the text is not such a value.
    fn parse(text: &str, unit: Unit) -> Result<Self, Unreadable>;

    /// What a person sees.
    fn print(&self, unit: Unit) -> String;

    /// What the file carries.
    fn stored(&self) -> Stored<'_>;
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

    fn parse(text: &str, _: Unit) -> Result<Self, Unreadable> {
        if MAX < text.len() && MAX < text.chars().count() {
            let count = text.chars().count();
            return Err(Unreadable::new(
                format!("有{count}个字，不应超过{MAX}个字"),
                format!("has {count} characters, at most {MAX} are allowed"),
            ));
        }
        Ok(Self(text.into()))
    }

    fn print(&self, _: Unit) -> String {
        self.0.clone().into()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(Cow::Borrowed(&self.0))
    }
}

impl Cell for Amount {
    const KIND: Kind = Kind::Amount;

    fn parse(text: &str, unit: Unit) -> Result<Self, Unreadable> {
        Self::parse(text, unit).map_err(|why| match why {
            NotAnAmount::Letters => Unreadable::new(
                "应为数字，例如 12.5",
                "should be a number, for example 12.5",
            ),
            NotAnAmount::Hashes => Unreadable::new(
                "是列宽不够时显示的符号，请拉宽该列后重新复制",
                "is what a sheet shows in a column too narrow: widen it and copy again",
            ),
            NotAnAmount::Separators => Unreadable::new(
                "的千位分隔符位置不对，应每三位一个",
                "has a separator that does not part three digits",
            ),
            NotAnAmount::Decimals(digits) => Unreadable::new(
                format!("小数位数超过{digits}位，已低于1分"),
                format!("has more than {digits} decimals, which is below one fen"),
            ),
            NotAnAmount::TooLarge => {
                Unreadable::new("超过1000亿元", "is more than CNY 100 billion")
            }
            NotAnAmount::Scientific => Unreadable::new(
                "是表格软件的科学计数，数字可能已被舍入，请从原件重新录入",
                "is a spreadsheet's rounded notation: enter it again from the original",
            ),
        })
    }

    fn print(&self, unit: Unit) -> String {
        Self::print(*self, unit)
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.to_string().into())
    }
}

fn not_a_date(why: NotADate) -> Unreadable {
    match why {
        NotADate::Form => Unreadable::new(
            "应为日期，例如 2022-06-13 或 2022年6月13日",
            "should be a date, for example 2022-06-13",
        ),
        NotADate::NoSuchDay => Unreadable::new("没有这一天", "is not a day of the calendar"),
        NotADate::OnlyMonth => Unreadable::new(
            "缺少日，应写到某一天，例如 2022-06-13",
            "names no day: write one, for example 2022-06-13",
        ),
        NotADate::Serial(day) => Unreadable {
            instead: Some(day.to_string()),
            ..Unreadable::new(
                format!("疑似表格软件的日期序号，对应 {day}"),
                format!("looks like a spreadsheet's day number for {day}"),
            )
        },
    }
}

impl Cell for NaiveDate {
    const KIND: Kind = Kind::Date;

    fn parse(text: &str, _: Unit) -> Result<Self, Unreadable> {
        When::parse_day(text).map_err(not_a_date)
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.to_string().into())
    }
}

impl Cell for When {
    const KIND: Kind = Kind::Month;

    fn parse(text: &str, _: Unit) -> Result<Self, Unreadable> {
        Self::parse(text).map_err(not_a_date)
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(self.to_string().into())
    }
}

impl Cell for Uscc {
    const KIND: Kind = Kind::Uscc;

    fn parse(text: &str, _: Unit) -> Result<Self, Unreadable> {
        Self::parse(text).map_err(|why| match why {
            NotACode::Length(n) => Unreadable::new(
                format!("有{n}位，统一社会信用代码应为18位"),
                format!("has {n} letters, a credit code has 18"),
            ),
            NotACode::Letter(letter) => Unreadable::new(
                format!("含有“{letter}”，统一社会信用代码只用数字和除I、O、S、V、Z以外的大写字母"),
                format!("contains “{letter}”, which no credit code does"),
            ),
            NotACode::Damaged => Unreadable::new(
                "疑似被表格软件损坏的编号，请从原件重新录入",
                "looks damaged by a spreadsheet: enter it again from the original",
            ),
        })
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Text(Cow::Borrowed(self.as_str()))
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Flag;

    fn parse(text: &str, _: Unit) -> Result<Self, Unreadable> {
        match text.trim().to_ascii_lowercase().as_str() {
            "是" | "有" | "√" | "true" | "yes" | "y" | "1" => Ok(true),
            "否" | "无" | "×" | "false" | "no" | "n" | "0" => Ok(false),
            _ => Err(Unreadable::new("应为“是”或“否”", "should be yes or no")),
        }
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

    fn parse(text: &str, _: Unit) -> Result<Self, Unreadable> {
        let typed: String = text.chars().map(narrow).collect();
        let typed = typed.trim();
        typed
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| typed.parse().ok())
            .flatten()
            .ok_or_else(|| {
                Unreadable::new(
                    "应为整数，例如 12",
                    "should be a whole number, for example 12",
                )
            })
    }

    fn print(&self, _: Unit) -> String {
        self.to_string()
    }

    fn stored(&self) -> Stored<'_> {
        Stored::Count(*self)
    }
}

/// The phrase for a text that is none of a list's options.
pub(crate) fn not_an_option(options: &'static [Choice]) -> Unreadable {
    let zh: Vec<_> = options.iter().map(|option| option.label().zh).collect();
    let en: Vec<_> = options.iter().map(|option| option.label().en).collect();
    Unreadable::new(
        format!("不在选项内，应为：{}", join(&zh, "、")),
        format!("is not on the list: {}", join(&en, ", ")),
    )
}
