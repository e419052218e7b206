//! P-13: a large debt is to be paid at once, at the end of a year.

use chrono::Datelike;

use crate::amount::Amount;
use crate::date::When;
use crate::ledger::Entry;
use crate::ledger::instalment::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::plans::plan::balance;

rule! {
    "大额欠款集中在年底一次清偿", "a large debt planned for the year's end"
    (balance: Amount, due: When)
    code: "P-13", severity: Warning, check: [Entry(check)],
    reads: [Entry: ArrearsAmount, RepaidTotal, Status, Judicial; Instalment: DueOn; Payment: PaidAmount],
    switch: on [large: Fen = 100_000_000],
    basis: "notice 三（一）",
    message: "余额{balance}计划{due}一次清偿，建议分期并明确时间节点", "all of {balance} is planned for {due}: better in instalments",
    repair: "分期列出还款时间和金额；资金确在年底到位的说明后确认", "part it into instalments, or confirm that the money comes then",
    fails: r#"{ "arrears_amount": "1000000.01", "instalments": [{ "due_on": "2022-12" }] }"#,
    passes: r#"{ "arrears_amount": "1000000.00", "instalments": [{ "due_on": "2022-12" }] }"#,
}

const DECEMBER: u32 = 12;

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    let [only] = entry.instalments.as_slice() else {
        return None;
    };
    let large = Amount::from_fen(RULE.limit("large", around.context.campaign));
    let (due, owed) = (only.due_on?, balance(entry)?);
    let is_large = large < owed && entry.is_to_plan();
    let at_end = due.first().month() == DECEMBER;
    (is_large && at_end).then(|| finding(Field::DueOn, (owed, due)).child(0))
}
