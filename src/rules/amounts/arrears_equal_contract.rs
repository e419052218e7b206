//! A-09: the whole contract is owed, though some of it was paid: the contract's amount may have
//! been entered as the debt.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::misfit::{Misfit, misfit};

rule! {
    "拖欠金额与合同金额相等", "contract amount as arrears"
    (contract: Amount, paid: Amount)
    code: "A-09", severity: Warning, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, ContractAmount, SettledPrice, PaidBefore],
    basis: "6-6; T18",
    message: "拖欠金额与合同金额{contract}相等，但已支付{paid}，请核对拖欠金额", "the arrears equal the contract's {contract} though {paid} was paid",
    repair: "拖欠金额应扣除入账前已支付的部分；确为全额拖欠的说明后确认", "take off what was paid before booking, or confirm with a reason",
    fails: r#"{ "contract_amount": "1000.00", "paid_before": "400.00", "arrears_amount": "1000.00" }"#,
    passes: r#"{ "contract_amount": "1000.00", "paid_before": "0.00", "arrears_amount": "1000.00" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    match misfit(entry, around.header.unit())? {
        Misfit::WholeContract { contract, paid } => {
            Some(finding(Field::ArrearsAmount, (contract, paid)))
        }
        _ => None,
    }
}
