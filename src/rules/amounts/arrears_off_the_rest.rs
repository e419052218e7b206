//! A-08: what is owed is not what the contract leaves to be paid.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::misfit::{Misfit, misfit};

rule! {
    "拖欠金额与合同余款不符", "arrears differ from the rest"
    (arrears: Amount, rest: Amount, gap: Amount)
    code: "A-08", severity: Warning, check: [Entry(check)],
    reads: [Header: AmountUnit; Entry: ArrearsAmount, ContractAmount, SettledPrice, PaidBefore, MoneyKind, DepositKind],
    basis: "T20",
    message: "拖欠金额{arrears}与“合同金额－已支付”{rest}相差{gap}", "the arrears {arrears} and contract less paid {rest} are {gap} apart",
    repair: "核对三个金额；已结算的填写结算（审定）金额，另有原因的说明后确认", "check the three amounts; enter the settled price, or confirm with a reason",
    fails: r#"{ "contract_amount": "100000.00", "paid_before": "40000.00", "arrears_amount": "50000.00" }"#,
    passes: r#"{ "contract_amount": "100000.00", "paid_before": "40000.00", "arrears_amount": "60000.00" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    match misfit(entry, around.header.unit())? {
        Misfit::OffTheRest { arrears, rest, gap } => {
            Some(finding(Field::ArrearsAmount, (arrears, rest, gap)))
        }
        _ => None,
    }
}
