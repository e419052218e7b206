//! S-09: a deposit that is none of the four the Regulation allows.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::{DepositKind, MoneyKind};
use crate::rule::{Around, Finding, rule};

rule! {
    "其他种类的保证金", "deposit of another kind"
    ()
    code: "S-09", severity: Warning, check: [Entry(check)],
    reads: [Entry: DepositKind, MoneyKind],
    basis: "条例12",
    message: "保证金种类为“其他”，工程建设中只能收取投标、履约、工程质量、农民工工资保证金", "a deposit of another kind: works may ask for bid, performance, quality and wages deposits only",
    repair: "对照合同核实保证金种类；确属其他的说明收取依据后确认", "check its kind against the contract; confirm it with the ground on which it was taken",
    fails: r#"{ "money_kind": "deposit", "deposit_kind": "other" }"#,
    passes: r#"{ "money_kind": "deposit", "deposit_kind": "quality" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (money, deposit) = (entry.money_kind?, entry.deposit_kind?);
    (money == MoneyKind::Deposit && deposit == DepositKind::Other)
        .then(|| finding(Field::DepositKind, ()))
}
