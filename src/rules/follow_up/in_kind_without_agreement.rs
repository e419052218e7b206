//! T-05: a payment in kind, and no agreement on file.

use crate::amount::Amount;
use crate::ledger::Entry;
use crate::ledger::lists::{Method, VoucherKind};
use crate::ledger::payment::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::follow_up::without_voucher::is_filed;

rule! {
    "以物抵债缺少协议", "in kind without an agreement"
    (paid: Amount)
    code: "T-05", severity: Error, check: [Cells(check)],
    reads: [Payment: PaidAmount, Method, VoucherKind, VoucherNo, VoucherRef],
    basis: "T18",
    message: "以物抵债{paid}，应附抵债协议", "{paid} paid in kind, which takes an agreement",
    repair: "凭证类型选“协议”，并填写协议编号或附件", "choose “agreement” as the voucher, and enter its number or file",
    fails: r#"{ "payments": [{ "amount": "100.00", "method": "in_kind", "voucher_kind": "agreement" }] }"#,
    passes: r#"{ "payments": [{ "amount": "100.00", "method": "in_kind", "voucher_kind": "agreement", "voucher_no": "DZ-1" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (child, payment) in entry.payments.iter().enumerate() {
        let paid = payment.amount.unwrap_or_default();
        let is_agreed = payment.voucher_kind == Some(VoucherKind::Agreement) && is_filed(payment);
        if Amount::ZERO < paid && payment.method == Some(Method::InKind) && !is_agreed {
            findings.push(finding(Field::VoucherKind, (paid,)).child(child));
        }
    }
    findings
}
