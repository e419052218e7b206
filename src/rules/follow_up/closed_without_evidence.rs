//! T-03: a debt is closed, and neither a basis of closing nor a voucher shows that it was cleared.

use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::ledger::lists::Status;
use crate::ledger::{Entry, Payment, payment};
use crate::rule::{Around, Finding, rule};

rule! {
    "销号缺少依据", "closed without evidence"
    ()
    code: "T-03", severity: Error, check: [Entry(check)],
    reads: [Entry: Status, CloseBasis; Payment: VoucherKind, VoucherNo, VoucherRef],
    basis: "T16",
    message: "已销号，缺少清偿凭证（银行回单或债权人确认）", "closed, with neither a bank receipt nor the creditor's confirmation",
    repair: "填写销号依据，并在清偿记录中登记凭证", "say what the closing rests on, and record the vouchers",
    fails: r#"{ "status": "closed", "payments": [{ "amount": "100.00" }] }"#,
    passes: r#"{ "status": "closed", "payments": [{ "amount": "100.00", "voucher_no": "HD-0713" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let is_closed = entry.status? == Status::Closed && entry.is_blank(Field::CloseBasis);
    let is_bare = is_closed && !entry.payments.iter().any(has_voucher);
    is_bare.then(|| finding(Field::CloseBasis, ()))
}

fn has_voucher(payment: &Payment) -> bool {
    use payment::Field::{VoucherKind, VoucherNo, VoucherRef};
    let is_given = |field: &payment::Field| !payment.is_blank(*field);
    [VoucherKind, VoucherNo, VoucherRef].iter().any(is_given)
}
