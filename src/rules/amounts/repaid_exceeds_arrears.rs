//! A-03: more was repaid than is owed.

use crate::amount::Amount;
use crate::ledger::{Entry, entry, payment};
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::{owed, repaid};

rule! {
    "已清偿大于拖欠金额", "repaid exceeds the arrears"
    (repaid: Amount, arrears: Amount)
    code: "A-03", severity: Error, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, RepaidTotal; Payment: PaidAmount],
    basis: "T18",
    message: "累计已清偿{repaid}，大于拖欠金额{arrears}", "{repaid} repaid exceeds the arrears {arrears}",
    repair: "核对清偿记录；拖欠金额应为首次入账时的欠款，不扣除以后的清偿", "check the payments; the arrears are those first booked, before later payments",
    fails: r#"{ "arrears_amount": "100.00", "payments": [{ "amount": "60.00" }, { "amount": "60.00" }] }"#,
    passes: r#"{ "arrears_amount": "100.00", "payments": [{ "amount": "60.00" }, { "amount": "60.00" }, { "amount": "-20.00" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (repaid, arrears) = (repaid(entry)?, owed(entry)?);
    (arrears < repaid).then(|| at_last_added(entry, (repaid, arrears)))
}

/// Listed payments outweigh the stated total, so the last that adds to them is the place to look.
fn at_last_added(entry: &Entry, facts: (Amount, Amount)) -> Finding {
    let adds = |amount: Option<Amount>| amount.is_some_and(|amount| Amount::ZERO < amount);
    match entry.payments.iter().rposition(|one| adds(one.amount)) {
        Some(child) => finding(payment::Field::PaidAmount, facts).child(child),
        None => finding(entry::Field::RepaidTotal, facts),
    }
}
