//! T-04: a payment with neither the number nor the file of a voucher. Of one in kind T-05 speaks;
//! an entry that reverses another needs none.

use crate::amount::Amount;
use crate::ledger::fields::Record;
use crate::ledger::lists::Method;
use crate::ledger::payment::Field;
use crate::ledger::{Entry, Payment};
use crate::rule::{Around, Finding, rule};

rule! {
    "清偿未登记凭证", "payment without voucher"
    (paid: Amount)
    code: "T-04", severity: Warning, check: [Cells(check)],
    reads: [Payment: PaidAmount, Method, VoucherNo, VoucherRef],
    basis: "T18",
    message: "清偿{paid}，未登记凭证", "{paid} repaid, with no voucher on record",
    repair: "填写银行回单等凭证的编号，或凭证附件的文件名", "enter the number of the bank receipt, or the file of its scan",
    fails: r#"{ "payments": [{ "amount": "100.00", "voucher_kind": "bank_receipt" }] }"#,
    passes: r#"{ "payments": [{ "amount": "100.00", "voucher_ref": "回单0713.pdf" }, { "amount": "-100.00" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (child, payment) in entry.payments.iter().enumerate() {
        let paid = payment.amount.unwrap_or_default();
        let is_bare = Amount::ZERO < paid && payment.method != Some(Method::InKind);
        if is_bare && !is_filed(payment) {
            findings.push(finding(Field::VoucherNo, (paid,)).child(child));
        }
    }
    findings
}

/// Whether a voucher of the payment can be found again.
pub(super) fn is_filed(payment: &Payment) -> bool {
    !payment.is_blank(Field::VoucherNo) || !payment.is_blank(Field::VoucherRef)
}
