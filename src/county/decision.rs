//! What the office decided of a candidate. It holds for the debts as they were, and lapses with
//! them.

use std::borrow::Cow;
use std::hash::Hasher;

use chrono::NaiveDate;

use super::settings::choice;
use super::{Candidate, County, Kind, Ref};
use crate::campaign::Campaign;
use crate::hash::Fnv;
use crate::json::{Members, Tree};
use crate::ledger::Ledger;
use crate::ledger::cell::Line;
use crate::ledger::lists::{RemovalReason, Status};
use crate::ledger::vocabulary::{Vocabulary, vocabulary};
use crate::limits;

vocabulary! {
    /// What a candidate turned out to be.
    Verdict {
        Duplicate "duplicate" "重复，只计一处" "one debt: count it once" [];
        Fine "fine" "核实无误" "right as it is" [];
        Fault "fault" "属实，退回更正" "true: the unit has to mend it" [];
        Open "open" "继续核实" "still being looked into" [];
    }
}

/// A duplicate counts at none of the units that report it, or what was decided on is no debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchUnit;

/// What was decided of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What it turned out to be.
    pub verdict: Verdict,
    /// Of a duplicate, the unit at which the debt counts, by its code.
    pub counts_at: Option<String>,
    /// Why.
    pub note: String,
    /// When.
    pub decided_on: NaiveDate,
    /// The debts it is about: unit and number.
    pub debts: Vec<(String, String)>,
    /// What they said when it was decided.
    pub values: String,
}

impl Decision {
    /// What was decided of a candidate on a day. Only what may be one debt can be a duplicate, and
    /// it counts at one of its units.
    ///
    /// # Errors
    /// [`NoSuchUnit`] where it would count at none of them.
    pub fn of(
        one: &Candidate,
        verdict: Verdict,
        counts_at: Option<&str>,
        note: &str,
        decided_on: NaiveDate,
    ) -> Result<Self, NoSuchUnit> {
        let is_among = |unit: &&str| one.refs.iter().any(|debt| debt.unit == **unit);
        let counts_at = match verdict {
            Verdict::Duplicate if one.kind == Kind::SameDebt => {
                Some(counts_at.filter(is_among).ok_or(NoSuchUnit)?)
            }
            Verdict::Duplicate => return Err(NoSuchUnit),
            _ => None,
        };
        let debts = one.refs.iter();
        Ok(Self {
            verdict,
            counts_at: counts_at.map(str::to_owned),
            note: note.chars().take(limits::TEXT_CHARS).collect(),
            decided_on,
            debts: debts
                .map(|debt| (debt.unit.clone(), debt.debt_id.clone()))
                .collect(),
            values: one.values.clone(),
        })
    }

    pub(super) fn tree(&self, key: &str) -> Tree {
        let debt = |(unit, id): &(String, String)| {
            Tree::of(vec![
                ("unit", Tree::text(unit.as_str())),
                ("debt_id", Tree::text(id.as_str())),
            ])
        };
        let mut members = vec![
            ("key", Tree::text(key)),
            ("verdict", Tree::text(self.verdict.choice().code())),
            ("note", Tree::text(self.note.as_str())),
            ("decided_on", Tree::text(self.decided_on.to_string())),
            ("debts", Tree::List(self.debts.iter().map(debt).collect())),
            ("values", Tree::text(self.values.as_str())),
        ];
        members.extend(
            self.counts_at
                .as_deref()
                .map(|unit| ("counts_at", Tree::text(unit))),
        );
        Tree::of(members)
    }

    pub(super) fn read(members: &mut Members) -> (String, Self) {
        let key = members.text("key");
        let mut decision = Self {
            verdict: choice(members, "verdict").unwrap_or(Verdict::Open),
            counts_at: members.has("counts_at").then(|| members.text("counts_at")),
            note: members.text("note"),
            decided_on: members.day("decided_on"),
            debts: Vec::new(),
            values: members.text("values"),
        };
        members.objects("debts", &mut |members| {
            let debt = (members.text("unit"), members.text("debt_id"));
            decision.debts.push(debt);
        });
        (key, decision)
    }
}

/// What debts say, as far as a decision rests on it: 16 hexadecimal digits.
pub(super) fn values(refs: &[Ref]) -> String {
    let mut said: Vec<String> = refs.iter().map(Ref::said).collect();
    said.sort_unstable();
    let mut hasher = Fnv::default();
    for text in said {
        hasher.write(text.as_bytes());
        hasher.write(&[0]);
    }
    format!("{:016x}", hasher.finish())
}

impl County {
    /// The debts that count at another unit, as decided and while it holds: unit and number.
    pub(super) fn taken_off(&self, campaign: &Campaign) -> Vec<(String, String)> {
        let is_duplicate = |one: &&Decision| one.verdict == Verdict::Duplicate;
        let mut decided = self.decisions.values().filter(is_duplicate).peekable();
        let mut off = Vec::new();
        if decided.peek().is_none() {
            return off;
        }
        let standing = self.standing(campaign);
        let find = |(unit, id): &(String, String)| {
            let filed = standing.iter().find(|one| one.unit.code == *unit)?;
            Ref::find(filed, id)
        };
        for decision in decided {
            let refs: Option<Vec<Ref>> = decision.debts.iter().map(find).collect();
            let holds = refs.is_some_and(|refs| values(&refs) == decision.values);
            let Some(at) = decision.counts_at.as_ref().filter(|_| holds) else {
                continue;
            };
            let is_elsewhere = |debt: &&(String, String)| debt.0 != *at;
            off.extend(decision.debts.iter().filter(is_elsewhere).cloned());
        }
        off
    }
}

/// A ledger of which some debts are taken off as duplicates; how many.
pub(super) fn without<'a>(ledger: &'a Ledger, ids: &[&str]) -> (Cow<'a, Ledger>, usize) {
    let mut own = Cow::Borrowed(ledger);
    let mut count = 0;
    for (row, entry) in ledger.entries.iter().enumerate() {
        let id = entry.debt_id.as_ref().map(Line::as_str);
        if id.is_none_or(|id| !ids.contains(&id)) || !entry.standing().is_counted() {
            continue;
        }
        if let Some(entry) = own.to_mut().entries.get_mut(row) {
            entry.status = Some(Status::Removed);
            entry.removal_reason = Some(RemovalReason::Duplicate);
            count += 1;
        }
    }
    (own, count)
}
