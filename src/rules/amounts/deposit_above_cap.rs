//! A-15: more is kept back for the quality of works than may be.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::{DepositKind, MoneyKind};
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::{known, owed};

rule! {
    "工程质量保证金超过3%", "quality deposit above 3 %"
    (arrears: Amount, settled: Amount, cap: Amount)
    code: "A-15", severity: Warning, check: [Entry(check)],
    reads: [Entry: MoneyKind, DepositKind, ArrearsAmount, SettledPrice],
    basis: "建质〔2017〕138号 第七条",
    message: "工程质量保证金{arrears}，超过结算金额{settled}的3%，即{cap}", "the quality deposit {arrears} exceeds 3 % of the settled {settled}, {cap}",
    repair: "核对款项性质和金额；超过3%预留的部分应作工程款", "check kind and amount; what exceeds 3 % is payment for works",
    fails: r#"{ "money_kind": "deposit", "deposit_kind": "quality", "settled_price": "100000.00", "arrears_amount": "3000.01" }"#,
    passes: r#"{ "money_kind": "deposit", "deposit_kind": "quality", "settled_price": "100000.00", "arrears_amount": "3000.00" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_kept_back =
        entry.money_kind? == MoneyKind::Deposit && entry.deposit_kind? == DepositKind::Quality;
    let (arrears, settled) = (owed(entry)?, known(entry.settled_price)?);
    let cap = settled.percent(3);
    (is_kept_back && cap < arrears).then(|| finding(Field::ArrearsAmount, (arrears, settled, cap)))
}

#[cfg(test)]
mod tests {
    use crate::almanac::{Caps, Table};
    use crate::amount::Amount;
    use crate::calc::deposit;
    use crate::ledger::lists::DepositKind;
    use crate::ledger::vocabulary::Vocabulary;

    #[test]
    fn the_cap_is_the_almanacs() {
        let kind = DepositKind::Quality.choice().label().zh;
        let caps = Caps::carried();
        let cap = caps.rows().iter().find(|cap| cap.kind == kind).unwrap();
        let base = Amount::from_fen(123_456_789);
        assert_eq!(deposit::cap(base, cap.rate), base.percent(3));
    }
}
