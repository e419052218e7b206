//! T-01: an instalment's day is past, and what was repaid does not reach it. Payments go to the
//! instalments in the order of their days; those from before the plan was filed, or marked as
//! outside it, do not count.

use crate::amount::Amount;
use crate::date::When;
use crate::ledger::instalment::Field;
use crate::ledger::lists::InstalmentStatus;
use crate::ledger::{Entry, Payment};
use crate::rule::{Around, Finding, rule};
use chrono::NaiveDate;

rule! {
    "到期未清偿", "instalment overdue"
    (due: When, planned: Amount, short: Amount)
    code: "T-01", severity: Warning, check: [Cells(check)],
    reads: [Instalment: DueOn, PlannedAmount, Status; Payment: PaidAmount, PaidOn, IsPlanned; Entry: RepaidTotal, PlanFiledOn, Status; Header: CutoffDate],
    basis: "notice 三（三）; T18",
    message: "计划{due}应还{planned}，到期尚有{short}未登记清偿", "{planned} was planned for {due}; of it {short} is not on record as repaid",
    repair: "已还的登记清偿；未还的尽快落实，说明原因后确认", "record the payment, or see to it and confirm with the reason",
    fails: r#"{ "header": { "cutoff_date": "2022-09-30" }, "entries": [{ "instalments": [
        { "due_on": "2022-08", "amount": "60.00" }, { "due_on": "2022-09-29", "amount": "40.00" }],
        "payments": [{ "paid_on": "2022-08-20", "amount": "99.99" }] }] }"#,
    passes: r#"{ "header": { "cutoff_date": "2022-09-30" }, "entries": [{ "instalments": [
        { "due_on": "2022-08", "amount": "60.00" }, { "due_on": "2022-09-30", "amount": "40.00" }],
        "payments": [{ "paid_on": "2022-08-20", "amount": "60.00" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(cutoff) = around.header.cutoff_date {
        for (child, due, amount, short) in overdue(entry, cutoff) {
            findings.push(finding(Field::DueOn, (due, amount, short)).child(child));
        }
    }
    findings
}

/// The instalments that are short on a day, in the order of their days: the place of each among the
/// debt's, its day, what was planned, and what of it is not on record as repaid.
pub(crate) fn overdue(entry: &Entry, cutoff: NaiveDate) -> Vec<(usize, When, Amount, Amount)> {
    let mut late = Vec::new();
    if !entry.standing().is_active() {
        return late;
    }
    let mut plan = Vec::new();
    for (child, one) in entry.instalments.iter().enumerate() {
        let known = one.due_on.zip(one.amount);
        plan.extend(known.map(|(due, amount)| (due.last(), child, due, amount)));
    }
    plan.sort_unstable_by_key(|(last, child, ..)| (*last, *child));
    let mut left = repaid_under_plan(entry);
    for (last, child, due, amount) in plan {
        let short = amount.less(left.max(Amount::ZERO));
        left = left - amount;
        let status = entry.instalments.get(child).and_then(|one| one.status);
        if last < cutoff && Amount::ZERO < short && status != Some(InstalmentStatus::Paid) {
            late.push((child, due, amount, short));
        }
    }
    late
}

/// What was repaid under the plan: since it was filed, where that day is known, and not marked as
/// outside it.
fn repaid_under_plan(entry: &Entry) -> Amount {
    if entry.payments.is_empty() {
        return entry.repaid();
    }
    let is_under = |one: &&Payment| {
        let is_earlier = one.paid_on.zip(entry.plan_filed_on);
        one.is_planned != Some(false) && is_earlier.is_none_or(|(paid, filed)| filed <= paid)
    };
    let under = entry.payments.iter().filter(is_under);
    under.filter_map(|one| one.amount).sum()
}
