//! A-07: what is owed exceeds what the settlement leaves to be paid.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::misfit::{Misfit, misfit};

rule! {
    "拖欠金额超过结算余额", "arrears exceed the settlement"
    (arrears: Amount, left: Amount)
    code: "A-07", severity: Error, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, SettledPrice, PaidBefore],
    basis: "T20",
    message: "拖欠金额{arrears}超过“结算金额－已支付”{left}", "the arrears {arrears} exceed settlement less paid {left}",
    repair: "核对结算（审定）金额、已支付金额和拖欠金额", "check the settled price, what was paid and the arrears",
    fails: r#"{ "settled_price": "1000.00", "paid_before": "400.00", "arrears_amount": "700.00" }"#,
    passes: r#"{ "settled_price": "1000.00", "paid_before": "400.00", "arrears_amount": "600.00" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    match misfit(entry, around.header.unit())? {
        Misfit::AboveSettlement { arrears, left } => {
            Some(finding(Field::ArrearsAmount, (arrears, left)))
        }
        _ => None,
    }
}
