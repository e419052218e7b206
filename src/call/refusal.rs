//! Why a call was not carried out.

use crate::amount::Unit;
use crate::json::{Misfit, Tree};
use crate::rule::Finding;
use crate::text::{Lang, Words};
use crate::vet::Fault;

/// Why there is no answer: a code for programs, a place in the call, words for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    code: &'static str,
    status: u8,
    path: String,
    message: Words,
    faults: Vec<Fault>,
}

impl Refusal {
    /// The call is not as its format says.
    pub(super) fn request(path: impl Into<String>, zh: &str, en: &str) -> Self {
        Self {
            code: "request",
            status: 2,
            path: path.into(),
            message: Words {
                zh: format!("调用与格式不符：{zh}"),
                en: format!("the call is not as its format says: {en}"),
            },
            faults: Vec::new(),
        }
    }

    /// A member of the call is not as it should be.
    pub(super) fn misfit(misfit: &Misfit) -> Self {
        let Misfit { path, expected } = misfit;
        let zh = format!("{path} 应为 {expected}");
        let en = format!("{path} should be {expected}");
        Self::request(path.as_str(), &zh, &en)
    }

    /// A campaign that cannot be worked with.
    pub(super) fn campaign(faults: Vec<Fault>) -> Self {
        Self {
            code: "campaign",
            status: 2,
            path: "/campaign".to_owned(),
            message: Words {
                zh: "专项行动文件不能使用".to_owned(),
                en: "the campaign file cannot be worked with".to_owned(),
            },
            faults,
        }
    }

    /// A file of dated facts that cannot be read.
    pub(super) fn data(path: String, message: Words) -> Self {
        Self {
            code: "data",
            status: 4,
            path,
            message,
            faults: Vec::new(),
        }
    }

    /// A file that the call needs and that cannot be read.
    pub(super) fn unreadable(path: &str, finding: &Finding) -> Self {
        let code = finding.rule.code;
        let said = |lang| format!("{code} {}", finding.message(lang, Unit::Yuan));
        Self {
            code: "unreadable",
            status: 4,
            path: path.to_owned(),
            message: Words {
                zh: said(Lang::Zh),
                en: said(Lang::En),
            },
            faults: Vec::new(),
        }
    }

    pub(super) const fn status(&self) -> u8 {
        self.status
    }

    /// `{"error":{…}}`
    pub(super) fn json(&self, lang: Lang) -> String {
        let mut members = vec![
            ("code", Tree::text(self.code)),
            ("path", Tree::text(self.path.as_str())),
            ("message", Tree::text(self.message.get(lang))),
        ];
        if !self.faults.is_empty() {
            let faults = self.faults.iter().map(Fault::tree).collect();
            members.push(("faults", Tree::List(faults)));
        }
        Tree::of(vec![("error", Tree::of(members))]).canonical()
    }
}
