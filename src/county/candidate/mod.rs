//! What may be wrong between the files of several units, ranked, each with its reasons. A candidate
//! is a question for a person; nothing follows from it until somebody decides.

mod debtor;
mod listed;
mod name;
mod rows;
mod same;

pub use listed::{Compared, Outcome};

use super::decision::values;
use super::{County, Decision, Filed};
use crate::amount::{Amount, Unit};
use crate::campaign::Campaign;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::vocabulary::{Vocabulary, vocabulary};
use crate::text::Words;
use rows::Rows;

vocabulary! {
    /// What a candidate is about.
    Kind {
        SameDebt "same_debt" "疑似同一笔欠款" "perhaps one debt" [];
        Debtor "debtor" "同一欠款单位由多家填报" "one debtor in several reports" [];
        CodeNames "code_names" "同一信用代码名称不同" "one credit code, several names" [];
        NameCodes "name_codes" "同一名称信用代码不同" "one name, several credit codes" [];
        Listed "listed" "与外部清单不符" "differs from a list" [];
    }
}

/// A debt, or a unit's debts of one debtor, that a candidate is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ref {
    /// The unit that reports it, by its code.
    pub unit: String,
    /// The unit's name.
    pub unit_name: String,
    /// The debt's number, or its row (`#3`) where it has none.
    pub debt_id: String,
    /// Its row, counted from 0.
    pub row: usize,
    /// Who owes.
    pub debtor: String,
    /// Who is owed.
    pub creditor: String,
    /// The creditor's credit code.
    pub creditor_uscc: String,
    /// For what.
    pub project: String,
    /// How much.
    pub amount: Amount,
}

impl Ref {
    fn of(filed: &Filed<'_>, row: usize, entry: &Entry) -> Self {
        let text = |field| entry.text(field, Unit::Yuan);
        Self {
            unit: filed.unit.code.clone(),
            unit_name: filed.unit.name.clone(),
            debt_id: crate::claims::name(row, entry).into_owned(),
            row,
            debtor: text(Field::DebtorName),
            creditor: text(Field::CreditorName),
            creditor_uscc: text(Field::CreditorUscc),
            project: text(Field::ProjectName),
            amount: entry.arrears_amount.unwrap_or_default(),
        }
    }

    /// A debt of a file by its number.
    pub(super) fn find(filed: &Filed<'_>, id: &str) -> Option<Self> {
        let (row, entry) = crate::claims::find(&filed.received.ledger, id)?;
        Some(Self::of(filed, row, entry))
    }

    /// All that a decision rests on.
    pub(super) fn said(&self) -> String {
        let parts = [
            self.unit.as_str(),
            &self.debt_id,
            &self.debtor,
            &self.creditor,
            &self.creditor_uscc,
            &self.amount.to_string(),
        ];
        parts.join("\u{1f}")
    }
}

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What it is known by from one day to the next: kind and debts.
    pub key: String,
    /// What it is about.
    pub kind: Kind,
    /// How likely it is to be a fault, of a hundred.
    pub score: u32,
    /// Why it is here.
    pub why: Vec<Words>,
    /// The debts.
    pub refs: Vec<Ref>,
    /// The money that may be counted twice, or not at all.
    pub at_stake: Amount,
    /// What the debts say, in short: a decision holds while it is the same.
    pub values: String,
}

impl Candidate {
    fn of(kind: Kind, score: u32, why: Vec<Words>, refs: Vec<Ref>, at_stake: Amount) -> Self {
        let mut names: Vec<String> = refs
            .iter()
            .map(|one| format!("{}/{}", one.unit, one.debt_id))
            .collect();
        names.sort_unstable();
        Self {
            key: format!("{}|{}", kind.choice().code(), names.join("|")),
            kind,
            score,
            why,
            values: values(&refs),
            refs,
            at_stake,
        }
    }

    /// The decision on it that still holds, and whether one was given that does not.
    pub fn decision<'a>(&self, county: &'a County) -> (Option<&'a Decision>, bool) {
        let given = county.decisions.get(&self.key);
        let holds = given.filter(|one| one.values == self.values);
        (holds, given.is_some() && holds.is_none())
    }
}

impl County {
    /// Everything that may be wrong between the standing files, and between them and the lists: the
    /// likeliest first, then what is about most money.
    pub fn candidates(&self, campaign: &Campaign) -> Vec<Candidate> {
        let standing = self.standing(campaign);
        let rows = Rows::of(&standing);
        let mut found = same::find(&rows);
        found.extend(debtor::find(&rows, campaign));
        found.extend(name::find(&rows));
        for list in &self.lists {
            let compared = listed::compare(list, &rows, campaign);
            found.extend(compared.iter().filter_map(Compared::candidate));
        }
        found.sort_by(|a, b| {
            let rank = |one: &Candidate| (one.score, one.at_stake);
            rank(b).cmp(&rank(a)).then_with(|| a.key.cmp(&b.key))
        });
        found
    }

    /// Each line of each list beside what the units report.
    pub fn compared(&self, campaign: &Campaign) -> Vec<Compared> {
        let standing = self.standing(campaign);
        let rows = Rows::of(&standing);
        let lists = self.lists.iter();
        lists
            .flat_map(|list| listed::compare(list, &rows, campaign))
            .collect()
    }
}
