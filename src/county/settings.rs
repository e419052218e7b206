//! What the notice leaves to the office, each with a default that is shown.

use chrono::NaiveDate;

use crate::campaign::{Campaign, NilReport};
use crate::date::When;
use crate::json::{Members, Misfit, Tree};
use crate::ledger::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// By which day a ledger is late.
    LateBy {
        Filled "filled" "填报日期" "the day it was filled in" [];
        Received "received" "收到日期" "the day it was received" [];
    }
}

/// As campaign files have it.
const EXPLICIT: &str = "explicit";
const DEEMED: &str = "deemed";

/// What the office decided for a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The period collected; without it, the one most of the files are for.
    pub period: Option<When>,
    /// The last day of handing in, where it is not the campaign's.
    pub due: Option<NaiveDate>,
    /// What a unit that owes nothing has to do, where it is not as the campaign has it.
    pub nil_report: Option<NilReport>,
    /// By which day a ledger is late.
    pub late_by: LateBy,
    /// Whether disputed debts are part of the base of the rate of clearing.
    pub disputed_in_base: bool,
    /// Decimals of amounts in ten thousand yuan, six at most.
    pub decimals: u8,
    /// The number of the bulletin; 0 while it has none.
    pub issue: u32,
    /// How many debts the list of large ones has.
    pub large: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            period: None,
            due: None,
            nil_report: None,
            late_by: LateBy::Filled,
            disputed_in_base: true,
            decimals: 2,
            issue: 0,
            large: 10,
        }
    }
}

impl Settings {
    /// Whether silence counts as a nil report.
    pub fn is_deemed(&self, campaign: &Campaign) -> bool {
        self.nil_report.unwrap_or(campaign.nil_report) == NilReport::Deemed
    }

    /// The last day of handing in for a period: as decided, or the campaign's for its own period.
    /// `None` for later periods, of which the campaign says nothing.
    pub fn due_of(&self, period: Option<When>, campaign: &Campaign) -> Option<NaiveDate> {
        let own = (!campaign.is_past(period)).then_some(campaign.deadlines.ledger);
        self.due.or(own)
    }

    /// The settings as JSON.
    pub fn json(&self) -> String {
        self.tree().canonical()
    }

    /// Reads settings as [`Settings::json`] writes them; what is left out is as by default.
    ///
    /// # Errors
    /// Where a member is not as it should be: its path, and what was expected.
    ///
    /// ```
    /// use arrears_ledger::county::Settings;
    /// let settings = Settings::parse(r#"{"decimals":4,"period":"2022-07"}"#).unwrap();
    /// assert_eq!(Settings::parse(&settings.json()), Ok(settings));
    /// assert_eq!(Settings::parse(r#"{"decimals":7}"#).unwrap_err().path, "/decimals");
    /// ```
    pub fn parse(text: &str) -> Result<Self, Misfit> {
        let mut members = Members::of(Tree::parse(text).unwrap_or(Tree::Null));
        let settings = Self::read(&mut members);
        match members.misfits().into_iter().next() {
            Some(misfit) => Err(misfit),
            None => Ok(settings),
        }
    }

    pub(super) fn tree(&self) -> Tree {
        let mut members = vec![
            ("late_by", Tree::text(self.late_by.choice().code())),
            ("disputed_in_base", Tree::Flag(self.disputed_in_base)),
            ("decimals", Tree::Number(i64::from(self.decimals))),
            ("issue", Tree::Number(i64::from(self.issue))),
            ("large", Tree::Number(i64::from(self.large))),
        ];
        let text = |text: &dyn ToString| Tree::text(text.to_string());
        members.extend(self.period.map(|period| ("period", text(&period))));
        members.extend(self.due.map(|due| ("due", text(&due))));
        members.extend(self.nil_report.map(|nil| {
            let code = match nil {
                NilReport::Explicit => EXPLICIT,
                NilReport::Deemed => DEEMED,
            };
            ("nil_report", Tree::text(code))
        }));
        Tree::of(members)
    }

    /// Reads what [`Settings::tree`] wrote; what is left out is as by default.
    pub(super) fn read(members: &mut Members) -> Self {
        let own = Self::default();
        let number = |members: &mut Members, key, most: u32, else_: u32| {
            if !members.has(key) {
                return else_;
            }
            let found = u32::try_from(members.number(key)).unwrap_or(u32::MAX);
            if most < found {
                members.misfit(key, "a whole number that is not too large");
            }
            found.min(most)
        };
        let decimals = number(members, "decimals", 6, u32::from(own.decimals));
        Self {
            period: text(members, "period").and_then(|text| {
                let period = When::parse(&text).ok();
                if period.is_none() {
                    members.misfit("period", "a day or a month");
                }
                period
            }),
            due: members.has("due").then(|| members.day("due")),
            nil_report: nil_report(members),
            late_by: choice(members, "late_by").unwrap_or(own.late_by),
            disputed_in_base: !members.has("disputed_in_base") || members.flag("disputed_in_base"),
            decimals: u8::try_from(decimals).unwrap_or(own.decimals),
            issue: number(members, "issue", 100_000, own.issue),
            large: number(members, "large", 100_000, own.large),
        }
    }
}

fn nil_report(members: &mut Members) -> Option<NilReport> {
    match text(members, "nil_report")?.as_str() {
        EXPLICIT => Some(NilReport::Explicit),
        DEEMED => Some(NilReport::Deemed),
        _ => {
            members.misfit("nil_report", "explicit or deemed");
            None
        }
    }
}

fn text(members: &mut Members, key: &str) -> Option<String> {
    members.has(key).then(|| members.text(key))
}

/// One of a closed list, where the member is there.
pub(super) fn choice<V: Vocabulary>(members: &mut Members, key: &str) -> Option<V> {
    let code = text(members, key)?;
    let found = V::ALL
        .iter()
        .copied()
        .find(|value| value.choice().code() == code);
    if found.is_none() {
        members.misfit(key, "a code of its list");
    }
    found
}
