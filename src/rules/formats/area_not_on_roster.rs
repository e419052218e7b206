//! F-11: the township or zone of a debt is none of the county's.

use crate::campaign::Campaign;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::roster::{is_place, nearest, outdated};

rule! {
    "属地不在名录内", "place not on the roster"
    (text: &str)
    code: "F-11", severity: Warning, check: [Entry(check)],
    reads: [Entry: DebtorAreaCode],
    basis: "notice 二（一）; 统计用区划代码",
    message: "“{text}”不是名录中的乡镇（街道）、开发区", "“{text}” is no township, subdistrict or zone on the roster",
    repair: "从名录中选择欠款单位所属的乡镇（街道）、开发区", "choose the place from the roster",
    fails: r#"{ "debtor_area_code": "410423207" }"#,
    passes: r#"{ "debtor_area_code": "410422207" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let campaign = around.context.campaign;
    let text = entry.debtor_area_code.as_ref()?.as_str();
    // Old names have a rule of their own.
    if is_place(campaign, text) || outdated(campaign, text).is_some() {
        return None;
    }
    Some(finding(Field::DebtorAreaCode, (text,)).instead(meant(campaign, text)))
}

/// The place's code out of the twelve digits of the statistics' list, or the name misspelt.
fn meant(campaign: &Campaign, text: &str) -> Option<String> {
    let code = text.trim().strip_suffix("000").map(str::to_owned);
    code.or_else(|| nearest(campaign, text))
        .filter(|meant| is_place(campaign, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_what_can_only_be_meant() {
        let campaign = Campaign::yexian_2022();
        for (text, expected) in [
            ("410422207000", Some("410422207")),
            ("龙泉", Some("龙泉乡")),
            ("财政局", None),
            ("410422999", None),
        ] {
            assert_eq!(meant(&campaign, text).as_deref(), expected, "{text}");
        }
        assert!(is_place(&campaign, "龙泉乡") && is_place(&campaign, "YX-KFQ-01"));
        assert!(!is_place(&campaign, "叶县财政局"));
    }
}
