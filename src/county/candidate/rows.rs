//! The debts of all standing files, with who owes whom as numbers, so that a hundred thousand are
//! quickly compared.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Ref;
use crate::amount::Amount;
use crate::county::Filed;
use crate::hash::Fnv;
use crate::ledger::Entry;
use crate::ledger::cell::Line;
use crate::text::fold;

/// Names → numbers.
#[derive(Default)]
pub(super) struct Names(HashMap<String, u32, BuildHasherDefault<Fnv>>);

impl Names {
    fn number(&mut self, name: String) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(name).or_insert(next)
    }

    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.0.get(name).copied()
    }
}

/// A debt that counts.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// The place of its file among those that stand.
    pub(super) file: usize,
    pub(super) at: usize,
    pub(super) entry: &'a Entry,
    pub(super) debtor: u32,
    pub(super) creditor: u32,
    /// The contract's number, or the project where it has none; `None` where neither is given.
    pub(super) contract: Option<u32>,
    pub(super) amount: Amount,
}

pub(super) struct Rows<'a> {
    pub(super) files: &'a [Filed<'a>],
    pub(super) debts: Vec<Row<'a>>,
    pub(super) names: Names,
    /// The code each creditor's name stands beside, where it is always the same.
    codes: HashMap<String, Option<String>, BuildHasherDefault<Fnv>>,
    /// The places of the debts of each creditor, by its number.
    of_creditor: Vec<(u32, usize)>,
}

impl<'a> Rows<'a> {
    /// The debts that count and say who owes whom. A creditor is known by its credit code, also
    /// where only its name is given and that always stands beside one code.
    pub(super) fn of(files: &'a [Filed<'a>]) -> Self {
        let mut all = Self {
            files,
            debts: Vec::new(),
            names: Names::default(),
            codes: HashMap::default(),
            of_creditor: Vec::new(),
        };
        let each = |visit: &mut dyn FnMut(usize, usize, &'a Entry)| {
            for (file, filed) in files.iter().enumerate() {
                for (row, entry) in filed.received.ledger.entries.iter().enumerate() {
                    if entry.standing().is_counted() {
                        visit(file, row, entry);
                    }
                }
            }
        };
        each(&mut |_, _, entry| {
            let known = entry
                .creditor_name
                .as_ref()
                .zip(entry.creditor_uscc.as_ref());
            if let Some((name, code)) = known {
                let code = code.as_str();
                let own = all.codes.entry(fold(name.as_str()).into_owned());
                let own = own.or_insert_with(|| Some(code.to_owned()));
                if own.as_deref() != Some(code) {
                    *own = None;
                }
            }
        });
        each(&mut |file, row, entry| {
            let (Some(debtor), Some(creditor)) = (&entry.debtor_name, all.creditor(entry)) else {
                return;
            };
            let contract = entry.contract_no.as_ref().map(Line::as_str);
            let contract = contract.or(entry.project_name.as_ref().map(Line::as_str));
            let one = Row {
                file,
                at: row,
                entry,
                debtor: all.names.number(fold(debtor.as_str()).into_owned()),
                creditor: all.names.number(creditor),
                contract: contract.map(|text| all.names.number(fold(text).into_owned())),
                amount: entry.arrears_amount.unwrap_or_default(),
            };
            all.debts.push(one);
        });
        let places = all.debts.iter().enumerate();
        all.of_creditor = places.map(|(place, one)| (one.creditor, place)).collect();
        all.of_creditor.sort_unstable();
        all
    }

    /// What a debt's creditor is known by; `None` where it names none.
    fn creditor(&self, entry: &Entry) -> Option<String> {
        if let Some(code) = &entry.creditor_uscc {
            return Some(code.as_str().to_owned());
        }
        let name = fold(entry.creditor_name.as_ref()?.as_str()).into_owned();
        Some(self.codes.get(&name).cloned().flatten().unwrap_or(name))
    }

    /// The debts owed to the creditor of an entry.
    pub(super) fn owed_to(&self, entry: &Entry) -> Vec<&Row<'a>> {
        let number = self.creditor(entry).and_then(|name| self.names.find(&name));
        let Some(number) = number else {
            return Vec::new();
        };
        let first = self.of_creditor.partition_point(|(own, _)| *own < number);
        let places = self.of_creditor.iter().skip(first);
        places
            .take_while(|(own, _)| *own == number)
            .filter_map(|(_, place)| self.debts.get(*place))
            .collect()
    }

    pub(super) fn reference(&self, row: &Row<'_>) -> Option<Ref> {
        Some(Ref::of(self.files.get(row.file)?, row.at, row.entry))
    }

    /// The debts in groups that share a key, each group with debts of two files or more; in a group
    /// the debts stand in the order of the files. Debts without a key are in no group.
    pub(super) fn groups<K: Ord>(&self, key: impl Fn(&Row<'a>) -> Option<K>) -> Vec<Vec<usize>> {
        let places = self.debts.iter().enumerate();
        let mut keyed: Vec<(K, usize)> = places
            .filter_map(|(place, row)| Some((key(row)?, place)))
            .collect();
        keyed.sort_unstable();
        let mut groups = Vec::new();
        for group in keyed.chunk_by(|(a, _), (b, _)| a == b) {
            let file = |place: usize| self.debts.get(place).map(|row| row.file);
            let mut files = group.iter().map(|(_, place)| file(*place));
            let first = files.next();
            if files.any(|file| Some(file) != first) {
                groups.push(group.iter().map(|(_, place)| *place).collect());
            }
        }
        groups
    }
}
