//! A table as it is written → its cases.
//!
//! A line is a case, in five columns parted by tabs:
//!
//! - 情形: what it is about.
//! - 底稿: the ledger in order it starts from, one of `bases.tsv`; `-` for an empty one.
//! - 填了什么: what is typed over that, `栏目=值；栏目=值`, in this order. A column is named by its
//!   heading or another name in use, behind the place it stands in: nothing (the first debt),
//!   `第2笔.`, `期次1.`, `清偿1.`, `变更1.`, `第2笔.期次1.`, `表头.`; each again behind `上期.` for
//!   the ledger of the period before, `他单位.` for another unit's, `线索.` for debts that complaints
//!   name; with `汇总=是` they are also held against each other, as the county's office does.
//!   `第2笔=无` takes a debt out, `第2笔=底稿` starts it from another base (else it is a copy of the
//!   first under a number of its own), `期次=无` and `清偿=无` take the list away; 合计笔数 and
//!   合计金额 are those of the debts unless they are typed.
//!   `日期=` is today, `专项行动.A-10=关` switches a rule, `专项行动.A-10.large=` moves a limit,
//!   `专项行动.deadlines.ledger=` anything else, `文件=` is a whole file. In a value `\n`, `\t` and
//!   `\；` are a line break, a tab and a semicolon, and `【字×9】` is 字 nine times.
//! - 必须出现: codes that must be found, `；` between them. Behind a code may stand 错误, 提醒 or 提示;
//!   `@栏目` where; `“…”` a part of what it says; `→…` the text it offers instead (`→无` for none).
//! - 不得出现: codes that must not be found, in the same words; 其余 is whatever 必须出现 does not say.

use std::fs;
use std::path::{Path, PathBuf};

use arrears_ledger::rule::Severity;

use super::filling::Place;

/// The first line of every table.
const HEADING: &str = "情形\t底稿\t填了什么\t必须出现\t不得出现";

/// A line of a table.
#[derive(Debug)]
pub(crate) struct Case {
    /// `amounts.tsv:12`.
    pub(crate) line: String,
    pub(crate) about: String,
    pub(crate) base: String,
    /// Places and what is typed there.
    pub(crate) filled: Vec<(String, String)>,
    pub(crate) must: Vec<Expected>,
    pub(crate) must_not: Vec<Refused>,
}

/// A finding as a line describes it.
#[derive(Debug)]
pub(crate) struct Expected {
    /// As it is written.
    pub(crate) text: String,
    pub(crate) code: String,
    pub(crate) severity: Option<Severity>,
    pub(crate) place: Option<Place>,
    pub(crate) says: Option<String>,
    pub(crate) instead: Option<String>,
}

/// What must not be found.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Such a finding.
    One(Expected),
    /// Any that is not expected.
    Rest,
}

impl Case {
    /// Nothing but a base.
    pub(crate) fn bare(base: &str) -> Self {
        Self {
            line: String::new(),
            about: String::new(),
            base: base.to_owned(),
            filled: Vec::new(),
            must: Vec::new(),
            must_not: Vec::new(),
        }
    }

    fn read(line: String, text: &str) -> Result<Self, String> {
        let cells: Vec<&str> = text.split('\t').collect();
        let [about, base, filled, must, must_not] = cells[..] else {
            return Err(format!("{}栏，应为5栏", cells.len()));
        };
        let expected = |text: &str| {
            items(text)
                .map(Expected::read)
                .collect::<Result<Vec<_>, _>>()
        };
        let refused = |text: &str| match text {
            "其余" => Ok(Refused::Rest),
            text => Expected::read(text).map(Refused::One),
        };
        Ok(Self {
            line,
            about: about.to_owned(),
            base: base.to_owned(),
            filled: typed(filled)?,
            must: expected(must)?,
            must_not: items(must_not).map(refused).collect::<Result<_, _>>()?,
        })
    }
}

impl Expected {
    fn read(text: &str) -> Result<Self, String> {
        let (rest, instead) = parted(text, "→");
        let (rest, says) = parted(rest, "“");
        let (rest, place) = parted(rest, "@");
        let code: String = rest.chars().take(4).collect();
        let severity = match rest.strip_prefix(code.as_str()) {
            Some("") => None,
            Some("错误") => Some(Severity::Error),
            Some("提醒") => Some(Severity::Warning),
            Some("提示") => Some(Severity::Notice),
            _ => return Err(format!("“{text}”不是代码")),
        };
        Ok(Self {
            text: text.to_owned(),
            code,
            severity,
            place: place.map(Place::read).transpose()?,
            says: says.map(|says| written(says.trim_end_matches('”'))),
            instead: instead.map(str::to_owned),
        })
    }
}

fn parted<'a>(text: &'a str, sign: &str) -> (&'a str, Option<&'a str>) {
    text.split_once(sign)
        .map_or((text, None), |(before, behind)| (before, Some(behind)))
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split('；').filter(|item| !item.is_empty())
}

/// `栏目=值；栏目=值`
fn typed(text: &str) -> Result<Vec<(String, String)>, String> {
    const KEPT: &str = "\u{1}";
    let text = text.replace("\\；", KEPT);
    let pair = |item: &str| {
        let pair = item.split_once('=');
        let (place, value) = pair.ok_or_else(|| format!("“{item}”应写成“栏目=值”"))?;
        Ok((place.to_owned(), written(&value.replace(KEPT, "；"))))
    };
    items(&text).map(pair).collect()
}

/// A value with its signs replaced by what they stand for.
fn written(value: &str) -> String {
    let value = value.replace("\\n", "\n").replace("\\t", "\t");
    let mut parts = value.split('【');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(&repeated(part).unwrap_or_else(|| format!("【{part}")));
    }
    out
}

/// `字×9】…`
fn repeated(text: &str) -> Option<String> {
    let (inside, behind) = text.split_once('】')?;
    let (text, count) = inside.rsplit_once('×')?;
    Some(text.repeat(count.parse().ok()?) + behind)
}

/// The folder of the tables.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// The lines of all tables, and where one cannot be read, why.
pub(crate) fn cases() -> Vec<Result<Case, (String, String)>> {
    let mut cases = Vec::new();
    for file in tables() {
        let text = fs::read_to_string(folder().join(&file)).unwrap();
        let mut lines = (1..).zip(text.lines());
        let heading = lines.next().map(|(_, heading)| heading);
        if heading != Some(HEADING) {
            cases.push(Err((format!("{file}:1"), format!("首行应为“{HEADING}”"))));
        }
        for (number, text) in lines {
            let line = format!("{file}:{number}");
            let case = Case::read(line.clone(), text);
            cases.push(case.map_err(|fault| (line, fault)));
        }
    }
    cases
}

fn tables() -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_table = Path::new(&name).extension().is_some_and(|end| end == "tsv");
        if is_table && name != super::filling::BASES {
            names.push(name);
        }
    }
    names.sort();
    names
}
