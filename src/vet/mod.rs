//! Whether a campaign file can be worked with: what its format cannot say, such as names that
//! nobody has and lines that are never reached. All faults at once, each with what to do.

mod dates;
mod matrix;
mod roster;
mod settings;

use crate::campaign::Campaign;
use crate::json::{Misfit, Tree};
use crate::rule::Severity;
use crate::text::{Lang, Words};

/// What is wrong at one place of a campaign file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// An error makes the campaign unusable; a warning is probably not meant; a notice is odd.
    pub severity: Severity,
    /// JSON Pointer into the file.
    pub path: String,
    /// What is wrong.
    pub what: Words,
    /// What to do.
    pub todo: Words,
}

/// A campaign file that has been looked through.
#[derive(Debug, Clone, Default)]
pub struct Vetted {
    /// The campaign; `None` where the file is not even JSON.
    pub campaign: Option<Campaign>,
    /// What is wrong with it, in the order of the file's members.
    pub faults: Vec<Fault>,
}

impl Vetted {
    /// The campaign, where it can be worked with.
    ///
    /// # Errors
    /// The errors.
    pub fn usable(self) -> Result<Campaign, Vec<Fault>> {
        let mut errors = self.faults;
        errors.retain(|fault| fault.severity == Severity::Error);
        match self.campaign {
            Some(campaign) if errors.is_empty() => Ok(campaign),
            _ => Err(errors),
        }
    }

    /// The gravest there is.
    pub fn worst(&self) -> Option<Severity> {
        self.faults.iter().map(|fault| fault.severity).min()
    }
}

/// Looks a campaign file through.
///
/// ```
/// use arrears_ledger::campaign::YEXIAN_2022;
/// use arrears_ledger::vet::vet;
/// assert!(vet(YEXIAN_2022).usable().is_ok());
/// let without_office = YEXIAN_2022.replace("叶县财政局\"]", "叶县财务局\"]");
/// assert_eq!(vet(&without_office).usable().unwrap_err()[0].path, "/plan_makers/3/who/0");
/// ```
pub fn vet(text: &str) -> Vetted {
    let (campaign, misfits) = match Campaign::read(text) {
        Ok(read) => read,
        Err(why) => {
            let mut faults = Faults::default();
            faults.add(
                Severity::Error,
                String::new(),
                (&why.0.zh, &why.0.en),
                (
                    "请用文本编辑器修改，或重新导出",
                    "mend it in a text editor, or export it again",
                ),
            );
            return Vetted {
                campaign: None,
                faults: faults.0,
            };
        }
    };
    let mut faults = Faults::default();
    for misfit in &misfits {
        faults.misfit(misfit);
    }
    let mut beyond = Faults::default();
    dates::check(&campaign, &mut beyond);
    roster::check(&campaign, &mut beyond);
    matrix::check(&campaign, &mut beyond);
    settings::check(&campaign, &mut beyond);
    // What was not read as it stands has been told already.
    let touches = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
    let is_news = |fault: &Fault| {
        !misfits
            .iter()
            .any(|misfit| touches(&misfit.path, &fault.path))
    };
    faults.0.extend(beyond.0.into_iter().filter(is_news));
    Vetted {
        campaign: Some(campaign),
        faults: faults.0,
    }
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, severity: Severity, path: String, what: (&str, &str), todo: (&str, &str)) {
        let words = |(zh, en): (&str, &str)| Words {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        self.0.push(Fault {
            severity,
            path,
            what: words(what),
            todo: words(todo),
        });
    }

    fn misfit(&mut self, misfit: &Misfit) {
        let zh = expected_zh(misfit.expected);
        let en = misfit.expected;
        self.add(
            Severity::Error,
            misfit.path.clone(),
            (
                &format!("与格式不符，应为：{zh}"),
                &format!("should be: {en}"),
            ),
            (
                "按格式说明修改（arrears-ledger schema --of campaign）",
                "mend it as the format says (arrears-ledger schema --of campaign)",
            ),
        );
    }
}

/// What a reader of campaign files may expect, in Chinese.
fn expected_zh(expected: &str) -> &str {
    match expected {
        "object" => "对象（{…}）",
        "array" => "列表（[…]）",
        "string" => "文字",
        "strings" => "文字的列表",
        "whole number" => "整数",
        "true or false" => "true或false",
        "day, YYYY-MM-DD" => "日期，例如2022-06-13",
        "YYYY-MM" => "月份或日期，例如2022-06",
        "nothing of that name" => "没有这一项",
        "a code of its list" => "所列代码之一",
        "codes of its list" => "所列代码",
        "explicit or deemed" => "explicit或deemed",
        "an amount in yuan" => "以元为单位的金额",
        other => other,
    }
}

impl Fault {
    /// A line for people: where, what, what to do.
    pub fn text(&self, lang: Lang) -> String {
        let Self {
            severity,
            path,
            what,
            todo,
        } = self;
        let (level, what, todo) = (severity.label().get(lang), what.get(lang), todo.get(lang));
        match lang {
            Lang::Zh => format!("{level} {path}：{what}；{todo}"),
            Lang::En => format!("{level} {path}: {what}; {todo}"),
        }
    }

    /// `{severity, path, what, todo}`, the last two in both languages.
    pub fn tree(&self) -> Tree {
        let words = |words: &Words| {
            Tree::map([
                ("zh", Tree::text(words.zh.as_str())),
                ("en", Tree::text(words.en.as_str())),
            ])
        };
        Tree::map([
            ("severity", Tree::text(self.severity.code())),
            ("path", Tree::text(self.path.as_str())),
            ("what", words(&self.what)),
            ("todo", words(&self.todo)),
        ])
    }
}
