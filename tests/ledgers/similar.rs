//! Ledgers whose debts resemble one another: each starts as one that is in order, and a few cells
//! are typed over, mostly with what another has there too.

use std::sync::LazyLock;

use arrears_ledger::amount::Unit;
use arrears_ledger::ledger::entry::Field;
use arrears_ledger::ledger::fields::Record;
use arrears_ledger::ledger::{Change, Column, Entry, Header, Instalment, Ledger, Payment};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::anything;
use super::filling::{Bases, added_up};

/// Texts that several debts share, so that they are taken for the same or for contradicting.
const SHARED: &[(Field, &[&str])] = &[
    (Field::SeqNo, &["1", "2", "3", ""]),
    (
        Field::DebtorName,
        &["龙泉乡人民政府", "龙泉乡 人民政府", "田庄乡人民政府"],
    ),
    (
        Field::CreditorName,
        &["甲（一）有限公司", "甲(一)有限公司", "乙有限公司"],
    ),
    (
        Field::CreditorUscc,
        &["91350100M000100Y43", "91110000710925462X", ""],
    ),
    (Field::ProjectName, &["桥梁加固", "桌椅采购"]),
    (Field::ContractNo, &["1", "2", ""]),
    (Field::ContractAmount, &["10", "20"]),
    (Field::SettledPrice, &["", "12"]),
    (Field::ArrearsAmount, &["5", "6", "8", "0"]),
    (Field::PaidBefore, &["4", "12", ""]),
    (Field::SignDate, &["", "2021-03-08"]),
    (Field::DueDate, &["2016-01", "2022-07", ""]),
    (Field::RepaidTotal, &["", "1", "3"]),
    (Field::Balance, &["5", "13.5", ""]),
    (Field::Remark, &["已起诉", "借款", ""]),
    (
        Field::Status,
        &["booked", "removed", "in_court", "cleared", ""],
    ),
    (Field::Judicial, &["litigation", "not_entered"]),
];

/// Every column of the four tables.
pub(crate) fn columns() -> Vec<Column> {
    fn of<R: Record>() -> impl Iterator<Item = Column>
    where
        R::Field: Into<Column>,
    {
        R::FIELDS.iter().copied().map(Into::into)
    }
    let header = of::<Header>().chain(of::<Entry>());
    let children = of::<Instalment>().chain(of::<Payment>());
    header.chain(children).chain(of::<Change>()).collect()
}

static IN_ORDER: LazyLock<Ledger> = LazyLock::new(all_bases);

/// The ledgers the scenarios start from, as one.
pub(crate) fn in_order() -> Ledger {
    IN_ORDER.clone()
}

fn all_bases() -> Ledger {
    let mut ledger = Ledger::default();
    for base in Bases::read().ledgers() {
        ledger.header = base.header;
        ledger.entries.extend(base.entries);
    }
    ledger.header.is_nil = Some(false);
    "yexian-2022".clone_into(&mut ledger.campaign);
    ledger.revision = 1;
    for (row, entry) in ledger.entries.iter_mut().enumerate() {
        number(entry, row);
    }
    added_up(ledger, &[])
}

fn number(entry: &mut Entry, row: usize) {
    entry.set(Field::SeqNo, &(row + 1).to_string(), Unit::Yuan);
    let id = format!("410422207-2022-06-{row:04}");
    entry.set(Field::DebtId, &id, Unit::Yuan);
}

/// A cell and a text for it.
fn typed() -> impl Strategy<Value = (Field, String)> {
    let shared = select(SHARED).prop_flat_map(|(field, texts): (Field, &[&str])| {
        let text = select(texts).prop_map(str::to_owned);
        (Just(field), text)
    });
    let any = select(Entry::FIELDS)
        .prop_filter("numbers stay", |field| *field != Field::DebtId)
        .prop_flat_map(|field| (Just(field), anything::typed(Entry::spec(field).kind)));
    prop_oneof![4 => shared, 1 => any]
}

/// A ledger of up to six debts, each under a number of its own.
pub(crate) fn ledger() -> impl Strategy<Value = Ledger> {
    let base = in_order();
    let entries = base.entries.clone();
    let debt = (select(entries), vec(typed(), 0..5));
    vec(debt, 1..7).prop_map(move |debts| {
        let mut ledger = Ledger {
            entries: Vec::new(),
            ..base.clone()
        };
        for (row, (mut entry, cells)) in debts.into_iter().enumerate() {
            number(&mut entry, row);
            for (field, text) in cells {
                entry.set(field, &text, ledger.header.unit());
            }
            ledger.entries.push(entry);
        }
        ledger
    })
}
