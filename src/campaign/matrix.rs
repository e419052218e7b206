//! The responsibility matrix: who plans, who supervises, what follows; all of it data.

use super::Campaign;
use crate::ledger::lists::{Cause, DebtorChannel, DebtorType, Sector};
use crate::ledger::{Entry, Header};
use crate::text::Words;

/// Which debts a line of the matrix is about: every member that is given must fit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fits {
    /// Any of these.
    pub debtor_channel: Vec<DebtorChannel>,
    /// Any of these.
    pub debtor_type: Vec<DebtorType>,
    /// Any of these.
    pub sector: Vec<Sector>,
    /// One of these is enough.
    pub causes: Vec<Cause>,
    /// Whether migrant workers' wages are involved.
    pub migrant_wages: Option<bool>,
}

impl Fits {
    /// Whether a debt fits.
    pub fn debt(&self, entry: &Entry) -> bool {
        let has = |cause: &Cause| {
            entry
                .causes
                .as_ref()
                .is_some_and(|causes| causes.has(*cause))
        };
        any(&self.debtor_channel, entry.debtor_channel)
            && any(&self.debtor_type, entry.debtor_type)
            && any(&self.sector, entry.sector)
            && (self.causes.is_empty() || self.causes.iter().any(has))
            && self
                .migrant_wages
                .is_none_or(|wages| entry.migrant_wages == Some(wages))
    }
}

/// Nothing asked fits everything.
fn any<V: PartialEq>(wanted: &[V], value: Option<V>) -> bool {
    wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
}

/// Who makes a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRule {
    /// A name to quote.
    pub id: String,
    /// The clause that says so.
    pub clause: String,
    /// The notice does not say it in so many words.
    pub inferred: bool,
    /// Which debts.
    pub when: Fits,
    /// Who.
    pub maker: Maker,
}

/// A line of the supervision table.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
        let unit = self
            .units
            .iter()
            .find(|unit| unit.sector.is_some() && unit.sector == sector)?;
        Some(&unit.name)
    }
}
