//! A table of debts that others name: complaints, an audit's findings.

use crate::amount::Unit;
use crate::api;
use crate::json::{Members, Tree};
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::Finding;

/// What is kept of a line of such a table.
const KEPT: &[Field] = &[
    Field::DebtorName,
    Field::DebtorUscc,
    Field::DebtorChannel,
    Field::DebtorAreaCode,
    Field::DebtorParent,
    Field::CreditorName,
    Field::CreditorUscc,
    Field::ProjectName,
    Field::ContractNo,
    Field::ArrearsAmount,
    Field::PlatformRef,
];

/// A table of debts others name. A line without a creditor is a total: what its debtor is said to
/// owe in all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// What it is called, such as the file's name.
    pub name: String,
    /// Its lines, as far as they say who owes whom how much.
    pub entries: Vec<Entry>,
}

impl List {
    /// Reads a table: a sheet with the debtor under any of its headings, or a draft.
    ///
    /// # Errors
    /// The first error of a file that cannot be read as a list of debts.
    ///
    /// ```
    /// use arrears_ledger::county::List;
    /// let list = List::read("投诉", "被投诉人,投诉人,拖欠金额（元）\n龙泉乡,甲公司,5000\n".as_bytes()).unwrap();
    /// assert_eq!(list.entries.len(), 1);
    /// ```
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Box<Finding>> {
        let mut entries = Vec::new();
        for entry in api::leads(bytes)? {
            let mut kept = Entry::default();
            for field in KEPT {
                kept.set(*field, &entry.text(*field, Unit::Yuan), Unit::Yuan);
            }
            entries.push(kept);
        }
        Ok(Self {
            name: name.to_owned(),
            entries,
        })
    }

    pub(super) fn tree(&self) -> Tree {
        let line = |entry: &Entry| {
            let cell = |field: &Field| {
                let text = entry.text(*field, Unit::Yuan);
                (!text.is_empty()).then(|| (Entry::spec(*field).key, Tree::text(text)))
            };
            Tree::of(KEPT.iter().filter_map(cell).collect())
        };
        Tree::of(vec![
            ("name", Tree::text(self.name.as_str())),
            (
                "entries",
                Tree::List(self.entries.iter().map(line).collect()),
            ),
        ])
    }

    pub(super) fn read_members(members: &mut Members) -> Self {
        let mut list = Self {
            name: members.text("name"),
            entries: Vec::new(),
        };
        members.objects("entries", &mut |members| {
            let mut entry = Entry::default();
            for field in KEPT {
                let key = Entry::spec(*field).key;
                if members.has(key) {
                    entry.set(*field, &members.text(key), Unit::Yuan);
                }
            }
            list.entries.push(entry);
        });
        list
    }
}
