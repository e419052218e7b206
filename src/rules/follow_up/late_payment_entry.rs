//! T-16: a payment of a day the ledger before is counted to, which that ledger has not. An entry
//! that reverses another may bear its day.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::ledger::payment::Field;
use crate::ledger::{Before, Column, Entry, Payment};
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::{before, earlier};
use crate::rules::follow_up::payments::moves;

rule! {
    "补记上期以前的清偿", "payment entered late"
    (field: Column, day: NaiveDate, cutoff: NaiveDate)
    code: "T-16", severity: Warning, check: [Cells(check)],
    reads: [Entry: DebtId; Payment: PaidOn, PaidAmount, RecordedOn],
    beyond: Before,
    basis: "6-1; T18",
    message: "{field}{day}在上期截止日{cutoff}以前，上期台账没有这笔清偿", "{field} {day}, before the last cutoff {cutoff}; the ledger before has no such payment",
    repair: "对照凭证核对日期；确系补记的说明原因后确认", "check the day against the voucher; confirm where it is entered late",
    fails: r#"{ "before": { "header": { "cutoff_date": "2022-05-31" }, "entries": [{ "debt_id": "LQ-1" }] },
        "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-31", "amount": "60.00" }] }] }"#,
    passes: r#"{ "before": { "header": { "cutoff_date": "2022-05-31" }, "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-31", "amount": "60.00" }] }] },
        "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-31", "amount": "60.00", "voucher_no": "HD-1" }, { "paid_on": "2022-06-01", "amount": "1.00" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let ledger = before(around.header, around.context).map(Before::ledger);
    let cutoff = ledger.and_then(|ledger| ledger.header.cutoff_date);
    let Some((earlier, cutoff)) = earlier(entry, around).zip(cutoff) else {
        return findings;
    };
    for child in moves(earlier, entry).added {
        let late = entry.payments.get(child);
        if let Some((field, day)) = late.and_then(|payment| within(payment, cutoff)) {
            findings.push(finding(field, (field.into(), day, cutoff)).child(child));
        }
    }
    findings
}

/// The day of a payment that lies within an earlier period.
fn within(payment: &Payment, cutoff: NaiveDate) -> Option<(Field, NaiveDate)> {
    payment.amount.filter(|paid| Amount::ZERO < *paid)?;
    [
        (Field::PaidOn, payment.paid_on),
        (Field::RecordedOn, payment.recorded_on),
    ]
    .into_iter()
    .find_map(|(field, day)| Some((field, day.filter(|day| *day <= cutoff)?)))
}
