//! R-10: without the day of the contract, neither the creditor's size nor the law is settled.

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::ledger::fields::Record;
use crate::rule::{Around, Finding, Tally, rule};

rule! {
    "合同签订时间未填写", "contract date blank"
    (count: usize)
    code: "R-10", severity: Warning, check: [Tally(check, is_blank)],
    reads: [Entry: SignDate],
    basis: "T18; 条例3",
    message: "有{count}笔未填写合同签订时间，无法判定企业规模口径和适用条例", "{count} rows have no contract date, on which the firm's size and the law in force depend",
    repair: "按合同补填签订日期；查不到合同的说明原因后确认", "copy the date from the contract, or confirm with a reason",
    fails: r#"{ "project_name": "办公用品采购" }"#,
    passes: r#"{ "project_name": "办公用品采购", "sign_date": "2021-01-24" }"#,
}

fn is_blank(entry: &Entry, _: &Around<'_>) -> u32 {
    u32::from(entry.is_blank(Field::SignDate))
}

fn check(tally: Tally<'_>) -> Vec<Finding> {
    let found = tally
        .gaps(0)
        .map(|gaps| finding(Field::SignDate, (gaps.count,)).row(gaps.first));
    found.into_iter().collect()
}
