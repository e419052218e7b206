//! A-06: more is owed than the whole contract is worth, and no settlement explains it.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::misfit::{Misfit, misfit};

rule! {
    "拖欠金额大于合同金额", "arrears exceed the contract"
    (arrears: Amount, contract: Amount)
    code: "A-06", severity: Warning, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, ContractAmount, SettledPrice],
    basis: "T20",
    message: "拖欠金额{arrears}大于合同金额{contract}", "the arrears {arrears} exceed the contract's {contract}",
    repair: "核对两个金额；因变更或结算超过合同的，填写结算（审定）金额", "check both amounts; where works were added, enter the settled price",
    fails: r#"{ "contract_amount": "671537.00", "paid_before": "402922.00", "arrears_amount": "805844.40" }"#,
    passes: r#"{ "contract_amount": "671537.00", "settled_price": "805844.40", "arrears_amount": "805844.40" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    match misfit(entry, around.header.unit())? {
        Misfit::AboveContract { arrears, contract } => {
            Some(finding(Field::ArrearsAmount, (arrears, contract)))
        }
        _ => None,
    }
}
