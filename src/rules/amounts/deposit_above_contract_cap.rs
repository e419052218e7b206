//! A-20: more was lodged to bid, or to perform, than the law of the contract's day allows. The cap
//! on a bid is a part of the budget, which no column has; the contract's amount stands in for it.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::DepositKind;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::caps::cap;
use crate::rules::amounts::known::{known, owed};
use crate::text::Text;

rule! {
    "投标、履约保证金超过上限", "bid or performance deposit above its cap"
    (kind: Text, arrears: Amount, contract: Amount, percent: String, cap: Amount)
    code: "A-20", severity: Warning, check: [Entry(check)],
    reads: [Entry: MoneyKind, DepositKind, ArrearsAmount, ContractAmount, SignDate; Header: CutoffDate],
    basis: "招标投标法实施条例26, 58; 政府采购法实施条例33, 48",
    message: "{kind}{arrears}，超过合同金额{contract}的{percent}%，即{cap}", "the {kind} {arrears} exceeds {percent} % of the contract's {contract}, {cap}",
    repair: "核对金额和保证金种类；投标保证金按采购预算计算未超过的，说明后确认", "check amount and kind; confirm a bid deposit that is within its part of the budget",
    fails: r#"{ "money_kind": "deposit", "deposit_kind": "performance", "contract_amount": "100000.00", "arrears_amount": "10000.01" }"#,
    passes: r#"{ "entries": [
        { "money_kind": "deposit", "deposit_kind": "performance", "contract_amount": "100000.00", "arrears_amount": "10000.00" },
        { "money_kind": "deposit", "deposit_kind": "bid", "contract_amount": "100000.00", "arrears_amount": "2000.00" },
        { "money_kind": "works_payment", "deposit_kind": "bid", "contract_amount": "100000.00", "arrears_amount": "2000.01" } ] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (arrears, contract) = (owed(entry)?, known(entry.contract_amount)?);
    let cap = cap(entry, contract, around)?;
    let is_lodged = matches!(cap.kind, DepositKind::Bid | DepositKind::Performance);
    let kind = cap.kind.choice().label();
    let facts = || (kind, arrears, contract, cap.rate.to_string(), cap.most);
    (is_lodged && cap.most < arrears).then(|| finding(Field::ArrearsAmount, facts()))
}
