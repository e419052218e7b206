//! What is owed, repaid and left.

use super::{Explanation, Input, Subject, way};
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Dispute;
use crate::ledger::{Column, instalment, payment};
use crate::rule::{At, Fact};
use crate::rules;

pub(super) fn undisputed<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    const DISPUTE: Column = Column::Entry(Field::Dispute);
    let arrears = Field::ArrearsAmount.into();
    let (way, inputs) = match subject.entry.dispute {
        Some(Dispute::Disputed) => (&way::UNDISPUTED_NONE, vec![DISPUTE]),
        Some(Dispute::Partly) => (
            &way::UNDISPUTED_PART,
            vec![DISPUTE, Field::UndisputedAmount.into()],
        ),
        Some(Dispute::Undisputed) | None => (&way::UNDISPUTED_ALL, vec![DISPUTE, arrears]),
    };
    let value = subject.entry.undisputed().map(Fact::from);
    vec![subject.told("undisputed_amount", value, &inputs, way)]
}

pub(super) fn repaid<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let entry = subject.entry;
    let typed = [Column::Entry(Field::RepaidTotal)];
    let value = Some(Fact::from(entry.repaid()));
    if entry.payments.is_empty() {
        return vec![subject.told("repaid_total", value, &typed, &way::REPAID_TYPED)];
    }
    let mut one = subject.told("repaid_total", value, &[], &way::REPAID_SUM);
    one.inputs = subject.payments(payment::Field::PaidAmount);
    vec![one]
}

pub(super) fn balance<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let arrears = [Column::Entry(Field::ArrearsAmount)];
    let value = subject.entry.balance_due().map(Fact::from);
    let mut one = subject.told("balance", value, &arrears, &way::BALANCE);
    let repaid = subject.entry.repaid();
    one.inputs.push(Input {
        text: repaid.print(subject.around.header.unit()),
        ..subject.input(Field::RepaidTotal.into())
    });
    vec![one]
}

pub(super) fn last_paid<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let Some(last) = rules::last_paid(subject.entry) else {
        return Vec::new();
    };
    let mut one = subject.told("last_paid_on", Some(last.into()), &[], &way::LAST_PAID);
    one.inputs = subject.payments(payment::Field::PaidOn);
    vec![one]
}

impl Subject<'_, '_> {
    /// One cell of every payment.
    pub(super) fn payments(&self, field: payment::Field) -> Vec<Input> {
        self.children(&self.entry.payments, field)
    }

    /// One cell of every instalment.
    pub(super) fn instalments(&self, field: instalment::Field) -> Vec<Input> {
        self.children(&self.entry.instalments, field)
    }

    fn children<R: Record>(&self, records: &[R], field: R::Field) -> Vec<Input>
    where
        Column: From<R::Field>,
    {
        let unit = self.around.header.unit();
        let records = records.iter().enumerate();
        records
            .map(|(child, record)| Input {
                at: At {
                    row: Some(self.row),
                    child: Some(child),
                    column: Some(Column::from(field)),
                },
                text: record.text(field, unit),
            })
            .collect()
    }
}
