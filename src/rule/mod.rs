//! What a rule and a finding are; no rule in particular.

mod declare;
mod fact;
mod keys;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod placed;
mod rows;
mod switch;

pub(crate) use fact::Quote;
pub use fact::{Fact, Row};
pub use keys::Keys;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub use placed::Placed;
pub use rows::{Gaps, Rows, Shift, Tally};
pub use switch::{Limit, Measure, Switch};

pub(crate) use declare::{basis, beyond, column, rule, scope, switch};

use std::ops::{Deref, DerefMut};

use crate::IS_WHOLE;
use crate::amount::Unit;
use crate::campaign::Context;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
use crate::collection::Collection;
use crate::decimal::count;
use crate::ledger::{Column, Entry, Header, Ledger, Sums, header};
use crate::text::{Lang, Lines, Text, Words, cut};

/// What a finding asks of the clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Must be mended before the ledger can be handed in.
    Error,
    /// Must be mended, or confirmed with a reason.
    Warning,
    /// For information.
    Notice,
}

impl Severity {
    /// The gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Notice];

    /// The word in machine-readable answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }

    /// The word for people.
    pub const fn label(self) -> Text {
        match self {
            Self::Error => Text {
                zh: "错误",
                en: "error",
            },
            Self::Warning => Text {
                zh: "提醒",
                en: "warning",
            },
            Self::Notice => Text {
                zh: "提示",
                en: "notice",
            },
        }
    }
}

/// Where a finding is: a table, a row of it, perhaps a row of a child table, and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct At {
    /// The debt, counted from 0; `None` for the header or the ledger as a whole.
    pub row: Option<usize>,
    /// The instalment, payment or change of the debt.
    pub child: Option<usize>,
    /// The column to jump to.
    pub column: Option<Column>,
}

impl At {
    /// The place as a JSON Pointer (RFC 6901) into the submission.
    ///
    /// ```
    /// use arrears_ledger::ledger::{Column, entry::Field};
    /// use arrears_ledger::rule::At;
    /// let at = At { row: Some(2), child: None, column: Some(Column::Entry(Field::DueDate)) };
    /// assert_eq!(at.pointer(), "/entries/2/due_date");
    /// ```
    pub fn pointer(&self) -> String {
        let mut pointer = String::with_capacity(64);
        let mut step = |words: &str| {
            pointer.push('/');
            pointer.push_str(words);
        };
        let is_header = matches!(self.column, Some(Column::Header(_)));
        match (is_header, self.row, self.column) {
            (true, ..) => step("header"),
            (_, None, None) => {}
            _ => step("entries"),
        }
        self.row.into_iter().for_each(|row| step(&count(row)));
        if let Some(column) = self.column.filter(|_| is_header || self.row.is_some()) {
            if let Some(child) = self.child.filter(|_| column.child().is_some()) {
                step(column.table());
                step(&count(child));
            }
            step(column.spec().key);
        }
        pointer
    }
}

/// A column to point at, or `()` for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot(Option<Column>);

impl From<()> for Spot {
    fn from((): ()) -> Self {
        Self(None)
    }
}

impl<C: Into<Column>> From<C> for Spot {
    fn from(column: C) -> Self {
        Self(Some(column.into()))
    }
}

/// What a check finds beside the row it was given: the header, the campaign, the day.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The ledger's header.
    pub header: &'a Header,
    /// The campaign, the day, and what was handed in before.
    pub context: &'a Context<'a>,
}

/// One row of a group of rows that share a key.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The row, counted from 0.
    pub row: usize,
    /// The debt.
    pub entry: &'a Entry,
}

/// Who asks a rule, and of what.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// While a file is read; the reader reports it.
    Reading,
    /// Of the ledger as a whole, with its sums. Without columns in `reads`, it looks at no cell of
    /// any debt.
    Ledger(fn(&Ledger, &Sums, &Context<'_>) -> Vec<Finding>),
    /// Of the rows of which something holds, counted over the whole ledger.
    Tally {
        /// What holds of a debt: a bit a question.
        of: fn(&Entry, &Around<'_>) -> u32,
        /// What is to be said of the rows.
        told: fn(Tally<'_>) -> Vec<Finding>,
    },
    /// Of one debt: at most one finding.
    Entry(fn(&Entry, &Around<'_>) -> Option<Finding>),
    /// Of one debt: any number of findings.
    Cells(fn(&Entry, &Around<'_>) -> Vec<Finding>),
    /// Of the debts that share a key: `key` says which keys a debt has (hashes; two different
    /// keys may share one, so `check` compares the values again).
    Group {
        /// The keys of a debt.
        keys: fn(&Entry, &mut Keys),
        /// All that `check` reads of a debt (a hash), where of debts that agree in it the first is
        /// enough to say the same. A key that thousands share is then quickly asked.
        sees: Option<fn(&Entry, &mut Keys) -> u64>,
        /// Called with two or more debts, in the order of their rows.
        check: fn(&[Member<'_>]) -> Vec<Finding>,
    },
    /// Of the ledgers of many units, where they are collected.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    Collection(fn(&Collection<'_>, &Context<'_>) -> Vec<Placed>),
}

/// What a rule reads beyond the columns it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Nothing.
    Nothing,
    /// The columns of debts that the campaign's responsibility matrix asks about.
    Matrix,
    /// Any cell of a debt, compared with [`Beyond::Before`].
    Cells,
    /// The cells of the header that say which earlier ledger to compare with, and which changes are
    /// of this period: [`Beyond::BEFORE`].
    Before,
}

impl Beyond {
    /// The columns of [`Beyond::Before`].
    pub const BEFORE: &'static [Column] = &[
        Column::Header(header::Field::ReportUnitCode),
        Column::Header(header::Field::Period),
    ];
}

/// A rule, declared once with `rule!`.
#[derive(Debug)]
pub struct Rule {
    /// The code a help desk quotes; never reused.
    pub code: &'static str,
    /// What a finding of this rule asks, unless the finding says otherwise.
    pub severity: Severity,
    /// The problem in a few words.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub title: Text,
    /// The columns it reads: an edit of any of them asks it again. A rule that asks debts and names
    /// none reads all of theirs.
    pub reads: &'static [Column],
    /// What it reads beyond them.
    pub beyond: Beyond,
    /// Where a campaign decides whether it is asked; `None` for a rule that always is.
    pub switch: Option<Switch>,
    /// What it says: see [`Rule::basis`], [`Rule::message`] and [`Rule::params`].
    pub(crate) words: Lines,
    /// What to do about it.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub repair: Text,
    /// Who asks it, and of what.
    pub checks: &'static [Check],
    /// JSON the rule finds fault with: a debt, or a whole ledger.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub fails: &'static str,
    /// JSON close to it that the rule finds nothing in.
    #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
    pub passes: &'static str,
}

impl Rule {
    /// The clause or form it follows; nothing in the page's first module.
    pub fn basis(&self) -> &'static str {
        self.words.line(1)
    }

    /// The messages, with `{names}` of facts.
    pub fn message(&self) -> Text {
        self.words.pair(BEFORE_MESSAGES)
    }

    /// The names of the facts in its messages.
    pub fn params(&self) -> Vec<&'static str> {
        self.words.each().skip(BEFORE_PARAMS).collect()
    }
}

/// Texts of a rule before its messages.
const BEFORE_MESSAGES: usize = 2;

/// Texts of a rule before the names of its facts.
const BEFORE_PARAMS: usize = 4;

/// Room for what most messages are filled with.
const FACTS_BYTES: usize = 64;

/// A fault or a doubt in a ledger. It is handed from place to place, so all it says stands apart:
/// read through [`Found`].
#[derive(Debug, Clone)]
pub struct Finding(Box<Found>);

/// What a finding says.
#[derive(Debug, Clone)]
pub struct Found {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// What it asks here.
    pub severity: Severity,
    /// Where.
    pub at: At,
    /// What the message quotes, in the order of the rule's `params`.
    pub facts: Vec<Fact>,
    /// The text that would mend it, where only one would.
    pub instead: Option<String>,
}

impl Deref for Finding {
    type Target = Found;

    fn deref(&self) -> &Found {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Found {
        &mut self.0
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.rule.code == other.rule.code
            && self.severity == other.severity
            && self.at == other.at
            && self.facts == other.facts
            && self.instead == other.instead
    }
}

impl Finding {
    /// A finding of a rule that quotes nothing yet, in a row the caller fills in.
    pub fn new(rule: &'static Rule, spot: Spot) -> Self {
        let at = At {
            row: None,
            child: None,
            column: spot.0,
        };
        Self(Box::new(Found {
            rule,
            severity: rule.severity,
            at,
            facts: Vec::new(),
            instead: None,
        }))
    }

    /// The same in a row.
    #[must_use]
    pub fn row(mut self, row: usize) -> Self {
        self.at.row = Some(row);
        self
    }

    /// The same in an instalment, a payment or a change.
    #[must_use]
    pub fn child(mut self, child: usize) -> Self {
        self.at.child = Some(child);
        self
    }

    /// The same as a warning, or an error.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with the text that would mend it.
    #[must_use]
    #[inline(never)]
    pub fn instead(mut self, text: Option<String>) -> Self {
        self.instead = text;
        self
    }

    /// The message in words.
    pub fn message(&self, lang: Lang, unit: Unit) -> String {
        let mut out = String::new();
        self.tell(lang, unit, &mut out);
        out
    }

    /// The message in both languages.
    pub fn words(&self, unit: Unit) -> Words {
        Words {
            zh: self.message(Lang::Zh, unit),
            en: self.message(Lang::En, unit),
        }
    }

    /// Writes the message behind other words, its facts in the places of their names.
    pub(crate) fn tell(&self, lang: Lang, unit: Unit, out: &mut String) {
        let mut lines = self.rule.words.each().skip(BEFORE_MESSAGES);
        let mut line = || lines.next().unwrap_or_default();
        let message = Text {
            zh: line(),
            en: line(),
        };
        let params: Vec<&str> = lines.collect();
        let mut rest = message.get(lang);
        if IS_WHOLE {
            out.reserve(rest.len() + FACTS_BYTES);
        }
        while let Some((before, after)) = cut(rest, "{") {
            out.push_str(before);
            let Some((name, after)) = cut(after, "}") else {
                break;
            };
            let place = params.iter().position(|known| *known == name);
            if let Some(fact) = place.and_then(|place| self.facts.get(place)) {
                fact.tell(lang, unit, out);
            }
            rest = after;
        }
        out.push_str(rest);
    }
}
