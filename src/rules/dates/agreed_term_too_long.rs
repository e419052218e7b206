//! D-13: the contract gives more days than the Regulation's version of its day allows, or than it
//! allows a large firm without a reason.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::dates::statutory::agreed_too_long;

rule! {
    "约定付款期限长于条例规定", "agreed term longer than the Regulation gives"
    (agreed: u32, longest: u32)
    code: "D-13", severity: Warning, check: [Entry(check)],
    reads: [Entry: AgreedTermDays, SignDate, DebtorType, MoneyKind],
    basis: "条例8; 条例(2025)9",
    message: "约定付款期限{agreed}天，超过条例规定的{longest}日", "the contract gives {agreed} days, the Regulation {longest}",
    repair: "核对合同；机关、事业单位按条例的最长期限计算应付款日期，大型企业约定合理的说明后确认", "check the contract; count a public body's due day by the Regulation, confirm what a large firm agreed with reason",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2020-09-01", "agreed_term_days": 61 }"#,
    passes: r#"{ "entries": [{ "debtor_type": "gov_organ", "sign_date": "2020-09-01", "agreed_term_days": 60 },
        { "debtor_type": "private_large", "sign_date": "2020-09-01", "agreed_term_days": 90 }] }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    agreed_too_long(entry, around).map(|facts| finding(Field::AgreedTermDays, facts))
}
