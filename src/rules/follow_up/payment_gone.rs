//! T-17: a payment of the ledger before is not there as it was. Payments are only ever added; one
//! that was wrong is reversed by another.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::earlier;
use crate::rules::follow_up::payments::moves;

rule! {
    "上期清偿记录被改动", "payment changed or deleted"
    (day: NaiveDate, paid: Amount)
    code: "T-17", severity: Error, check: [Cells(check)],
    reads: [Entry: DebtId, RepaidTotal; Payment: PaidOn, PaidAmount],
    beyond: Before,
    basis: "6-1; T18",
    message: "上期登记的{day}清偿{paid}，本期被删除或改动", "the payment of {paid} on {day} in the ledger before was changed or deleted",
    repair: "恢复原记录；登记不符的另记一笔负数冲正，再登记正确的", "put it back; reverse a wrong one by a negative entry, and add the right one",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "60.00" }] }] },
        "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "90.00" }] }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "60.00" }] }] },
        "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "60.00" },
        { "paid_on": "2022-06-20", "amount": "-60.00" }, { "paid_on": "2022-05-01", "amount": "90.00" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(earlier) = earlier(entry, around) else {
        return findings;
    };
    for place in moves(earlier, entry).gone {
        let gone = earlier.payments.get(place);
        let known = gone.and_then(|payment| payment.paid_on.zip(payment.amount));
        findings.extend(known.map(|facts| finding(Field::RepaidTotal, facts)));
    }
    findings
}
