//! What is recorded: a header, its debts, their instalments, payments and changes.

mod apart;
mod before;
pub mod cell;
pub mod change;
mod child;
mod declare;
mod difference;
pub mod entry;
pub mod fields;
pub mod header;
pub mod instalment;
pub mod lists;
pub mod payment;
pub mod spec;
mod sums;
pub mod vocabulary;
mod why;

pub use apart::{Apart, Blank};
pub use before::{Before, Numbers};
pub use change::Change;
pub use child::Child;
pub use difference::{CellChange, DebtChange, Difference, difference};
pub use entry::Entry;
pub use header::Header;
pub use instalment::Instalment;
pub use payment::Payment;
pub use sums::{Sums, Totals};

use fields::{Extra, Index, Record};
use spec::Spec;

/// A reporting unit's ledger.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    /// Who reports, and for when.
    pub header: Header,
    /// The debts, in the order of the sheet.
    pub entries: Vec<Entry>,
    /// The campaign it is for, by its id.
    pub campaign: String,
    /// 1 for the first submission of a period; each amendment counts up.
    pub revision: u32,
    /// The digest of the submission this one amends.
    pub previous: Option<String>,
    /// Warnings somebody has answered for.
    pub confirmations: Vec<Confirmation>,
    /// Top-level fields this version does not know.
    pub extra: Extra,
}

/// A warning confirmed with a reason. It holds for the values it was given for, and lapses with
/// them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Confirmation {
    /// The rule's code.
    pub code: String,
    /// The debt it is about; empty for the ledger as a whole.
    pub debt_id: String,
    /// SM3 over the values the rule reads there, 16 hexadecimal digits.
    pub values: String,
    /// Why it is right as it is.
    pub reason: String,
    /// Members this version does not know.
    pub extra: Extra,
}

/// A column of one of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Of the header.
    Header(header::Field),
    /// Of a debt.
    Entry(entry::Field),
    /// Of an instalment.
    Instalment(instalment::Field),
    /// Of a payment.
    Payment(payment::Field),
    /// Of a change on record.
    Change(change::Field),
}

impl Column {
    /// What is known of the column.
    pub fn spec(self) -> &'static Spec {
        match self {
            Self::Header(field) => Header::spec(field),
            Self::Entry(field) => Entry::spec(field),
            Self::Instalment(field) => Instalment::spec(field),
            Self::Payment(field) => Payment::spec(field),
            Self::Change(field) => Change::spec(field),
        }
    }

    /// Its place in its table.
    pub fn index(self) -> Index {
        match self {
            Self::Header(field) => field.into(),
            Self::Entry(field) => field.into(),
            Self::Instalment(field) => field.into(),
            Self::Payment(field) => field.into(),
            Self::Change(field) => field.into(),
        }
    }

    /// The child table it stands in; `None` for the header and for debts.
    pub const fn child(self) -> Option<Child> {
        match self {
            Self::Header(_) | Self::Entry(_) => None,
            Self::Instalment(_) => Some(Child::Instalments),
            Self::Payment(_) => Some(Child::Payments),
            Self::Change(_) => Some(Child::Changes),
        }
    }

    /// The table's name in files.
    pub const fn table(self) -> &'static str {
        match (self, self.child()) {
            (_, Some(child)) => child.key(),
            (Self::Header(_), None) => "header",
            (_, None) => "entries",
        }
    }
}

impl From<header::Field> for Column {
    fn from(field: header::Field) -> Self {
        Self::Header(field)
    }
}

impl From<entry::Field> for Column {
    fn from(field: entry::Field) -> Self {
        Self::Entry(field)
    }
}

impl From<instalment::Field> for Column {
    fn from(field: instalment::Field) -> Self {
        Self::Instalment(field)
    }
}

impl From<payment::Field> for Column {
    fn from(field: payment::Field) -> Self {
        Self::Payment(field)
    }
}

impl From<change::Field> for Column {
    fn from(field: change::Field) -> Self {
        Self::Change(field)
    }
}
