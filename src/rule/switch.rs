//! Rules a campaign may switch on or off, and the limits it may move.

use crate::campaign::Campaign;
use crate::rule::Rule;

/// What a campaign may decide about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switch {
    /// Whether it is asked when the campaign says nothing.
    pub is_on: bool,
    /// The limits it compares with.
    pub limits: &'static [Limit],
}

/// A limit of a heuristic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The name campaign files give it.
    pub name: &'static str,
    /// What it counts.
    pub measure: Measure,
    /// Its value when the campaign says nothing.
    pub value: i64,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Fen; in campaign files yuan, as a decimal string.
    Fen,
    /// Hundredths of the whole.
    Percent,
    /// Days.
    Days,
    /// Years.
    Years,
    /// Things.
    Count,
}

impl Measure {
    /// The word in lists of rules.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fen => "yuan",
            Self::Percent => "percent",
            Self::Days => "days",
            Self::Years => "years",
            Self::Count => "count",
        }
    }
}

impl Rule {
    /// Whether a campaign asks this rule. Only rules with a switch can be left out.
    pub fn is_asked(&self, campaign: &Campaign) -> bool {
        let Some(switch) = self.switch else {
            return true;
        };
        let said = campaign.setting(self.code).and_then(|setting| setting.on);
        said.unwrap_or(switch.is_on)
    }

    /// A limit of this rule in a campaign: the campaign's own, or the usual one.
    pub fn limit(&self, name: &str, campaign: &Campaign) -> i64 {
        let moved = campaign.setting(self.code).and_then(|setting| {
            let limit = setting.limits.iter().find(|limit| limit.name == name)?;
            Some(limit.value)
        });
        let limits = self.switch.map_or(&[][..], |switch| switch.limits);
        let usual = limits.iter().find(|limit| limit.name == name);
        moved.or(usual.map(|limit| limit.value)).unwrap_or_default()
    }
}
