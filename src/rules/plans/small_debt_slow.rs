//! P-12: a small debt that nobody contests takes more than a year to clear.

use chrono::Months;

use crate::amount::Amount;
use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::{balance, is_undisputed};

rule! {
    "小额欠款计划时间偏长", "a small debt planned for long"
    (finish: When, balance: Amount)
    code: "P-12", severity: Warning, check: [Entry(check)],
    reads: [Entry: PlanFinish, PlanFiledOn, ArrearsAmount, RepaidTotal, Dispute, Status, Judicial; Payment: PaidAmount],
    switch: on [small: Fen = 10_000_000, years: Years = 1],
    basis: "4-4",
    message: "余额仅{balance}，计划{finish}才清偿完毕，小额无分歧欠款应尽快清零", "only {balance} are owed, and the plan ends in {finish}: small debts should be cleared soon",
    repair: "提前清偿完毕时间；确有困难的说明后确认", "plan for an earlier day, or confirm with a reason",
    fails: r#"{ "arrears_amount": "100000.00", "dispute": "undisputed", "plan_filed_on": "2022-06-12", "plan_finish": "2023-06-13" }"#,
    passes: r#"{ "arrears_amount": "100000.00", "dispute": "undisputed", "plan_filed_on": "2022-06-12", "plan_finish": "2023-06" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let campaign = around.context.campaign;
    let small = Amount::from_fen(RULE.limit("small", campaign));
    let years = u32::try_from(RULE.limit("years", campaign)).ok()?;
    let (filed, finish, owed) = (entry.plan_filed_on?, entry.plan_finish?, balance(entry)?);
    let latest = filed.checked_add_months(Months::new(years.checked_mul(12)?))?;
    let is_small = Amount::ZERO < owed && owed <= small;
    let is_slow = is_small && latest < finish.first() && is_undisputed(entry);
    is_slow.then(|| finding(Field::PlanFinish, (finish, owed)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Campaign, Context, Moved, Setting};
    use crate::ledger::Header;
    use crate::ledger::entry::Rest;
    use crate::ledger::lists::Dispute;
    use chrono::NaiveDate;

    fn is_found(campaign: &Campaign, fen: i64, finish: &str) -> bool {
        let entry = Entry {
            arrears_amount: Some(Amount::from_fen(fen)),
            dispute: Some(Dispute::Undisputed),
            plan_finish: When::parse(finish).ok(),
            rest: Rest {
                plan_filed_on: NaiveDate::from_ymd_opt(2022, 6, 12),
                ..Rest::default()
            }
            .into(),
            ..Entry::default()
        };
        let around = Around {
            header: &Header::default(),
            context: &Context::new(campaign, NaiveDate::default()),
        };
        check(&entry, &around).is_some()
    }

    #[test]
    fn a_year_to_the_day_is_not_long_and_a_fen_more_is_not_small() {
        let mut campaign = Campaign::yexian_2022();
        assert!(!is_found(&campaign, 10_000_000, "2023-06-12"));
        assert!(is_found(&campaign, 10_000_000, "2023-06-13"));
        assert!(!is_found(&campaign, 10_000_001, "2023-06-13"));
        let limit = |name: &str, value| Moved {
            name: name.to_owned(),
            in_yuan: name == "small",
            value,
        };
        campaign.rules.push(Setting {
            code: RULE.code.to_owned(),
            on: None,
            limits: vec![limit("small", 20_000_000), limit("years", 2)],
        });
        assert!(!is_found(&campaign, 10_000_001, "2024-06-12"));
        assert!(is_found(&campaign, 10_000_001, "2024-06-13"));
    }
}
