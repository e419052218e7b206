//! A debt → when the time to sue for it runs out, as far as the ledger can tell (民法典188, 189,
//! 195; 诉讼时效规定14: part payment and a plan are the debtor's consent, and start it anew).

use chrono::NaiveDate;

use crate::calc::limitation::{Claim, Limitation, limitation, may_have_run_out_before};
use crate::date::When;
use crate::ledger::Entry;

/// What starts the time anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The creditor asked for its money, or complained.
    Demand,
    /// Both signed an agreement.
    Agreement,
    /// The debtor handed in a plan.
    Plan,
    /// The debtor paid a part.
    Payment,
    /// A day by which the debtor promised to pay.
    Promise,
}

/// The end of a claim's time: `None` while neither the day it was due nor the start of its arrears
/// is known. A month counts by its last day. Where the two years of the former law had run out,
/// the debtor's consent brings the claim back (法释〔2018〕12号).
pub fn limit(entry: &Entry) -> Option<Limitation> {
    let due = entry.due_date.or(entry.arrears_since)?.last();
    let (mut last, mut has_consent) = (None, false);
    each_event(entry, &mut |day, event| {
        last = last.max(Some(day));
        has_consent |= event != Event::Demand;
    });
    let of = |interruptions: &[NaiveDate]| {
        limitation(&Claim {
            due,
            last_instalment: None,
            interruptions,
        })
    };
    // Under the law of today the last day is all that counts.
    let found = if may_have_run_out_before(due) {
        let mut days = Vec::new();
        each_event(entry, &mut |day, _| days.push(day));
        of(&days)
    } else {
        of(last.as_slice())
    };
    Some(Limitation {
        is_under_two_years: found.is_under_two_years && !has_consent,
        ..found
    })
}

/// The days on record that start the time anew.
pub fn events(entry: &Entry) -> Vec<(NaiveDate, Event)> {
    let mut events = Vec::new();
    each_event(entry, &mut |day, event| events.push((day, event)));
    events
}

fn each_event(entry: &Entry, found: &mut dyn FnMut(NaiveDate, Event)) {
    let mut add = |day: Option<NaiveDate>, event| {
        if let Some(day) = day {
            found(day, event);
        }
    };
    add(entry.last_demand_on.map(When::last), Event::Demand);
    add(entry.agreement_on, Event::Agreement);
    add(entry.plan_filed_on, Event::Plan);
    add(entry.last_paid_on, Event::Payment);
    add(entry.plan_finish.map(When::last), Event::Promise);
    for payment in &entry.payments {
        // A reversal takes a payment back: it is no consent.
        let is_payment = payment.amount.is_none_or(|paid| 0 <= paid.fen());
        add(payment.paid_on.filter(|_| is_payment), Event::Payment);
    }
    for instalment in &entry.instalments {
        add(instalment.due_on.map(When::last), Event::Promise);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::ledger::entry::Field;
    use crate::ledger::fields::Record;

    fn told(cells: &[(Field, &str)]) -> Option<(String, bool)> {
        let mut entry = Entry::default();
        for (field, text) in cells {
            entry.set(*field, text, Unit::Yuan);
        }
        limit(&entry).map(|limit| (limit.deadline.to_string(), limit.is_under_two_years))
    }

    #[test]
    fn the_last_of_what_interrupts_starts_it_anew() {
        let due = (Field::DueDate, "2019-01");
        for (cells, deadline) in [
            (vec![due], "2022-01-31"),
            (vec![(Field::ArrearsSince, "2019-02-28")], "2022-02-28"),
            (vec![due, (Field::LastDemandOn, "2020-02-29")], "2023-02-28"),
            (vec![due, (Field::PlanFinish, "2022-09")], "2025-09-30"),
            (vec![due, (Field::AgreementOn, "2021-06-13")], "2024-06-13"),
            (vec![due, (Field::AgreementOn, "2018-06-13")], "2022-01-31"),
        ] {
            assert_eq!(
                told(&cells),
                Some((deadline.to_owned(), false)),
                "{cells:?}"
            );
        }
        assert_eq!(told(&[(Field::LastDemandOn, "2020-02-29")]), None);
    }

    #[test]
    fn only_consent_brings_back_what_ran_out_under_the_former_law() {
        let due = (Field::DueDate, "2015-09-30");
        let is_over = |cells: &[_]| told(cells).map(|(_, over)| over);
        assert_eq!(is_over(&[due]), Some(true));
        assert_eq!(is_over(&[(Field::DueDate, "2015-10-01")]), Some(false));
        assert_eq!(
            is_over(&[due, (Field::LastDemandOn, "2020-01-01")]),
            Some(true)
        );
        assert_eq!(
            is_over(&[due, (Field::LastDemandOn, "2017-01-01")]),
            Some(false)
        );
        assert_eq!(
            is_over(&[due, (Field::PlanFiledOn, "2022-06-15")]),
            Some(false)
        );
    }
}
