//! T-11: less is repaid than in the ledger before. Where a payment is gone or another, T-17 says
//! which.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::repaid;
use crate::rules::follow_up::earlier::{earlier, is_on_record};
use crate::rules::follow_up::payments::moves;

rule! {
    "累计已清偿较上期减少", "repaid lowered"
    (less: Amount, then: Amount)
    code: "T-11", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtId, RepaidTotal; Payment: PaidAmount, PaidOn],
    beyond: Before,
    basis: "6-1",
    message: "累计已清偿较上期的{then}减少{less}", "{less} less is repaid than the {then} of the ledger before",
    repair: "补齐清偿记录；上期多报的冲正，并在变动记录中说明原因", "complete the payments; what was overstated is reversed, with a reason in the change log",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "60.00" }] }] },
        "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "60.00" }, { "paid_on": "2022-06-20", "amount": "-0.01" }] }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "repaid_total": "60.00" }] },
        "entries": [{ "debt_id": "LQ-1", "payments": [{ "paid_on": "2022-05-01", "amount": "60.00" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let before = earlier(entry, around)?;
    let (then, now) = (repaid(before)?, repaid(entry)?);
    let is_less = now < then && moves(before, entry).gone.is_empty();
    (is_less && !is_on_record(entry, Field::RepaidTotal, around))
        .then(|| finding(Field::RepaidTotal, (then - now, then)))
}
