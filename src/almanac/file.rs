//! One file of the almanac: a heading of comment lines, the names of its columns, a line a fact.

use chrono::NaiveDate;

use super::{Rate, Which};
use crate::text::{Words, cut, split};

/// What every file's first line starts with; the file's name follows.
const FIRST: &str = "# arrears-ledger almanac: ";

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// What it is, in Chinese and English.
    pub title: Words,
    /// Who published the facts.
    pub source: String,
    /// The day up to which they were looked after.
    pub as_of: NaiveDate,
    /// The first day it speaks for, where there is one.
    pub from: Option<NaiveDate>,
    /// The last day it speaks for, where there is one.
    pub until: Option<NaiveDate>,
    /// In what its figures are.
    pub units: String,
}

#[cfg(any(test, all(target_family = "wasm", not(feature = "whole"))))]
impl Heading {
    /// Of facts that are not asked where they are from.
    pub(super) const NONE: Self = Self {
        title: Words {
            zh: String::new(),
            en: String::new(),
        },
        source: String::new(),
        as_of: NaiveDate::MIN,
        from: None,
        until: None,
        units: String::new(),
    };
}

/// Why a text is not a file of the almanac.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnAlmanac {
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a line of the almanac.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The first line does not name a file of the almanac.
    Name,
    /// The heading has no such line, or not as it should be.
    Heading(&'static str),
    /// The names of the columns are not these.
    Columns(&'static str),
    /// Not as many cells as columns; how many there should be.
    Cells(usize),
    /// The cell of this column cannot be read; what should stand there.
    Cell(&'static str, Expected),
    /// The line's days come before those of the line above, or share one with them.
    Order,
    /// There is no fact in the file.
    Empty,
    /// The facts in use are newer; the day they were looked after.
    Older(NaiveDate),
}

/// What a cell should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `2025-05-20`.
    Day,
    /// `03-31`.
    DayOfYear,
    /// `3.85`, not negative.
    Percent,
    /// A multiple of 0.05, as every published LPR is.
    Twentieth,
    /// A whole number, not negative.
    Whole,
    /// Anything but nothing.
    Text,
    /// `off` or `work`.
    OffOrWork,
    /// A day within the days the file speaks for.
    Covered,
    /// The three bounds of a measure, all or none, from the largest to the smallest.
    Bounds,
}

impl Expected {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Day => ("日期，例如 2025-05-20", "a day such as 2025-05-20"),
            Self::DayOfYear => ("月日，例如 03-31", "month and day such as 03-31"),
            Self::Percent => ("百分数，例如 3.85", "percents such as 3.85"),
            Self::Twentieth => ("0.05的整数倍", "a multiple of 0.05"),
            Self::Whole => ("整数", "a whole number"),
            Self::Text => ("文字", "some text"),
            Self::OffOrWork => ("off（放假）或 work（上班）", "off or work"),
            Self::Covered => (
                "文件首部所写起止日期以内",
                "within the days its heading names",
            ),
            Self::Bounds => (
                "三档下限，由大到小，或者都不填",
                "three bounds from large to small, or none",
            ),
        }
    }
}

impl NotAnAlmanac {
    /// What to tell whoever gave the file.
    pub fn words(&self) -> Words {
        let (zh, en) = match self.fault {
            Fault::Name => (
                format!("首行应写明是哪个数据文件，例如“{FIRST}lpr”"),
                format!("the first line should name the file, such as “{FIRST}lpr”"),
            ),
            Fault::Heading(key) => (
                format!("文件首部缺少“# {key}: ”一行，或者写法不对"),
                format!("the heading needs a line “# {key}: ”, or it is not as it should be"),
            ),
            Fault::Columns(columns) => (
                format!("列名应为：{columns}"),
                format!("the columns should be {columns}"),
            ),
            Fault::Cells(count) => (
                format!("应有{count}列，用逗号分隔"),
                format!("should have {count} cells parted by commas"),
            ),
            Fault::Cell(column, expected) => {
                let (zh, en) = expected.words();
                (
                    format!("“{column}”应为{zh}"),
                    format!("“{column}” should be {en}"),
                )
            }
            Fault::Order => (
                "日期应晚于上一行，且不重叠".to_owned(),
                "its days should come after those of the line above".to_owned(),
            ),
            Fault::Empty => (
                "文件中没有数据".to_owned(),
                "there are no facts in the file".to_owned(),
            ),
            Fault::Older(as_of) => (
                format!("现用数据截至{as_of}，比这个文件新"),
                format!("the facts in use are newer, as of {as_of}"),
            ),
        };
        let line = self.line;
        Words {
            zh: format!("第{line}行：{zh}"),
            en: format!("line {line}: {en}"),
        }
    }
}

/// Which file of the almanac a text is, by its first line.
pub(super) fn name(text: &str) -> Result<Which, NotAnAlmanac> {
    let first = split(text, &['\n']).first().copied().unwrap_or_default();
    let first = first.trim_start_matches('\u{feff}').trim_end();
    first
        .strip_prefix(FIRST)
        .and_then(Which::find)
        .ok_or(NotAnAlmanac {
            line: 1,
            fault: Fault::Name,
        })
}

/// A file taken apart, its cells not yet read.
pub(super) struct Sheet<'a> {
    pub(super) heading: Heading,
    pub(super) rows: Vec<Row<'a>>,
}

/// A line of facts.
pub(super) struct Row<'a> {
    line: usize,
    columns: &'static str,
    cells: Vec<&'a str>,
}

impl<'a> Sheet<'a> {
    /// Takes a file apart: which it must be, and its columns.
    pub(super) fn open(
        text: &'a str,
        which: Which,
        columns: &'static str,
    ) -> Result<Self, NotAnAlmanac> {
        let wrong = |line, fault| Err(NotAnAlmanac { line, fault });
        if name(text)? != which {
            return wrong(1, Fault::Name);
        }
        let width = split(columns, &[',']).len();
        let mut comments = Vec::new();
        let mut rows = Vec::new();
        let mut has_columns = false;
        for (index, line) in split(text.trim_end(), &['\n']).into_iter().enumerate() {
            let (number, line) = (index + 1, line.trim_end());
            if let Some(comment) = line.strip_prefix("# ") {
                comments.push((number, comment));
            } else if !has_columns {
                if line != columns {
                    return wrong(number, Fault::Columns(columns));
                }
                has_columns = true;
            } else {
                let cells: Vec<&str> = split(line, &[',']).into_iter().map(str::trim).collect();
                if cells.len() != width {
                    return wrong(number, Fault::Cells(width));
                }
                rows.push(Row {
                    line: number,
                    columns,
                    cells,
                });
            }
        }
        if rows.is_empty() {
            return wrong(1, Fault::Empty);
        }
        let heading = heading(&comments)?;
        Ok(Self { heading, rows })
    }
}

fn heading(comments: &[(usize, &str)]) -> Result<Heading, NotAnAlmanac> {
    let find = |key: &'static str| {
        comments.iter().find_map(|(line, comment)| {
            let value = comment.strip_prefix(key)?.strip_prefix(": ")?.trim();
            (!value.is_empty()).then_some((*line, value))
        })
    };
    let missing = |line, key| NotAnAlmanac {
        line,
        fault: Fault::Heading(key),
    };
    let text = |key| {
        find(key)
            .map(|(_, value)| value.to_owned())
            .ok_or(missing(1, key))
    };
    let day_if_any = |key| match find(key) {
        None => Ok(None),
        Some((line, value)) => day(value).map(Some).ok_or(missing(line, key)),
    };
    Ok(Heading {
        title: Words {
            zh: text("title")?,
            en: text("title (en)")?,
        },
        source: text("source")?,
        as_of: day_if_any("as of")?.ok_or(missing(1, "as of"))?,
        from: day_if_any("from")?,
        until: day_if_any("until")?,
        units: text("units")?,
    })
}

impl Row<'_> {
    pub(super) fn wrong(&self, fault: Fault) -> NotAnAlmanac {
        NotAnAlmanac {
            line: self.line,
            fault,
        }
    }

    /// A cell that cannot be what its column asks for.
    pub(super) fn misfit(&self, column: usize, expected: Expected) -> NotAnAlmanac {
        let name = split(self.columns, &[',']).get(column).copied();
        self.wrong(Fault::Cell(name.unwrap_or_default(), expected))
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// A cell read in some way; `None` when it is blank.
    fn read<T>(
        &self,
        column: usize,
        expected: Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, NotAnAlmanac> {
        let text = self.cell(column);
        if text.is_empty() {
            return Ok(None);
        }
        read(text)
            .map(Some)
            .ok_or_else(|| self.misfit(column, expected))
    }

    pub(super) fn text(&self, column: usize) -> Result<&str, NotAnAlmanac> {
        let text = self.cell(column);
        if text.is_empty() {
            return Err(self.misfit(column, Expected::Text));
        }
        Ok(text)
    }

    pub(super) fn day_if_any(&self, column: usize) -> Result<Option<NaiveDate>, NotAnAlmanac> {
        self.read(column, Expected::Day, day)
    }

    pub(super) fn day(&self, column: usize) -> Result<NaiveDate, NotAnAlmanac> {
        self.day_if_any(column)?
            .ok_or_else(|| self.misfit(column, Expected::Day))
    }

    /// A day of some year, by month and day.
    pub(super) fn day_of_year(&self, column: usize) -> Result<(u32, u32), NotAnAlmanac> {
        let read = |text: &str| {
            let (month, day) = cut(text, "-")?;
            let (month, day) = (whole(month)?, whole(day)?);
            // A day that is not in every year is no deadline.
            NaiveDate::from_ymd_opt(2001, month, day).map(|_| (month, day))
        };
        self.read(column, Expected::DayOfYear, read)?
            .ok_or_else(|| self.misfit(column, Expected::DayOfYear))
    }

    pub(super) fn rate(&self, column: usize) -> Result<Rate, NotAnAlmanac> {
        self.read(column, Expected::Percent, Rate::parse_percent)?
            .ok_or_else(|| self.misfit(column, Expected::Percent))
    }

    pub(super) fn whole_if_any(&self, column: usize) -> Result<Option<u32>, NotAnAlmanac> {
        self.read(column, Expected::Whole, whole)
    }

    pub(super) fn whole(&self, column: usize) -> Result<u32, NotAnAlmanac> {
        self.whole_if_any(column)?
            .ok_or_else(|| self.misfit(column, Expected::Whole))
    }
}

/// A day in the one form files have: `2025-05-20`.
fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = split(text, &['-']).into_iter();
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_form = year.len() == 4 && month.len() == 2 && day.len() == 2;
    if !is_form || parts.next().is_some() {
        return None;
    }
    let year = i32::try_from(whole(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, whole(month)?, whole(day)?)
}

fn whole(text: &str) -> Option<u32> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| text.parse().ok()).flatten()
}
