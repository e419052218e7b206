//! When a debt was due, since when and how long it is in arrears, and how long the claim is safe.

use chrono::NaiveDate;

use super::{Explanation, Subject, Way, way};
use crate::almanac::{Calendar, Regulations, Table, add_months};
use crate::calc::limitation::{Claim, limitation as run};
use crate::calc::term::{Payer, Terms, due};
use crate::date::When;
use crate::ledger::entry::Field;
use crate::ledger::lists::{DebtorType, Judicial, MoneyKind};
use crate::ledger::{Column, Entry, header, payment};
use crate::rule::Fact;
use crate::text::{Text, Words};

const DUE: Column = Column::Entry(Field::DueDate);
const SINCE: Column = Column::Entry(Field::ArrearsSince);
/// What the law's term follows from.
const TERMS: [Column; 5] = [
    DUE,
    Column::Entry(Field::DebtorType),
    Column::Entry(Field::SignDate),
    Column::Entry(Field::DeliveredOn),
    Column::Entry(Field::MoneyKind),
];

/// A day, what it follows from, and how.
type Told = (Option<When>, Vec<Column>, &'static Way);

pub(super) fn due_date<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let (value, inputs, way) = when_due(subject.entry);
    let mut one = subject.told("due_date", value.map(Fact::from), &inputs, way);
    one.todo = one.todo.map(|_| subject.fill_in_due(way));
    vec![one]
}

pub(super) fn arrears_since<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let (value, inputs, way) = since(subject.entry);
    let mut one = subject.told("arrears_since", value.map(Fact::from), &inputs, way);
    one.todo = one.todo.map(|_| subject.fill_in(&[SINCE]));
    vec![one]
}

pub(super) fn age<'a>(subject: &Subject<'_, 'a>) -> Vec<Explanation<'a>> {
    let (since, mut inputs, _) = since(subject.entry);
    inputs.push(header::Field::CutoffDate.into());
    let cutoff = subject.around.header.cutoff_date;
    let bucket = since
        .zip(cutoff)
        .map(|(since, cutoff)| bucket(since.first(), cutoff));
    let mut one = subject.told("age", bucket.map(Fact::from), &inputs, &way::AGE);
    let needed: &[Column] = match since {
        Some(_) => &[Column::Header(header::Field::CutoffDate)],
        None => &[SINCE],
    };
    one.todo = one.todo.map(|_| subject.fill_in(needed));
    vec![one]
}

/// How old arrears are; the day a year is full still belongs to that year.
fn bucket(since: NaiveDate, cutoff: NaiveDate) -> Text {
    let within = |years: i32| cutoff <= add_months(since, 12 * years);
    let (zh, en) = match () {
        () if cutoff < since => ("尚未到期", "not yet due"),
        () if within(1) => ("1年以内（含1年）", "up to 1 year"),
        () if within(3) => ("1至3年（含3年）", "over 1, up to 3 years"),
        () if within(5) => ("3至5年（含5年）", "over 3, up to 5 years"),
        () => ("5年以上", "over 5 years"),
    };
    Text { zh, en }
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
    let (due, mut inputs, _) = when_due(entry);
    // What is in arrears since a day was due the day before.
    let due = due.map(When::last).or_else(|| {
        inputs = vec![DUE, SINCE];
        entry.arrears_since?.first().pred_opt()
    });
    let agreed = entry.instalments.iter().filter_map(|one| one.due_on);
    let last = agreed
        .map(When::last)
        .max()
        .filter(|_| entry.agreement_on.is_some());
    let way = match last {
        Some(_) => &way::LIMITATION_INSTALMENTS,
        None => &way::LIMITATION,
    };
    let paid = entry
        .payments
        .iter()
        .filter(|one| one.amount.is_some_and(|paid| 0 < paid.fen()));
    let mut interruptions: Vec<NaiveDate> = paid.filter_map(|one| one.paid_on).collect();
    interruptions.extend(entry.plan_filed_on.into_iter().chain(entry.agreement_on));
    let value = due.map(|due| {
        let claim = Claim {
            due,
            last_instalment: last,
            interruptions: &interruptions,
        };
        Fact::from(run(&claim).deadline)
    });
    let mut one = subject.told("limitation", value, &inputs, way);
    one.todo = one.todo.map(|_| subject.fill_in(&[DUE]));
    for column in [Field::PlanFiledOn, Field::AgreementOn] {
        let input = subject.input(column.into());
        one.inputs.extend((!input.text.is_empty()).then_some(input));
    }
    one.inputs
        .append(&mut subject.payments(payment::Field::PaidOn));
    vec![one]
}

impl Subject<'_, '_> {
    /// What tells the due date: the contract's, or what the law's term follows from.
    fn fill_in_due(&self, way: &Way) -> Words {
        let mut words = self.fill_in(&[DUE]);
        let [_, terms @ ..] = TERMS;
        let more = self.fill_in(&terms);
        let by_law = *way == way::DUE_2020 || *way == way::DUE_2025;
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
fn since(entry: &Entry) -> Told {
    if entry.arrears_since.is_some() {
        return (entry.arrears_since, vec![SINCE], &way::SINCE_TYPED);
    }
    let (due, mut inputs, _) = when_due(entry);
    inputs.insert(0, SINCE);
    let next = due.and_then(|due| due.last().succ_opt());
    (next.map(When::day), inputs, &way::SINCE_DUE)
}

/// When it was due: as typed, else as the Regulation in force when the contract was signed says.
fn when_due(entry: &Entry) -> Told {
    if entry.due_date.is_some() {
        return (entry.due_date, vec![DUE], &way::DUE_TYPED);
    }
    let regulations = Regulations::carried();
    let version = entry.sign_date.and_then(|day| regulations.on(day));
    let way = match version.map(|version| version.version.as_str()) {
        _ if entry.money_kind == Some(MoneyKind::Deposit) => {
            return (None, TERMS.to_vec(), &way::DUE_BY_CONTRACT);
        }
        None if entry.sign_date.is_some() => {
            return (None, TERMS.to_vec(), &way::DUE_BEFORE_LAW);
        }
        Some("2025") => &way::DUE_2025,
        _ => &way::DUE_2020,
    };
    let by_law = || {
        let terms = Terms {
            payer: payer(entry.debtor_type?),
            signed: Some(entry.sign_date?),
            start: entry.delivered_on?.last(),
            agreed_days: None,
            rolls: false,
        };
        Some(due(&terms, &regulations, &Calendar::default()))
    };
    match by_law() {
        Some(Ok(due)) => (Some(When::day(due.day)), TERMS.to_vec(), way),
        Some(Err(_)) => (None, TERMS.to_vec(), &way::DUE_BEFORE_LAW),
        None => (None, TERMS.to_vec(), way),
    }
}

/// Who pays, as far as terms differ; groups that spend public money follow public bodies.
const fn payer(debtor: DebtorType) -> Payer {
    match debtor {
        DebtorType::GovOrgan | DebtorType::PublicInstitution | DebtorType::GroupOrg => {
            Payer::Public
        }
        DebtorType::CountySoe
        | DebtorType::GovPlatform
        | DebtorType::SoeLargeOther
        | DebtorType::PrivateLarge => Payer::Large,
        DebtorType::OutOfScope => Payer::Other,
    }
}
