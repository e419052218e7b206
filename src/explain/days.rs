//! When a debt was due, since when and how long it is in arrears, and how long the claim is safe.

use chrono::NaiveDate;

use super::{Explanation, Subject, Way, way};
use crate::calc::limitation::Limitation;
use crate::claims::limitation::limit;
use crate::date::When;
use crate::ledger::entry::Field;
use crate::ledger::lists::{Judicial, MoneyKind};
use crate::ledger::vocabulary::Vocabulary;
use crate::ledger::{Column, header, instalment, payment};
use crate::rule::Fact;
use crate::rules::{Due, bucket, due};
use crate::text::{Text, Words};

const DUE: Column = Column::Entry(Field::DueDate);
const SINCE: Column = Column::Entry(Field::ArrearsSince);
const DELIVERED: Column = Column::Entry(Field::DeliveredOn);
/// What the law's term follows from.
const TERMS: [Column; 4] = [
    DUE,
    Column::Entry(Field::DebtorType),
    Column::Entry(Field::SignDate),
    DELIVERED,
];
/// Days on which the debtor consented, or the creditor asked.
const INTERRUPTIONS: [Column; 5] = [
    Column::Entry(Field::AgreementOn),
    Column::Entry(Field::PlanFiledOn),
    Column::Entry(Field::PlanFinish),
    Column::Entry(Field::LastPaidOn),
    Column::Entry(Field::LastDemandOn),
];

/// A day, what it follows from, and how.
type Told = (Option<When>, Vec<Column>, &'static Way);

pub(super) fn due_date<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let (value, inputs, way) = when_due(subject);
    let mut one = subject.told("due_date", value.map(Fact::from), &inputs, way);
    one.todo = one.todo.map(|_| subject.fill_in_due(way));
    vec![one]
}

pub(super) fn arrears_since<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let (value, inputs, way) = since(subject);
    let mut one = subject.told("arrears_since", value.map(Fact::from), &inputs, way);
    one.todo = one.todo.map(|_| subject.fill_in(&[SINCE]));
    vec![one]
}

pub(super) fn age<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let (since, mut inputs, _) = since(subject);
    inputs.push(header::Field::CutoffDate.into());
    let cutoff = subject.around.header.cutoff_date;
    let age = since
        .zip(cutoff)
        .map(|(since, cutoff)| aged(since.first(), cutoff));
    let mut one = subject.told("age_bucket", age.map(Fact::from), &inputs, &way::AGE);
    let needed: &[Column] = match since {
        Some(_) => &[Column::Header(header::Field::CutoffDate)],
        None => &[SINCE],
    };
    one.todo = one.todo.map(|_| subject.fill_in(needed));
    vec![one]
}

/// How old arrears are, in words.
fn aged(since: NaiveDate, cutoff: NaiveDate) -> Text {
    if cutoff < since {
        return Text {
            zh: "尚未到期",
            en: "not yet due",
        };
    }
    bucket(since, cutoff).choice().label()
}

pub(super) fn limitation<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let entry = subject.entry;
    let judicial = [Column::Entry(Field::Judicial)];
    if entry
        .judicial
        .is_some_and(|now| now != Judicial::NotEntered)
    {
        let words = Text {
            zh: "由法院、仲裁机构认定",
            en: "decided by the court",
        };
        let value = Some(Fact::from(words));
        return vec![subject.told("limitation", value, &judicial, &way::LIMITATION_COURT)];
    }
    let limit = limit(entry);
    let way = match limit {
        Some(Limitation {
            is_under_two_years: true,
            ..
        }) => &way::LIMITATION_TWO_YEARS,
        _ => &way::LIMITATION,
    };
    let basis = if entry.due_date.is_some() { DUE } else { SINCE };
    let value = limit.map(|limit| Fact::from(limit.deadline));
    let mut one = subject.told("limitation", value, &[basis], way);
    one.todo = one.todo.map(|_| subject.fill_in(&[DUE]));
    for column in INTERRUPTIONS {
        let input = subject.input(column);
        one.inputs.extend((!input.text.is_empty()).then_some(input));
    }
    one.inputs
        .append(&mut subject.payments(payment::Field::PaidOn));
    one.inputs
        .append(&mut subject.instalments(instalment::Field::DueOn));
    vec![one]
}

impl Subject<'_, '_> {
    /// What tells the due date: the contract's, or what the law's term follows from.
    fn fill_in_due(&self, way: &Way) -> Words {
        let mut words = self.fill_in(&[DUE]);
        let [_, terms @ ..] = TERMS;
        let more = self.fill_in(&terms);
        let by_law = [way::DUE_2020.id, way::DUE_2025.id, way::DUE_AGREED.id].contains(&way.id);
        if by_law && !more.zh.is_empty() {
            words.zh.push_str("；合同没有约定的，");
            words.zh.push_str(&more.zh);
            words.en.push_str("; where the contract is silent, ");
            words.en.push_str(&more.en);
        }
        words
    }
}

/// The first day in arrears: as typed, else the day after it was due.
fn since(subject: &Subject<'_, '_>) -> Told {
    let typed = subject.entry.arrears_since;
    if typed.is_some() {
        return (typed, vec![SINCE], &way::SINCE_TYPED);
    }
    let (due, mut inputs, _) = when_due(subject);
    inputs.insert(0, SINCE);
    let next = due.and_then(|due| due.last().succ_opt());
    (next.map(When::day), inputs, &way::SINCE_DUE)
}

/// When it was due: as typed, else by the contract's days, else as the Regulation in force when
/// the contract was signed says.
fn when_due(subject: &Subject<'_, '_>) -> Told {
    let entry = subject.entry;
    if entry.due_date.is_some() {
        return (entry.due_date, vec![DUE], &way::DUE_TYPED);
    }
    if entry.money_kind == Some(MoneyKind::Deposit) {
        let inputs = vec![DUE, Field::MoneyKind.into()];
        return (None, inputs, &way::DUE_BY_CONTRACT);
    }
    let due = due(entry, &subject.around);
    let mut inputs = TERMS.to_vec();
    if let Some(Due { event, .. }) = due {
        // The term runs from one event, which need not be the delivery.
        inputs.retain(|column| *column != DELIVERED);
        inputs.push(event.into());
    }
    let law = &subject.around.context.law.regulations;
    let version = entry.sign_date.and_then(|day| law.on(day));
    let is_known = entry.debtor_type.is_some() && entry.sign_date.is_some();
    let way = match version.as_ref().map(|version| &*version.version) {
        _ if entry.agreed_term_days.is_some() => {
            inputs.push(Field::AgreedTermDays.into());
            &way::DUE_AGREED
        }
        _ if is_known && due.is_none() && !subject.is_blank(DELIVERED) => &way::DUE_BEFORE_LAW,
        None if entry.sign_date.is_some() => &way::DUE_BEFORE_LAW,
        Some("2025") => &way::DUE_2025,
        _ => &way::DUE_2020,
    };
    (due.map(|due| When::day(due.latest)), inputs, way)
}
