//! A-18: a rate was agreed after the last LPR this program knows of, so that nothing can be said
//! of it.

use chrono::NaiveDate;

use crate::ledger::Entry;
use crate::ledger::entry::Field;
use crate::rule::{Around, Finding, rule};
use crate::rules::regulation::version;

rule! {
    "约定逾期利率无法核对", "agreed late rate cannot be compared"
    (signed: NaiveDate, until: NaiveDate)
    code: "A-18", severity: Warning, check: [Entry(check)],
    reads: [Entry: AgreedRate, SignDate, DebtorType],
    basis: "条例15; 条例(2025)17",
    message: "合同订立于{signed}，软件的LPR数据只到{until}，无法核对约定逾期年利率", "the contract is of {signed}, the known LPR figures reach {until}: the rate cannot be compared",
    repair: "查当时公布的一年期LPR，约定利率不低于它的说明后确认；或更新软件", "look the LPR up and confirm a rate that is not below it, or update the program",
    fails: r#"{ "debtor_type": "gov_organ", "sign_date": "2199-12-20", "agreed_rate": "3" }"#,
    passes: r#"{ "debtor_type": "gov_organ", "sign_date": "2022-05-20", "agreed_rate": "3.7" }"#,
}

fn check(entry: &Entry, around: &Around<'_>) -> Option<Finding> {
    entry.agreed_rate?;
    let signed = entry.sign_date?;
    version(entry, around)?;
    let beyond = around.context.law.lpr.on(signed)?.beyond?;
    Some(finding(Field::AgreedRate, (signed, beyond.edge)))
}
