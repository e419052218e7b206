//! B-02: a unit cleared more than it owed, or less than nothing.

use crate::amount::Amount;
use crate::campaign::Context;
use crate::collection::Collection;
use crate::ledger::Ledger;
use crate::rule::{Finding, Placed, rule};

rule! {
    "清偿率异常", "clearing rate out of range"
    (rate: &str, repaid: Amount, arrears: Amount)
    code: "B-02", severity: Warning, check: [Collection(check)],
    reads: [Entry: ArrearsAmount, RepaidTotal, Status; Payment: PaidAmount],
    basis: "台账字段表",
    message: "清偿率{rate}异常：累计已清偿{repaid}，应清偿总额{arrears}", "the clearing rate is {rate}: {repaid} repaid of {arrears}",
    repair: "与该单位逐笔核对清偿和冲正的金额", "check payments and reversals with the unit, debt by debt",
    fails: r#"{ "collection": [{ "header": { "report_unit_code": "410422207" }, "entries": [{ "arrears_amount": "100.00", "repaid_total": "100.01" }] }] }"#,
    passes: r#"{ "collection": [{ "header": { "report_unit_code": "410422207" }, "entries": [{ "arrears_amount": "100.00", "repaid_total": "100.00" }] }] }"#,
}

fn check(collection: &Collection<'_>, context: &Context<'_>) -> Vec<Placed> {
    let mut told = Vec::new();
    for report in collection.reports(context.campaign) {
        told.extend(odd(report.ledger).map(|finding| Placed {
            ledger: Some(report.place),
            finding,
        }));
    }
    told
}

fn odd(ledger: &Ledger) -> Option<Finding> {
    let totals = ledger.totals();
    let (repaid, arrears) = (totals.repaid, totals.arrears);
    let is_odd = repaid < Amount::ZERO || arrears < repaid;
    // Without arrears there is no rate, and what is amiss is each debt's own.
    let rate = percent(repaid, arrears).filter(|_| is_odd)?;
    Some(finding((), (rate.as_str(), repaid, arrears)))
}

/// A share of a whole in percent, with two decimals; away from 0 and 100, so that what is out of
/// range is seen to be.
fn percent(part: Amount, whole: Amount) -> Option<String> {
    let (part, whole) = (i128::from(part.fen()), i128::from(whole.fen()));
    if whole <= 0 {
        return None;
    }
    let size = (part.abs() * 10_000 + whole - 1) / whole;
    let sign = if part.is_negative() { "-" } else { "" };
    Some(format!("{sign}{}.{:02}%", size / 100, size % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_never_rounded_into_range() {
        let rate = |part, whole| percent(Amount::from_fen(part), Amount::from_fen(whole));
        assert_eq!(rate(10_001, 10_000).as_deref(), Some("100.01%"));
        assert_eq!(rate(10_000_001, 10_000_000).as_deref(), Some("100.01%"));
        assert_eq!(rate(-1, 10_000_000).as_deref(), Some("-0.01%"));
        assert_eq!(rate(i64::MAX, 1).map(|text| text.len()), Some(25));
        assert_eq!(rate(1, 0), None);
    }
}
