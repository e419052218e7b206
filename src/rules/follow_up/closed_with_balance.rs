//! T-02: a debt is marked as cleared or closed, and something is still owed. Where more was repaid
//! than is owed, A-03 speaks.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::lists::Status;
use crate::ledger::vocabulary::Vocabulary;
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::{owed, repaid};
use crate::text::Text;

rule! {
    "余额不为0而已销号", "closed with a balance"
    (balance: Amount, status: Text)
    code: "T-02", severity: Error, check: [Entry(check)],
    reads: [Entry: Status, ArrearsAmount, RepaidTotal; Payment: PaidAmount],
    basis: "T23",
    message: "余额{balance}，状态还不能是“{status}”", "{balance} is still owed, so the debt is not “{status}” yet",
    repair: "补记清偿；没有还清的改为“部分清偿”", "record the payments, or set the status to “partly repaid”",
    fails: r#"{ "status": "closed", "arrears_amount": "100.00", "payments": [{ "amount": "99.99" }] }"#,
    passes: r#"{ "status": "closed", "arrears_amount": "100.00", "payments": [{ "amount": "100.00" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let status = entry.status?;
    if !matches!(status, Status::Cleared | Status::Closed) {
        return None;
    }
    let balance = owed(entry)? - repaid(entry)?;
    let facts = (balance, status.choice().label());
    (Amount::ZERO < balance).then(|| finding(Field::Status, facts))
}
