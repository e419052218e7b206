//! A-05: the balance that was typed is not what is left of the arrears. Where more was repaid than
//! is owed, A-03 speaks.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::{owed, repaid};

rule! {
    "余额不符", "balance differs"
    (balance: Amount, due: Amount)
    code: "A-05", severity: Error, check: [Entry(check)],
    reads: [Header: AmountUnit; Entry: Balance, ArrearsAmount, RepaidTotal; Payment: PaidAmount],
    basis: "T18",
    message: "余额{balance}，应等于“拖欠金额－累计已清偿”{due}", "the balance {balance} is not the arrears less what was repaid, {due}",
    repair: "补记清偿，或清空余额，由软件计算", "record the payments, or clear the balance: it is computed",
    fails: r#"{ "arrears_amount": "100.00", "repaid_total": "40.00", "balance": "50.00" }"#,
    passes: r#"{ "arrears_amount": "100.00", "repaid_total": "40.00", "balance": "60.00" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let (balance, arrears, repaid) = (entry.balance?, owed(entry)?, repaid(entry)?);
    let due = arrears - repaid;
    if balance == due || due < Amount::ZERO {
        return None;
    }
    // With nothing recorded as repaid, a payment may be what is missing.
    let is_recorded = !entry.payments.is_empty() || !entry.is_blank(Field::RepaidTotal);
    let instead = is_recorded.then(|| due.print(around.header.unit()));
    Some(finding(Field::Balance, (balance, due)).instead(instead))
}
