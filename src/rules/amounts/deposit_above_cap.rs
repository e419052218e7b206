//! A-15: more is kept back for the quality of works than the law of the contract's day allows.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::DepositKind;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::caps::cap;
use crate::rules::amounts::known::{known, owed};

rule! {
    "工程质量保证金超过上限", "quality deposit above its cap"
    (arrears: Amount, settled: Amount, percent: String, cap: Amount)
    code: "A-15", severity: Warning, check: [Entry(check)],
    reads: [Entry: MoneyKind, DepositKind, ArrearsAmount, SettledPrice, SignDate; Header: CutoffDate],
    basis: "建质〔2017〕138号 第七条",
    message: "工程质量保证金{arrears}，超过结算金额{settled}的{percent}%，即{cap}", "the quality deposit {arrears} exceeds {percent} % of the settled {settled}, {cap}",
    repair: "核对款项性质和金额；超过上限预留的部分应作工程款", "check kind and amount; what exceeds the cap is payment for works",
    fails: r#"{ "money_kind": "deposit", "deposit_kind": "quality", "settled_price": "100000.00", "arrears_amount": "3000.01" }"#,
    passes: r#"{ "entries": [
        { "money_kind": "deposit", "deposit_kind": "quality", "settled_price": "100000.00", "arrears_amount": "3000.00" },
        { "money_kind": "deposit", "deposit_kind": "quality", "settled_price": "100000.00", "arrears_amount": "5000.00", "sign_date": "2017-06-30" } ] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (arrears, settled) = (owed(entry)?, known(entry.settled_price)?);
    let cap = cap(entry, settled, around)?;
    let facts = || (arrears, settled, cap.rate.to_string(), cap.most);
    (cap.kind == DepositKind::Quality && cap.most < arrears)
        .then(|| finding(Field::ArrearsAmount, facts()))
}
