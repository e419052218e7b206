//! H-09: filled in after the day the ledger was due. Ledgers of later periods have no such day.

use crate::campaign::{Campaign, Context};
use crate::ledger::header::Field;
use crate::ledger::{Header, Ledger, Sums};
use crate::rule::{Finding, rule};
use chrono::NaiveDate;

rule! {
    "晚于报送期限", "after the deadline"
    (filled: NaiveDate, due: NaiveDate)
    code: "H-09", severity: Warning, check: [Ledger(check)],
    reads: [Header: FilledOn, Period],
    basis: "notice 二（一）",
    message: "填报日期{filled}晚于报送期限{due}", "filled in on {filled}, due on {due}",
    repair: "尽快报送；已向收表办公室说明的，填写原因后确认", "hand it in soon; confirm with the reason given to the office",
    fails: r#"{ "header": { "filled_on": "2022-06-14" }, "entries": [] }"#,
    passes: r#"{ "header": { "filled_on": "2022-06-13" }, "entries": [] }"#,
}

fn check(ledger: &Ledger, _: &Sums, context: &Context<'_>) -> Vec<Finding> {
    late(&ledger.header, context.campaign).into_iter().collect()
}

fn late(header: &Header, campaign: &Campaign) -> Option<Finding> {
    let (filled, due) = (header.filled_on?, campaign.deadlines.ledger);
    (due < filled && !campaign.is_past(header.period))
        .then(|| finding(Field::FilledOn, (filled, due)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::When;

    #[test]
    fn a_later_period_is_not_late() {
        let campaign = Campaign::yexian_2022();
        let is_late = |period: &str| {
            let header = Header {
                period: When::parse(period).ok(),
                filled_on: NaiveDate::from_ymd_opt(2022, 8, 2),
                ..Header::default()
            };
            late(&header, &campaign).is_some()
        };
        assert!(is_late("2022-06") && is_late("2022-06-13") && is_late(""));
        assert!(!is_late("2022-07"));
    }
}
