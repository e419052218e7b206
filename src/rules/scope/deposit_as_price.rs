//! S-13: the cause is a deposit not returned, and the money is said to be no deposit.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::{Cause, MoneyKind};
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::text::Text;

rule! {
    "保证金与款项性质不符", "deposit not marked as one"
    (kind: Text)
    code: "S-13", severity: Warning, check: [Entry(check)],
    reads: [Entry: Causes, MoneyKind],
    basis: "条例12; 条例(2025)13",
    message: "拖欠原因为保证金到期未退，款项性质为“{kind}”", "the cause is a deposit not returned, the money is “{kind}”",
    repair: "核对款项性质；既欠保证金又欠价款的，分成两笔登记", "check the nature of the payment; book a deposit and a price as two debts",
    fails: r#"{ "causes": ["deposit_not_returned"], "money_kind": "works_payment" }"#,
    passes: r#"{ "causes": ["deposit_not_returned"], "money_kind": "deposit" }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let (causes, kind) = (entry.causes.as_ref()?, entry.money_kind?);
    (causes.has(Cause::DepositNotReturned) && kind != MoneyKind::Deposit)
        .then(|| finding(Field::MoneyKind, (kind.choice().label(),)))
}
