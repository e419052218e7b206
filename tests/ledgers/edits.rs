//! Any edit of a session, and how to make it.

use arrears_ledger::ledger::cell::Kind;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::spec::Spec;
use arrears_ledger::ledger::{Change, Entry, Header, Instalment, Payment};
use arrears_ledger::session::{EditError, Session};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::anything::typed;
use super::ledgers::seen;

/// Something a clerk does. Places are shares of what is there, one past the end included.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    Cell(Index, &'static str, String),
    Header(&'static str, String),
    Insert(Index, usize),
    Remove(Index, usize),
    Duplicate(Index),
    Move(Index, usize, Index),
    Fill(Index, usize, Vec<&'static str>),
    Plan(Index, Vec<(String, String)>),
    Pay(Index, String, String),
    Paste(Index, Vec<String>, String),
    AddChild(Index, &'static str),
    RemoveChild(Index, &'static str, usize),
    Child(Index, &'static str, usize, &'static str, String),
    Confirm(Index, &'static str),
    Repair(Index),
    Unit(&'static str),
    Undo,
    Redo,
}

impl Edit {
    /// Makes the edit; answers what it changed as hosts see it.
    pub(crate) fn make(&self, session: &mut Session) -> Result<Value, EditError> {
        let rows = session.ledger().entries.len();
        let row = |at: &Index| at.index(rows + 1);
        let finding = |at: &Index| {
            let findings = session.reviewed();
            let place = at.index(findings.len() + 1);
            findings
                .get(place)
                .map_or_else(String::new, |one| one.id.clone())
        };
        let change = match self {
            Self::Cell(at, key, text) => session.set_cell(row(at), key, text),
            Self::Header(key, text) => session.set_header(key, text),
            Self::Insert(at, count) => session.insert_rows(row(at), *count),
            Self::Remove(at, count) => session.remove_rows(row(at), *count),
            Self::Duplicate(at) => session.duplicate_row(row(at)),
            Self::Move(from, count, to) => session.move_rows(row(from), *count, row(to)),
            Self::Fill(at, count, keys) => {
                let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
                session.fill_down(row(at), *count, &keys)
            }
            Self::Plan(at, plan) => {
                let keys = ["due_on", "amount"].map(str::to_owned);
                let plan: Vec<_> = plan
                    .iter()
                    .map(|(on, fen)| (row(at), vec![on.clone(), fen.clone()]))
                    .collect();
                session.set_plans(&keys, &plan)
            }
            Self::Pay(at, on, amount) => {
                let keys = ["paid_on", "amount"].map(str::to_owned);
                session.add_records(
                    "payments",
                    &keys,
                    &[(row(at), vec![on.clone(), amount.clone()])],
                )
            }
            Self::AddChild(at, table) => session.add_child(row(at), table),
            Self::RemoveChild(at, table, child) => session.remove_child(row(at), table, *child),
            Self::Child(at, table, child, key, text) => {
                session.set_child(row(at), table, *child, key, text)
            }
            Self::Confirm(at, reason) => session.confirm(&finding(at), reason),
            Self::Repair(at) => session.repair(&finding(at)),
            Self::Unit(code) => session.choose_unit(code),
            Self::Undo => Ok(session.undo()),
            Self::Redo => Ok(session.redo()),
            Self::Paste(at, keys, text) => {
                return session
                    .paste(row(at), keys, text)
                    .map(|pasted| seen(&pasted));
            }
        };
        change.map(|change| seen(&change))
    }
}

fn cell<R: Record>() -> impl Strategy<Value = (&'static str, String)> + Clone {
    let specs: Vec<&'static Spec> = R::FIELDS.iter().map(|field| R::spec(*field)).collect();
    select(specs).prop_flat_map(|spec| {
        // Numbers of debts meet now and then.
        let text = if spec.key == "debt_id" {
            select(vec!["甲", "410422207-2022-06-0001", "#1"])
                .prop_map_into()
                .boxed()
        } else {
            typed(spec.kind)
        };
        (Just(spec.key), text)
    })
}

/// A block of cells under the headings of some columns, or under none.
fn paste() -> impl Strategy<Value = Edit> {
    let block = vec(cell::<Entry>(), 3..6).prop_flat_map(|columns| {
        let keys: Vec<&str> = columns.iter().map(|(key, _)| *key).collect();
        let texts: Vec<String> = columns.into_iter().map(|(_, text)| text).collect();
        (Just(keys), vec(Just(texts), 0..3))
    });
    (any::<Index>(), block, any::<bool>()).prop_map(|(at, (keys, rows), is_headed)| {
        let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        if is_headed {
            lines.insert(0, keys.join("\t"));
            lines.push("合计\t\t".to_owned());
        }
        let keys = keys.into_iter().map(str::to_owned).collect();
        Edit::Paste(at, keys, lines.join("\n"))
    })
}

/// Any edit.
pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let table = || select(vec!["instalments", "payments", "changes"]);
    let instalment = (at(), 0..3_usize, cell::<Instalment>());
    let payment = (at(), 0..3_usize, cell::<Payment>());
    let changed = (at(), 0..3_usize, cell::<Change>());
    prop_oneof![
        8 => (at(), cell::<Entry>()).prop_map(|(at, (key, text))| Edit::Cell(at, key, text)),
        4 => cell::<Header>().prop_map(|(key, text)| Edit::Header(key, text)),
        2 => (at(), 0..3_usize).prop_map(|(at, count)| Edit::Insert(at, count)),
        1 => (at(), 0..3_usize).prop_map(|(at, count)| Edit::Remove(at, count)),
        2 => at().prop_map(Edit::Duplicate),
        1 => (at(), 0..3_usize, at()).prop_map(|(from, count, to)| Edit::Move(from, count, to)),
        2 => (at(), 0..3_usize, vec(cell::<Entry>(), 1..4)).prop_map(|(at, count, cells)| {
            Edit::Fill(at, count, cells.into_iter().map(|(key, _)| key).collect())
        }),
        1 => (at(), vec((typed(Kind::Month), typed(Kind::Amount)), 0..3))
            .prop_map(|(at, plan)| Edit::Plan(at, plan)),
        1 => (at(), typed(Kind::Date), typed(Kind::Amount))
            .prop_map(|(at, on, amount)| Edit::Pay(at, on, amount)),
        2 => paste(),
        2 => (at(), table()).prop_map(|(at, table)| Edit::AddChild(at, table)),
        1 => (at(), table(), 0..3_usize).prop_map(|(at, table, no)| Edit::RemoveChild(at, table, no)),
        2 => instalment.prop_map(|(at, no, (key, text))| Edit::Child(at, "instalments", no, key, text)),
        2 => payment.prop_map(|(at, no, (key, text))| Edit::Child(at, "payments", no, key, text)),
        2 => changed.prop_map(|(at, no, (key, text))| Edit::Child(at, "changes", no, key, text)),
        4 => (at(), select(vec!["有合同为证", "", " "])).prop_map(|(at, why)| Edit::Confirm(at, why)),
        2 => at().prop_map(Edit::Repair),
        1 => select(vec!["410422207", "410422204", "无此单位"]).prop_map(Edit::Unit),
        3 => Just(Edit::Undo),
        2 => Just(Edit::Redo),
    ]
}
