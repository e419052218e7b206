//! A-16: the settlement cut the contract's price by more than fifteen hundredths; firms report
//! discounts forced on them as the price of being paid.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::known;

rule! {
    "结算核减超过15%", "settlement cut by over 15 %"
    (settled: Amount, contract: Amount)
    code: "A-16", severity: Warning, check: [Entry(check)],
    reads: [Entry: SettledPrice, ContractAmount],
    basis: "6-13",
    message: "结算金额{settled}较合同金额{contract}核减超过15%", "the settled {settled} is over 15 % below the contract's {contract}",
    repair: "核对两个金额；属实的说明核减依据后确认", "check both amounts, or confirm with what the cut rests on",
    fails: r#"{ "contract_amount": "1000.00", "settled_price": "849.99" }"#,
    passes: r#"{ "contract_amount": "1000.00", "settled_price": "850.00" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (settled, contract) = (known(entry.settled_price)?, known(entry.contract_amount)?);
    (settled < contract.percent(85)).then(|| finding(Field::SettledPrice, (settled, contract)))
}
