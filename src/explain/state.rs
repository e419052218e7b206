//! Where a debt stands, and since when it is known.

use super::{Explanation, Input, Subject, way};
use crate::ledger::entry::Field;
use crate::ledger::header;
use crate::ledger::lists::{Judicial, Status};
use crate::ledger::vocabulary::Vocabulary;
use crate::ledger::{Column, payment};
use crate::rule::Fact;

pub(super) fn first_period<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let period = [Column::Header(header::Field::Period)];
    let known = subject.entry.debt_id.as_ref().and_then(|id| {
        let before = subject.around.context.before?;
        let first = before.debt(id.as_str())?.first_period;
        first.or(before.ledger().header.period)
    });
    let (value, way) = match known {
        Some(first) => (Some(first), &way::SEEN_BEFORE),
        None => (subject.around.header.period, &way::FIRST_SEEN),
    };
    vec![subject.told("first_period", value.map(Fact::from), &period, way)]
}

/// The status the cells speak for. What only people decide is left as it was typed.
pub(super) fn status<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    const TYPED: Column = Column::Entry(Field::Status);
    let entry = subject.entry;
    let plan = [
        Column::Entry(Field::PlanFiledOn),
        Column::Entry(Field::PlanFinish),
    ];
    let is_planned = !entry.instalments.is_empty()
        || entry.plan_filed_on.is_some()
        || entry.plan_finish.is_some();
    let in_court = entry
        .judicial
        .is_some_and(|now| now != Judicial::NotEntered);
    let repaid = 0 < entry.repaid().fen();
    let (status, way, inputs): (_, _, &[Column]) = match entry.status {
        Some(
            decided @ (Status::Clue
            | Status::Verifying
            | Status::Closed
            | Status::Removed
            | Status::Transferred),
        ) => (decided, &way::STATUS_DECIDED, &[]),
        _ if in_court => (
            Status::InCourt,
            &way::STATUS_COURT,
            &[Column::Entry(Field::Judicial)],
        ),
        _ if repaid && entry.balance_due().is_some_and(|left| left.fen() <= 0) => {
            (Status::Cleared, &way::STATUS_CLEARED, &[])
        }
        _ if repaid => (Status::PartlyRepaid, &way::STATUS_PARTLY, &[]),
        _ if is_planned => (Status::Planned, &way::STATUS_PLANNED, &plan),
        _ => (Status::Booked, &way::STATUS_BOOKED, &[]),
    };
    let value = Fact::from(status.choice().label());
    let mut one = subject.told("status", Some(value), &[TYPED], way);
    let mut more: Vec<Input> = inputs.iter().map(|column| subject.input(*column)).collect();
    if repaid && inputs.is_empty() && way != &way::STATUS_DECIDED {
        more.push(subject.input(Field::ArrearsAmount.into()));
        more.append(&mut subject.payments(payment::Field::PaidAmount));
        if entry.payments.is_empty() {
            more.push(subject.input(Field::RepaidTotal.into()));
        }
    }
    one.inputs.append(&mut more);
    vec![one]
}
