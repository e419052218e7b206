//! The responsibility matrix: who plans, who supervises, what follows; all of it data.

use serde::{Deserialize, Serialize};

use super::Campaign;
use crate::ledger::lists::{Cause, DebtorChannel, DebtorType, Sector};
use crate::ledger::vocabulary::Vocabulary;
use crate::ledger::{Entry, Header};
use crate::text::Words;

/// Which debts a line of the matrix is about: every member that is given must fit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fits {
    /// Codes of [`DebtorChannel`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub debtor_channel: Vec<String>,
    /// Codes of [`DebtorType`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub debtor_type: Vec<String>,
    /// Codes of [`Sector`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sector: Vec<String>,
    /// Codes of [`Cause`]; one of them is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<String>,
    /// Whether migrant workers' wages are involved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub migrant_wages: Option<bool>,
}

fn names<V: Vocabulary>(codes: &[String], value: Option<V>) -> bool {
    codes.is_empty()
        || value.is_some_and(|value| codes.iter().any(|code| code == value.choice().code))
}

/// The first code that is not of a list.
pub(super) fn stray<'a, V: Vocabulary>(
    mut codes: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    codes.find(|code| V::OPTIONS.iter().all(|option| option.code != *code))
}

impl Fits {
    pub(super) fn unknown_code(&self) -> Option<&str> {
        stray::<DebtorChannel>(self.debtor_channel.iter().map(String::as_str))
            .or_else(|| stray::<DebtorType>(self.debtor_type.iter().map(String::as_str)))
            .or_else(|| stray::<Sector>(self.sector.iter().map(String::as_str)))
            .or_else(|| stray::<Cause>(self.causes.iter().map(String::as_str)))
    }

    /// Whether a debt fits.
    pub fn debt(&self, entry: &Entry) -> bool {
        let cause = |code: &String| {
            entry.causes.as_ref().is_some_and(|causes| {
                causes
                    .values()
                    .iter()
                    .any(|cause| cause.choice().code == code)
            })
        };
        names::<DebtorChannel>(&self.debtor_channel, entry.debtor_channel)
            && names::<DebtorType>(&self.debtor_type, entry.debtor_type)
            && names::<Sector>(&self.sector, entry.sector)
            && (self.causes.is_empty() || self.causes.iter().any(cause))
            && self
                .migrant_wages
                .is_none_or(|wages| entry.migrant_wages == Some(wages))
    }
}

/// Who makes a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case", deny_unknown_fields)]
pub enum Maker {
    /// The township or zone the debt belongs to.
    OwnUnit,
    /// The debtor itself.
    Debtor,
    /// The debtor's supervising department.
    Parent,
    /// A body by name.
    Body {
        /// Its name.
        name: String,
    },
}

/// A line of the plan-maker table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRule {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// The notice does not say it in so many words.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// Which debts.
    pub when: Fits,
    /// Who.
    pub maker: Maker,
}

/// A line of the supervision table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuperviseRule {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// Which debts.
    pub when: Fits,
    /// Who; `@sector` is the department of the debt's trade.
    pub bodies: Vec<String>,
    /// To do what.
    pub duty: String,
}

/// A consequence the notice attaches to a debt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// Which debts.
    pub when: Fits,
    /// What follows.
    pub text: Words,
}

impl Campaign {
    /// Who makes the plan for a debt; `None` where the notice is silent.
    pub fn plan_maker(&self, entry: &Entry, header: &Header) -> Option<String> {
        let rule = self.plan_makers.iter().find(|rule| rule.when.debt(entry))?;
        match &rule.maker {
            Maker::OwnUnit => {
                let code = entry
                    .debtor_area_code
                    .as_ref()
                    .or(header.report_unit_code.as_ref())?;
                self.find(code.as_str()).map(|unit| unit.name.clone())
            }
            Maker::Debtor => entry
                .debtor_name
                .as_ref()
                .map(|name| name.as_str().to_owned()),
            Maker::Parent => entry
                .debtor_parent
                .as_ref()
                .map(|name| name.as_str().to_owned()),
            Maker::Body { name } => Some(name.clone()),
        }
    }

    /// Who supervises a debt.
    pub fn supervisors(&self, entry: &Entry) -> Vec<&str> {
        let mut bodies: Vec<&str> = Vec::new();
        for rule in self.supervisors.iter().filter(|rule| rule.when.debt(entry)) {
            for body in &rule.bodies {
                let body = if body == "@sector" {
                    self.of_sector(entry.sector)
                } else {
                    Some(body.as_str())
                };
                if let Some(body) = body.filter(|body| !bodies.contains(body)) {
                    bodies.push(body);
                }
            }
        }
        bodies
    }

    fn of_sector(&self, sector: Option<Sector>) -> Option<&str> {
        let code = sector?.choice().code;
        let unit = self
            .units
            .iter()
            .find(|unit| unit.sector.as_deref() == Some(code))?;
        Some(&unit.name)
    }
}
