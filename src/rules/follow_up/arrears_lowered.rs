//! T-10: the arrears are less than in the ledger before. Payments do not lower them: they are what
//! was owed when the debt was booked.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::earlier::{earlier, is_on_record};

rule! {
    "拖欠金额较上期减少", "arrears lowered"
    (less: Amount, then: Amount)
    code: "T-10", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtId, ArrearsAmount, Status; Change: Period, Field, Reason],
    beyond: Before,
    basis: "6-1",
    message: "拖欠金额较上期的{then}减少{less}", "the arrears are {less} below the {then} of the ledger before",
    repair: "清偿不从拖欠金额中扣除，应登记清偿；确需更正的在变动记录中说明", "record payments as payments; a correction needs its reason in the change log",
    fails: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "arrears_amount": "100.00" }] },
        "entries": [{ "debt_id": "LQ-1", "arrears_amount": "99.99" }] }"#,
    passes: r#"{ "before": { "entries": [{ "debt_id": "LQ-1", "arrears_amount": "100.00" }, { "debt_id": "LQ-2", "arrears_amount": "50.00" }] },
        "header": { "period": "2022-07" }, "entries": [{ "debt_id": "LQ-1", "arrears_amount": "100.00" },
        { "debt_id": "LQ-2", "arrears_amount": "40.00", "changes": [{ "period": "2022-07", "field": "arrears_amount",
            "old": "50元", "new": "40元", "reason": "结算审定核减，见审定书" }] }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (then, now) = (
        earlier(entry, around)?.arrears_amount?,
        entry.arrears_amount?,
    );
    let is_less = now < then && entry.standing().is_counted();
    (is_less && !is_on_record(entry, Field::ArrearsAmount, around))
        .then(|| finding(Field::ArrearsAmount, (then - now, then)))
}
