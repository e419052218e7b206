//! Why a text cannot be read as a value of its column, in words.

use crate::almanac::Rate;
use crate::amount::{Amount, NotAnAmount, Unit};
use crate::codes::{NotACode, Uscc};
use crate::date::{NotADate, When};
use crate::ledger::cell::{Cell, Choice, Kind, Unreadable};
use crate::ledger::vocabulary::{place, places};
use crate::text::{Words, join};

impl Kind {
    /// Why a text cannot be read as such a value; `None` when it can.
    pub fn why(self, text: &str, unit: Unit) -> Option<Unreadable> {
        match self {
            Self::Text { max } => too_long(text, max),
            Self::Amount => Amount::parse(text, unit).err().map(not_an_amount),
            Self::Rate => Rate::read(text, unit).is_none().then(not_a_rate),
            Self::Date => When::parse_day(text).err().map(not_a_date),
            Self::Month => When::parse(text).err().map(not_a_date),
            Self::Uscc => Uscc::parse(text).err().map(|why| not_a_code(why, text)),
            Self::Flag => bool::read(text, unit)
                .is_none()
                .then(|| Unreadable::new("应为“是”或“否”", "should be yes or no")),
            Self::Count => u32::read(text, unit).is_none().then(not_whole),
            Self::Choice { options } => place(options, text)
                .is_none()
                .then(|| not_an_option(options)),
            Self::Choices { options } => places(options, text)
                .is_none()
                .then(|| not_an_option(options)),
        }
    }
}

impl Unreadable {
    /// Words made for one text.
    const fn of(zh: String, en: String) -> Self {
        let why = Words { zh, en };
        Self { why, instead: None }
    }

    /// Words that are the same for every text.
    #[inline(never)]
    fn new(zh: &str, en: &str) -> Self {
        Self::of(zh.to_owned(), en.to_owned())
    }
}

pub(super) fn too_long(text: &str, max: usize) -> Option<Unreadable> {
    // A text has no more characters than bytes, so most need no counting.
    if text.len() <= max {
        return None;
    }
    let count = text.chars().count();
    (max < count).then(|| {
        Unreadable::of(
            format!("有{count}个字，不应超过{max}个字"),
            format!("has {count} characters, at most {max} are allowed"),
        )
    })
}

fn not_an_amount(why: NotAnAmount) -> Unreadable {
    match why {
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
        NotAnAmount::Decimals(digits) => Unreadable::of(
            format!("小数位数超过{digits}位，已低于1分"),
            format!("has more than {digits} decimals, which is below one fen"),
        ),
        NotAnAmount::TooLarge => Unreadable::new("超过1000亿元", "is more than CNY 100 billion"),
        NotAnAmount::Scientific => Unreadable::new(
            "是表格软件的科学计数，数字可能已被舍入，请从原件重新录入",
            "is a spreadsheet's rounded notation: enter it again from the original",
        ),
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
            ..Unreadable::of(
                format!("疑似表格软件的日期序号，对应 {day}"),
                format!("looks like a spreadsheet's day number for {day}"),
            )
        },
    }
}

fn not_a_code(why: NotACode, text: &str) -> Unreadable {
    let unreadable = match why {
        NotACode::Length(9) => Unreadable::new(
            "有9位，疑似组织机构代码，请改从证书抄录18位统一社会信用代码",
            "has 9 letters, like an organisation code: copy the 18 of the credit code",
        ),
        NotACode::Length(15) => Unreadable::new(
            "有15位，疑似旧的注册号，请改从证书抄录18位统一社会信用代码",
            "has 15 letters, like a former register number: copy the 18 of the credit code",
        ),
        NotACode::Length(n) => Unreadable::of(
            format!("有{n}位，应为18位，请对照证书逐位核对"),
            format!("has {n} letters, a credit code has 18: compare it with the certificate"),
        ),
        NotACode::Letter(letter) => Unreadable::of(
            format!("含有“{letter}”，统一社会信用代码只用数字和除I、O、S、V、Z以外的大写字母"),
            format!("contains “{letter}”, which no credit code does"),
        ),
        NotACode::Scientific => Unreadable::new(
            "是表格软件的科学计数，后面的位数已丢失，请从证书抄录",
            "is a spreadsheet's notation and has lost its end: copy it from the certificate",
        ),
    };
    Unreadable {
        instead: Uscc::repaired(text).map(|code| code.to_string()),
        ..unreadable
    }
}

fn not_a_rate() -> Unreadable {
    Unreadable::new(
        "应为百分数，例如 3.85，小数不超过6位",
        "should be percents of at most six decimals, for example 3.85",
    )
}

fn not_whole() -> Unreadable {
    Unreadable::new(
        "应为整数，例如 12",
        "should be a whole number, for example 12",
    )
}

/// As many options as a message names; only the list of columns has more.
const SHOWN: usize = 16;

/// The phrase for a text that is none of a list's options.
fn not_an_option(options: &'static [Choice]) -> Unreadable {
    let (shown, rest) = options.split_at(options.len().min(SHOWN));
    let zh: Vec<_> = shown.iter().map(|option| option.label().zh).collect();
    let en: Vec<_> = shown.iter().map(|option| option.label().en).collect();
    let (more_zh, more_en) = if rest.is_empty() {
        ("", "")
    } else {
        ("等", " and more")
    };
    Unreadable::of(
        format!("不在选项内，应为：{}{more_zh}", join(&zh, "、")),
        format!("is not on the list: {}{more_en}", join(&en, ", ")),
    )
}
