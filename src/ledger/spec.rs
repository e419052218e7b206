//! What is known of a column.

use crate::ledger::cell::Kind;
use crate::text::{Lines, Text};

/// Whether a cell must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Blank is an error.
    Required,
    /// Blank is a warning; a column left out altogether is one warning for all rows.
    Expected,
    /// A rule says when it must be filled.
    Conditional,
    /// May always be blank.
    Optional,
    /// Computed; where it is given, it is compared.
    Derived,
}

/// The places of a table's columns of one presence, in order: found while the crate is compiled, as
/// every record is asked for them.
#[derive(Debug)]
pub(crate) struct Places {
    places: [u8; 12],
    count: usize,
}

impl Places {
    /// Those of the wanted among the presences of a table's columns, of which it may have twelve.
    pub(crate) const fn of(presences: &[Presence], wanted: Presence) -> Self {
        let (mut places, mut count) = ([0; 12], 0);
        let mut place = 0;
        let mut rest = presences;
        while let [presence, after @ ..] = rest {
            if *presence as u8 == wanted as u8 {
                let (_, free) = places.split_at_mut(count);
                assert!(!free.is_empty(), "more columns than there is room for");
                if let Some((own, _)) = free.split_first_mut() {
                    *own = place;
                }
                count += 1;
            }
            place += 1;
            rest = after;
        }
        Self { places, count }
    }

    /// The places.
    pub(crate) const fn list(&self) -> &[u8] {
        self.places.split_at(self.count).0
    }
}

impl Presence {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Expected => "expected",
            Self::Conditional => "conditional",
            Self::Optional => "optional",
            Self::Derived => "derived",
        }
    }
}

/// The part of a form a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Who reports, and for when.
    Report,
    /// Control totals and signatures.
    Sign,
    /// Number, identity, origin.
    Identity,
    /// The entity in arrears.
    Debtor,
    /// The creditor.
    Creditor,
    /// Contract and project.
    Contract,
    /// Money.
    Money,
    /// Days.
    Dates,
    /// Dispute, court, causes.
    State,
    /// Repayment plan and who answers for it.
    Plan,
    /// Follow-up and closing.
    FollowUp,
}

impl Group {
    /// Every group, in the order of a form.
    pub const ALL: &'static [Self] = &[
        Self::Report,
        Self::Sign,
        Self::Identity,
        Self::Debtor,
        Self::Creditor,
        Self::Contract,
        Self::Money,
        Self::Dates,
        Self::State,
        Self::Plan,
        Self::FollowUp,
    ];

    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Sign => "sign",
            Self::Identity => "identity",
            Self::Debtor => "debtor",
            Self::Creditor => "creditor",
            Self::Contract => "contract",
            Self::Money => "money",
            Self::Dates => "dates",
            Self::State => "state",
            Self::Plan => "plan",
            Self::FollowUp => "follow_up",
        }
    }

    /// The group's heading.
    pub const fn label(self) -> Text {
        match self {
            Self::Report => Text {
                zh: "填报",
                en: "Report",
            },
            Self::Sign => Text {
                zh: "合计与签字",
                en: "Totals and signatures",
            },
            Self::Identity => Text {
                zh: "编号与来源",
                en: "Number and origin",
            },
            Self::Debtor => Text {
                zh: "欠款单位",
                en: "Entity in arrears",
            },
            Self::Creditor => Text {
                zh: "被拖欠企业",
                en: "Creditor",
            },
            Self::Contract => Text {
                zh: "合同与项目",
                en: "Contract",
            },
            Self::Money => Text {
                zh: "金额",
                en: "Money",
            },
            Self::Dates => Text {
                zh: "日期",
                en: "Dates",
            },
            Self::State => Text {
                zh: "分歧、司法与原因",
                en: "Dispute, court and causes",
            },
            Self::Plan => Text {
                zh: "清偿计划",
                en: "Repayment plan",
            },
            Self::FollowUp => Text {
                zh: "清偿与销号",
                en: "Follow-up",
            },
        }
    }
}

/// All that is known of a column, from its one line.
#[derive(Debug)]
pub struct Spec {
    /// The name in files, findings and forms.
    pub key: &'static str,
    /// What it is called: see [`Spec::label`], [`Spec::default`] and [`Spec::aliases`].
    pub(crate) words: Lines,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be filled.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub presence: Presence,
    /// The part of the form it stands in.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub group: Group,
    /// What to write, for the clerk.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub help: Option<Text>,
    /// The clause or form it comes from.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub source: &'static str,
    /// Where the question is not for every debt: for which.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub when: Option<Condition>,
}

/// A question is for the records of which another column of the same table has one of some codes;
/// `true` is the code of a yes. What is typed all the same is kept.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The other column's key.
    pub field: &'static str,
    /// The codes.
    pub is: &'static [&'static str],
}

impl Spec {
    /// What people call it.
    pub fn label(&self) -> Text {
        self.words.pair(1)
    }

    /// The value a new row starts with, as text.
    pub fn default(&self) -> Option<&'static str> {
        Some(self.words.line(3)).filter(|text| !text.is_empty())
    }

    /// Other headings sheets use for it.
    pub fn aliases(&self) -> Vec<&'static str> {
        self.words.behind(4)
    }
}
