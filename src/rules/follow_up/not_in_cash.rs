//! T-06: part of what was repaid was not money. It counts only where the firm agreed in writing;
//! payments in kind are T-05's, and what a court decides needs no consent.

use crate::amount::Amount;
use crate::ledger::lists::{Method, VoucherKind};
use crate::ledger::{Entry, Payment, entry, payment};
use crate::rule::{Around, Finding, rule};
use crate::rules::amounts::known::repaid;
use crate::rules::follow_up::without_voucher::is_filed;

rule! {
    "非现金清偿未见书面同意", "not repaid in cash"
    (paid: Amount)
    code: "T-06", severity: Warning, check: [Entry(check)],
    reads: [Entry: Method, RepaidTotal; Payment: PaidAmount, Method, VoucherKind, VoucherNo, VoucherRef],
    basis: "条例10; 实质性清偿",
    message: "以非现金方式清偿{paid}，请确认企业书面同意", "{paid} repaid otherwise than in cash: has the firm agreed in writing",
    repair: "登记协议或债权人确认作为凭证；已另行取得的说明后确认", "record the agreement or the creditor's confirmation as the voucher, or confirm",
    fails: r#"{ "payments": [{ "amount": "40.00", "method": "cash" }, { "amount": "60.00", "method": "bill", "voucher_no": "PJ-1" }] }"#,
    passes: r#"{ "payments": [{ "amount": "40.00", "method": "cash" }, { "amount": "60.00", "method": "waiver", "voucher_kind": "confirmation", "voucher_no": "QR-1" }] }"#,
}

fn check(entry: &Entry, _: &Around<'_>) -> Option<Finding> {
    let mut first = None;
    let mut paid = Amount::ZERO;
    for (child, payment) in entry.payments.iter().enumerate() {
        if is_doubtful(payment) {
            first = first.or(Some(child));
            paid = paid + payment.amount.unwrap_or_default();
        }
    }
    if let Some(child) = first.filter(|_| Amount::ZERO < paid) {
        return Some(finding(payment::Field::Method, (paid,)).child(child));
    }
    let methods = entry
        .method
        .as_ref()
        .filter(|_| entry.payments.is_empty())?;
    let is_cash = methods.has(Method::Cash) || methods.has(Method::Judicial);
    let paid = repaid(entry).filter(|paid| Amount::ZERO < *paid && !is_cash)?;
    Some(finding(entry::Field::RepaidTotal, (paid,)))
}

/// Neither money, nor agreed on paper that is on file.
fn is_doubtful(payment: &Payment) -> bool {
    let is_money = matches!(
        payment.method,
        None | Some(Method::Cash | Method::InKind | Method::Judicial)
    );
    let consent = [VoucherKind::Agreement, VoucherKind::Confirmation];
    let is_agreed = payment
        .voucher_kind
        .is_some_and(|kind| consent.contains(&kind));
    !(is_money || is_agreed && is_filed(payment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Unit;
    use crate::campaign::{Campaign, Context};
    use crate::ledger::Header;
    use crate::ledger::fields::Record;

    #[test]
    fn a_total_without_payments_goes_by_the_methods_of_the_debt() {
        let campaign = Campaign::yexian_2022();
        let context = Context::new(&campaign, campaign.notice.issued_on);
        let header = Header::default();
        let around = Around {
            header: &header,
            context: &context,
        };
        let found = |methods: &str, total: &str| {
            let mut entry = Entry::default();
            entry.set(entry::Field::Method, methods, Unit::Wan);
            entry.set(entry::Field::RepaidTotal, total, Unit::Wan);
            check(&entry, &around).is_some()
        };
        assert!(found("票据", "5"));
        assert!(!found("票据", "0") && !found("现金、票据", "5") && !found("", "5"));
    }
}
